//! Where a token comes from: the host, once or each time that it is asked.

use super::token::{Token, TokenError};
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

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

    /// The token for one request.
    ///
    /// # Errors
    ///
    /// [`TokenError`] where a function throws, its promise rejects, or what comes back is
    /// not a text that a header can carry.
    pub async fn token(&self, reason: Reason) -> Result<Token, TokenError> {
        match self {
            Credentials::Token(token) => Ok(token.clone()),
            Credentials::Function(function) => {
                let text = ask(function, reason).await.ok_or(TokenError::Missing)?;
                Token::new(&text)
            }
        }
    }
}

async fn ask(function: &Function, reason: Reason) -> Option<String> {
    let reason = match reason {
        Reason::Initial => "initial",
        Reason::Unauthenticated => "unauthenticated",
    };
    let argument = Object::new();
    Reflect::set(&argument, &"reason".into(), &reason.into()).ok()?;
    let answer = function.call1(&JsValue::UNDEFINED, &argument).ok()?;
    JsFuture::from(Promise::resolve(&answer)).await.ok()?.as_string()
}
