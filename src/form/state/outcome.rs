//! Applies the outcome of a save to the form.

use super::{Effect, Sending, State};
use crate::api::answer::{Failure, Saved};
use crate::api::phone::{Operation, Phone};
use crate::form::state::error_event::ErrorEvent;
use crate::form::state::fields::{Field, Touched};
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
                if current && sent.has_next {
                    self.keep_unsaved(sent, errors);
                } else if current {
                    if let Some(field) = errors.first_field() {
                        self.ask(Effect::FocusIfInside(field));
                    }
                    self.errors = errors;
                }
                if current {
                    self.count_down_after(failure.kind, failure.retry_after);
                }
            }
        }
    }

    fn saved(&mut self, sent: Sending, phone: Phone) {
        let number = self.written(phone.number.as_deref().unwrap_or(&sent.number));
        let text = match sent.operation {
            _ if phone.valid == Some(false) => MessageId::SavedNotValid,
            Operation::Create => MessageId::Created,
            Operation::Update => MessageId::Updated,
        };
        self.status = Some(Notice::new(text).with_number(number, &phone.extension));
        self.maybe_created = None;
        if sent.has_next {
            self.created = Some(phone);
            return;
        }
        let touched = self.edited_since(&sent.fields);
        let typed = std::mem::take(&mut self.fields);
        let is_as_sent = touched == Touched::default();
        match sent.operation {
            Operation::Create => {
                self.created = Some(phone);
                self.show_next();
            }
            Operation::Update => {
                let shown = self.fields_of(&phone);
                self.phone = Some(phone);
                if self.is_editing && is_as_sent {
                    self.stop_editing();
                } else {
                    self.show(shown);
                }
            }
        }
        // What the user has edited during the request stays.
        self.keep(typed, touched);
        self.write_fields();
        self.read_again();
        if is_as_sent {
            self.ask(Effect::FocusIfInside(Field::Number));
            self.just_saved = true;
            self.ask(Effect::Settle);
        }
    }
}
