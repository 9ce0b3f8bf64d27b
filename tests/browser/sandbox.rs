//! The sandbox that `cargo xtask test` runs beside the browser tests.

use serde_json::{Value, json};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestInit, Response};

/// A running sandbox.
pub struct Sandbox {
    origin: String,
}

impl Sandbox {
    /// Finds it, and removes the faults and requests of other tests.
    pub async fn find() -> Sandbox {
        let found = fetch("/target/browser-tests/sandbox.json", &RequestInit::new()).await;
        let origin = found["origin"].as_str().expect("the sandbox's origin").to_owned();
        let sandbox = Sandbox { origin };
        sandbox.send("DELETE", "/sandbox/faults", None).await;
        sandbox.send("DELETE", "/sandbox/requests", None).await;
        sandbox
    }

    /// The API's address.
    pub fn base_url(&self) -> String {
        format!("{}/api/v2", self.origin)
    }

    /// Orders the next answers.
    pub async fn order(&self, fault: Value) {
        self.send("POST", "/sandbox/faults", Some(fault)).await;
    }

    /// The requests since [`Sandbox::find`] without preflights: method, path and status.
    pub async fn requests(&self) -> Vec<Value> {
        let all = self.send("GET", "/sandbox/requests", None).await;
        let all = all["requests"].as_array().cloned().unwrap_or_default();
        all.into_iter().filter(|request| request["method"] != "OPTIONS").collect()
    }

    /// A number that no test has saved yet.
    pub fn new_number() -> String {
        use std::sync::atomic::{AtomicU32, Ordering};
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let started = (js_sys::Date::now() as u64 / 10) % 100_000;
        let next = u64::from(NEXT.fetch_add(1, Ordering::Relaxed));
        format!("+1514{:07}", 2_000_000 + (started * 60 + next) % 7_000_000)
    }

    async fn send(&self, method: &str, path: &str, body: Option<Value>) -> Value {
        let options = RequestInit::new();
        options.set_method(method);
        if let Some(body) = body {
            options.set_body(&body.to_string().into());
        }
        fetch(&format!("{}{path}", self.origin), &options).await
    }
}

/// The answer of a URL, parsed as JSON; null if it is empty.
async fn fetch(url: &str, options: &RequestInit) -> Value {
    let window = web_sys::window().expect("a window");
    let promise = window.fetch_with_str_and_init(url, options);
    let response: Response = JsFuture::from(promise).await.expect(url).unchecked_into();
    assert!(response.ok(), "{url} answered {}", response.status());
    let text: JsValue = JsFuture::from(response.text().expect("a body")).await.expect("a text");
    serde_json::from_str(&text.as_string().unwrap_or_default()).unwrap_or(json!(null))
}
