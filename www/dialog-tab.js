// Tab in a dialog of the page. Most focus traps look for fields, do not look into shadow roots, and take
// the element for one stop or for none: Tab would leave the form at once, or never reach it. So in such
// a dialog the form moves the focus itself, from and to its own fields. A trap whose element has no role
// is noticed by what it does.

const DIALOG = "[role$=dialog], [aria-modal=true]";
const STOPS =
  "[href], button, input, select, textarea, summary, iframe, [contenteditable], [tabindex]";

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
        if (to && now === host && from !== root.activeElement && !root.contains(to)) {
          go(to);
        }
      } else if (shiftKey && now?.localName === name) {
        // Some traps send the focus to the form by `focus()`, which is the number.
        go(stopsIn(now.shadowRoot, true)[0]);
      } else if (event.defaultPrevented) {
        trap = findTrap(name, from, now, shiftKey);
        go(trap && next(trap, name, from, shiftKey));
      }
    });
  } else if (!dialog.matches(":modal")) {
    const to = next(dialog, name, from, shiftKey);
    if (to && (root || !document.contains(to))) {
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
  const stops = stopsIn(within, isBack);
  // In a field, the page may have used the key for something else.
  const isStay = from === to && from.localName !== "button";
  return stops[0] === to && stops.at(-1) === from && !isStay ? within : null;
}

/** The stop after another one, or before it, those of forms among them.
 * @param {Element} within @param {string} name @param {Element} from @param {boolean} isBack */
function next(within, name, from, isBack) {
  const stops = stopsIn(within, isBack, name);
  return stops[(stops.indexOf(from) + 1) % stops.length];
}

/** @param {Element | null | undefined} stop */
function go(stop) {
  const control = /** @type {Partial<HTMLInputElement> | null | undefined} */ (stop);
  control?.focus?.();
  control?.select?.();
}

/** @param {ParentNode?} within @param {boolean} isBack from the last to the first
 * @param {string} [name] of the elements whose stops count too @returns {Element[]} */
function stopsIn(within, isBack, name) {
  const stops = [...(within?.querySelectorAll(name ? `${STOPS}, ${name}` : STOPS) ?? [])].flatMap(
    (stop) =>
      stop.localName === name ? stopsIn(stop.shadowRoot, false) : isStop(stop) ? [stop] : [],
  );
  return isBack ? stops.reverse() : stops;
}

/** @param {Element} element */
function isStop(element) {
  const { tabIndex } = /** @type {HTMLElement} */ (element);
  return (
    tabIndex >= 0 &&
    !element.closest(":disabled, [aria-hidden=true], [inert]") &&
    element.checkVisibility({ visibilityProperty: true })
  );
}
