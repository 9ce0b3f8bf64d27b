//! The countries whose numbers can be saved, where the host has limited them by `countries`.

use super::State;
use crate::form::number::reading::{self, ReadingResult};
use crate::form::text::message_id::MessageId;
use crate::form::text::notice::Notice;
use lead_phone_number::{self as number, Region, Tables};

/// The most countries that a refusal names without counting the rest.
const MOST_NAMED: usize = 5;

impl State {
    /// Applies `countries`.
    pub(super) fn set_countries(&mut self, countries: Vec<Region>) {
        if countries == self.settings.countries {
            return;
        }
        let before = self.country();
        if self.errors.number.as_ref().is_some_and(is_country_refusal) {
            // It names the countries of the old list.
            self.errors.number = None;
        }
        self.settings.countries = countries;
        self.chosen = self.chosen.filter(|chosen| self.settings.allows(*chosen));
        if self.country() != before {
            self.country_changed();
        }
        if self.offered.is_some() {
            // It may be a number of another country.
            match self.errors.number.as_ref().map(Notice::text) {
                Some(refusal) => self.make_offer(refusal),
                None => self.offered = None,
            }
        }
    }

    /// Whether the number in the field is of a country that the host allows, as far as there is a
    /// number.
    pub(super) fn is_of_allowed_country(&self) -> bool {
        let reading = self.reading();
        let (e164, valid) = match &reading.result {
            ReadingResult::Read(number) => (&number.e164, number.valid),
            ReadingResult::Unjudged(e164) => (e164, false),
            _ => return true,
        };
        // The number that the API holds is not refused, even if it is typed again.
        let held = self.phone.as_ref().and_then(|phone| phone.number.as_ref());
        held == Some(e164) || self.allows(e164, valid)
    }

    /// Whether the host allows a number in E.164.
    pub(super) fn allows(&self, e164: &str, valid: bool) -> bool {
        let allowed = &self.settings.countries;
        allowed.is_empty() || self.plans.ask(|tables| is_of_one(tables, e164, valid, allowed))
    }

    /// Whether a text is a number that the host allows, or no number.
    pub(super) fn is_allowed_text(&self, text: &str) -> bool {
        let country = self.country();
        let reading =
            self.plans.ask(|tables| reading::read(tables, text, country, &self.unavailable));
        match reading.result {
            ReadingResult::Read(number) => self.allows(&number.e164, number.valid),
            _ => true,
        }
    }

    /// The refusal of a number of another country.
    pub(super) fn country_refusal(&self) -> Notice {
        let allowed = self.settings.countries.as_slice();
        let (text, named, count) = match allowed.get(..MOST_NAMED - 1) {
            Some(first) if allowed.len() > MOST_NAMED => {
                (MessageId::CountryNotAllowedMore, first, allowed.len() - first.len())
            }
            _ => (MessageId::CountryNotAllowed, allowed, allowed.len()),
        };
        Notice::new(text).with_count("count", count as u32).with_countries("countries", named)
    }
}

fn is_country_refusal(notice: &Notice) -> bool {
    matches!(notice.text(), MessageId::CountryNotAllowed | MessageId::CountryNotAllowedMore)
}

/// Whether a number in E.164 is of one of these countries.
///
/// A valid number is of each country that it is valid in: a toll-free number of +1 is of several.
/// Of any other number only the calling code is known.
fn is_of_one(tables: &Tables, e164: &str, valid: bool, countries: &[Region]) -> bool {
    let found = number::parse(tables, e164, None).ok().filter(|_| valid);
    let code = e164.strip_prefix('+').and_then(|digits| reading::calling_code(tables, digits));
    countries.iter().any(|country| match &found {
        Some(found) => number::is_valid_in(tables, found, *country),
        None => tables.calling_code(*country) == code,
    })
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
#[path = "allowed_tests.rs"]
mod tests;
