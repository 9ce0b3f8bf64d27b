// Where the focus goes when something is pressed that takes none: a part of the form, or a label of the
// page for the element.

/** With `delegatesFocus`, a press on a sentence moves the focus to the first field, and in WebKit a press
 * on a button does. Neither is meant. @param {ShadowRoot} root */
export function keepFocus(root) {
  const element = /** @type {HTMLElement} */ (root.host);
  element.addEventListener("click", (event) => {
    if (event.composedPath()[0] === element) {
      element.focus();
    }
  });
  root.addEventListener("mousedown", (event) => {
    const target = /** @type {Element} */ (event.target);
    if (!root.activeElement && !target.closest("input, select, label, [role=option]")) {
      event.preventDefault();
      /** @type {HTMLElement | null} */ (target.closest("button"))?.focus();
    }
  });
}
