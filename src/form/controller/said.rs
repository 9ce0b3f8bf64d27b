//! What the form makes of the number, as it says it on the page: below the number, and as the
//! country that the number is of. It is written after each drawing, and in place of one where
//! a key has changed nothing that is drawn.

use super::{Form, Mounted};
use crate::form::dom;
use crate::form::help::Help;
use crate::number::Region;
use web_sys::ShadowRoot;

/// What stands on the page.
#[derive(Default)]
pub(super) struct Said {
    help: Help,
    country: Option<Region>,
}

impl Form {
    /// Says what the form makes of the number, `drawn` after a drawing.
    pub(super) fn say(&self, root: &ShadowRoot, drawn: bool) {
        let (help, country) = {
            let state = self.state.borrow();
            let reading = state.reading();
            (Help::of(reading.result, &state.texts()), reading.country)
        };
        let is_another_country = {
            let mut mounted = self.mounted.borrow_mut();
            let Some(Mounted { said, .. }) = &mut *mounted else { return };
            if said.help != help {
                dom::write_help(root, &help);
                said.help = help;
            }
            said.country.replace(country) != Some(country)
        };
        if drawn || is_another_country {
            self.country_drawn(root, country);
        }
    }
}
