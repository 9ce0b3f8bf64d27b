//! The source of tokens: a text or a function that the host has set.

use super::object::object;
use super::token::Token;
use js_sys::Function;
use wasm_bindgen::JsValue;

/// Why a token function is called: the `reason` of its argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A request is about to be sent.
    Initial,
    /// The API answered 401 to the token that the function returned last.
    Unauthenticated,
}

/// The value of the host's `token` property.
#[derive(Clone, Debug)]
pub enum Credentials {
    /// A token.
    Token(Token),
    /// A function that returns a token or a promise of one.
    Function(Function),
}

impl Credentials {
    /// Whether another call may give another token.
    pub fn can_be_asked_again(&self) -> bool {
        matches!(self, Credentials::Function(_))
    }
}

/// Calls a token function. The result may be a promise; `None` if the function throws.
pub(super) fn ask(function: &Function, reason: Reason) -> Option<JsValue> {
    let reason = match reason {
        Reason::Initial => "initial",
        Reason::Unauthenticated => "unauthenticated",
    };
    let argument = object(&[("reason", reason.into())]);
    function.call1(&JsValue::UNDEFINED, &argument).ok()
}
