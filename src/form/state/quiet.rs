//! When an edit of the number leaves nothing to draw.

use super::State;

impl State {
    /// Whether the form says nothing about what has happened to it. An edit of the number
    /// before and after which it is so changes nothing that is drawn.
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
