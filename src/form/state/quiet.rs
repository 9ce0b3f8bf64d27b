//! Decides whether an edit of the number needs a render.

use super::State;
use crate::form::text::message_id::MessageId;
use crate::form::text::notice::Notice;
use lead_phone_number::Region;

/// The rendered values that depend on the number.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawnOfNumber {
    help: Notice,
    warning: bool,
    /// The inputs of the example number.
    example: Option<(Region, u32)>,
    /// The button beside the success, which depends on whether something is typed.
    edit: Option<(MessageId, bool)>,
}

impl State {
    /// The rendered values that depend on the number. `None` if the form also shows something
    /// that an edit of the number may clear.
    ///
    /// If the value is the same before and after an event of the number, the whole render is the
    /// same.
    pub fn drawn_of_number(&self) -> Option<DrawnOfNumber> {
        self.is_quiet().then(|| {
            let (help, warning) = self.notice_of_number();
            let example = self.fields.number.is_empty();
            let example = example.then(|| (self.country(), self.plans.revision()));
            DrawnOfNumber { help, warning, example, edit: self.edit_button() }
        })
    }

    /// Whether the form shows nothing that an edit of the number may clear. An edit does not
    /// change the offline status or the error of an unreadable setting, so these do not count.
    fn is_quiet(&self) -> bool {
        let errors = &self.errors;
        errors.first_field().is_none()
            && errors.form.is_none()
            && (self.status.is_none() || self.has_saved())
            && self.sending.is_none()
            && self.countdown.is_none()
            && !self.waits_for_plan
            && self.offered.is_none()
            && self.next.numbers.is_empty()
            && self.unsaved.is_none()
            && self.announced.is_empty()
            && !self.next_by_key
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
#[path = "quiet_tests.rs"]
mod tests;
