//! What passes between a submit and its end, and what is said meanwhile.

use super::super::explanation::Explanation;
use super::super::fields::Fields;
use super::super::notice::Notice;
use super::super::texts::Text;
use super::{Effect, State};
use crate::api::answer::{Failure, Kind};
use crate::api::phone::Operation;

/// The longest countdown, in milliseconds: whoever is sent away for longer has no use for
/// seconds.
const LONGEST_COUNTDOWN: u32 = 3_600_000;

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
    total: u32,
    /// In seconds.
    left: u32,
    text: Text,
}

impl Countdown {
    fn start(total: u32, text: Text) -> Countdown {
        Countdown { total, left: total.div_ceil(1000), text }
    }

    /// In seconds, or in minutes where those would be many.
    fn notice(&self) -> Notice {
        match self.text {
            Text::SaveAgainIn if self.left > 90 => {
                Notice::new(Text::SaveAgainInMinutes).with_count("minutes", self.left.div_ceil(60))
            }
            text => Notice::new(text).with_count("seconds", self.left),
        }
    }
}

impl State {
    /// What is said about the save, or else about the network.
    pub fn shown_status(&self) -> Option<Notice> {
        let progress = self.sending.as_ref().and_then(|sending| match sending.progress {
            Progress::Sent => None,
            Progress::Slow => Some(Text::StillSaving.into()),
            Progress::Waiting(_) | Progress::SentAgain => Some(Text::TryingAgain.into()),
        });
        progress
            .or_else(|| self.offline.then(|| Text::Offline.into()))
            .or_else(|| self.status.clone())
    }

    /// The countdown, apart from the status: read aloud each second, it would be all that
    /// can be heard.
    pub fn countdown(&self) -> Option<Notice> {
        self.countdown.as_ref().map(Countdown::notice)
    }

    /// Whether a save waits to be sent again.
    pub fn waits(&self) -> bool {
        self.sending
            .as_ref()
            .is_some_and(|sending| matches!(sending.progress, Progress::Waiting(_)))
    }

    pub(super) fn try_again(&mut self, failure: Failure, wait: u32) {
        let Some(sending) = &mut self.sending else { return };
        let told = failure.retry_after == Some(wait);
        sending.progress = Progress::Waiting(failure);
        self.ask(Effect::Wait(wait));
        if told {
            self.start_countdown(wait, Text::TryingAgainIn);
        }
    }

    fn start_countdown(&mut self, total: u32, text: Text) {
        self.countdown = Some(Countdown::start(total, text));
        self.ask(Effect::CountDown);
    }

    pub(super) fn again(&mut self) {
        if !self.waits() {
            return;
        }
        self.countdown = None;
        if let Some(sending) = &mut self.sending {
            sending.progress = Progress::SentAgain;
        }
        self.ask(Effect::SendAgain);
    }

    pub(super) fn slow(&mut self) {
        if let Some(Sending { progress: progress @ Progress::Sent, .. }) = &mut self.sending {
            *progress = Progress::Slow;
        }
    }

    pub(super) fn counted_down(&mut self, passed: u32) {
        if let Some(countdown) = &mut self.countdown {
            countdown.left = countdown.total.saturating_sub(passed).div_ceil(1000);
            if countdown.left == 0 {
                self.countdown = None;
            }
        }
    }

    pub(super) fn online(&mut self, online: bool) {
        let back = std::mem::replace(&mut self.offline, !online) && online;
        let unsaved = self.dirty() || self.errors.form.is_some();
        if back && unsaved && self.sending.is_none() && self.status.is_none() {
            self.status = Some(Text::BackOnline.into());
        }
    }

    pub(super) fn removed(&mut self) {
        self.countdown = None;
        self.give_up();
    }

    /// Ends a wait that the host has taken the ground from: the same cannot be sent again
    /// to another place, nor by a form that is switched off.
    pub(super) fn end_wait(&mut self, before: Target) {
        if self.settings.disabled || self.target() != before {
            self.countdown = None;
        }
        let over = self.sending.as_ref().is_some_and(|sending| {
            sending.target != self.target()
                || sending.base_url != self.settings.base_url
                || self.settings.disabled
                || !self.is_configured()
        });
        if over {
            self.give_up();
        }
    }

    /// Ends a wait with what it waits after.
    fn give_up(&mut self) {
        let failure = match &mut self.sending {
            Some(Sending { progress: progress @ Progress::Waiting(_), .. }) => {
                std::mem::take(progress)
            }
            _ => return,
        };
        self.countdown = None;
        if let Progress::Waiting(failure) = failure {
            self.answered(Err(failure));
        }
    }

    /// What a failed save is told as. What the API says of a create that may have been
    /// carried out before is no news about the number.
    pub(super) fn explain(&mut self, failure: &Failure, sent: &Sending) -> Explanation {
        let mut told = Explanation::of(failure, sent.operation);
        let this = (sent.target, sent.fields.clone());
        if failure.kind == Kind::Duplicate && self.unknown.as_ref() == Some(&this) {
            told.number = told.number.map(|notice| notice.then(Text::SavedEarlier));
        }
        if sent.operation == Operation::Create && failure.kind.leaves_a_create_unknown() {
            self.unknown = Some(this);
        }
        told
    }

    /// Says when it is worth while to save again, where the API says so.
    pub(super) fn count_down_after(&mut self, kind: Kind, asked: Option<u32>) {
        if let Some(asked @ 1..=LONGEST_COUNTDOWN) = asked
            && kind == Kind::RateLimited
            && !self.settings.disabled
        {
            self.start_countdown(asked, Text::SaveAgainIn);
        }
    }
}

#[cfg(test)]
#[path = "waiting_tests.rs"]
mod tests;
