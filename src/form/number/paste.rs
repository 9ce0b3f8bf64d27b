//! Takes the phone number out of a pasted text.

use crate::form::number::caret;
use crate::form::number::finding::{self, Found};
use crate::form::number::reading::{self, ReadingResult};
use lead_phone_number::{Region, Tables, Zone};

/// The result of a paste.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// The text for the field: the number with its extension and a label that can be read, or the
    /// pasted text on one line.
    pub text: String,
    /// Whether the text is a number.
    pub found: bool,
    /// The other numbers of the pasted text, as the field would have them, in order.
    pub others: Vec<String>,
    /// Digits directly after the number that are not understood, and are left out.
    pub left_out: Option<String>,
    /// Whether it replaces the whole content of the field.
    pub whole: bool,
}

/// The other numbers of a pasted text, until they are taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NextNumbers {
    /// The numbers, as the field would have them, in order.
    pub numbers: Vec<String>,
    /// The country that was shown at the paste, which they belong to.
    pub country: Option<Region>,
}

/// Takes the first number out of a text. `unavailable` are the world zones whose plans could not
/// be loaded.
pub fn take(tables: &Tables, text: &str, country: Region, unavailable: &[Zone]) -> Pasted {
    let found = finding::numbers(tables, text, country, unavailable);
    let left_out = found.iter().find_map(|number| number.rest.clone());
    let mut found = found.into_iter();
    let show = |number: &Found| shown(tables, number, country);
    match found.next() {
        Some(number) => Pasted {
            text: show(&number),
            found: true,
            others: found.map(|other| show(&other)).collect(),
            left_out,
            whole: true,
        },
        None => {
            let text = one_line(text);
            // A number in letters: only the whole line can be read.
            let found = is_in_letters(&text)
                && matches!(reading::read(tables, &text, country, unavailable).result,
                    ReadingResult::Read(number) if number.valid);
            Pasted { text, found, whole: true, ..Pasted::default() }
        }
    }
}

/// Whether a text is like `1-800-FLOWERS`: digits, then letters that a hyphen joins to them, or
/// capitals.
fn is_in_letters(text: &str) -> bool {
    let text = text.trim_ascii();
    let is_letter = |character: char| character.is_ascii_alphabetic();
    let Some((digits, letters)) = text.find(is_letter).and_then(|at| text.split_at_checked(at))
    else {
        return false;
    };
    let is_joined = digits.ends_with('-') && !letters.contains(' ');
    let is_capital = !letters.chars().any(|character| character.is_ascii_lowercase());
    caret::significant(digits).is_some_and(|digits| !digits.is_empty()) && (is_joined || is_capital)
}

/// A number and its extension, as the field shows them.
fn shown(tables: &Tables, number: &Found, country: Region) -> String {
    // `+44 (0)20 …` has a zero that is no part of the number.
    let e164 = number.e164.as_ref().filter(|_| number.digits.starts_with('+'));
    let digits = e164.unwrap_or(&number.digits);
    let mut text = caret::formatted(tables, digits, country).unwrap_or_else(|| digits.clone());
    if let Some(extension) = &number.extension {
        text.push_str(" ext. ");
        text.push_str(extension);
    }
    text
}

/// The longest text that is read, in bytes. It holds a hundred numbers.
const LONGEST: usize = 2000;

/// Splits a long text into what is read and the rest, which is empty for most texts. No number is
/// cut in two.
pub fn cut(text: &str) -> (&str, &str) {
    if text.len() <= LONGEST {
        return (text, "");
    }
    let is_of_number = |byte: u8| byte.is_ascii_digit() || b" ()+-./".contains(&byte) || byte > 127;
    let start = text.as_bytes().get(..LONGEST).unwrap_or_default();
    let mut end = LONGEST;
    if let Some(at) = start.iter().rposition(|byte| !is_of_number(*byte)) {
        end = at + 1;
    }
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.split_at_checked(end).unwrap_or_default()
}

/// A text as a one-line field would have it.
pub fn one_line(text: &str) -> String {
    let mut line = String::new();
    let (mut spaces, mut last) = (0, ' ');
    for character in text.chars() {
        match character {
            // `\r\n` is one line break.
            '\n' if last == '\r' => {}
            '\n' | '\r' | '\t' | '\u{B}' | '\u{C}' | '\u{2028}' | '\u{2029}' => spaces += 1,
            // Line breaks at the start are dropped here; those at the end are never written.
            _ if line.is_empty() => {
                spaces = 0;
                line.push(character);
            }
            _ => {
                for _ in 0..std::mem::take(&mut spaces) {
                    line.push(' ');
                }
                line.push(character);
            }
        }
        last = character;
    }
    line
}

#[cfg(test)]
#[path = "paste_tests.rs"]
mod tests;

#[cfg(test)]
#[path = "beside_tests.rs"]
mod beside_tests;
