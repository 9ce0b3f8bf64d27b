//! Where a token comes from, as a host in Rust says it.

use crate::api::credentials::Reason;
use js_sys::{Function, Promise, Reflect};
use std::fmt;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::future_to_promise;

/// A token, or a function that returns one. Its `Debug` prints no part of it.
///
/// Two functions are equal if one is a clone of the other: make one when the application
/// starts, not at each drawing.
#[derive(Clone, PartialEq)]
pub struct TokenSource(JsValue);

impl TokenSource {
    /// A function that is asked before each request, and once more after a 401. Where it
    /// fails, the save ends in an error of kind `configuration`; what it failed with is read
    /// by nobody.
    pub fn function<A>(ask: impl Fn(Reason) -> A + 'static) -> TokenSource
    where
        A: Future<Output = Result<String, JsValue>> + 'static,
    {
        let closure = Closure::<dyn Fn(JsValue) -> Promise>::new(move |request| {
            let reason = Reflect::get(&request, &"reason".into()).ok();
            let reason = match reason.and_then(|reason| reason.as_string()).as_deref() {
                Some("unauthenticated") => Reason::Unauthenticated,
                _ => Reason::Initial,
            };
            let answer = ask(reason);
            future_to_promise(async move { answer.await.map(JsValue::from) })
        });
        // JavaScript's collector owns it from here on: a save may ask after the component is
        // gone, and the element with its token may be collected any time after that.
        TokenSource(closure.into_js_value())
    }

    pub(super) fn to_js(&self) -> JsValue {
        self.0.clone()
    }
}

impl fmt::Debug for TokenSource {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("TokenSource")
    }
}

impl From<&str> for TokenSource {
    fn from(token: &str) -> TokenSource {
        TokenSource(token.into())
    }
}

impl From<String> for TokenSource {
    fn from(token: String) -> TokenSource {
        TokenSource(token.into())
    }
}

/// A function of the page's own, as `token` takes it in JavaScript.
impl From<Function> for TokenSource {
    fn from(function: Function) -> TokenSource {
        TokenSource(function.into())
    }
}
