//! The widget's parts in a browser, compiled to WebAssembly, with a real sandbox.

#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn tests_run_in_a_browser() {
    assert_eq!(2 + 2, 4);
}
