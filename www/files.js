// Stands in for the module of this name that `cargo xtask` makes for each build,
// with the real hashes. It is here for the type checker and for editors.

/**
 * A file beside the module: what to fetch, and the hash it must have.
 * @typedef {{ name: string, integrity: string }} File
 */

/** The widget's version. */
export const VERSION = "0.0.0";

/**
 * Every file that the module may fetch, by name.
 * @type {{ "lead-phone-form.wasm": File } & Partial<Record<string, File>>}
 */
export const FILES = {
  "lead-phone-form.wasm": { name: "lead-phone-form.wasm", integrity: "" },
};
