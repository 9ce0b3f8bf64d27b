//! Where a token comes from: the host, once or each time that it is asked.

use super::object::object;
use super::token::Token;
use js_sys::Function;
use wasm_bindgen::JsValue;

/// Why a token function is called; its argument's `reason`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A request is about to be sent.
    Initial,
    /// The API has answered 401 to the token that the function returned last.
    Unauthenticated,
}

/// What the host has set as `token`.
#[derive(Clone, Debug)]
pub enum Credentials {
    /// A token.
    Token(Token),
    /// A function that returns one, or a promise of one.
    Function(Function),
}

impl Credentials {
    /// Whether asking again may give another token.
    pub fn can_be_asked_again(&self) -> bool {
        matches!(self, Credentials::Function(_))
    }
}

/// What a token function returns, which may be a promise; `None` where it throws.
pub(super) fn ask(function: &Function, reason: Reason) -> Option<JsValue> {
    let reason = match reason {
        Reason::Initial => "initial",
        Reason::Unauthenticated => "unauthenticated",
    };
    let argument = object(&[("reason", reason.into())]);
    function.call1(&JsValue::UNDEFINED, &argument).ok()
}
