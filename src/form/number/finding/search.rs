//! The plans and the country for which a text is searched.

use crate::form::number::reading::{self, ReadingResult};
use lead_phone_number::{self as number, Region, Tables, Zone};

/// How many digits a number has if its country has no example.
const USUAL_LENGTH: usize = 7;

/// The plans and the country for which a text is searched.
#[derive(Clone, Copy)]
pub(super) struct Search<'a> {
    pub tables: &'a Tables,
    pub country: Region,
    /// The world zones whose plans could not be loaded.
    pub unavailable: &'a [Zone],
}

impl Search<'_> {
    /// Reads a text for the country.
    pub fn read(&self, text: &str) -> ReadingResult {
        reading::read(self.tables, text, self.country, self.unavailable).result
    }

    /// Whether a text is a valid number.
    pub fn is_valid(&self, text: &str) -> bool {
        matches!(self.read(text), ReadingResult::Read(number) if number.valid)
    }

    /// How many digits numbers of the country usually have.
    pub fn usual_length(&self) -> usize {
        let example = number::example(self.tables, self.country, false);
        example.map_or(USUAL_LENGTH, |example| example.national().len())
    }
}
