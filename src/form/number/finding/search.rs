//! The plans and the country for which a text is searched.

use crate::api::integer::write_integer;
use crate::form::number::reading::{self, ReadingResult};
use lead_phone_number::{self as number, Region, Tables, Zone};

/// How many digits a number has if its country has no example.
const USUAL_LENGTH: usize = 7;

/// The plans and the country for which a text is searched.
pub(super) struct Search<'a> {
    pub tables: &'a Tables,
    pub country: Region,
    /// The world zones whose plans could not be loaded.
    unavailable: &'a [Zone],
    /// How many digits numbers of the country usually have.
    pub usual_length: usize,
}

impl<'a> Search<'a> {
    pub fn new(tables: &'a Tables, country: Region, unavailable: &'a [Zone]) -> Search<'a> {
        let example = number::example(tables, country, false);
        let usual_length = example.map_or(USUAL_LENGTH, |example| example.national().len());
        Search { tables, country, unavailable, usual_length }
    }

    /// Whether digits without a plus are a number of the country with its calling code, and longer
    /// than most of its numbers: `4915123456789` in Germany.
    pub fn begins_with_calling_code(&self, digits: &str) -> bool {
        if digits.len() <= self.usual_length || digits.starts_with(['+', '0']) {
            return false;
        }
        match self.read(&["+", digits].concat()) {
            ReadingResult::Read(number) if number.valid => {
                reading::calling_code(self.tables, digits) == self.tables.calling_code(self.country)
            }
            _ => false,
        }
    }

    /// The digits of an international number, which some people write with its calling code twice
    /// or with a zero that its country does not have: `+33 033 6…`, `+34 (0)6…`. Both are left out
    /// if no number has all the digits, and without them there is a valid one.
    pub fn without_second_code(&self, digits: String) -> String {
        let read = |digits: &str| match self.read(digits) {
            ReadingResult::Read(number) => Some(number),
            _ => None,
        };
        let is_possible =
            |digits: &str| read(digits).is_some_and(|number| number.impossible.is_none());
        let is_valid = |digits: &str| read(digits).is_some_and(|number| number.valid);
        let once = || {
            let all = number::typed_international(self.tables, &digits, Some(self.country))?;
            let code = write_integer(reading::calling_code(self.tables, &all)?);
            let rest = all.strip_prefix(&code)?.trim_start_matches('0');
            let once = ["+", &code, rest.strip_prefix(&code).unwrap_or(rest)].concat();
            (once.len() <= all.len() && !is_possible(&digits) && is_valid(&once)).then_some(once)
        };
        once().unwrap_or(digits)
    }

    /// Reads a text for the country.
    pub fn read(&self, text: &str) -> ReadingResult {
        reading::read(self.tables, text, self.country, self.unavailable).result
    }
}
