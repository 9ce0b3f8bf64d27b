//! When an edit of the number leaves nothing to draw.

use super::State;
use crate::form::state::help::Help;

/// What is drawn that follows the number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DrawnOfNumber {
    help: Help,
    example: Option<String>,
}

impl State {
    /// What is drawn that follows the number. Where it is the same after an edit of the
    /// number as before, and the form [is quiet](State::is_quiet) before and after, so is
    /// all that is drawn.
    pub fn drawn_of_number(&self) -> DrawnOfNumber {
        DrawnOfNumber { help: self.help(), example: self.example() }
    }

    /// Whether the form says nothing that an edit of the number may end: it is offline, or has
    /// a setting that cannot be read, before and after.
    pub fn is_quiet(&self) -> bool {
        let types = &self.settings.phone_types;
        let errors = &self.errors;
        errors.first_field().is_none()
            && errors.form.is_none()
            && self.status.is_none()
            && !self.warning
            && self.sending.is_none()
            && self.countdown.is_none()
            && !self.waits_for_plan
            && !self.may_save_anyway
            // The likely type follows the number, and one that is not listed is added.
            && (types.is_empty() || types.contains(&self.fields.phone_type))
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
#[path = "quiet_tests.rs"]
mod tests;
