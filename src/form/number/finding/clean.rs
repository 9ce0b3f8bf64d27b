//! Makes a pasted text easier to search: ASCII where possible, and no invisible characters.

use crate::form::number::caret;

/// The longest part of a text that is searched, in characters.
pub(super) const LONGEST: usize = 10_000;

/// Converts a text to ASCII where possible and removes invisible characters. Line breaks and
/// tabs, which separate the cells of a spreadsheet, become line breaks.
pub(super) fn clean(text: &str) -> String {
    let mut clean = String::new();
    for character in text.chars().take(LONGEST) {
        match character {
            '\n' | '\r' | '\t' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                clean.push('\n')
            }
            '\u{2010}'..='\u{2015}' | '\u{2053}' | '\u{2212}' | '\u{30FC}' => clean.push('-'),
            '\u{B7}' | '\u{2022}' => clean.push('.'),
            // Full-width characters have a fixed distance from their ASCII ones.
            '\u{FF01}'..='\u{FF5E}' => clean.extend(char::from_u32(character as u32 - 0xFEE0)),
            _ if caret::is_invisible(character) => {}
            _ if character.is_whitespace() => clean.push(' '),
            _ => match caret::digit(character) {
                Some(digit) => clean.push(digit),
                None => clean.push(character),
            },
        }
    }
    clean
}
