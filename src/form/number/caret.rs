//! As-you-type formatting that keeps the caret in place.
//!
//! Only the digits and a leading `+` count in a number; all other characters are separators. The
//! caret's place is the number of counted characters to its left, whatever separators are between
//! them.

use crate::form::number::line::Line;
use crate::form::text::part;
use lead_phone_number::{Region, Tables, decimal_digit, format_as_typed, typed_zone};

/// As many digits before a slash are a whole number.
const WHOLE: usize = 7;

/// What a character means in a number.
enum Meaning {
    /// A digit, in ASCII.
    Digit(char),
    Plus,
    /// It may stand between digits and has no meaning.
    Separator,
    /// It is part of something else: a word, an extension.
    Other,
}

fn meaning(character: char) -> Meaning {
    match character {
        '0'..='9' => Meaning::Digit(character),
        '+' | '\u{FF0B}' => Meaning::Plus,
        ' ' | '-' | '.' | '(' | ')' | '[' | ']' | '/' => Meaning::Separator,
        _ if character.is_ascii() => match character.is_ascii_whitespace() {
            true => Meaning::Separator,
            false => Meaning::Other,
        },
        // Dashes, dots and the full-width signs.
        '\u{2010}'..='\u{2015}' | '\u{2053}' | '\u{2212}' | '\u{B7}' | '\u{2022}' | '\u{30FC}' => {
            Meaning::Separator
        }
        '\u{FF08}' | '\u{FF09}' | '\u{FF0D}' | '\u{FF0E}' | '\u{FF0F}' | '\u{FF3B}'
        | '\u{FF3D}' => Meaning::Separator,
        _ if character.is_whitespace() || is_invisible(character) => Meaning::Separator,
        _ => match decimal_digit(character) {
            Some(value) => Meaning::Digit(char::from(b'0' + value)),
            None => Meaning::Other,
        },
    }
}

/// Invisible characters that are copied with a text: soft hyphens, joiners and marks for the text
/// direction.
pub(in crate::form) fn is_invisible(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// The digits of a text, in ASCII, with a leading `+` if there is one. `None` if the text has
/// more than a number and its separators.
pub fn significant(text: &str) -> Option<String> {
    let mut found = String::new();
    for character in text.chars() {
        match meaning(character) {
            Meaning::Digit(digit) => found.push(digit),
            Meaning::Plus if found.is_empty() => found.push('+'),
            Meaning::Separator => {}
            Meaning::Plus | Meaning::Other => return None,
        }
    }
    Some(found)
}

/// Whether two texts are the same or differ only in separators.
pub(in crate::form) fn is_same_number(one: &str, other: &str) -> bool {
    one == other || significant(one).is_some_and(|one| significant(other) == Some(one))
}

/// The ASCII digit for a character.
pub(in crate::form) fn digit(character: char) -> Option<char> {
    match meaning(character) {
        Meaning::Digit(digit) => Some(digit),
        _ => None,
    }
}

/// Whether a character counts in a number.
pub(in crate::form) fn counts(character: char) -> bool {
    matches!(meaning(character), Meaning::Digit(_) | Meaning::Plus)
}

/// How many characters of a text count.
pub(in crate::form) fn count(text: &str) -> usize {
    text.chars().filter(|character| counts(*character)).count()
}

/// The caret's byte position when `count` counted characters are to its left: right after the
/// last of them, or at the end of the text when that is all of them.
pub(in crate::form) fn position(text: &str, count: usize) -> usize {
    let (mut seen, mut end) = (0, 0);
    for (at, character) in text.char_indices() {
        if counts(character) {
            if seen == count {
                return end;
            }
            seen += 1;
            end = at + character.len_utf8();
        }
    }
    text.len()
}

/// Formats a text as a number that is being typed. `None` if it is something else, or if its plan
/// is not loaded; the text then stays as it is. A slash after a whole number begins something
/// else: another number, or an extension.
pub fn formatted(tables: &Tables, text: &str, country: Region) -> Option<String> {
    let digits = significant(text)?;
    if has_whole_number_before_slash(text) {
        return None;
    }
    if typed_zone(tables, &digits, Some(country)).is_some_and(|zone| !tables.has(zone)) {
        return None;
    }
    let formatted = format_as_typed(tables, &digits, Some(country));
    // A safeguard: formatting must never lose or add a digit.
    let is_the_same = significant(&formatted).as_ref() == Some(&digits);
    Some(if is_the_same { formatted } else { digits })
}

/// Whether a slash stands after as many digits as a whole number has.
pub(in crate::form) fn has_whole_number_before_slash(text: &str) -> bool {
    part::split_once(text, |byte| byte == b'/').is_some_and(|(number, _)| count(number) >= WHOLE)
}

/// Formats a line. The selection keeps its place among the digits.
pub fn format(tables: &Tables, line: Line, country: Region) -> Line {
    match formatted(tables, line.text(), country) {
        Some(text) if text != line.text() => follow(&line, text),
        _ => line,
    }
}

/// Replaces the text of a line. The selection keeps its place among the digits.
pub fn follow(line: &Line, text: String) -> Line {
    let start = count(line.before());
    let end = start + count(line.selected());
    let (start, end) = (position(&text, start), position(&text, end));
    Line::new(text).select(start, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_counts_is_digits_and_a_plus_before_them() {
        for (text, digits) in [
            ("(514) 555-0123", Some("5145550123")),
            (" \u{202A}+1\u{A0}514\u{2011}555·0123\u{202C}", Some("+15145550123")),
            ("＋１（５１４）", Some("+1514")),
            ("٥١٤", Some("514")),
            ("", Some("")),
            ("5+14", None),
            ("++1", None),
            ("514x", None),
            ("514#", None),
            ("514;", None),
            ("514é", None),
            ("514²", None),
        ] {
            assert_eq!(significant(text).as_deref(), digits, "{text}");
        }
    }

    #[test]
    fn the_caret_is_right_after_its_digit_or_at_the_end() {
        let text = "+1 (514) ";
        assert_eq!([0, 1, 2, 3, 4, 5, 9].map(|count| position(text, count)), [0, 1, 2, 5, 6, 9, 9]);
        assert_eq!(position("(", 0), 1);
        assert_eq!(position("", 0), 0);
    }

    #[test]
    fn without_its_plan_a_number_stays_as_it_is() {
        let country = Region::new("GB").unwrap();
        let tables = Tables::new();
        assert_eq!(formatted(&tables, "020 7946", country), None);
        assert_eq!(
            formatted(&tables, "+1 5145550123", country).as_deref(),
            Some("+1 514-555-0123")
        );
    }
}
