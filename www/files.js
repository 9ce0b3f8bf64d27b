// Stands in for the module of this name that `cargo xtask` makes for each build,
// with the real names and hashes. It is here for the type checker and for editors.

/**
 * A file beside the module: where it is, and the hash it must have. Each has an expression
 * of its own, as bundlers look for exactly this one, and take the file along.
 * @typedef {{ name: string, url: () => URL, integrity: string }} File
 */

/** The widget's version. */
export const VERSION = "0.0.0";

/**
 * Every file that the module may fetch, by the name that it has before its hash is in it.
 * @type {{ "lead-phone-form.wasm": File } & Partial<Record<string, File>>}
 */
export const FILES = {
  "lead-phone-form.wasm": {
    name: "lead-phone-form.wasm",
    url: () => new URL("./lead-phone-form.wasm", import.meta.url),
    integrity: "",
  },
};
