//! Recognizes an extension after a phone number, in a text of
//! [`clean`](super::clean).

use super::bytes::{CELL, at, end_of, is_digit, is_letter, is_space};

/// The labels of an extension. If one label is the start of another, the longer one comes first.
const LABELS: &str = "extension extensao exten extn ext xtn xt x poste post pste anexo interno \
    interne interior intern int local loc bureau bur ramal durchwahl dw nebenstelle nst apparat app kl \
    option opt postd toestel p # ~";

/// The labels that mean an extension wherever they stand in a sentence.
const SURE: &str = "extension extensao extn ext xtn poste anexo interno ramal durchwahl toestel";

/// The labels that often mean something else before a number of several groups.
const UNSURE: &str = "p int local loc bureau bur #";

/// The words that may stand between the label and the digits.
const NUMBER: &str = "number numero num no nr n";

/// The most characters before a label.
const WIDEST_GAP: usize = 6;

/// The most digits of an extension, as in libphonenumber.
const LONGEST: usize = 20;

/// The most digits of an extension after one comma or semicolon.
const LONGEST_AFTER_ONE: usize = 4;

/// The most digits of an extension after only a comma or a semicolon.
const LONGEST_DIALLED: usize = 9;

/// An extension in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::form) struct Extension {
    /// Where its digits start in the text.
    pub start: usize,
    /// Where they end.
    pub end: usize,
}

/// Whether a word is the label of an extension.
pub(super) fn is_one(word: &[u8]) -> bool {
    end_of_word(word, 0, LABELS) == Some(word.len())
}

/// Finds an extension at the start of the text after a number.
pub(in crate::form) fn after(text: &[u8]) -> Option<Extension> {
    let label = end_of(text, 0, |byte| b" \n\x05.,;:()[]-/".contains(&byte));
    if label <= WIDEST_GAP
        && let Some(end) = end_of_word(text, label, LABELS)
    {
        let is_unsure = end_of_word(text, label, UNSURE) == Some(end);
        if is_unsure && text.get(..label)?.iter().any(|byte| matches!(*byte, b'\n' | CELL)) {
            return None;
        }
        let start = end_of(text, end, is_between);
        let start = end_of_word(text, start, NUMBER).unwrap_or(start);
        let extension = digits(text, end_of(text, start, is_between), LONGEST)?;
        // `P. 450 555-0199` is another number, and so is `x 450-555-0199`; `P4H 9S0` is a
        // postcode.
        let next = match is_unsure {
            true => end_of(text, extension.end, |byte| b" -.+(".contains(&byte)),
            false => end_of(text, extension.end, |byte| b"-.".contains(&byte)),
        };
        let is_number = next > extension.end && is_digit(at(text, next));
        return (!is_number && !is_letter(at(text, extension.end))).then_some(extension);
    }
    // Commas and semicolons are pauses in dialling. More digits after that would be the next
    // number of a list.
    let pauses = end_of(text, 0, |byte| matches!(byte, b',' | b';'));
    // After one pause, a space would begin the next cell or sentence.
    let start = if pauses > 1 { end_of(text, pauses, is_space) } else { pauses };
    let extension = digits(text, start, LONGEST_DIALLED)?;
    let next = end_of(text, extension.end, |byte| b" -.()".contains(&byte));
    // One comma or semicolon can also separate the cells of a table, with a year or a postcode.
    // Nothing follows those pauses.
    let dialled = text.get(extension.start..extension.end)?;
    let is_year = dialled.len() == 4 && (dialled.starts_with(b"19") || dialled.starts_with(b"20"));
    let is_pause = match pauses {
        0 => false,
        1 => next == text.len() && dialled.len() <= LONGEST_AFTER_ONE && !is_year,
        _ => !is_digit(at(text, next)),
    };
    is_pause.then_some(extension)
}

/// Finds an extension that words separate from the number before it: `(Bob), ask for ext. 12`.
pub(super) fn after_words(text: &[u8]) -> Option<Extension> {
    let end = end_of(text, 0, |byte| !is_digit(byte) && !matches!(byte, b'\n' | CELL));
    let starts_word = |place: &usize| !is_letter(at(text, place - 1));
    let label =
        (1..end).filter(starts_word).find(|place| end_of_word(text, *place, SURE).is_some())?;
    let Extension { start, end } = after(text.get(label..)?)?;
    Some(Extension { start: label + start, end: label + end })
}

