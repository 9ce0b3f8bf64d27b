//! The values that the host's callbacks get, read from the details of DOM events.

use crate::api::answer::{FieldErrors, Kind};
use crate::api::phone::Operation;
use crate::api::value::Value;
use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::CustomEvent;

/// A request that is about to be sent.
///
/// ```no_run
/// use lead_phone_form::component::Submission;
/// use yew::Callback;
///
/// let onsubmit = Callback::from(|submission: Submission| {
///     if submission.phone_id == Some(34566) {
///         submission.prevent_default();
///     }
/// });
/// # let _: Callback<Submission> = onsubmit;
/// ```
#[derive(Clone, Debug)]
pub struct Submission {
    /// Which API call it is.
    pub operation: Operation,
    /// The phone that is updated.
    pub phone_id: Option<u64>,
    /// The request body, an object.
    pub body: JsValue,
    event: CustomEvent,
}

impl Submission {
    pub(super) fn read(event: &CustomEvent) -> Option<Submission> {
        let detail = event.detail();
        let read = Value::from_js(&detail);
        Some(Submission {
            operation: operation(&read)?,
            phone_id: read.get("phoneId").and_then(Value::as_id),
            body: Reflect::get(&detail, &"body".into()).ok()?,
            event: event.clone(),
        })
    }

    /// Cancels the request.
    pub fn prevent_default(&self) {
        self.event.prevent_default();
    }
}

/// An error of the form.
///
/// ```
/// use lead_phone_form::component::{ErrorKind, FormError, Kind};
///
/// fn is_to_sign_in(error: &FormError) -> bool {
///     error.kind == ErrorKind::Form(Kind::Unauthenticated)
/// }
///
/// let error = FormError {
///     kind: ErrorKind::Form(Kind::Unauthenticated),
///     operation: None,
///     status: Some(401),
///     message: "You are signed out.".to_owned(),
///     errors: None,
/// };
/// assert!(is_to_sign_in(&error));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct FormError {
    /// The kind of error.
    pub kind: ErrorKind,
    /// The call that failed; `None` if the error is not about a save.
    pub operation: Option<Operation>,
    /// The HTTP status; `None` if there was no answer.
    pub status: Option<u16>,
    /// The text that the form shows.
    pub message: String,
    /// The API's error texts by field, in the API's order.
    pub errors: Option<Vec<FieldErrors>>,
}

impl FormError {
    pub(super) fn read(event: &CustomEvent) -> FormError {
        let detail = Value::from_js(&event.detail());
        let text = |name| detail.get(name).and_then(Value::as_str).unwrap_or_default();
        let errors = match detail.get("errors") {
            Some(Value::Object(fields)) => {
                let texts = |value: &Value| match value {
                    Value::Array(texts) => {
                        texts.iter().filter_map(Value::as_str).map(str::to_owned).collect()
                    }
                    _ => Vec::new(),
                };
                Some(fields.iter().map(|(name, value)| (name.clone(), texts(value))).collect())
            }
            _ => None,
        };
        FormError {
            kind: ErrorKind::read(text("kind")),
            operation: operation(&detail),
            status: detail
                .get("status")
                .and_then(Value::as_integer)
                .and_then(|status| status.try_into().ok()),
            message: text("message").to_owned(),
            errors,
        }
    }
}

/// The kind of an error.
///
/// ```
/// use lead_phone_form::component::{ErrorKind, Kind};
///
/// fn was_saved_before(kind: ErrorKind) -> bool {
///     matches!(kind, ErrorKind::Form(Kind::Duplicate))
/// }
///
/// assert!(was_saved_before(ErrorKind::Form(Kind::Duplicate)));
/// assert!(!was_saved_before(ErrorKind::Load));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A save failed, or a setting is wrong.
    Form(Kind),
    /// The form could not be loaded.
    Load,
    /// The form has failed internally, or it is a later version that reports a kind unknown here.
    Internal,
}

impl ErrorKind {
    fn read(word: &str) -> ErrorKind {
        match Kind::ALL.into_iter().find(|kind| kind.as_str() == word) {
            Some(kind) => ErrorKind::Form(kind),
            None if word == "load" => ErrorKind::Load,
            None => ErrorKind::Internal,
        }
    }
}

fn operation(detail: &Value) -> Option<Operation> {
    let word = detail.get("operation")?.as_str()?;
    [Operation::Create, Operation::Update].into_iter().find(|it| it.as_str() == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_is_known_by_its_word() {
        for kind in Kind::ALL {
            assert_eq!(ErrorKind::read(kind.as_str()), ErrorKind::Form(kind));
        }
        assert_eq!(ErrorKind::read("load"), ErrorKind::Load);
        assert_eq!(ErrorKind::read("internal"), ErrorKind::Internal);
        assert_eq!(ErrorKind::read("of next year"), ErrorKind::Internal);
    }
}
