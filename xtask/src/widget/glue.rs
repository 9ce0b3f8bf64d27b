//! Generates the JavaScript between the page and the WebAssembly with wasm-bindgen.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use wasm_bindgen_cli_support::Bindgen;

use super::{Profile, made};

/// The output of wasm-bindgen for the compiled crate.
#[derive(Debug)]
pub struct Glue {
    /// An ES module whose `instantiate` creates a new instance with each call.
    pub javascript: String,
    /// The WebAssembly.
    pub wasm: Vec<u8>,
}

/// wasm-bindgen's glue keeps one instance in its variables. Inside this function, each call has new
/// variables, so that a page can create another instance after one has failed. The parameter
/// `WebAssembly` hides the global one, so that `www/instance.js` can guard the exports. The
/// parameter `document` stays undefined, so that the glue does not look for its own script. The
/// others hide what the page may replace.
const BEFORE: &str = "export function instantiate(WebAssembly, document, queueMicrotask, Date, TextDecoder, TextEncoder) {\n";
const AFTER: &str = "return wasm_bindgen;\n}\n";

/// The types of that module, which are added to wasm-bindgen's own.
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
}, document: undefined, queueMicrotask: unknown, Date: unknown, TextDecoder: unknown, TextEncoder: unknown): typeof wasm_bindgen;
export type Form = wasm_bindgen.Form;
";

/// Generates the glue as a script and not as a module, because a script can be the body of a
/// function. Its files stay in `target/widget/<profile>`, where `www/tsconfig.json` finds
/// `./glue.js`.
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
        // `files.js` has the address of the WebAssembly, with its hash.
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
