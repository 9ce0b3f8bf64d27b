//! The offer beside the number: what one press of a button does with a refused number, or with
//! the next of several pasted numbers.

use super::{Effect, State};
use crate::api::phone::Operation;
use crate::form::number::caret;
use crate::form::number::paste::NextNumbers;
use crate::form::number::reading::{self, ReadingResult};
use crate::form::state::fields::Field;
use crate::form::text::message_id::MessageId;
use lead_phone_number::{self as number, Region, Zone};
use std::rc::Rc;

/// With fewer digits, many texts are a valid number of some country by chance.
const FEWEST_DIGITS: usize = 9;

/// What the button beside the number offers.
#[derive(Clone, Debug, PartialEq)]
pub enum Offer {
    /// To save this refused number anyway; in international format.
    SaveAnyway(String),
    /// To take a refused number as one of another country.
    DidYouMean {
        /// The number in international format.
        number: String,
        /// The country that the number belongs to.
        country: Region,
    },
    /// To put a number back whose save has failed meanwhile; in international format.
    PutBack(String),
    /// To go on with the next of several pasted numbers.
    Next {
        /// The number, as the field would show it.
        number: String,
        /// How many numbers follow it.
        more: u32,
    },
}

impl State {
    /// The current offer.
    pub fn offer(&self) -> Option<Offer> {
        let unsaved = self.unsaved.as_ref().map(|unsaved| Offer::PutBack(unsaved.number.clone()));
        self.offered.clone().or(unsaved).or_else(|| {
            let (number, rest) = self.next.numbers.split_first()?;
            let is_free = self.fields.number.is_empty()
                && self.sending.is_none()
                && self.operation() == Operation::Create;
            is_free.then(|| Offer::Next { number: number.clone(), more: rest.len() as u32 })
        })
    }

    /// Takes the current offer. The button goes, so the focus moves to the number.
    pub(super) fn take_offer(&mut self) {
        match self.offer() {
            Some(Offer::SaveAnyway(_)) => {
                self.ask(Effect::Focus(Field::Number));
                self.submit(true);
            }
            Some(Offer::DidYouMean { number, .. }) => {
                self.put_complete_number(self.unchanged(), number);
            }
            Some(Offer::PutBack(_)) => self.put_back(),
            Some(Offer::Next { number, .. }) => {
                let before = self.unchanged();
                let country = self.next.country;
                let numbers = self.next.numbers.iter().skip(1).cloned().collect();
                self.next = Rc::new(NextNumbers { numbers, country });
                if country != Some(self.country()) {
                    // Another country was chosen, but these numbers still belong to the first.
                    self.chosen_after = Some(self.chosen);
                    self.chosen = country;
                }
                self.put_complete_number(before, number);
            }
            None => {}
        }
    }

    /// Makes the offer beside a number that was refused for this reason.
    ///
    /// If it depends on plans that are not loaded, they are requested, and the offer is made when
    /// they are there.
    pub(super) fn make_offer(&mut self, refusal: MessageId) {
        self.offered = None;
        self.offers_later = None;
        if refusal == MessageId::NumberMissing {
            return;
        }
        self.offered = match self.other_reading() {
            Err(zone) => {
                self.offers_later = Some(refusal);
                return self.load(zone);
            }
            Ok(Some(other)) => Some(other),
            Ok(None) => self.save_anyway(),
        };
    }

    /// The number engine reads the letters of a text as digits, or leaves them out. A text with
    /// letters has more than a number that was refused.
    fn has_letters(&self) -> bool {
        self.fields.number.bytes().any(|byte| byte.is_ascii_alphabetic())
    }

    fn save_anyway(&self) -> Option<Offer> {
        match &self.reading().result {
            ReadingResult::Read(number)
                if number.may_be_saved_anyway()
                    && self.is_of_allowed_country()
                    && !self.has_letters()
                    && !self.is_dialled() =>
            {
                Some(Offer::SaveAnyway(number.international.clone()))
            }
            _ => None,
        }
    }

    /// The number of another country that the digits make: with a plus, or in a preferred
    /// country.
    ///
    /// # Errors
    ///
    /// The world zone whose plans must be loaded first.
    fn other_reading(&self) -> Result<Option<Offer>, Zone> {
        let digits = caret::significant(&self.fields.number).unwrap_or_default();
        if digits.len() < FEWEST_DIGITS || digits.starts_with('+') {
            return Ok(None);
        }
        let mut texts = vec![(["+", &digits].concat(), self.country())];
        for preferred in &self.settings.preferred_countries {
            texts.push((digits.clone(), *preferred));
        }
        for (text, country) in texts {
            let reading =
                self.plans.ask(|tables| reading::read(tables, &text, country, &self.unavailable));
            match reading.result {
                ReadingResult::Read(number) if number.valid && self.allows(&number.e164, true) => {
                    let country = reading.country;
                    return Ok(Some(Offer::DidYouMean { number: number.international, country }));
                }
                ReadingResult::Waiting(zone) => return Err(zone),
                _ => {}
            }
        }
        Ok(None)
    }

    /// Whether the number's text is dialled but belongs to nobody: a service, an emergency call,
    /// or a code for the network.
    fn is_dialled(&self) -> bool {
        let text = &self.fields.number;
        let country = self.reading().country;
        text.contains(['*', '#'])
            || self.plans.ask(|tables| {
                number::parse(tables, text, Some(self.country()))
                    .is_ok_and(|number| number::is_short_number(tables, &number, country))
            })
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
#[path = "offer_tests.rs"]
mod tests;
