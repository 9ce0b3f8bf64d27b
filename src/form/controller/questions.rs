//! What the host can ask of the form at any time.

use super::Controller;
use crate::form::state::entry::Entry;
use crate::form::text::message_id::MessageId;

impl Controller {
    /// The words of a text.
    pub fn say(&self, text: MessageId) -> String {
        self.0.state.borrow().texts().get(text).to_owned()
    }

    /// Whether the form has unsaved changes.
    pub fn dirty(&self) -> bool {
        self.0.state.borrow().dirty()
    }

    /// What stands in the form now.
    pub fn entry(&self) -> Entry {
        self.0.state.borrow().entry()
    }

    /// Whether a save is in progress, or waits for a numbering plan.
    pub fn is_saving(&self) -> bool {
        let state = self.0.state.borrow();
        state.sending.is_some() || state.waits_for_plan
    }

    /// The states of the form for `:state()`, with spaces between them.
    pub fn states(&self) -> String {
        self.0.state.borrow().states()
    }
}
