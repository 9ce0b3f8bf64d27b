//! The number after the one that is being saved.
//!
//! A user who types many numbers does not wait for each answer. While a create is on its way, the
//! first edit of the number begins the next one. If the save then fails, the form says of which
//! number, and offers to put it back.

use super::{Effect, Sending, State};
use crate::api::phone::Operation;
use crate::form::number::paste::NextNumbers;
use crate::form::state::explanation::Explanation;
use crate::form::state::fields::{Field, Fields, Touched};
use crate::form::text::message_id::MessageId;
use crate::form::text::notice::Notice;
use std::rc::Rc;

/// A create that has failed while the user typed the next number.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Unsaved {
    fields: Fields,
    /// Its number in international format.
    pub(super) number: String,
}

impl State {
    /// Empties the form for the next number, at the first edit of the number while a create is on
    /// its way. What else was edited since is of the next number too: a form filler sets every field
    /// before the first event. Returns whether it was the first.
    pub(super) fn begin_next(&mut self) -> bool {
        let sent = match &mut self.sending {
            Some(Sending { operation: Operation::Create, has_next, fields, .. }) if !*has_next => {
                *has_next = true;
                fields.clone()
            }
            _ => return false,
        };
        let touched = Touched { number: false, ..self.edited_since(&sent) };
        let typed = std::mem::take(&mut self.fields);
        self.show_next();
        self.keep(typed, touched);
        true
    }

    /// What was edited since the fields were as these.
    pub(super) fn edited_since(&self, before: &Fields) -> Touched {
        let (fields, mut touched) = (&self.fields, self.touched);
        touched.number &= fields.number != before.number;
        touched.extension &= fields.extension != before.extension;
        touched.mobile &= fields.mobile != before.mobile;
        touched.phone_type &= fields.phone_type != before.phone_type;
        touched
    }

    /// Puts the edited ones of these fields in the place of those that are shown.
    pub(super) fn keep(&mut self, edited: Fields, touched: Touched) {
        self.touched = touched;
        let fields = &mut self.fields;
        if touched.number {
            fields.number = edited.number;
        }
        if touched.extension {
            fields.extension = edited.extension;
        }
        if touched.mobile {
            fields.mobile = edited.mobile;
        }
        if touched.phone_type {
            fields.phone_type = edited.phone_type;
        }
    }

    /// Empties the fields. The country that the user has chosen stays.
    pub(super) fn show_next(&mut self) {
        let chosen = self.chosen_after.unwrap_or(self.chosen);
        self.show(self.no_fields());
        self.chosen = chosen;
        self.write_fields();
    }

    /// Keeps a create that has failed after the next number was begun, and says of which number
    /// the failure is.
    pub(super) fn keep_unsaved(&mut self, sent: Sending, errors: Explanation) {
        let number = self.written(&sent.number);
        let Explanation { number: of_number, extension, form } = errors;
        if let Some(reason) = of_number.or(extension).or(form) {
            let notice = Notice::new(MessageId::NotSaved).with("number", number.clone());
            self.errors.form = Some(notice.with_reason(reason));
        }
        self.unsaved = Some(Unsaved { fields: sent.fields, number });
    }

    /// Puts a number back that could not be saved. A number that stands in its place is offered
    /// after the next save.
    pub(super) fn put_back(&mut self) {
        let Some(Unsaved { fields, .. }) = self.unsaved.take() else { return };
        let typed = std::mem::take(&mut self.fields.number);
        if !typed.is_empty() {
            let mut numbers = vec![typed];
            numbers.extend_from_slice(&self.next.numbers);
            self.next = Rc::new(NextNumbers { numbers, country: Some(self.country()) });
        }
        self.show_next();
        self.forget_notices();
        self.fields = fields;
        self.touched.number = true;
        self.touched.extension = true;
        self.touched.mobile = true;
        self.touched.phone_type = true;
        self.read_again();
        self.ask(Effect::Focus(Field::Number));
    }
}

#[cfg(test)]
#[path = "next_tests.rs"]
mod tests;
