//! Turns each character of a text into one byte, its symbol, so that only this module and
//! `digits` depend on Unicode.
//!
//! An ASCII character is its own symbol. Other characters have related symbols where
//! libphonenumber's regular expressions, which ignore case, treat them alike: the long s like an
//! s, full-width digits and dashes like the ASCII ones.

use super::digits::{Digit, Found, find};

/// The bit of symbols for characters beyond ASCII: added to the value of a decimal digit, or to
/// the ASCII character that stands for the character.
pub(super) const BEYOND: u8 = 0x80;
/// Any other letter or number.
const WORD: u8 = 0x9E;
/// Any other character.
const OTHER: u8 = 0x9F;
// Letters whose lower or upper case is an ASCII letter.
const DOTLESS_I: u8 = BEYOND + b'i';
const DOTTED_I: u8 = BEYOND + b'j';
const LONG_S: u8 = BEYOND + b's';
const KELVIN: u8 = BEYOND + b'k';

/// Characters beyond ASCII, each followed by the ASCII character that stands for it. A capital
/// letter stands for a letter that occurs in extension labels but is no vanity letter, `^` for an
/// acute accent, `(` and `w` for punctuation.
const LIKE_ASCII: &str = "\u{FF0B}+\u{FF0E}.\u{FF5E}~\u{A0} \u{AD}(\u{200B}(\u{2010}(\u{2011}(\
    \u{2012}(\u{2013}(\u{2014}(\u{2015}(\u{2053}(\u{2060}(\u{2212}(\u{223C}(\u{3000}(\u{30FC}w\
    \u{FF08}(\u{FF09}(\u{FF0D}(\u{FF0F}(\u{FF3B}(\u{FF3D}(\
    \u{131}i\u{130}j\u{17F}s\u{212A}k\u{F3}O\u{D3}O\u{301}^\u{FF03}#\
    \u{FF25}E\u{FF45}E\u{FF29}I\u{FF49}I\u{FF2E}N\u{FF4E}N\u{FF34}T\u{FF54}T\u{FF38}X\u{FF58}X\
    \u{434}D\u{414}D\u{1C81}D\u{43E}F\u{41E}F\u{1C82}F\u{431}B\u{411}B";

/// The most characters that a text may have, as in libphonenumber.
pub(super) const LONGEST: usize = 250;

/// The symbols of a text. It stops after one character more than [`LONGEST`], which shows that
/// the text is too long.
pub(super) fn symbols(text: &str) -> Vec<u8> {
    let mut symbols = Vec::new();
    for character in text.chars() {
        symbols.push(symbol(character));
        if symbols.len() > LONGEST {
            break;
        }
    }
    symbols
}

fn symbol(character: char) -> u8 {
    if character.is_ascii() {
        return character as u8;
    }
    let mut pairs = LIKE_ASCII.chars();
    while let (Some(this), Some(like)) = (pairs.next(), pairs.next()) {
        if this == character {
            return BEYOND | like as u8;
        }
    }
    match find(character) {
        Found::Digit(Digit { value, decimal: true }) => BEYOND | value,
        Found::Other => OTHER,
        _ => WORD,
    }
}

/// Whether it is a decimal digit.
pub(super) fn is_digit(symbol: u8) -> bool {
    matches!(symbol, b'0'..=b'9' | BEYOND..=0x89)
}

/// Whether it is a letter or a number of any kind.
pub(super) fn is_word(symbol: u8) -> bool {
    is_digit(symbol) || symbol == WORD || (symbol & !BEYOND).is_ascii_alphabetic()
}

pub(super) fn is_plus(symbol: u8) -> bool {
    symbol & !BEYOND == b'+'
}

/// Whether it is punctuation that may stand between digits.
fn is_punctuation(symbol: u8) -> bool {
    const PUNCTUATION: &[u8] = b" -.()[]/~*xX\xA0\xA8\xAE\xF7\xFE";
    is_one_of(symbol, PUNCTUATION)
}

/// Like `slice::contains`, which is faster but larger.
#[allow(clippy::manual_contains, reason = "that is what this is for")]
fn is_one_of(symbol: u8, kind: &[u8]) -> bool {
    kind.iter().any(|other| *other == symbol)
}

/// The number of plus signs at the start.
pub(super) fn plus_signs(symbols: &[u8]) -> usize {
    symbols.iter().take_while(|symbol| is_plus(**symbol)).count()
}

