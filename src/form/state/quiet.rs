//! When an edit of the number leaves nothing to draw.

use super::State;
use crate::form::text::notice::Notice;
use lead_phone_number::Region;

/// What is drawn that follows the number.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawnOfNumber {
    help: Option<Notice>,
    warning: bool,
    /// What the example is made for.
    example: Option<(Region, u32)>,
}

impl State {
    /// What is drawn that follows the number. `None` where the form also says something that
    /// an edit of the number may end.
    ///
    /// Where it is the same before and after an event of the number, so is all that is drawn.
    pub fn drawn_of_number(&self) -> Option<DrawnOfNumber> {
        self.is_quiet().then(|| {
            let (help, warning) = self.notice_of_number();
            let example = self.fields.number.is_empty();
            let example = example.then(|| (self.country(), self.plans.revision()));
            DrawnOfNumber { help, warning, example }
        })
    }

    /// Whether the form says nothing that an edit of the number may end: it is offline, or has
    /// a setting that cannot be read, before and after.
    fn is_quiet(&self) -> bool {
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
