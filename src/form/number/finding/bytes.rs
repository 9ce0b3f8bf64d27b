//! Looks around a position of an ASCII text.

/// Stands for a letter of a script that is not searched for words.
pub(super) const OTHER_LETTER: char = '\u{1}';

/// Stands for a space that is escaped in a link, and so is part of it.
pub(super) const ESCAPED_SPACE: u8 = 4;

/// Stands for a tab, which separates the cells of a spreadsheet.
pub(super) const CELL: u8 = 5;

/// Stands for a digit that is no part of a phone number.
pub(super) const MASK: u8 = 3;

/// The byte at a position; 0 outside of the text.
#[inline(never)]
pub(super) fn at(text: &[u8], at: usize) -> u8 {
    text.get(at).copied().unwrap_or(0)
}

/// The byte before a position; 0 at the start of the text.
#[inline(never)]
pub(super) fn before(text: &[u8], position: usize) -> u8 {
    at(text, position.wrapping_sub(1))
}

/// Where the bytes of a kind end that start at a position.
#[inline(never)]
pub(super) fn end_of(text: &[u8], mut position: usize, is_kind: fn(u8) -> bool) -> usize {
    while position < text.len() && is_kind(at(text, position)) {
        position += 1;
    }
    position
}

/// Where the bytes of a kind start that end at a position.
#[inline(never)]
pub(super) fn start_of(text: &[u8], mut position: usize, is_kind: fn(u8) -> bool) -> usize {
    while position > 0 && is_kind(before(text, position)) {
        position -= 1;
    }
    position
}

pub(super) fn is_digit(byte: u8) -> bool {
    byte.is_ascii_digit()
}

/// Whether a byte is a digit, also one that is no part of a phone number.
pub(super) fn is_any_digit(byte: u8) -> bool {
    is_digit(byte) || byte == MASK
}

pub(super) fn is_letter(byte: u8) -> bool {
    byte.is_ascii_lowercase()
}

pub(super) fn is_space(byte: u8) -> bool {
    byte == b' '
}

/// Whether a byte is a letter of any script, or a digit.
pub(super) fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || char::from(byte) == OTHER_LETTER
}

/// Whether a text has no other letters and digits than a number's.
pub(super) fn is_only(text: &[u8], number: &str) -> bool {
    text.iter().filter(|byte| is_word(**byte)).count()
        == number.bytes().filter(|byte| is_digit(*byte)).count()
}

/// Adds ASCII bytes to a text.
#[inline(never)]
pub(super) fn push(text: &mut String, bytes: &[u8]) {
    for byte in bytes {
        text.push(char::from(*byte));
    }
}