/// Whether it looks like a number: three digits with only punctuation between them, then any
/// characters that occur in numbers, then an extension if there is one; or two digits and
/// nothing else.
pub(super) fn is_viable(symbols: &[u8]) -> bool {
    let (mut count, mut third, mut end) = (0, 0, plus_signs(symbols));
    while let Some(symbol) = symbols.get(end) {
        if is_digit(*symbol) {
            count += 1;
            if count == 3 {
                third = end + 1;
            }
        } else if !is_punctuation(*symbol) && (count < 3 || !is_letter(*symbol)) {
            break;
        }
        end += 1;
    }
    if count < 3 {
        return count == 2 && symbols.len() == 2;
    }
    end == symbols.len() || extension(symbols, third, end).is_some()
}

fn is_letter(symbol: u8) -> bool {
    symbol.is_ascii_alphabetic() || matches!(symbol, DOTLESS_I | DOTTED_I | LONG_S | KELVIN)
}

// The kinds of labels before an extension. A kind decides how many digits may follow the label,
// and which characters may stand around it.
/// The label of RFC 3966: directly before at most 20 digits.
const RFC: u8 = 1;
/// A word for an extension: before at most 20 digits.
const WORDS: u8 = 2;
/// A label that may also mean something else: before at most 9 digits.
const UNSURE: u8 = 3;
/// A label with which phones dial the extension automatically: before at most 15 digits.
const DIALS: u8 = 4;
/// One comma or more: before at most 9 digits.
const COMMAS: u8 = 5;
/// Dashes and spaces: directly before at most 6 digits and `#`.
const DASHES: u8 = 6;

/// The labels, each spelled backwards and followed by its kind.
const LABELS: &[u8] = b"=txe;\x01tx\x02txe\x02ntx\x02ntxe\x02oisnetx\x02oisnetxe\x02noisnetx\x02\
    noisnetxe\x02\xCFisnetx\x02\xCFisnetxe\x02n\xCFisnetx\x02n\xCFisnetxe\x02\xDEoisnetx\x02\
    \xDEoisnetxe\x02n\xDEoisnetx\x02n\xDEoisnetxe\x02\xD4\xD8\x02\xD4\xD8\xC5\x02\xCE\xD4\xD8\x02\
    \xCE\xD4\xD8\xC5\x02\xC2\xC6\xC4\x02oxena\x02x\x03\xD8\x03#\x03\xA3\x03~\x03\xFE\x03\
    tni\x03\xD4\xCE\xC9\x03;\x04,,\x04,\x05-\x06 \x06";

/// Where the extension at the end of a text starts, including its label, if it can start between
/// the two positions. If several labels fit, the first start counts.
pub(super) fn extension(symbols: &[u8], from: usize, to: usize) -> Option<usize> {
    let hash = symbols.last() == Some(&b'#');
    let end = symbols.len() - usize::from(hash);
    let mut start = end;
    while start > 0 && is_digit(at(symbols, start - 1)) {
        start -= 1;
    }
    let length = end - start;
    // Between a label and the digits there may be a colon or a full stop, then spaces and more.
    let mut gap = before(symbols, start, b"- \t,\xA0");
    if gap > 0 && matches!(at(symbols, gap - 1), b':' | b'.' | 0xAE) {
        gap -= 1;
    }
    let mut first = None;
    for label_end in gap..=start {
        let (mut high, mut same) = (label_end, true);
        for letter in LABELS {
            if *letter > DASHES {
                same &= high > 0 && folded(at(symbols, high.wrapping_sub(1))) == *letter;
                high = high.wrapping_sub(usize::from(same));
                continue;
            }
            // The same kind of characters may precede the label; the extension may start at any of
            // them.
            let (most, low) = match *letter {
                RFC => (20, high),
                WORDS => (20, before(symbols, high, b" \t,\xA0")),
                UNSURE => (9, before(symbols, high, b" \t,\xA0")),
                DIALS => (15, before(symbols, high, b" \t\xA0")),
                COMMAS => (9, before(symbols, before(symbols, high, b","), b" \t\xA0")),
                _ => (6, before(symbols, high, b"- ")),
            };
            let fits = match *letter {
                RFC => !hash && label_end == start,
                DASHES => hash && label_end == start,
                _ => true,
            };
            let low = low.max(from);
            if same
                && fits
                && (1..=most).contains(&length)
                && low <= high.min(to)
                && first.is_none_or(|first| low < first)
            {
                first = Some(low);
            }
            (high, same) = (label_end, true);
        }
    }
    first
}

