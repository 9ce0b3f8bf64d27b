//! Handles a submit: the save is sent, refused, or waits for a numbering plan.

use super::State;
use crate::form::state::effect::Effect;
use crate::form::state::error_event::ErrorEvent;
use crate::form::state::fields::Field;
use crate::form::state::offer::Offer;
use crate::form::state::sending::{Progress, Sending};
use crate::form::state::submission::{self, Refusal};
use crate::form::text::message_id::MessageId;

impl State {
    /// Handles a press of Save or of Enter. One that belongs to the last save is no new save, and
    /// must not cover its success with an error.
    pub(super) fn press(&mut self) {
        if self.just_saved && self.offer().is_none() {
            return self.ask(Effect::Settle);
        }
        self.submit(false);
    }

    pub(super) fn submit(&mut self, anyway: bool) {
        if self.sending.is_some() || self.settings.disabled {
            return;
        }
        if self.has_to_wait() {
            // The error is announced again.
            self.attempt = self.attempt.wrapping_add(1);
            return;
        }
        if !anyway && let Some(Offer::Next { .. }) = self.offer() {
            // Enter in an empty field goes on with the next pasted number.
            self.take_offer();
            self.next_by_key = true;
            return;
        }
        if self.complete_for_submit() {
            // The user has to see what else the text had before anything is sent.
            let notice = self.status.clone().unwrap_or(MessageId::LeftOut.into());
            self.ask(Effect::Refuse(Field::Number, notice));
            return self.ask(Effect::Focus(Field::Number));
        }
        self.extension_left();
        self.show_extension();
        self.attempt = self.attempt.wrapping_add(1);
        let anyway = anyway && matches!(self.offered, Some(Offer::SaveAnyway(_)));
        self.forget_notices();
        self.countdown = None;
        self.send(anyway);
    }

    fn send(&mut self, anyway: bool) {
        match submission::check(self, anyway) {
            Ok(body) => {
                self.sending = Some(Sending {
                    operation: self.operation(),
                    target: self.target(),
                    fields: self.fields.clone(),
                    base_url: self.settings.base_url.clone(),
                    progress: Progress::default(),
                    number: body.number.clone().unwrap_or_default(),
                    has_next: false,
                });
                self.ask(Effect::Send { phone_id: self.phone_id(), body });
            }
            Err(Refusal::Settings(notice)) => {
                if let Some(notice) = &notice {
                    self.ask(Effect::Raise(ErrorEvent::configuration(notice, &self.texts())));
                }
                self.errors.form = notice;
            }
            Err(Refusal::Plan(zone)) => {
                self.waits_for_plan = true;
                self.load(zone);
            }
            Err(Refusal::Fields(errors)) => {
                if let Some(refusal) = &errors.number {
                    self.make_offer(refusal.text());
                }
                let notice = errors.number.as_ref().or(errors.extension.as_ref());
                if let Some(field) = errors.first_field()
                    && let Some(notice) = notice
                {
                    self.ask(Effect::Refuse(field, notice.clone()));
                    self.ask(Effect::Focus(field));
                }
                self.errors = errors;
            }
        }
    }
}
