//! "Edit" beside the success: turns the form to the phone that it has just created, and back.
//!
//! While the user edits that phone, a save updates it, as if the host had set it as `phone`. What
//! the host has set stays as it is, and is in force again after the first of these:
//!
//! - the update is saved: the form is then empty for the next number, because the user types one
//!   number after the other and the digits of the next must never go into this one;
//! - the user cancels with the same button, whose words are then "Cancel edit";
//! - the host resets the form, sets another `phone`, `phone-id` or `lead-id`.
//!
//! Nothing that is typed is lost: while something is typed, "Edit" is not available. The country that
//! the user has chosen and pasted numbers that are not saved yet are there again afterwards.

use super::{Effect, State};
use crate::form::state::explanation::Explanation;
use crate::form::state::fields::Field;
use crate::form::text::message_id::MessageId;
use crate::form::text::notice::Notice;

impl State {
    /// The words of the button beside the success, and whether it is available; `None` if there is
    /// no button.
    pub fn edit_button(&self) -> Option<(MessageId, bool)> {
        let is_idle = self.sending.is_none() && !self.waits_for_plan;
        if self.is_editing {
            Some((MessageId::CancelEdit, is_idle))
        } else if self.created.is_some() && self.has_saved() {
            // A number that could not be saved would be put back into the phone that is edited.
            Some((MessageId::Edit, is_idle && self.unsaved.is_none() && !self.dirty()))
        } else {
            None
        }
    }

    /// The phone that the form has created and the user edits.
    pub fn edited_id(&self) -> Option<u64> {
        self.phone.as_ref().filter(|_| self.is_editing).map(|phone| phone.id)
    }

    /// The phone that a save updates; `None` if it creates one.
    pub fn phone_id(&self) -> Option<u64> {
        self.edited_id().or(self.settings.phone_id)
    }

    /// Turns the form to the phone that it has created, or back.
    pub(super) fn edit(&mut self) {
        if self.settings.disabled || !self.edit_button().is_some_and(|button| button.1) {
            return;
        }
        self.just_saved = false;
        self.announced.clear();
        if self.is_editing {
            self.errors = Explanation::default();
            self.offered = None;
            self.offers_later = None;
            self.stop_editing();
        } else if let Some(phone) = self.created.take() {
            let chosen = self.chosen_after.unwrap_or(self.chosen);
            let number = self.written(phone.number.as_deref().unwrap_or_default());
            let notice = Notice::new(MessageId::Editing).with_number(number, &phone.extension);
            let fields = self.fields_of(&phone);
            self.phone = Some(phone);
            self.is_editing = true;
            self.show(fields);
            self.chosen_after = Some(chosen);
            self.announced.push(notice);
        }
        self.write_fields();
        self.read_again();
        self.ask(Effect::Focus(Field::Number));
    }

    /// Empties the form for the next number.
    pub(super) fn stop_editing(&mut self) {
        self.created = self.phone.take();
        self.is_editing = false;
        self.show_next();
    }

    /// Forgets the phone that the user edits, because the host has set something else.
    pub(super) fn leave_edit(&mut self) {
        if self.is_editing {
            self.phone = None;
            self.is_editing = false;
        }
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
#[path = "edit_tests.rs"]
mod tests;