/// A symbol in the spelling of [`LABELS`].
fn folded(symbol: u8) -> u8 {
    match symbol {
        DOTLESS_I | DOTTED_I => b'i',
        LONG_S => b's',
        symbol => symbol.to_ascii_lowercase(),
    }
}

/// The start of the run of these symbols that ends at a position.
fn before(symbols: &[u8], mut end: usize, kind: &[u8]) -> usize {
    while end > 0 && is_one_of(at(symbols, end - 1), kind) {
        end -= 1;
    }
    end
}

fn at(symbols: &[u8], at: usize) -> u8 {
    symbols.get(at).copied().unwrap_or(OTHER)
}

/// The digits of a number. If it has three letters or more, it is a vanity number: each letter is
/// the digit of its telephone key.
pub(super) fn normalize(symbols: &[u8]) -> Vec<u8> {
    /// The telephone keys of the letters from a to z.
    const KEYS: &[u8; 26] = b"22233344455566677778889999";
    let letters = symbols.iter().filter(|symbol| symbol.is_ascii_alphabetic()).count();
    let vanity = letters >= 3;
    let mut digits = Vec::new();
    for symbol in symbols {
        digits.push(match *symbol {
            b'0'..=b'9' => *symbol,
            // Only ASCII digits count in vanity numbers.
            BEYOND..=0x89 if !vanity => *symbol - BEYOND + b'0',
            _ if !vanity => continue,
            DOTLESS_I => b'4',
            LONG_S => b'7',
            _ => match KEYS.get(usize::from((*symbol | 0x20).wrapping_sub(b'a'))) {
                Some(key) if *symbol < BEYOND => *key,
                _ => continue,
            },
        });
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_are_told_apart_as_unicode_does() {
        assert_eq!(symbols("aZ~\0"), b"aZ~\0");
        assert_eq!(symbols("＋．～\u{a0}"), b"\xAB\xAE\xFE\xA0");
        assert_eq!(symbols("٣½話☎"), [0x83, WORD, WORD, OTHER]);
        for word in ["a", "0", "é", "話", "½", "²", "ー", "٣", "ſ", "д", "ｘ"] {
            assert!(symbols(word).into_iter().all(is_word), "{word}");
        }
        for other in ["_", "#", " ", "\u{301}", "☎", "—", "＃", "．", "～", "\u{a0}", "＋"]
        {
            assert!(!symbols(other).into_iter().any(is_word), "{other}");
        }
    }

    #[test]
    fn extensions_start_with_their_label() {
        for (text, start) in [
            ("5551234 ext. 12", Some(7)),
            ("5551234 , xtn:12#", Some(7)),
            ("5551234EXTENSİÓN12", Some(7)),
            ("5551234 доб.12", Some(7)),
            ("5551234;ext=12", Some(7)),
            ("5551234;ext=12#", None),
            ("5551234 - 12#", Some(7)),
            ("5551234 - 12", None),
            ("5551234,12", Some(7)),
            ("5551234, ,:12", Some(8)),
            ("5551234 ,,,.12", Some(7)),
            ("5551234x1234567890", None),
            ("5551234ext1234567890", Some(7)),
            ("5551234", None),
        ] {
            let symbols = symbols(text);
            assert_eq!(extension(&symbols, 0, symbols.len()), start, "{text}");
        }
    }

    #[test]
    fn what_looks_like_a_number() {
        for (text, viable) in [
            ("12", true),
            ("１２", true),
            ("1", false),
            ("1-2", false),
            ("+12", false),
            ("+(1)2-3", true),
            ("123abc", true),
            ("12a3", false),
            ("123é", false),
            ("123 доб 4", true),
            ("12 ext 4", false),
        ] {
            assert_eq!(is_viable(&symbols(text)), viable, "{text}");
        }
    }

    #[test]
    fn letters_are_keys_if_there_are_three() {
        assert_eq!(normalize(&symbols("1-800 FLOWERS")), b"18003569377");
        assert_eq!(normalize(&symbols("180 ab ٣")), b"1803");
        assert_eq!(normalize(&symbols("180 abc ٣ıſ\u{212A}İ")), b"18022247");
    }
}
