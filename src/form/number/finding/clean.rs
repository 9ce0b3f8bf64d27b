//! Makes a pasted text easy to search: ASCII in lower case, without accents and invisible
//! characters.

use super::bytes::{CELL, ESCAPED_SPACE, OTHER_LETTER};
use crate::form::number::caret;
use crate::form::text::part;
use lead_phone_number::is_word;

/// The longest part of a text that is searched, in characters.
const LONGEST: usize = 10_000;

/// Stands for any other character that has no meaning here.
const OTHER: char = '\u{2}';

/// Texts that are read as others: characters in the source of web pages and in JSON, and labels
/// that are not in Latin letters. If one text is the start of another, the longer one comes first.
const SPELLINGS: &[(&str, &str)] = &[
    ("&nbsp;", " "),
    ("&#160;", " "),
    ("&#43;", "+"),
    ("&#40;", "("),
    ("&#41;", ")"),
    ("&#45;", "-"),
    ("&#8209;", "-"),
    ("&ndash;", "-"),
    ("\\u2011", "-"),
    ("&plus;", "+"),
    ("\\u002B", "+"),
    ("\\u002b", "+"),
    ("\\u00A0", " "),
    ("\\u00a0", " "),
    ("☎", " tel "),
    ("📞", " tel "),
    ("📱", " tel "),
    ("电话", " tel "),
    ("手机", " tel "),
    ("電話番号", " tel "),
    ("電話", " tel "),
    ("携帯", " tel "),
    ("传真", " fax "),
    ("ファックス", " fax "),
    ("订单", " order "),
    ("番号", " ref "),
    ("分機", " ext "),
    ("轉", " ext "),
    ("分机号", " ext "),
    ("分机", " ext "),
    ("转", " ext "),
    ("内線", " ext "),
    ("доб", " ext "),
    ("Доб", " ext "),
    ("ДОБ", " ext "),
    ("доп", " ext "),
    ("Доп", " ext "),
    ("ДОП", " ext "),
];

/// The part of a text that is searched: of a long one, the lines at the start.
pub(super) fn searched(text: &str) -> &str {
    let first = part::first(text, LONGEST);
    if first.len() == text.len() {
        return text;
    }
    // The last line may end within a number.
    let end = first.bytes().rposition(|byte| byte == b'\n').unwrap_or(first.len());
    first.get(..end).unwrap_or_default()
}

/// A text in ASCII: letters in lower case and without accents, digits of all scripts, line breaks,
/// and [`CELL`] for a tab.
pub(in crate::form) fn clean(text: &str) -> String {
    let mut clean = String::new();
    let mut rest = searched(text);
    let mut last = ' ';
    loop {
        if let Some((text, spelling)) = SPELLINGS.iter().find(|(text, _)| rest.starts_with(text)) {
            clean.push_str(spelling);
            rest = rest.get(text.len()..).unwrap_or_default();
            continue;
        }
        if let Some(escaped) = unescaped(rest) {
            clean.push(char::from(escaped));
            rest = rest.get(3..).unwrap_or_default();
            continue;
        }
        let mut characters = rest.chars();
        let Some(character) = characters.next() else { break };
        rest = characters.as_str();
        // `\r\n` is one line break.
        if !(character == '\n' && last == '\r') {
            clean.extend(plain(character));
        }
        last = character;
    }
    // In the lines of a contact (RFC 6350), a space after a line break continues the line.
    if part::find(&clean, "begin:vcard").is_none() {
        return clean;
    }
    let mut lines = part::split(&clean, |byte| byte == b'\n');
    let mut unfolded = lines.next().unwrap_or_default().to_owned();
    for line in lines {
        match line.strip_prefix(' ') {
            Some(line) => unfolded.push_str(line),
            None => {
                unfolded.push('\n');
                unfolded.push_str(line);
            }
        }
    }
    unfolded
}

/// The character of a percent escape at the start of a text, if it can be part of a number. A
/// space goes on being part of its link.
fn unescaped(text: &str) -> Option<u8> {
    let digit = |at: usize| char::from(*text.as_bytes().get(at)?).to_digit(16);
    let code = match text.as_bytes() {
        [b'%', ..] => digit(1)? * 16 + digit(2)?,
        _ => return None,
    };
    match code as u8 {
        b' ' => Some(ESCAPED_SPACE),
        b'0'..=b'9' | b'+' | b',' | b'-' | b'.' | b'(' | b')' | b';' | b'=' | b':' | b'/' => {
            Some(code as u8)
        }
        _ => None,
    }
}

/// A character in ASCII; `None` for an invisible one.
fn plain(character: char) -> Option<char> {
    Some(match character {
        '\t' => char::from(CELL),
        '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        _ if character.is_ascii() => character.to_ascii_lowercase(),
        '\u{2010}'..='\u{2015}' | '\u{2053}' | '\u{2212}' | '\u{30FC}' => '-',
        '\u{B7}' | '\u{2022}' => '.',
        '€' | '£' | '¥' | '₹' => '$',
        'À'..='Å' | 'à'..='å' => 'a',
        'Ç' | 'ç' => 'c',
        'È'..='Ë' | 'è'..='ë' => 'e',
        'Ì'..='Ï' | 'ì'..='ï' => 'i',
        'Ñ' | 'ñ' => 'n',
        'Ò'..='Ö' | 'ò'..='ö' => 'o',
        'Ù'..='Ü' | 'ù'..='ü' => 'u',
        // The end of `n.º`.
        'º' => OTHER,
        // Full-width characters have a fixed distance from their ASCII ones.
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(character as u32 - 0xFEE0)?.to_ascii_lowercase(),
        // Accents that follow their letter.
        '\u{300}'..='\u{36F}' => return None,
        _ if caret::is_invisible(character) => return None,
        _ if character.is_whitespace() => ' ',
        _ => match caret::digit(character) {
            Some(digit) => digit,
            // Other Latin letters.
            None if is_word(character) && character < '\u{250}' => 'z',
            None if is_word(character) => OTHER_LETTER,
            None => OTHER,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_becomes_ascii() {
        for (text, ascii) in [
            ("Tél.\u{202f}: ＋１\u{2011}５１４", "tel. : +1-514"),
            ("e\u{301}ŁØ", "ezz"),
            ("٥١٤\t话\r\n½°", "514\u{5}\u{1}\nz\u{2}"),
            ("5\u{200B}1&nbsp;4", "51 4"),
            ("公司电话：03 分机号12", "\u{1}\u{1} tel :03  ext 12"),
            ("BEGIN:VCARD\r\nTEL:514\r\n 555", "begin:vcard\ntel:514555"),
            ("514\n 555", "514\n 555"),
            ("514&#8209;748&#45;3921 \\u2011", "514-748-3921 -"),
            ("%2B1%20514%41 5%", "+1\u{4}514%41 5%"),
        ] {
            assert_eq!(clean(text), ascii, "{text}");
        }
    }

    #[test]
    fn of_a_long_text_the_beginning_is_read() {
        assert_eq!(clean(&"é".repeat(LONGEST + 1)).len(), LONGEST);
    }
}
