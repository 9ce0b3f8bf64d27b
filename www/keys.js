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
  if (event instanceof KeyboardEvent && [...event.key].length === 1) {
    if (!event.ctrlKey && !event.altKey && !event.metaKey) {
      event.stopPropagation();
    }
  }
}
