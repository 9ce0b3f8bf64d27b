// Tab in a dialog of the page. Most focus traps look for fields, do not look into shadow roots, and take
// the element for one stop or for none: Tab would leave the form at once, or never reach it. So in such
// a dialog the form moves the focus itself, from and to its own fields.

const DIALOG = "[role=dialog], [role=alertdialog], [aria-modal=true]";
const STOPS =
  "a[href], area[href], button, input, select, textarea, summary, iframe, [contenteditable], [tabindex]";

/** The windows that are listened to. @type {WeakSet<Window>} */
const windows = new WeakSet();

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
  const dialog = host?.closest(DIALOG);
  // With Shift, WebKit gives the key another name.
  const { keyCode, shiftKey, altKey, ctrlKey, metaKey } = event;
  if (keyCode !== 9 || altKey || ctrlKey || metaKey || !dialog || dialog.matches(":modal")) {
    return;
  }
  const isForm = host?.localName === name;
  const from = /** @type {Element} */ (isForm ? host?.shadowRoot?.activeElement : host);
  if (from?.ariaExpanded === "true") {
    // The open list chooses a country for Tab, and lets the key move the focus.
    return;
  }
  // The stops of the dialog in their order, those of forms among them.
  const all = [...dialog.querySelectorAll(`${STOPS}, ${name}`)].flatMap((stop) =>
    stop.localName === name ? [...(stop.shadowRoot?.querySelectorAll(STOPS) ?? [])] : [stop],
  );
  const stops = /** @type {HTMLElement[]} */ (all.filter(isStop));
  const at = stops.indexOf(/** @type {HTMLElement} */ (from));
  const to = stops.at(shiftKey ? at - (at < 0 ? 0 : 1) : (at + 1) % stops.length);
  if (to && (isForm || to.getRootNode() !== document)) {
    event.preventDefault();
    event.stopImmediatePropagation();
    to.focus();
    /** @type {Partial<HTMLInputElement>} */ (to).select?.();
  }
}

/** @param {Element} element */
function isStop(element) {
  const { tabIndex } = /** @type {HTMLElement} */ (element);
  return (
    tabIndex >= 0 &&
    !element.matches(":disabled") &&
    !element.closest("[aria-hidden=true], [inert]") &&
    element.checkVisibility({ visibilityProperty: true })
  );
}
