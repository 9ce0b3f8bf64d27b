//! Replaces links that hold a phone number by that number.

use super::bytes::{ESCAPED_SPACE, is_digit};
use crate::form::number::caret;
use crate::form::text::part;

/// The addresses of services whose numbers are international, whether they have a plus or not.
const INTERNATIONAL: [&str; 4] = ["wa.me/", "whatsapp.com/send", "whatsapp:", "viber:"];

/// The schemes of links whose numbers are international if they have as many digits as one.
const LIKELY_INTERNATIONAL: [&str; 3] = ["sms:", "callto:", "facetime:"];

/// What the number follows in an address. If one follows another, the last one counts.
const BEFORE_NUMBER: [&str; 10] = [
    "tel://",
    "wa.me/",
    "whatsapp:",
    "viber:",
    "facetime:",
    "sms:",
    "callto:",
    "tel=",
    "number=",
    "phone=",
];

/// The parameter of a `tel:` link with the part of the number that it leaves out (RFC 3966).
const CONTEXT: &str = ";phone-context=";

/// The fewest digits of a number in a link. `SMS:514 555-0123` is a label and a number, although
/// `SMS:514` looks like a link.
const FEWEST: usize = 7;

/// National numbers have fewer digits.
const FEWEST_INTERNATIONAL: usize = 11;

/// Replaces each link with a number by the number, with a plus if it is international, and
/// removes other addresses on the web, whose digits are no phone number. What follows a link is on
/// another line. `is_national` is whether people of the country write a number with these digits.
pub(super) fn without_links(text: &str, is_national: &dyn Fn(&str) -> bool) -> String {
    let mut replaced = String::new();
    let mut rest = text;
    loop {
        let word = part::leading(rest, is_of_link);
        match number_of(word, is_national) {
            Some(number) => {
                replaced.push_str(&number);
                replaced.push('\n');
            }
            None => replaced.push_str(word),
        }
        let Some(next) = rest.get(word.len()..=word.len()) else {
            return part::replace(&replaced, |byte| byte == ESCAPED_SPACE, " ");
        };
        replaced.push_str(next);
        rest = rest.get(word.len() + 1..).unwrap_or_default();
    }
}

/// Whether a byte can be part of a link. Spaces are those that were escaped.
fn is_of_link(byte: u8) -> bool {
    byte == ESCAPED_SPACE || byte.is_ascii_graphic() && !b"\"'<>`".contains(&byte)
}

/// The number of a link.
fn number_of(word: &str, is_national: &dyn Fn(&str) -> bool) -> Option<String> {
    let has = |marks: &[&str]| marks.iter().any(|mark| part::find(word, mark).is_some());
    let after = |mark: &&str| Some(part::find(word, mark)? + mark.len());
    if let Some(context) = after(&CONTEXT).and_then(|at| word.get(at..))
        && context.as_bytes().first() == Some(&b'+')
    {
        let context = part::leading(context, |byte| byte != b';');
        let local = word.get(after(&"tel:")?..part::find(word, CONTEXT)?)?;
        let parameters = word.get(after(&CONTEXT)? + context.len()..)?;
        return Some([context, local, parameters].concat());
    }
    let start = BEFORE_NUMBER.iter().filter_map(after).max();
    let Some(start) = start else {
        // The digits of any other address are no phone number.
        return has(&["://"]).then(String::new);
    };
    let number = word.get(start..)?;
    let number = number.get(part::leading(number, |byte| byte == b'/').len()..)?;
    let number = &*without_pluses(part::leading(number, |byte| !matches!(byte, b'?' | b'&')));
    let is_of_number = |byte| is_digit(byte) || byte == ESCAPED_SPACE || b"+-.()".contains(&byte);
    let count = caret::count(part::leading(number, is_of_number));
    if count < FEWEST {
        return has(&["://"]).then(String::new);
    }
    if has(&INTERNATIONAL) {
        // Some write the exit code in place of the plus.
        let zeros = part::leading(number, |byte| matches!(byte, b'0' | b'+')).len();
        return Some(["+", number.get(zeros..)?].concat());
    }
    let is_international = has(&LIKELY_INTERNATIONAL)
        && count >= FEWEST_INTERNATIONAL
        && !matches!(number.as_bytes().first(), Some(b'+' | b'0'))
        && !is_national(part::leading(number, is_digit));
    let plus = if is_international { "+" } else { "" };
    Some([plus, number].concat())
}

/// A number with a space for each plus that follows a digit or a bracket: this is how forms escape
/// spaces.
fn without_pluses(number: &str) -> String {
    let mut written = String::new();
    let mut last = ' ';
    for character in number.chars() {
        let is_space = character == '+' && (last.is_ascii_digit() || last == ')');
        written.push(if is_space { char::from(ESCAPED_SPACE) } else { character });
        last = character;
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::number::finding::clean;

    fn replaced(text: &str) -> String {
        without_links(&clean(text), &|digits| digits == "13812345678")
    }

    #[test]
    fn a_link_becomes_its_number() {
        for (link, text) in [
            ("tel:%2B1%20%28514%29%20555-0123", "tel:+1 (514) 555-0123"),
            ("wa.me/33612345678", "+33612345678\n"),
            ("https://wa.me/33612345678?text=Hi%2012 a", "+33612345678\n a"),
            ("https://api.whatsapp.com/send?text=Hi&phone=33612345678", "+33612345678\n"),
            ("whatsapp://send?phone=%2B33612345678&text=1", "+33612345678\n"),
            ("viber://chat?number=33612345678", "+33612345678\n"),
            ("SMS:33612345678?body=12", "+33612345678\n"),
            ("sms:5145550123", "5145550123\n"),
            ("sms:+15145550123,+15145550199", "+15145550123,+15145550199\n"),
            ("callto://33612345678", "+33612345678\n"),
            ("callto:0033612345678", "0033612345678\n"),
            ("wa.me/0033612345678", "+33612345678\n"),
            ("sms:13812345678", "13812345678\n"),
            ("facetime:33612345678", "+33612345678\n"),
            ("whatsapp:33612345678", "+33612345678\n"),
            ("tel://5145550123", "5145550123\n"),
            ("tel:7946-0018;phone-context=+4420", "+44207946-0018\n"),
            ("tel:555-0123;ext=12;phone-context=+1514", "+1514555-0123;ext=12\n"),
            ("tel:555-0123;phone-context=+1514;ext=12", "+1514555-0123;ext=12\n"),
            ("https://crm.example/leads/5145550123?tab=1", "\n"),
            ("https://crm.example/?phone=514-555-0123&tab=1", "514-555-0123\n"),
            ("phone=%28514%29+555-0123", "(514) 555-0123\n"),
            ("phone=%2B33+6+12+34+56+78", "+33 6 12 34 56 78\n"),
            ("name=a&phone=%2B61214202461&zip=1", "+61214202461\n"),
        ] {
            assert_eq!(replaced(link), text, "{link}");
        }
    }

    #[test]
    fn a_label_is_no_link() {
        for text in ["tel:514 555-0123", "hotel: 514", "wa.me/message/a1", "tel:", "viber:"] {
            assert_eq!(replaced(text), text);
        }
    }
}
