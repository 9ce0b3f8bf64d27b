//! The countries whose numbers can be saved, where the host has limited them by `countries`.

use super::State;
use lead_phone_number::Region;

impl State {
    /// Applies `countries`.
    pub(super) fn set_countries(&mut self, countries: Vec<Region>) {
        let before = self.country();
        self.settings.countries = countries;
        self.chosen = self.chosen.filter(|chosen| self.settings.allows(*chosen));
        if self.country() != before {
            self.country_changed();
        }
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
#[path = "allowed_tests.rs"]
mod tests;
