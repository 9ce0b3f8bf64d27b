//! A save between the submit and its end: retries, countdowns and status texts.

use super::sending::{Countdown, Progress, Sending, Target};
use super::{Effect, State, submission};
use crate::api::answer::{Failure, Kind};
use crate::api::phone::Operation;
use crate::form::state::explanation::Explanation;
use crate::form::text::message_id::MessageId;
use crate::form::text::notice::Notice;

/// The longest countdown, in milliseconds. For a longer wait, seconds are of no use.
const LONGEST_COUNTDOWN: u32 = 3_600_000;

impl State {
    /// The status: about the save, or else about the network.
    pub fn shown_status(&self) -> Option<Notice> {
        let progress = self.sending.as_ref().and_then(|sending| match sending.progress {
            Progress::Sent => None,
            Progress::Slow => Some(MessageId::StillSaving.into()),
            Progress::Waiting(_) | Progress::SentAgain => Some(MessageId::TryingAgain.into()),
        });
        progress
            .or_else(|| self.offline.then(|| MessageId::Offline.into()))
            .or_else(|| self.status.clone())
    }

    /// The countdown, separate from the status: if a screen reader announced it each second, the
    /// user could hear nothing else.
    pub fn countdown(&self) -> Option<Notice> {
        self.countdown.as_ref().map(Countdown::notice)
    }

    /// Whether the API has asked to wait before the next save.
    pub fn has_to_wait(&self) -> bool {
        self.countdown.as_ref().is_some_and(|countdown| countdown.text == MessageId::SaveAgainIn)
    }

    /// Whether a save waits for its retry.
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
            self.start_countdown(wait, MessageId::TryingAgainIn);
        }
    }

    fn start_countdown(&mut self, total: u32, text: MessageId) {
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
                let may_save = countdown.text == MessageId::SaveAgainIn;
                self.countdown = None;
                if may_save {
                    self.errors.form = None;
                    self.status = Some(MessageId::SaveAgainNow.into());
                }
            }
        }
    }

    pub(super) fn online(&mut self, online: bool) {
        let back = std::mem::replace(&mut self.offline, !online) && online;
        let unsaved = self.dirty() || self.errors.form.is_some();
        if back && unsaved && self.sending.is_none() && self.status.is_none() {
            self.status = Some(MessageId::BackOnline.into());
        }
    }

    pub(super) fn removed(&mut self) {
        self.countdown = None;
        self.give_up();
    }

    /// Ends the wait for a retry if its target or address has changed, if a setting cannot be
    /// read, or if the form is disabled.
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

    /// Ends the wait for a retry with the failure that started it.
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

    /// Explains a failed save. A duplicate may be the phone that an earlier create of unknown
    /// outcome has saved; the text then says so.
    pub(super) fn explain(&mut self, failure: &Failure, sent: &Sending) -> Explanation {
        let mut told = Explanation::of(failure, sent.operation);
        if failure.kind == Kind::Configuration
            && let Some(address) = &self.settings.token_url
        {
            told.form = Some(submission::unreadable("token-url", address));
        }
        let this = (sent.target, sent.fields.clone());
        if failure.kind == Kind::Duplicate && self.maybe_created.as_ref() == Some(&this) {
            told.number = told.number.map(|notice| notice.then(MessageId::SavedEarlier));
        }
        if sent.operation == Operation::Create && failure.kind.leaves_a_create_unknown() {
            self.maybe_created = Some(this);
        }
        told
    }

    /// Shows a countdown until the user can save again, if the API names a time.
    pub(super) fn count_down_after(&mut self, kind: Kind, asked: Option<u32>) {
        if let Some(asked @ 1..=LONGEST_COUNTDOWN) = asked
            && kind == Kind::RateLimited
            && !self.settings.disabled
        {
            self.start_countdown(asked, MessageId::SaveAgainIn);
        }
    }
}

#[cfg(test)]
#[path = "waiting_tests.rs"]
mod tests;
