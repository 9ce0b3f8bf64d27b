//! The characters of a number as one byte each, so that the rest need not know Unicode.
//!
//! What counts as the same is what libphonenumber's regular expressions, which ignore case, take
//! for the same: `X`, `x`; the long s for an s; full-width digits and dashes.

use super::digits::decimal;

/// Digits that are not ASCII, with their value in the low bits.
const OTHER_DIGIT: u8 = 0x80;
/// What may stand between digits and means nothing.
const PUNCTUATION: u8 = b'(';
const NO_BREAK_SPACE: u8 = b'_';
// Letters that only their lower or upper case makes ASCII letters.
const DOTLESS_I: u8 = 1;
const DOTTED_I: u8 = 2;
const LONG_S: u8 = 3;
const KELVIN: u8 = 4;
/// What no number has.
const OTHER: u8 = 0;

/// Characters beyond ASCII, each before its symbol. Capitals stand for letters that are no
/// digits but label an extension.
const BEYOND_ASCII: &str = "\u{FF0B}+\u{FF0E}.\u{FF5E}~\u{A0}_\u{AD}(\u{200B}(\u{2010}(\u{2011}(\
    \u{2012}(\u{2013}(\u{2014}(\u{2015}(\u{2053}(\u{2060}(\u{2212}(\u{223C}(\u{3000}(\u{30FC}(\
    \u{FF08}(\u{FF09}(\u{FF0D}(\u{FF0F}(\u{FF3B}(\u{FF3D}(\
    \u{131}\u{1}\u{130}\u{2}\u{17F}\u{3}\u{212A}\u{4}\u{F3}O\u{D3}O\u{301}A\u{FF03}H\
    \u{FF25}E\u{FF45}E\u{FF29}I\u{FF49}I\u{FF2E}N\u{FF4E}N\u{FF34}T\u{FF54}T\u{FF38}X\u{FF58}X\
    \u{434}D\u{414}D\u{1C81}D\u{43E}F\u{41E}F\u{1C82}F\u{431}B\u{411}B";

/// The symbol of a character: ASCII digits, small letters and `+ # , ; : = - . ~ space tab` are
/// themselves.
pub(super) fn symbol(character: char) -> u8 {
    if character.is_ascii() {
        let byte = character as u8;
        return match byte {
            b'A'..=b'Z' => byte | 0x20,
            b'(' | b')' | b'*' | b'/' | b'[' | b']' => PUNCTUATION,
            b'0'..=b'9' | b'a'..=b'z' => byte,
            b'+' | b'#' | b',' | b';' | b':' | b'=' | b'-' | b'.' | b'~' | b' ' | b'\t' => byte,
            _ => OTHER,
        };
    }
    let mut pairs = BEYOND_ASCII.chars();
    while let (Some(this), Some(symbol)) = (pairs.next(), pairs.next()) {
        if this == character {
            return symbol as u8;
        }
    }
    decimal(character).map_or(OTHER, |value| value | OTHER_DIGIT)
}

fn is_digit(symbol: u8) -> bool {
    symbol.is_ascii_digit() || symbol >= OTHER_DIGIT
}

fn is_punctuation(symbol: u8) -> bool {
    matches!(symbol, PUNCTUATION | NO_BREAK_SPACE | b'-' | b'.' | b'~' | b' ' | b'x')
}

/// How many plus signs it starts with.
pub(super) fn plus_signs(symbols: &[u8]) -> usize {
    symbols.iter().take_while(|symbol| **symbol == b'+').count()
}

/// Whether it looks like a number: three digits, which only punctuation may stand between, then
/// anything that numbers have, then an extension; or two digits and nothing else.
pub(super) fn is_viable(symbols: &[u8]) -> bool {
    let (mut count, mut third, mut end) = (0, 0, plus_signs(symbols));
    while let Some(symbol) = symbols.get(end) {
        let letter = matches!(symbol, b'a'..=b'z' | DOTLESS_I..=KELVIN);
        if is_digit(*symbol) {
            count += 1;
            if count == 3 {
                third = end + 1;
            }
        } else if !is_punctuation(*symbol) && (count < 3 || !letter) {
            break;
        }
        end += 1;
    }
    if count < 3 {
        return count == 2 && symbols.len() == 2;
    }
    end == symbols.len() || extension(symbols, third, end).is_some()
}

