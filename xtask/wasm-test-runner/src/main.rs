//! The program that `cargo test` calls with each test that is compiled to WebAssembly:
//! wasm-bindgen's own test runner, at the version that the widget uses.
//!
//! It is a crate of its own because its web server and its HTTP client take longer to compile
//! than the rest of xtask, and only `cargo xtask test` needs them.

fn main() -> anyhow::Result<()> {
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::env::args_os())
}
