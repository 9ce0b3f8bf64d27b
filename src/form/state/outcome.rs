//! How a save ended, and what becomes of the form.

use super::{Effect, Sending, State};
use crate::api::answer::{Failure, Saved};
use crate::api::phone::{Operation, Phone};
use crate::form::error_event::ErrorEvent;
use crate::form::fields::Field;
use crate::form::notice::Notice;
use crate::form::texts::Text;

impl State {
    pub(super) fn answered(&mut self, outcome: Result<Saved, Failure>) -> Vec<Effect> {
        let Some(sent) = self.sending.take() else { return Vec::new() };
        let current = sent.target == self.target();
        match outcome {
            Ok(saved) if current => self.saved(sent, saved.phone),
            Ok(_) => Vec::new(),
            Err(failure) => {
                let errors = self.explain(&failure, &sent);
                let count_down = self.count_down_after(&failure, current);
                let raise = Effect::Raise(ErrorEvent {
                    kind: failure.kind,
                    operation: Some(sent.operation),
                    status: failure.status,
                    message: errors.say(&self.texts()),
                    errors: failure.errors,
                });
                let focus = errors.first_field().filter(|_| current).map(Effect::FocusIfInside);
                if current {
                    self.errors = errors;
                }
                [raise].into_iter().chain(focus).chain(count_down).collect()
            }
        }
    }

    fn saved(&mut self, sent: Sending, phone: Phone) -> Vec<Effect> {
        let number = phone.number.clone().unwrap_or(sent.fields.number.clone());
        self.warning = phone.valid == Some(false);
        let text = match sent.operation {
            _ if self.warning => Text::SavedNotValid,
            Operation::Create => Text::Created,
            Operation::Update => Text::Updated,
        };
        self.status = Some(Notice::new(text).with("number", number));
        self.unknown = None;
        let shown = match sent.operation {
            Operation::Create => self.no_fields(),
            Operation::Update => self.fields_of(&phone),
        };
        if sent.operation == Operation::Update {
            self.phone = Some(phone);
        }
        if self.fields == sent.fields {
            self.show(shown);
            let mut effects = self.read_again();
            effects.push(Effect::FocusIfInside(Field::Number));
            effects
        } else {
            // The user has typed on while the request was on its way: that stays.
            self.baseline = shown;
            Vec::new()
        }
    }
}
