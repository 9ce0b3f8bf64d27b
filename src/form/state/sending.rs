//! A request on its way, and the time that passes before something can be done.

use crate::api::answer::Failure;
use crate::api::phone::Operation;
use crate::form::state::fields::Fields;
use crate::form::text::message_id::MessageId;
use crate::form::text::notice::Notice;

/// A request on its way: what it left with.
#[derive(Clone, Debug, PartialEq)]
pub struct Sending {
    /// Which call it is.
    pub operation: Operation,
    pub(super) target: Target,
    pub(super) fields: Fields,
    pub(super) base_url: String,
    pub(super) progress: Progress,
}

/// The ids that a request belongs to, whatever the host sets afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Target {
    pub(super) lead_id: Option<u64>,
    pub(super) phone_id: Option<u64>,
}

/// How far a save has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Progress {
    /// It is on its way.
    #[default]
    Sent,
    /// It has been on its way for long.
    Slow,
    /// It ended like this, and is sent again once the wait is over.
    Waiting(Failure),
    /// It is on its way again.
    SentAgain,
}

/// Time that passes before something can be done.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Countdown {
    /// In milliseconds.
    pub(super) total: u32,
    /// In seconds.
    pub(super) left: u32,
    pub(super) text: MessageId,
}

impl Countdown {
    pub(super) fn start(total: u32, text: MessageId) -> Countdown {
        Countdown { total, left: total.div_ceil(1000), text }
    }

    /// In seconds, or in minutes where those would be many.
    pub(super) fn notice(&self) -> Notice {
        match self.text {
            MessageId::SaveAgainIn if self.left > 90 => Notice::new(MessageId::SaveAgainInMinutes)
                .with_count("minutes", self.left.div_ceil(60)),
            text => Notice::new(text).with_count("seconds", self.left),
        }
    }
}
