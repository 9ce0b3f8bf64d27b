//! Applies the outcome of a save to the form.

use super::{Effect, Sending, State};
use crate::api::answer::{Failure, Saved};
use crate::api::phone::{Operation, Phone};
use crate::form::state::error_event::ErrorEvent;
use crate::form::state::fields::Field;
use crate::form::text::message_id::MessageId;
use crate::form::text::notice::Notice;

impl State {
    pub(super) fn answered(&mut self, outcome: Result<Saved, Failure>) {
        let Some(sent) = self.sending.take() else { return };
        let current = sent.target == self.target();
        match outcome {
            Ok(saved) if current => self.saved(sent, saved.phone),
            Ok(_) => {}
            Err(failure) => {
                let errors = self.explain(&failure, &sent);
                self.ask(Effect::Raise(ErrorEvent {
                    kind: failure.kind,
                    operation: Some(sent.operation),
                    status: failure.status,
                    message: errors.say(&self.texts()),
                    errors: failure.errors,
                }));
                if current {
                    if let Some(field) = errors.first_field() {
                        self.ask(Effect::FocusIfInside(field));
                    }
                    self.errors = errors;
                    self.count_down_after(failure.kind, failure.retry_after);
                }
            }
        }
    }

    fn saved(&mut self, sent: Sending, phone: Phone) {
        let number = phone.number.clone().unwrap_or(sent.fields.number.clone());
        self.warning = phone.valid == Some(false);
        let text = match sent.operation {
            _ if self.warning => MessageId::SavedNotValid,
            Operation::Create => MessageId::Created,
            Operation::Update => MessageId::Updated,
        };
        self.has_saved = true;
        self.status = Some(Notice::new(text).with("number", number));
        self.maybe_created = None;
        let shown = match sent.operation {
            Operation::Create => self.no_fields(),
            Operation::Update => self.fields_of(&phone),
        };
        if sent.operation == Operation::Update {
            self.phone = Some(phone);
        }
        if self.fields == sent.fields {
            self.show(shown);
            self.write_fields();
            self.read_again();
            self.ask(Effect::FocusIfInside(Field::Number));
            self.just_saved = true;
            self.ask(Effect::Settle);
        } else {
            // The user kept typing during the request: those edits stay.
            self.baseline = shown;
        }
    }
}
