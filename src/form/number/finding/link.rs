//! Replaces links that hold a phone number by that number.

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
        rest = rest.get(word.len()..).unwrap_or_default();
        let mut characters = rest.chars();
        let Some(next) = characters.next() else { return replaced };
        replaced.push(next);
        rest = characters.as_str();
    }
}

/// Whether a byte can be part of a link. Letters beyond ASCII can be part of one too, but not of
/// the parts that matter here.
fn is_of_link(byte: u8) -> bool {
    byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\'' | b'<' | b'>' | b'`')
}

/// The number of a link.
fn number_of(word: &str, is_valid: &dyn Fn(&str) -> bool) -> Option<String> {
    let lower = word.to_ascii_lowercase();
    let (start, kind) = LINKS
        .iter()
        .find_map(|(link, kind)| Some((part::find(&lower, link)? + link.len(), *kind)))?;
    let written = word.get(start..)?;
    if kind == Digits::AsWritten && !written.bytes().any(|byte| b"%;".contains(&byte)) {
        // Without escapes and parameters, `tel:` is a label like any other.
        return None;
    }
    let link = decoded(written);
    let lower = link.to_ascii_lowercase();
    let parameter = PARAMETERS.iter().find_map(|name| Some(part::find(&lower, name)? + name.len()));
    if kind == Digits::InParameter && parameter.is_none() {
        return Some(String::new());
    }
    let number = link.get(parameter.unwrap_or(0)..)?;
    let number = part::leading(number, |byte| !matches!(byte, b'?' | b'&'));
    let slashes = part::leading(number, |byte| byte == b'/');
    let number = number.get(slashes.len()..)?;
    let digits = part::leading(number, |byte| byte.is_ascii_digit() || b"+-. ()/".contains(&byte));
    let after = number.get(digits.len()..)?;
    let context = part::find(after, CONTEXT).and_then(|at| after.get(at + CONTEXT.len()..));
    let context = context.map(|text| part::leading(text, |byte| byte != b';'));
    let context = context.filter(|context| context.starts_with('+')).unwrap_or_default();
    if context.is_empty() && caret::count(digits) < FEWEST {
        return None;
    }
    let international = ["+", digits].concat();
    let is_international = match kind {
        Digits::AsWritten | Digits::InParameter => false,
        Digits::LikelyInternational => is_valid(&international),
        Digits::International => true,
    };
    let plus = is_international && !digits.starts_with('+');
    let mut found = [context, if plus { &international } else { digits }].concat();
    if let Some(at) = part::find(after, ";ext=") {
        let extension = after.get(at + 1..)?;
        found.push(';');
        found.push_str(part::leading(extension, |byte| byte != b';'));
    } else if after.starts_with(',') {
        // A message to several numbers.
        found.push_str(after);
    }
    Some(found)
}

/// Decodes the percent escapes of ASCII characters.
fn decoded(link: &str) -> String {
    let mut parts = part::split(link, |byte| byte == b'%');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let code = part.get(..2).and_then(|code| u8::from_str_radix(code, 16).ok());
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
        without_links(text, &|number| number.len() == 12)
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
            assert_eq!(replaced(text), text);
        }
    }

    #[test]
    fn escapes_of_other_characters_stay() {
        assert_eq!(decoded("%2b%%2B%3b%é%2%C3%A9"), "+%+;%é%2%C3%A9");
    }
}
