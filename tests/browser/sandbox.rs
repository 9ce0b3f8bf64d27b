//! The sandbox that `cargo xtask test` starts beside these tests.

use js_sys::Reflect;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Response;

/// Its origin, such as `http://127.0.0.1:40123`.
///
/// The page of the tests comes from a server that also serves the repository's
/// files, and xtask has written the origin to one of them.
pub async fn origin() -> String {
    let found = get("/target/browser-tests/sandbox.json").await;
    let json = JsFuture::from(found.json().unwrap()).await.unwrap();
    Reflect::get(&json, &"origin".into()).unwrap().as_string().unwrap()
}

async fn get(url: &str) -> Response {
    let window = web_sys::window().unwrap();
    let answer = JsFuture::from(window.fetch_with_str(url)).await;
    answer.expect("the server answers").unchecked_into()
}

#[wasm_bindgen_test]
async fn the_sandbox_answers_a_page_of_another_origin() {
    let answer = get(&format!("{}/sandbox/leads", origin().await)).await;
    assert_eq!(answer.status(), 200);
}
