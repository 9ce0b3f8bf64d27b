//! The JavaScript between the page and the WebAssembly, by wasm-bindgen.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use wasm_bindgen_cli_support::Bindgen;

use super::{Profile, made};

/// What wasm-bindgen makes of the compiled crate.
#[derive(Debug)]
pub struct Glue {
    /// An ES module whose `instantiate` makes one instance each time.
    pub javascript: String,
    /// The WebAssembly.
    pub wasm: Vec<u8>,
}

/// wasm-bindgen's glue keeps one instance in its variables. As the body of a function it has
/// other variables at each call, so that a page can have another instance after one has failed.
/// It takes the global `WebAssembly` from its parameter: so `www/instance.js` can guard the
/// exports. Without a `document` the glue does not look for its own script.
const BEFORE: &str = "export function instantiate(WebAssembly, document) {\n";
const AFTER: &str = "return wasm_bindgen;\n}\n";

/// The types of that module, to be added to wasm-bindgen's own.
const TYPES: &str = "
export function instantiate(WebAssembly: {
    Instance: typeof globalThis.WebAssembly.Instance;
    instantiate(
        bytes: BufferSource,
        imports: WebAssembly.Imports,
    ): Promise<WebAssembly.WebAssemblyInstantiatedSource>;
    instantiateStreaming(
        response: Response,
        imports: WebAssembly.Imports,
    ): Promise<WebAssembly.WebAssemblyInstantiatedSource>;
}): typeof wasm_bindgen;
export type Form = wasm_bindgen.Form;
";

/// Generates the glue, for scripts rather than for modules: that can stand within a function.
/// Its files stay in `target/widget/<profile>`, where `www/tsconfig.json` finds `./glue.js`.
///
/// # Errors
///
/// If wasm-bindgen cannot read the compiled widget.
pub(super) fn generate(compiled: &Path, profile: Profile) -> Result<Glue> {
    let folder = made(profile);
    Bindgen::new()
        .input_path(compiled)
        .out_name("glue")
        .no_modules(true)
        .context("wasm-bindgen refuses to build for scripts")?
        // The module says where the WebAssembly is, with its hash.
        .omit_default_module_path(true)
        .typescript(true)
        .debug(profile == Profile::Dev)
        .generate(&folder)
        .context("wasm-bindgen cannot read the compiled widget")?;
    let (script, types) = (folder.join("glue.js"), folder.join("glue.d.ts"));
    let javascript = [BEFORE, &fs::read_to_string(&script)?, AFTER].concat();
    fs::write(&script, &javascript)?;
    fs::write(&types, fs::read_to_string(&types)? + TYPES)?;
    Ok(Glue { javascript, wasm: fs::read(folder.join("glue_bg.wasm"))? })
}
