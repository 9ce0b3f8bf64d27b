//! Replaces links that hold a phone number by that number.

use super::bytes::is_digit;
use crate::form::number::caret;
use crate::form::text::part;

/// How the digits of a link are read.
#[derive(Clone, Copy, PartialEq)]
enum Digits {
    /// As they are written: international only with a plus.
    AsWritten,
    /// As an international number if they are one, although they may have no plus.
    LikelyInternational,
    /// As they are written, in a parameter. Other digits of such an address are no number.
    InParameter,
    /// As an international number: the links of these services have no other numbers.
    International,
}

/// The beginnings of links with a number: the text that the number follows, and how its digits
/// are read. If one is the end of another, the longer one comes first.
const LINKS: &[(&str, Digits)] = &[
    ("tel:", Digits::AsWritten),
    ("facetime:", Digits::AsWritten),
    ("facetime-audio:", Digits::AsWritten),
    ("sms:", Digits::LikelyInternational),
    ("callto:", Digits::LikelyInternational),
    ("wa.me/", Digits::International),
    ("whatsapp.com/send", Digits::International),
    ("whatsapp:", Digits::International),
    ("viber:", Digits::International),
    ("://", Digits::InParameter),
    ("phone=", Digits::AsWritten),
];

/// The parameters of a link that hold the number.
const PARAMETERS: &[&str] = &["phone=", "number=", "tel="];

/// The parameter of a `tel:` link with the part of the number that it leaves out (RFC 3966).
const CONTEXT: &str = ";phone-context=";

/// The parameter with the extension (RFC 3966).
const EXTENSION: &str = ";ext=";

/// The fewest digits of a number in a link. `Tel:514 555-0123` is a label and a number, although
/// `Tel:514` looks like a link.
const FEWEST: usize = 7;

/// Replaces each link with a number by the number, with a plus if it is international.
/// `is_valid` tells whether a text is a valid international number.
pub(super) fn without_links(text: &str, is_valid: &dyn Fn(&str) -> bool) -> String {
    let mut replaced = String::new();
    let mut rest = text;
    loop {
        let word = part::leading(rest, is_of_link);
        match number_of(word, is_valid) {
            Some(number) => {
                replaced.push_str(&number);
                // What follows the link is another text.
                replaced.push('\n');
            }
            None => replaced.push_str(word),
        }
        let Some(next) = rest.get(word.len()..=word.len()) else { return replaced };
        replaced.push_str(next);
        rest = rest.get(word.len() + 1..).unwrap_or_default();
    }
}

/// Whether a byte can be part of a link.
fn is_of_link(byte: u8) -> bool {
    byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\'' | b'<' | b'>' | b'`')
}

/// The number of a link.
fn number_of(word: &str, is_valid: &dyn Fn(&str) -> bool) -> Option<String> {
    let (start, kind) = LINKS
        .iter()
        .find_map(|(link, kind)| Some((part::find(word, link)? + link.len(), *kind)))?;
    let written = word.get(start..)?;
    if kind == Digits::AsWritten && !written.bytes().any(|byte| matches!(byte, b'%' | b';')) {
        // Without escapes and parameters, `tel:` is a label like any other.
        return None;
    }
    let link = decoded(written);
    let parameter = PARAMETERS.iter().find_map(|name| Some(part::find(&link, name)? + name.len()));
    if kind == Digits::InParameter && parameter.is_none() {
        return Some(String::new());
    }
    let number = link.get(parameter.unwrap_or(0)..)?;
    let number = part::leading(number, |byte| !matches!(byte, b'?' | b'&'));
    let number = number.get(part::leading(number, |byte| byte == b'/').len()..)?;
    let digits = part::leading(number, |byte| is_digit(byte) || b"+-. ()/".contains(&byte));
    let after = number.get(digits.len()..)?;
    let context = parameter_of(after, CONTEXT).unwrap_or_default();
    let context = if context.as_bytes().first() == Some(&b'+') { context } else { "" };
    if context.is_empty() && caret::count(digits) < FEWEST {
        return None;
    }
    let has_plus = digits.as_bytes().first() == Some(&b'+');
    let international = ["+", digits].concat();
    let is_international = match kind {
        Digits::AsWritten | Digits::InParameter => false,
        Digits::LikelyInternational => is_valid(&international),
        Digits::International => true,
    };
    let digits = if is_international && !has_plus { &international } else { digits };
    let mut found = [context, digits].concat();
    if let Some(extension) = parameter_of(after, EXTENSION) {
        found.push_str(EXTENSION);
        found.push_str(extension);
    } else if after.as_bytes().first() == Some(&b',') {
        // A message to several numbers.
        found.push_str(after);
    }
    Some(found)
}

/// The value of a parameter of a `tel:` link.
fn parameter_of<'a>(link: &'a str, name: &str) -> Option<&'a str> {
    let value = link.get(part::find(link, name)? + name.len()..)?;
    Some(part::leading(value, |byte| byte != b';'))
}

/// Decodes the percent escapes of ASCII characters.
fn decoded(link: &str) -> String {
    let mut parts = part::split(link, |byte| byte == b'%');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let value = |at: usize| char::from(*part.as_bytes().get(at)?).to_digit(16);
        let code = value(0).zip(value(1)).map(|(high, low)| (high * 16 + low) as u8);
        match code.filter(u8::is_ascii) {
            Some(code) => {
                text.push(char::from(code));
                text.push_str(part.get(2..).unwrap_or_default());
            }
            None => {
                text.push('%');
                text.push_str(part);
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn replaced(text: &str) -> String {
        without_links(&text.to_lowercase(), &|number| number.len() == 12)
    }

    #[test]
    fn a_link_becomes_its_number() {
        for (link, text) in [
            ("tel:%2B1%20%28514%29%20555-0123", "+1 (514) 555-0123\n"),
            ("wa.me/33612345678", "+33612345678\n"),
            ("https://wa.me/33612345678?text=Hi%2012 a", "+33612345678\n a"),
            ("https://api.whatsapp.com/send?text=Hi&phone=33612345678", "+33612345678\n"),
            ("whatsapp://send?phone=%2B33612345678&text=1", "+33612345678\n"),
            ("viber://chat?number=33612345678", "+33612345678\n"),
            ("SMS:33612345678?body=12", "+33612345678\n"),
            ("sms:5145550123", "5145550123\n"),
            ("sms:+15145550123,+15145550199", "+15145550123,+15145550199\n"),
            ("callto://33612345678", "+33612345678\n"),
            ("tel:7946-0018;phone-context=+4420", "+44207946-0018\n"),
            ("tel:555-0123;ext=12;phone-context=+1514", "+1514555-0123;ext=12\n"),
            ("https://crm.example/leads/5145550123?tab=1", "\n"),
            ("https://crm.example/?phone=514-555-0123&tab=1", "514-555-0123\n"),
        ] {
            assert_eq!(replaced(link), text, "{link}");
        }
    }

    #[test]
    fn a_label_is_no_link() {
        for text in [
            "Tel:514 555-0123",
            "Hotel: 514",
            "wa.me/message/A1",
            "tel:",
            "tel:5145550123",
            "viber://pa?x=1",
        ] {
            assert_eq!(replaced(text), text.to_lowercase());
        }
    }

    #[test]
    fn escapes_of_other_characters_stay() {
        assert_eq!(decoded("%2b%%2B%3b%é%2%C3%A9"), "+%+;%é%2%C3%A9");
    }
}