/// Finds an extension that begins the line of its number: `poste 204, 514-555-0123`. The text ends
/// where the number starts.
pub(super) fn before(text: &[u8]) -> Option<Extension> {
    let is_break = |byte: &u8| matches!(*byte, b'\n' | CELL);
    let line = text.iter().rposition(is_break).map_or(0, |place| place + 1);
    let label = end_of_word(text, end_of(text, line, is_space), SURE)?;
    let extension = digits(text, end_of(text, label, is_between), LONGEST)?;
    let end = end_of(text, extension.end, |byte| b" ,;:-@(+".contains(&byte));
    (end == text.len() && end > extension.end).then_some(extension)
}

/// Whether a byte may stand between a label and the digits.
fn is_between(byte: u8) -> bool {
    b" \n\x05.:=-#\x02".contains(&byte)
}

fn digits(text: &[u8], start: usize, longest: usize) -> Option<Extension> {
    let end = end_of(text, start, is_digit);
    (1..=longest).contains(&(end - start)).then_some(Extension { start, end })
}

/// Where one of the words ends that starts at a position. `None` if a longer word is there.
fn end_of_word(text: &[u8], start: usize, words: &str) -> Option<usize> {
    let rest = text.get(start..)?;
    let word = words
        .as_bytes()
        .split(|byte| *byte == b' ')
        .find(|word| rest.starts_with(word) && !is_letter(at(rest, word.len())))?;
    Some(start + word.len())
}

#[cfg(test)]
mod tests {
    use super::super::clean;
    use super::*;

    fn found(text: &str) -> Option<(String, usize)> {
        let text = clean(text);
        let extension = after(text.as_bytes())?;
        Some((text[extension.start..extension.end].to_owned(), extension.end))
    }

    #[test]
    fn extensions_in_every_spelling() {
        for text in [
            "x12",
            " x 12",
            " X12",
            "ext12",
            " ext. 12",
            ", ext 12",
            " (ext. 12)",
            " Ext: 12",
            " EXT=12",
            ";ext=12",
            ";postd=12",
            "\text.\t12",
            " extn 12",
            " xtn12",
            " extension 12",
            " extension number 12",
            " Extensión 12",
            " extensio\u{301}n 12",
            " extensão 12",
            " poste 12",
            " Poste no. 12",
            " poste n. 12",
            " poste nº 12",
            " ext #12",
            " poste n° 12",
            ",, 12",
            " (poste: 12)",
            " post 12",
            " int. 12",
            " interno 12",
            " anexo 12",
            " ramal 12",
            " доб. 12",
            " ДОБ 12",
            " # 12",
            "#12",
            "~12",
            ",,12",
            ",12",
            ";12",
            "\next. 12",
            " Nebenstelle 12",
            " Apparat: 12",
            " exten 12",
            " - ext - 12",
            " Durchwahl 12",
            " toestel 12 (mornings)",
            " x12#",
            " p.12",
            " p. 12, and more",
            " local 12",
            " loc. 12",
            " bur. 12",
            "分机12",
            "转12",
        ] {
            assert_eq!(found(text).map(|found| found.0).as_deref(), Some("12"), "{text}");
        }
        assert_eq!(found(" ext. 007 or").map(|found| found.1), Some(9));
    }

    #[test]
    fn an_extension_after_words() {
        let found = |text: &str| {
            let text = clean(text);
            let extension = after_words(text.as_bytes())?;
            Some(text[extension.start..extension.end].to_owned())
        };
        for text in [" ask for ext. 12", " (Bob), ext 12 please", ", Bob, poste n° 12"] {
            assert_eq!(found(text).as_deref(), Some("12"), "{text}");
        }
        for text in [" call 5, ext 12", " Bob\next 12", " text 12", " ext. of Bob 12", " x 12"] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_no_extension() {
        for text in [
            "",
            " 12",
            " 12 ext",
            " after 5",
            " extra 5",
            " next 5",
            " x",
            " xy 5",
            ", 12",
            ",514-555",
            ",514 555 0123",
            ",1234567890",
            " ext 123456789012345678901",
            "          ext 12",
            " interests 5",
            " post-it",
            " and x12",
            " P. 450 555-0199",
            " x 450-555-0199",
            " - P4H 9S0",
            "\n#2 +52 432",
            ";422;Paris",
            ";2021",
            ",90210",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
