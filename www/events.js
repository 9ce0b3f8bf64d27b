// The events that the custom element raises itself, without the WebAssembly.

/**
 * Raises an event that bubbles and crosses shadow roots, so that any listener on the page gets it.
 *
 * @param {Element} element
 * @param {string} name without the prefix `lead-phone-`
 * @param {object} [detail]
 */
export function raise(element, name, detail) {
  element.dispatchEvent(
    new CustomEvent(`lead-phone-${name}`, { bubbles: true, composed: true, detail }),
  );
}
