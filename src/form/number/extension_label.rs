//! Recognizes an extension after a phone number.

use crate::form::text::part;
use lead_phone_number::{decimal_digit, is_word};

/// The labels of an extension, in lower case and without accents. If one label is the start of
/// another, the longer one comes first.
const LABELS: &[&str] = &[
    "extension",
    "extensao",
    "extn",
    "ext",
    "xtn",
    "xt",
    "x",
    "poste",
    "post",
    "pste",
    "anexo",
    "p",
    "interno",
    "interne",
    "interior",
    "int",
    "local",
    "loc",
    "bureau",
    "bur",
    "ramal",
    "durchwahl",
    "dw",
    "nst",
    "toestel",
    "доб",
    "доп",
    "分机号",
    "分机",
    "转",
    "内線",
    "#",
    "~",
];

/// The words that may stand between the label and the digits.
const NUMBER: &[&str] = &["number", "numero", "num", "no", "nr", "nº", "n°"];

/// The labels that often mean something else before a number of several groups.
const UNSURE: &[&str] = &["p", "int", "local", "loc", "bureau", "bur", "#"];

/// The most digits of an extension, as in libphonenumber.
const LONGEST: usize = 20;

/// The most digits of an extension after only a comma or a semicolon.
const LONGEST_DIALLED: usize = 9;

/// Finds an extension at the start of the text after a number. Returns its digits and where they
/// end.
pub(in crate::form) fn after(text: &str) -> Option<(&str, usize)> {
    let label = without_leading(text, " \n.,;:()[]-/");
    if text.len() - label.len() <= 6
        && let Some(rest) = without_any(label, LABELS)
    {
        let is_unsure = without_any(label, UNSURE).is_some_and(|after| after.len() == rest.len());
        let before = text.get(..text.len() - label.len())?;
        if is_unsure && before.bytes().any(|byte| byte == b'\n') {
            return None;
        }
        let rest = without_leading(rest, " \n.:=-");
        let rest = without_any(rest, NUMBER).unwrap_or(rest);
        let (found, end) = digits(text, without_leading(rest, " \n.:=-"), LONGEST)?;
        // `P. 450 555-0199` is another number, and so is `x 450-555-0199`; `P4H 9S0` is a postcode.
        let separators = if is_unsure { " -.+(" } else { "-." };
        let next = text.get(end..)?;
        let goes_on = without_leading(next, separators);
        let is_number = goes_on.len() < next.len() && goes_on.starts_with(is_digit);
        let is_code = next.starts_with(|c: char| c.is_ascii_alphabetic());
        return (!is_number && !is_code).then_some((found, end));
    }
    // Commas and semicolons are pauses in dialling. More digits after that would be the next
    // number of a list.
    let rest = without_leading(text, ",;");
    let pauses = text.len() - rest.len();
    if pauses == 0 {
        return None;
    }
    let (found, end) = digits(text, rest, LONGEST_DIALLED)?;
    let next = without_leading(text.get(end..)?, " -.()");
    // One comma or semicolon can also separate the cells of a table. Nothing follows those pauses.
    let is_pause = if pauses == 1 { next.is_empty() } else { !next.starts_with(is_digit) };
    is_pause.then_some((found, end))
}

fn is_digit(character: char) -> bool {
    character.is_ascii_digit()
}

/// Removes these ASCII characters from the start of a text.
fn without_leading<'a>(text: &'a str, characters: &str) -> &'a str {
    let found = part::leading(text, |byte| characters.as_bytes().contains(&byte));
    text.get(found.len()..).unwrap_or_default()
}

/// The digits at the start of `rest`, and where they end in `text`.
fn digits<'a>(text: &str, rest: &'a str, longest: usize) -> Option<(&'a str, usize)> {
    let digits = part::leading(rest, |byte| byte.is_ascii_digit());
    let length = digits.len();
    (1..=longest).contains(&length).then_some((digits, text.len() - rest.len() + length))
}

/// The text after one of the words.
fn without_any<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    words.iter().find_map(|word| without(text, word))
}

/// The text after a word, compared without case and accents. `None` if the text has a longer
/// word.
fn without<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut characters = text.chars();
    for letter in word.chars() {
        let mut next = characters.next()?;
        if next == '\u{301}' || next == '\u{303}' {
            next = characters.next()?;
        }
        if plain(next) != letter {
            return None;
        }
    }
    let rest = characters.as_str();
    let goes_on = characters.next().is_some_and(|c| is_word(c) && decimal_digit(c).is_none());
    (!goes_on).then_some(rest)
}

/// A letter in lower case and without its accent. Only the letters of the labels are listed:
/// complete tables would be larger than the rest of this file.
pub(in crate::form::number) fn plain(letter: char) -> char {
    match letter {
        'ó' | 'Ó' => 'o',
        'é' | 'É' | 'è' | 'È' => 'e',
        'ú' | 'Ú' => 'u',
        'ã' | 'Ã' => 'a',
        'Д' => 'д',
        'О' => 'о',
        'Б' => 'б',
        'П' => 'п',
        letter => letter.to_ascii_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
            " extn 12",
            " xtn12",
            " extension 12",
            " extension number 12",
            " Extensión 12",
            " extensio\u{301}n 12",
            " extensão 12",
            " poste 12",
            " Poste no. 12",
            " poste nº 12",
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
            ",,12",
            ",12",
            ";12",
            "\next. 12",
            " - ext - 12",
            " Durchwahl 12",
            " toestel 12 (mornings)",
            " x12#",
        ] {
            assert_eq!(after(text).map(|found| found.0), Some("12"), "{text}");
        }
        assert_eq!(after(" ext. 007 or").map(|found| found.1), Some(9));
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
        ] {
            assert_eq!(after(text), None, "{text}");
        }
    }
}
