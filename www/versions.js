// Tells the page's developers that two versions of the element are on one page. The first one that is
// there defines the element; nothing of the other is used.

import { VERSION, WASM } from "./files.js";

/** The property of the element's class with the function `place`. A symbol, because the class's other
 * members are the page's to use. */
export const PLACE = Symbol.for("lead-phone-form");

/** The address of this script, if it is not in a bundle that does not know where it is. */
export function place() {
  try {
    return new URL("lead-phone-form.js", WASM.url());
  } catch {
    return undefined;
  }
}

/** Says once which version is used, and which is not. Another copy of the same version is harmless.
 * @param {any} defined the class that was defined first */
function tellOtherVersion(defined) {
  if (defined.version !== VERSION) {
    console.warn(
      `<lead-phone-form> ${VERSION} (${place()}) is not used: ${defined.version} (${defined[PLACE]?.()}) is.`,
    );
  }
}

/** Defines the element, unless the script is loaded twice. In Node there is no registry.
 * @param {CustomElementConstructor} element */
export function defineOnce(element) {
  const { customElements } = globalThis;
  const defined = customElements?.get("lead-phone-form");
  if (defined) {
    tellOtherVersion(defined);
  } else {
    customElements?.define("lead-phone-form", element);
  }
}
