//! Classes of characters: the digits of all scripts, and the characters that may end a number.
//!
//! The classes are those of Unicode 14, as in libphonenumber's Python port.

use super::tables::Cursor;

static CHARACTERS: &[u8] = include_bytes!("../data/characters.bin");

/// A digit of any script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Digit {
    pub value: u8,
    /// Whether it is a decimal digit (`Nd`), unlike ² or ①.
    pub decimal: bool,
}

impl Cursor<'_> {
    /// A number in groups of seven bits, the highest first.
    fn variable(&mut self) -> u32 {
        let mut value = 0;
        loop {
            let byte = self.byte();
            value = value << 7 | u32::from(byte & 0x7F);
            if byte < 0x80 {
                return value;
            }
        }
    }
}

/// Reads a character as a digit, if it is one.
pub(super) fn digit(character: char) -> Option<Digit> {
    if character.is_ascii() {
        let value = (character as u8).wrapping_sub(b'0');
        return (value < 10).then_some(Digit { value, decimal: true });
    }
    match find(character) {
        Found::Digit(digit) => Some(digit),
        _ => None,
    }
}

/// The value of a decimal digit of any script.
///
/// ```
/// # use lead_phone_number::decimal_digit;
/// assert_eq!(decimal_digit('５'), Some(5));
/// assert_eq!(decimal_digit('²'), None);
/// ```
#[must_use]
pub fn decimal_digit(character: char) -> Option<u8> {
    digit(character).filter(|digit| digit.decimal).map(|digit| digit.value)
}

/// Whether a character is a letter or a number of any script. The standard library answers this
/// too, but from tables of its own.
///
/// ```
/// # use lead_phone_number::is_word;
/// assert!(is_word('é') && is_word('5') && is_word('½'));
/// assert!(!is_word('-') && !is_word('☎'));
/// ```
#[must_use]
pub fn is_word(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphanumeric();
    }
    !matches!(find(character), Found::Other)
}

/// The class of a character beyond ASCII.
pub(super) enum Found {
    /// A digit. It is also a word character.
    Digit(Digit),
    /// A letter or a number, so that it is not stripped from the end of a text.
    Word,
    /// Anything else.
    Other,
}

/// Looks up a character beyond ASCII. Each call reads the table from its start, which takes about
/// a microsecond; texts have few such characters.
pub(super) fn find(character: char) -> Found {
    let character = u32::from(character);
    let mut cursor = Cursor { bytes: CHARACTERS, at: 0 };
    let mut end = 0x80;
    for _ in 0..cursor.byte() {
        let start = end + cursor.variable();
        let run = cursor.byte();
        let (value, length) = if run == 0 { (0, 10) } else { (run & 15, u32::from(run >> 4)) };
        end = start + length;
        if (start..end).contains(&character) {
            let value = value + (character - start) as u8;
            return Found::Digit(Digit { value, decimal: run == 0 });
        }
    }
    end = 0x80;
    while cursor.at < CHARACTERS.len() && end <= character {
        let start = end + cursor.variable();
        end = start + cursor.variable();
        if (start..end).contains(&character) {
            return Found::Word;
        }
    }
    Found::Other
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_all_scripts() {
        for (character, value) in
            [('7', 7), ('٣', 3), ('۹', 9), ('०', 0), ('５', 5), ('𝟗', 9), ('𝟎', 0), ('🯸', 8)]
        {
            assert_eq!(digit(character), Some(Digit { value, decimal: true }), "{character}");
        }
        for (character, value) in [('²', 2), ('₀', 0), ('①', 1), ('🄀', 0), ('🄁', 0), ('🄊', 9)]
        {
            assert_eq!(digit(character), Some(Digit { value, decimal: false }), "{character}");
        }
        for character in ['/', ':', 'a', '½', 'Ⅷ', '一', '\u{1d7cd}', '\u{10FFFF}'] {
            assert_eq!(digit(character), None, "{character}");
        }
    }

    #[test]
    fn words_and_others() {
        for character in ['é', '話', '½', 'Ⅷ', 'ー', '\u{2f800}', 'ª'] {
            assert!(matches!(find(character), Found::Word), "{character}");
        }
        for character in ['\u{301}', '\u{94d}', '☎', '—', '\u{e000}', '\u{10FFFF}', '\u{80}'] {
            assert!(matches!(find(character), Found::Other), "{character}");
        }
    }
}
