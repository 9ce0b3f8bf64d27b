//! Makes a pasted text easier to search: ASCII where possible, and no invisible characters.

use crate::form::number::caret;
use crate::form::text::part;

/// The longest part of a text that is searched, in characters.
pub(super) const LONGEST: usize = 10_000;

/// Spellings of characters in the source of web pages and in JSON.
const SPELLINGS: &[(&str, char)] = &[
    ("&nbsp;", ' '),
    ("&#160;", ' '),
    ("&#43;", '+'),
    ("&plus;", '+'),
    ("\\u002B", '+'),
    ("\\u002b", '+'),
    ("\\u00A0", ' '),
    ("\\u00a0", ' '),
];

/// Converts a text to ASCII where possible and removes invisible characters. Line breaks and
/// tabs, which separate the cells of a spreadsheet, become line breaks.
pub(super) fn clean(text: &str) -> String {
    let clean = in_ascii(&spelled_out(text));
    // In the lines of a contact (RFC 6350), a space after a line break continues the line.
    if part::find(&clean, "BEGIN:VCARD").is_some() { clean.replace("\n ", "") } else { clean }
}

/// Replaces the spellings by their characters.
fn spelled_out(text: &str) -> String {
    let mut replaced = String::new();
    let mut rest = part::first(text, LONGEST);
    loop {
        let spelling = SPELLINGS.iter().find(|(spelling, _)| rest.starts_with(spelling));
        let mut characters = rest.chars();
        match (spelling, characters.next()) {
            (Some((spelling, character)), _) => {
                replaced.push(*character);
                rest = rest.get(spelling.len()..).unwrap_or_default();
            }
            (None, Some(character)) => {
                replaced.push(character);
                rest = characters.as_str();
            }
            (None, None) => return replaced,
        }
    }
}

fn in_ascii(text: &str) -> String {
    let mut clean = String::new();
    let mut last = ' ';
    for character in text.chars() {
        match character {
            // `\r\n` is one line break.
            '\n' if last == '\r' => {}
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
        last = character;
    }
    clean
}
