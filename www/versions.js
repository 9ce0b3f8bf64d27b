// Tells the page's developers that two versions of the element are on one page. The first one that is
// there defines the element; nothing of the other is used.

import { VERSION, WASM } from "./files.js";

/** The property of the element's class with the function that returns where its files are. A symbol,
 * because the class's other members are the page's to use. */
export const PLACE = Symbol.for("lead-phone-form.place");

/** Where the files of this version are. */
export const place = WASM.url;

/** Says once which version is used, and which is not. Another copy of the same version is harmless.
 * @param {any} defined the class that was defined first */
export function tellOtherVersion(defined) {
  if (defined.version !== VERSION) {
    console.warn(
      `<lead-phone-form> ${VERSION} from ${read(place)} is not used: ${defined.version} from ${read(defined[PLACE])} was there first.`,
    );
  }
}

/** The address of a version's script. @param {() => URL} placeOf */
function read(placeOf) {
  try {
    return new URL("lead-phone-form.js", placeOf()).href;
  } catch {
    // A bundle that is a classic script does not know where it is, and old versions do not say.
    return "elsewhere";
  }
}
