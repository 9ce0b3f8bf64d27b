// The events that the element raises itself, without the WebAssembly.

/**
 * Raises an event that every listener of the page can hear.
 *
 * @param {Element} element
 * @param {string} name after `lead-phone-`
 * @param {object} [detail]
 */
export function raise(element, name, detail) {
  element.dispatchEvent(
    new CustomEvent(`lead-phone-${name}`, { bubbles: true, composed: true, detail }),
  );
}
