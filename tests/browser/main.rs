//! Tests of the widget's modules, compiled to WebAssembly, in a browser with a real sandbox.
//!
//! `cargo xtask test --only browser` runs them, once for each engine.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by a panic")]

mod element;
mod host_page;
mod hostile;
mod languages;
mod request;
mod sandbox;
mod typing;
mod value;
mod waiting;
mod words;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
