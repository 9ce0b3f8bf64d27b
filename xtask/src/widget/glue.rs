//! The JavaScript between the page and the WebAssembly, by wasm-bindgen.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use wasm_bindgen_cli_support::Bindgen;

use super::{Profile, module};
use crate::workspace;

/// What wasm-bindgen makes of the compiled crate.
#[derive(Debug)]
pub(super) struct Glue {
    /// An ES module whose `instantiate` makes one instance each time.
    pub(super) javascript: String,
    /// The WebAssembly, with what only wasm-bindgen reads taken out, and the names of its
    /// functions left in.
    pub(super) wasm: Vec<u8>,
}

/// What [`module::instantiable`] makes of the glue, for the type checker.
const INSTANTIATE: &str = "
export function instantiate(
    guard: (exports: WebAssembly.Exports) => WebAssembly.Exports,
): {
    imports: () => WebAssembly.Imports;
    begin: (instance: WebAssembly.Instance) => void;
    Form: typeof Form;
    setPlanFetch: typeof setPlanFetch;
};
";

/// Generates the glue. Its files stay in `target/widget/<profile>`, where
/// `www/tsconfig.json` finds the declarations of `./glue.js`.
pub(super) fn generate(compiled: &Path, profile: Profile) -> Result<Glue> {
    let folder = workspace::made("widget").join(profile.folder());
    let dev = profile == Profile::Dev;
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(compiled)
        .out_name("glue")
        .web(true)
        .context("wasm-bindgen refuses to build for the web")?
        // The module says where the WebAssembly is, with its hash.
        .omit_default_module_path(true)
        .typescript(true)
        .debug(dev)
        // `reduce` reads them.
        .remove_name_section(false)
        .remove_producers_section(!dev)
        .generate(&folder)
        .context("wasm-bindgen cannot read the compiled widget")?;
    let declarations = folder.join("glue.d.ts");
    let declared = fs::read_to_string(&declarations)?;
    fs::write(&declarations, declared + INSTANTIATE)?;
    Ok(Glue {
        javascript: module::instantiable(&fs::read_to_string(folder.join("glue.js"))?)?,
        wasm: fs::read(folder.join("glue_bg.wasm"))?,
    })
}
