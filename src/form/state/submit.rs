//! Handles a submit: the save is sent, refused, or waits for a numbering plan.

use super::State;
use crate::form::number::reading::ReadingResult;
use crate::form::state::effect::Effect;
use crate::form::state::error_event::ErrorEvent;
use crate::form::state::sending::{Progress, Sending};
use crate::form::state::submission::{self, Refusal};

impl State {
    pub(super) fn submit(&mut self, anyway: bool) {
        if self.sending.is_some() || self.settings.disabled {
            return;
        }
        self.move_extension();
        self.attempt = self.attempt.wrapping_add(1);
        let anyway = anyway && self.may_save_anyway;
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
                });
                self.ask(Effect::Send { phone_id: self.settings.phone_id, body });
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
                self.may_save_anyway = errors.number.is_some()
                    && matches!(&self.reading().result,
                        ReadingResult::Read(number) if number.may_be_saved_anyway());
                if let Some(field) = errors.first_field() {
                    self.ask(Effect::Focus(field));
                }
                self.errors = errors;
            }
        }
    }
}
