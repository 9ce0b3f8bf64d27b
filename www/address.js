// Addresses that are relative to the page.

// From the prototype: `document.baseURI` may be an image or a form of the page with this name.
const { get } = Object.getOwnPropertyDescriptor(globalThis.Node?.prototype ?? {}, "baseURI") ?? {};

/** What the browser resolves the page's own addresses against. @returns {string} */
export function readBase() {
  return get?.call(document);
}

/** Resolves an address against the page's own, whatever its `base` says: a token must not follow it
 * elsewhere. @param {unknown} address */
export function resolve(address) {
  const { href } = location;
  // A frame with `srcdoc` has no address of its own.
  return new URL(String(address), href.startsWith("about:") ? readBase() : href);
}
