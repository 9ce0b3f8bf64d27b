//! The runner of tests compiled to WebAssembly: wasm-bindgen's own, as a
//! library, so that there is no second install and its version cannot drift.

use std::ffi::OsString;

use anyhow::Result;

/// Runs one compiled test file in a browser; Cargo gives its path first.
///
/// # Errors
///
/// If a test fails or the browser does not start.
pub fn run(arguments: Vec<OsString>) -> Result<()> {
    let name = OsString::from("wasm-bindgen-test-runner");
    let arguments = std::iter::once(name).chain(arguments);
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(arguments)
}
