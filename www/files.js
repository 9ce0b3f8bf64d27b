// Stands in for the module of this name that `cargo xtask` makes for each build,
// with the real names and hashes. It is here for the type checker and for editors.

/**
 * A file beside the module: where it is, and the hash it must have. Each has an expression
 * of its own, as bundlers look for exactly this one, and take the file along.
 * @typedef {{ name: string, url: () => URL, integrity: string }} File
 */

/** The widget's version. */
export const VERSION = "0.0.0";

/** The WebAssembly. @type {File} */
export const WASM = {
  name: "lead-phone-form.wasm",
  url: () => new URL("./lead-phone-form.wasm", import.meta.url),
  integrity: "",
};

/** The numbering plans, by their world zone. @type {Partial<Record<number, File>>} */
export const PLANS = {};
