//! The sentence about a number that is refused: what is wrong with it, and how it is put right.

use super::State;
use crate::api::integer::write_integer;
use crate::form::number::caret;
use crate::form::text::message_id::MessageId;
use crate::form::text::notice::Notice;
use crate::form::text::part;
use lead_phone_number::{self as number, Region, Tables};

/// The longest calling code.
const LONGEST_CODE: usize = 3;

/// The lengths of E.164 numbers with their calling codes, for a country whose plan is not loaded.
const E164_LENGTHS: [u8; 9] = [7, 8, 9, 10, 11, 12, 13, 14, 15];

impl State {
    /// Explains why the number in the field is refused.
    pub(super) fn refusal(&self, text: MessageId) -> Notice {
        let notice = Notice::new(text).with_countries("country", &[self.reading().country]);
        match text {
            MessageId::TooShort | MessageId::TooLong | MessageId::LengthUnknown => {
                self.with_lengths(notice)
            }
            MessageId::CallingCodeUnknown => {
                let digits = self.international_digits().unwrap_or_default();
                notice.with("code", part::first(&digits, LONGEST_CODE))
            }
            MessageId::NotANumber | MessageId::PlanMissing => {
                notice.with("example", self.example_of_country())
            }
            text => text.into(),
        }
    }

    /// Whether the form says that the area code is missing, which belongs at the start.
    pub fn lacks_area_code(&self) -> bool {
        self.errors.number.as_ref().map(Notice::text) == Some(MessageId::AreaCodeMissing)
    }

    /// Adds how many digits the country's numbers have, and how many there are: as people write
    /// them, without a calling code or with the prefix of numbers in national form. If the plan is
    /// not loaded, the calling code counts.
    fn with_lengths(&self, notice: Notice) -> Notice {
        let country = self.reading().country;
        let international = self.international_digits();
        self.plans.ask(|tables| {
            let typed = caret::significant(&self.fields.number).unwrap_or_default();
            let code = tables.calling_code(country).unwrap_or_default();
            let written = write_integer(code);
            let mut lengths = number::possible_lengths(tables, code);
            let mut count = typed.strip_prefix('+').unwrap_or(&typed).len();
            match international {
                _ if lengths.is_empty() => lengths = E164_LENGTHS.to_vec(),
                Some(digits) if digits.starts_with(&written) => {
                    count = digits.len() - written.len();
                }
                _ => {
                    let prefix = prefix_of(tables, country);
                    for length in &mut lengths {
                        *length += prefix;
                    }
                }
            }
            notice.with_lengths("expected", lengths).with_count("count", count as u32)
        })
    }

    /// The digits of a number with a calling code.
    fn international_digits(&self) -> Option<String> {
        let (text, country) = (&self.fields.number, self.country());
        self.plans.ask(|tables| number::typed_international(tables, text, Some(country)))
    }

    /// An example of the country's numbers; if its plan is not loaded, the start of one.
    fn example_of_country(&self) -> String {
        let country = self.reading().country;
        self.plans.ask(|tables| match number::example(tables, country, false) {
            Some(example) => number::format(tables, &example, number::Style::National),
            None => {
                let code = tables.calling_code(country).unwrap_or_default();
                ["+", &write_integer(code), "…"].concat()
            }
        })
    }
}

/// How many digits people write before a number in national form, such as the 0 in France.
fn prefix_of(tables: &Tables, country: Region) -> u8 {
    let Some(example) = number::example(tables, country, false) else { return 0 };
    let written = number::format(tables, &example, number::Style::National);
    let digits = caret::significant(&written).unwrap_or_default().len();
    digits.saturating_sub(example.national().len()) as u8
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
#[path = "refusal_tests.rs"]
mod tests;
