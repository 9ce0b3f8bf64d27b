// The keys that stay in the form.

/** From outside a shadow root a key's target is the element, not a field, so a host's one-key
 * shortcuts would take it for a key typed nowhere. @param {ShadowRoot} root */
export function keepPrintableKeys(root) {
  for (const kind of ["keydown", "keypress", "keyup"]) {
    root.addEventListener(kind, keep);
  }
}

/** @param {Event} event */
function keep(event) {
  // Filling a form, a browser raises events of these names that are no keys.
  const { key, ctrlKey, altKey, metaKey } = /** @type {Partial<KeyboardEvent>} */ (event);
  // This runs three times for each key. A character beyond the first 65,536 has a length of
  // two, as has the name "F1".
  if (key?.length === 1 || (key?.length === 2 && [...key].length === 1)) {
    if (!ctrlKey && !altKey && !metaKey) {
      event.stopPropagation();
    }
  }
}
