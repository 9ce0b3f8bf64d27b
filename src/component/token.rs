//! The `token` property for a host in Rust.

use crate::api::credentials::Reason;
use js_sys::{Function, Promise, Reflect};
use std::fmt;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::future_to_promise;

/// A token, or a function that returns one. Its `Debug` prints no part of it.
///
/// Two functions are equal only if one is a clone of the other. Create the function once when the
/// application starts, not on each render.
///
/// ```no_run
/// use lead_phone_form::component::{Reason, TokenSource};
///
/// let token = TokenSource::function(|reason| async move {
///     match reason {
///         Reason::Initial => Ok("the token of the session".to_owned()),
///         Reason::Unauthenticated => Err("sign in again".into()),
///     }
/// });
/// # let _: TokenSource = token;
/// ```
#[derive(Clone, PartialEq)]
pub struct TokenSource(JsValue);

impl TokenSource {
    /// Makes a source from a function, which is called before each request and once more after a
    /// 401. If it fails, the save ends with an error of kind `configuration`; the value that it
    /// failed with is ignored.
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
        // JavaScript's garbage collector owns the closure: a save may call it after the component
        // is gone, and the element with its token may be collected at any later time.
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

/// A JavaScript function of the page, as the element's `token` property accepts it.
impl From<Function> for TokenSource {
    fn from(function: Function) -> TokenSource {
        TokenSource(function.into())
    }
}
