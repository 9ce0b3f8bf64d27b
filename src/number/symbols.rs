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

/// The symbol of a character: ASCII digits, small letters and `+ # , ; : = - . ~ space tab` are
/// themselves, capitals stand for letters beyond ASCII that label an extension.
pub(super) fn symbol(character: char) -> u8 {
    match character {
        '0'..='9'
        | 'a'..='z'
        | '+'
        | '#'
        | ','
        | ';'
        | ':'
        | '='
        | '-'
        | '.'
        | '~'
        | ' '
        | '\t' => character as u8,
        'A'..='Z' => character as u8 | 0x20,
        '\u{FF0B}' => b'+',
        '\u{FF0E}' => b'.',
        '\u{FF5E}' => b'~',
        '\u{A0}' => NO_BREAK_SPACE,
        '('
        | ')'
        | '*'
        | '/'
        | '['
        | ']'
        | '\u{AD}'
        | '\u{200B}'
        | '\u{2010}'..='\u{2015}'
        | '\u{2053}'
        | '\u{2060}'
        | '\u{2212}'
        | '\u{223C}'
        | '\u{3000}'
        | '\u{30FC}'
        | '\u{FF08}'
        | '\u{FF09}'
        | '\u{FF0D}'
        | '\u{FF0F}'
        | '\u{FF3B}'
        | '\u{FF3D}' => PUNCTUATION,
        '\u{131}' => DOTLESS_I,
        '\u{130}' => DOTTED_I,
        '\u{17F}' => LONG_S,
        '\u{212A}' => KELVIN,
        'ó' | 'Ó' => b'O',
        '\u{301}' => b'A',
        '\u{FF03}' => b'H',
        '\u{FF25}' | '\u{FF45}' => b'E',
        '\u{FF29}' | '\u{FF49}' => b'I',
        '\u{FF2E}' | '\u{FF4E}' => b'N',
        '\u{FF34}' | '\u{FF54}' => b'T',
        '\u{FF38}' | '\u{FF58}' => b'X',
        'д' | 'Д' | '\u{1C81}' => b'D',
        'о' | 'О' | '\u{1C82}' => b'F',
        'б' | 'Б' => b'B',
        _ => decimal(character).map_or(OTHER, |value| value | OTHER_DIGIT),
    }
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
    let (mut count, mut third, mut end) = (0, 0, symbols.len());
    for (index, symbol) in symbols.iter().enumerate().skip(plus_signs(symbols)) {
        if is_digit(*symbol) {
            count += 1;
            if count == 3 {
                third = index + 1;
            }
        } else if !is_punctuation(*symbol)
            && (count < 3 || !matches!(symbol, b'a'..=b'z' | DOTLESS_I..=KELVIN))
        {
            end = index;
            break;
        }
    }
    if count < 3 {
        return count == 2 && symbols.len() == 2 && symbols.iter().all(|symbol| is_digit(*symbol));
    }
    end == symbols.len() || extension(symbols, third, end).is_some()
}

/// Where an extension at the end starts, its label included, if it can start between the two
/// positions; the first of several.
pub(super) fn extension(symbols: &[u8], from: usize, to: usize) -> Option<usize> {
    let mut first = None;
    // The label may start anywhere between the two.
    let mut may_start = |low: usize, high: usize| {
        let low = low.max(from);
        if low <= high.min(to) && first.is_none_or(|first| low < first) {
            first = Some(low);
        }
    };
    let (symbols, hash) = match symbols {
        [symbols @ .., b'#'] => (symbols, true),
        symbols => (symbols, false),
    };
    let all = |of: &[u8], part: &[u8]| {
        of.len() - of.iter().rev().take_while(|symbol| part.contains(symbol)).count()
    };
    let start = symbols.iter().rposition(|symbol| !is_digit(*symbol))? + 1;
    let length = symbols.len() - start;
    if length == 0 {
        return None;
    }
    let (label, _) = symbols.split_at(start);
    // "- 503#"
    let dashes = all(label, b"- ");
    if hash && length <= 6 && dashes < start {
        may_start(dashes, start - 1);
    }
    if !hash && length <= 20 && label.ends_with(b";ext=") {
        may_start(start - 5, start - 5);
    }
    // What may stand between the label and the digits.
    let gap = all(label, b"- \t,_");
    let (label, gap) = label.split_at(gap);
    let end = label.len();
    let (label, stop) = match label {
        [label @ .., b':' | b'.'] => (label, true),
        label => (label, false),
    };
    let spaces = |end: usize| all(label.get(..end).unwrap_or(label), b" \t,_");
    if length <= 20 {
        if let Some((low, high)) = explicit(label) {
            may_start(spaces(low), high);
        }
    }
    if length <= 9 {
        let short = match label {
            [.., b'x' | b'X' | b'#' | b'H' | b'~'] => 1,
            [.., b'I', b'N', b'T'] | [.., b'i' | DOTLESS_I | DOTTED_I, b'n', b't'] => 3,
            _ => 0,
        };
        if short > 0 {
            may_start(spaces(label.len() - short), label.len() - short);
        }
    }
    // Commas and semicolons dial an extension by themselves.
    let spaces = |end: usize| all(symbols.get(..end).unwrap_or(symbols), b" \t_");
    if length <= 15 {
        if label.ends_with(b";") {
            may_start(spaces(label.len() - 1), label.len() - 1);
        }
        if stop && label.ends_with(b",,") {
            may_start(spaces(label.len() - 2), label.len() - 2);
        }
        for (index, pair) in gap.windows(2).enumerate() {
            if pair == b",," {
                may_start(spaces(end + index), end + index);
            }
        }
    }
    if length <= 9 {
        if stop && label.ends_with(b",") {
            may_start(spaces(all(label, b",")), label.len() - 1);
        }
        for (index, symbol) in gap.iter().enumerate() {
            if *symbol == b',' {
                may_start(spaces(end + index), end + index);
            }
        }
    }
    first
}

/// Where a word for "extension" at the end starts, with and without its first letter.
fn explicit(label: &[u8]) -> Option<(usize, usize)> {
    for word in [&b"DFB"[..], b"anexo"] {
        if let Some(before) = label.strip_suffix(word) {
            return Some((before.len(), before.len()));
        }
    }
    let (label, e) = match label {
        [label @ .., b'X', b'T', b'N'] | [label @ .., b'X', b'T'] => (label, b'E'),
        _ => {
            let label = label.strip_suffix(b"n").unwrap_or(label);
            let label = match label {
                [
                    label @ ..,
                    b'e',
                    b'n',
                    b's' | LONG_S,
                    b'i' | DOTLESS_I | DOTTED_I,
                    b'o' | b'O',
                ]
                | [
                    label @ ..,
                    b'e',
                    b'n',
                    b's' | LONG_S,
                    b'i' | DOTLESS_I | DOTTED_I,
                    b'o',
                    b'A',
                ] => label,
                label => label,
            };
            (label.strip_suffix(b"xt")?, b'e')
        }
    };
    let high = label.len();
    Some((high - usize::from(label.ends_with(&[e])), high))
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
            b'a'..=b'z' if vanity => {
                KEYS.get(usize::from(symbol - b'a')).copied().unwrap_or_default()
            }
            DOTLESS_I if vanity => b'4',
            LONG_S if vanity => b'7',
            _ => continue,
        };
        digits.push(digit);
    }
    digits
}
