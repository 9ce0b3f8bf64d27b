// Tab in a dialog of the page. Most focus traps look for fields, do not look into shadow roots, and take
// the element for one stop or for none: Tab would leave the form at once, or never reach it. So in such
// a dialog the form moves the focus itself, from and to its own fields. A trap whose element has no role
// is noticed by what it does.

const DIALOG = "[role=dialog], [role=alertdialog], [aria-modal=true]";
const STOPS =
  "a[href], area[href], button, input, select, textarea, summary, iframe, [contenteditable], [tabindex]";

/** The windows that are listened to. @type {WeakSet<Window>} */
const windows = new WeakSet();

/** The last element found to be a trap although its markup does not say so. @type {Element?} */
let trap = null;

/** @param {Element} element */
export function helpFocusTraps({ ownerDocument, localName }) {
  const window = ownerDocument.defaultView;
  if (window && !windows.has(window)) {
    windows.add(window);
    // Before the listeners of traps.
    window.addEventListener("keydown", (event) => move(event, ownerDocument, localName), true);
  }
}

/** @param {KeyboardEvent} event @param {Document} document @param {string} name */
function move(event, document, name) {
  const host = document.activeElement;
  // With Shift, WebKit gives the key another name.
  const { keyCode, shiftKey, altKey, ctrlKey, metaKey } = event;
  const root = host?.localName === name ? host.shadowRoot : null;
  const from = root ? root.activeElement : host;
  // The open list chooses a country for Tab, and lets the key move the focus.
  if (keyCode !== 9 || altKey || ctrlKey || metaKey || !from || from.ariaExpanded === "true") {
    return;
  }
  const dialog = host?.closest(DIALOG);
  if (!dialog) {
    setTimeout(() => {
      const now = document.activeElement;
      if (root) {
        const to = trap?.contains(host) && next(trap, name, from, shiftKey);
        // The trap has taken the focus, which left the form, back into it.
        if (to && now === host && from !== root.activeElement && to.getRootNode() !== root) {
          go(to);
        }
      } else if (event.defaultPrevented) {
        trap = findTrap(name, from, now, shiftKey);
        go(trap && next(trap, name, from, shiftKey));
      }
    });
  } else if (!dialog.matches(":modal")) {
    const to = next(dialog, name, from, shiftKey);
    if (to && (root || to.getRootNode() !== document)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      go(to);
    }
  }
}

/** Finds the trap that has sent the focus from its last stop to its first, as it does not see the form.
 * @param {string} name @param {Element} from @param {Element?} to @param {boolean} isBack */
function findTrap(name, from, to, isBack) {
  /** @type {Element?} */
  let within = from;
  while (within && !(within.contains(to) && within.querySelector(name))) {
    within = within.parentElement;
  }
  const stops = within ? stopsIn(within) : [];
  const ends = [stops[0], stops.at(-1)];
  const isRound = ends[isBack ? 0 : 1] === from && ends[isBack ? 1 : 0] === to;
  // In a field, the page may have used the key for something else.
  return isRound && (from !== to || from.localName === "button") ? within : null;
}

/** The stop after another one, or before it, those of forms among them.
 * @param {Element} within @param {string} name @param {Element} from @param {boolean} isBack */
function next(within, name, from, isBack) {
  const stops = stopsIn(within, name).flatMap((stop) =>
    stop.localName === name ? stopsIn(stop.shadowRoot) : [stop],
  );
  const at = stops.indexOf(from);
  return stops.at(isBack ? at - (at < 0 ? 0 : 1) : (at + 1) % stops.length);
}

/** @param {Element | null | undefined} stop */
function go(stop) {
  const control = /** @type {Partial<HTMLInputElement> | null | undefined} */ (stop);
  control?.focus?.();
  control?.select?.();
}

/** @param {ParentNode?} within @param {string} name of the elements that are stops, too
 * @returns {Element[]} */
function stopsIn(within, name = "a[href]") {
  return [...(within?.querySelectorAll(`${name}, ${STOPS}`) ?? [])].filter(
    (element) =>
      element.localName === name ||
      (/** @type {HTMLElement} */ (element).tabIndex >= 0 &&
        !element.matches(":disabled") &&
        !element.closest("[aria-hidden=true], [inert]") &&
        element.checkVisibility({ visibilityProperty: true })),
  );
}
