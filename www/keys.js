// Keeps printable keys inside the form.

/** Stops printable keys at the shadow root. Outside of it, the target of a key event is the element
 * and not a field, so a host's one-key shortcuts would react to typed characters. @param {ShadowRoot} root */
export function keepPrintableKeys(root) {
  for (const kind of ["keydown", "keypress", "keyup"]) {
    root.addEventListener(kind, keep);
  }
}

/** @param {Event} event */
function keep(event) {
  // When a browser fills in a form, it raises events of these names that are not keyboard events.
  const { key, ctrlKey, altKey, metaKey } = /** @type {Partial<KeyboardEvent>} */ (event);
  // This runs three times for each key, so the cheap check is first. A character above U+FFFF has
  // a length of two, and so has the name "F1".
  if (key?.length === 1 || (key?.length === 2 && [...key].length === 1)) {
    if (!ctrlKey && !altKey && !metaKey) {
      event.stopPropagation();
    }
  }
}