/// What stands before the digits of an extension, each after a letter that says how:
///
/// - `r`: of RFC 3966, right before at most 20 digits;
/// - `e`: a word for it, at most 20 digits;
/// - `a`: what may also be something else, at most 9;
/// - `s`: dials it by itself, at most 15;
/// - `c`: one comma or more, at most 9;
/// - `d`: dashes and spaces, right before at most 6 digits and `#`.
const LABELS: &[u8] =
    b"r;ext=/ext/eext/extn/eextn/extensio/eextensio/extension/eextension/extensiO\
    /eextensiO/extensiOn/eextensiOn/extensioA/eextensioA/extensioAn/eextensioAn/eXT/eEXT/eXTN\
    /eEXTN/eDFB/eanexo/ax/aX/a#/aH/a~/aint/aINT/s;/s,,/c,/d-/d ";

/// Where an extension at the end starts, its label included, if it can start between the two
/// positions; the first of several.
pub(super) fn extension(symbols: &[u8], from: usize, to: usize) -> Option<usize> {
    let hash = symbols.last() == Some(&b'#');
    let end = symbols.len() - usize::from(hash);
    let mut start = end;
    while start > 0 && is_digit(byte_at(symbols, start - 1)) {
        start -= 1;
    }
    let length = end - start;
    // Between a label and the digits there may be a colon or a full stop, then spaces and more.
    let mut gap = before(symbols, start, b"- \t,_");
    if gap > 0 && matches!(byte_at(symbols, gap - 1), b':' | b'.') {
        gap -= 1;
    }
    let mut first = None;
    for label in LABELS.split(|byte| *byte == b'/') {
        let [kind, label @ ..] = label else { continue };
        let most = match kind {
            b'd' => 6,
            b'a' | b'c' => 9,
            b's' => 15,
            _ => 20,
        };
        let exact = matches!(kind, b'r' | b'd');
        if !(1..=most).contains(&length) || exact && hash != (*kind == b'd') {
            continue;
        }
        for label_end in (if exact { start } else { gap })..=start {
            let Some(high) = label_start(symbols, label_end, label) else { continue };
            // Before it there may be more of the same; it may start at any of these.
            let low = match kind {
                b'r' => high,
                b'd' => before(symbols, high, b"- "),
                b's' => before(symbols, high, b" \t_"),
                b'c' => before(symbols, before(symbols, high, b","), b" \t_"),
                _ => before(symbols, high, b" \t,_"),
            };
            let low = low.max(from);
            if low <= high.min(to) && first.is_none_or(|first| low < first) {
                first = Some(low);
            }
        }
    }
    first
}

/// Where the symbols of a kind that end at a position start.
fn before(symbols: &[u8], mut end: usize, kind: &[u8]) -> usize {
    while end > 0 && kind.contains(&byte_at(symbols, end - 1)) {
        end -= 1;
    }
    end
}

/// Where a label that ends at a position starts.
fn label_start(symbols: &[u8], end: usize, label: &[u8]) -> Option<usize> {
    let start = end.checked_sub(label.len())?;
    for (index, letter) in label.iter().enumerate() {
        let symbol = match byte_at(symbols, start + index) {
            DOTLESS_I | DOTTED_I => b'i',
            LONG_S => b's',
            symbol => symbol,
        };
        if symbol != *letter {
            return None;
        }
    }
    Some(start)
}

fn byte_at(symbols: &[u8], at: usize) -> u8 {
    symbols.get(at).copied().unwrap_or(OTHER)
}

/// The digits. Three letters or more make it a vanity number, whose letters are those on a
/// telephone's keys.
pub(super) fn normalize(symbols: &[u8]) -> Vec<u8> {
    /// The keys of the letters from a to z.
    const KEYS: &[u8; 26] = b"22233344455566677778889999";
    let letters = symbols.iter().filter(|symbol| symbol.is_ascii_lowercase()).count();
    let vanity = letters >= 3;
    let mut digits = Vec::with_capacity(symbols.len());
    for symbol in symbols {
        let digit = match *symbol {
            b'0'..=b'9' => *symbol,
            OTHER_DIGIT.. if !vanity => symbol & 15 | b'0',
            b'a'..=b'z' if vanity => byte_at(KEYS, usize::from(symbol - b'a')),
            DOTLESS_I if vanity => b'4',
            LONG_S if vanity => b'7',
            _ => continue,
        };
        digits.push(digit);
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    fn symbols(text: &str) -> Vec<u8> {
        text.chars().map(symbol).collect()
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
        assert_eq!(normalize(&symbols("180 abc ٣ı")), b"1802224");
    }
}
