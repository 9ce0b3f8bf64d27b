//! The progress of a save, and countdowns.

use crate::api::answer::Failure;
use crate::api::phone::Operation;
use crate::form::state::fields::Fields;
use crate::form::text::message_id::MessageId;
use crate::form::text::notice::Notice;

/// A save in progress, with the values at the time of the submit.
#[derive(Clone, Debug, PartialEq)]
pub struct Sending {
    /// Which call it is.
    pub operation: Operation,
    pub(super) target: Target,
    pub(super) fields: Fields,
    pub(super) base_url: String,
    pub(super) progress: Progress,
    /// The number that is sent, in E.164.
    pub(super) number: String,
    /// Whether the user has begun to type the number after this one.
    pub(super) has_next: bool,
}

/// The ids that a request belongs to, even if the host sets others later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Target {
    pub(super) lead_id: Option<u64>,
    pub(super) phone_id: Option<u64>,
}

/// The progress of a save.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Progress {
    /// The request is in progress.
    #[default]
    Sent,
    /// The request takes long.
    Slow,
    /// The request failed in this way and is retried after the wait.
    Waiting(Failure),
    /// The retry is in progress.
    SentAgain,
}

/// A countdown until something can be done.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Countdown {
    /// The total time, in milliseconds.
    pub(super) total: u32,
    /// The time left, in seconds.
    pub(super) left: u32,
    pub(super) text: MessageId,
}

impl Countdown {
    pub(super) fn start(total: u32, text: MessageId) -> Countdown {
        Countdown { total, left: total.div_ceil(1000), text }
    }

    /// The text in seconds, or in minutes if there are many seconds.
    pub(super) fn notice(&self) -> Notice {
        match self.text {
            MessageId::SaveAgainIn if self.left > 90 => Notice::new(MessageId::SaveAgainInMinutes)
                .with_count("minutes", self.left.div_ceil(60)),
            text => Notice::new(text).with_count("seconds", self.left),
        }
    }
}
