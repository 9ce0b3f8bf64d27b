//! Builds the host in `www/hosts/yew` the way a host's own tools would.

use std::path::PathBuf;

use anyhow::{Context as _, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::tools::rust::TARGET;
use crate::{process, tools, workspace};

/// The name of the package and of its binary.
const PACKAGE: &str = "yew-portal";

/// Builds the host's WebAssembly and its JavaScript, and returns their folder.
pub(super) fn build() -> Result<PathBuf> {
    tools::rust::wasm_target()?;
    let mut cargo = process::cargo();
    cargo.args(["build", "--package", PACKAGE, "--target", TARGET]);
    process::run(&mut cargo).context("the host in www/hosts/yew does not compile")?;
    let compiled = workspace::cargo_target().join(TARGET).join("debug");
    let folder = workspace::made("hosts/yew-portal");
    Bindgen::new()
        .input_path(compiled.join(PACKAGE).with_extension("wasm"))
        .out_name("portal")
        .web(true)
        .context("wasm-bindgen refuses to build for the web")?
        .omit_default_module_path(false)
        .typescript(false)
        .generate(&folder)
        .context("wasm-bindgen cannot read the host in www/hosts/yew")?;
    Ok(folder)
}
