// Where the focus goes when something in the form is pressed that takes none.

/** With `delegatesFocus`, a press on a sentence moves the focus to the first field, and in WebKit a press
 * on a button does. Neither is meant. @param {ShadowRoot} root */
export function keepFocus(root) {
  root.addEventListener("mousedown", (event) => {
    const target = /** @type {Element} */ (event.target);
    if (!root.activeElement && !target.closest("input, select, label, [role=option]")) {
      event.preventDefault();
      /** @type {HTMLElement | null} */ (target.closest("button"))?.focus();
    }
  });
}
