//! The event that reports an error to the host.

use crate::api::answer::{FieldErrors, Kind};
use crate::api::phone::Operation;
use crate::form::text::messages::Texts;
use crate::form::text::notice::Notice;

/// The detail of `lead-phone-error`.
#[derive(Clone, Debug, PartialEq)]
pub struct ErrorEvent {
    /// The kind of error, from the contract's table.
    pub kind: Kind,
    /// The call that failed; `None` for settings.
    pub operation: Option<Operation>,
    /// The HTTP status, if there was an answer.
    pub status: Option<u16>,
    /// The text that the form shows.
    pub message: String,
    /// The API's error texts by field.
    pub errors: Option<Vec<FieldErrors>>,
}

impl ErrorEvent {
    pub(in crate::form) fn configuration(notice: &Notice, texts: &Texts<'_>) -> ErrorEvent {
        ErrorEvent {
            kind: Kind::Configuration,
            operation: None,
            status: None,
            message: notice.say(texts),
            errors: None,
        }
    }
}
