//! Where in a text the number is.

use super::digits::{decimal, is_word};

/// Longer texts are refused, as libphonenumber does.
pub(super) const LONGEST: usize = 250;

/// Cuts the part out of a text that can be a number, whatever stands around it, and puts the two
/// halves of an RFC 3966 number with a context together. Empty if there is none.
pub(super) fn candidate(text: &[char]) -> Vec<char> {
    const CONTEXT: &[u8] = b";phone-context=";
    let mut number = Vec::new();
    if let Some(end) = find(text, CONTEXT) {
        let context = rest(text, end + CONTEXT.len());
        let context = before(context, context.iter().position(|c| *c == ';'));
        if !is_context(context) {
            return number;
        }
        if context.first() == Some(&'+') {
            number.extend_from_slice(context);
        }
        let start = find(text, b"tel:").map_or(0, |at| at + 4);
        // A "tel:" may also come after the context; then nothing is between them.
        number.extend_from_slice(text.get(start..end).unwrap_or(&[]));
    } else {
        number.extend_from_slice(trimmed(text));
    }
    if let Some(at @ 1..) = find(&number, b";isub=") {
        number.truncate(at);
    }
    number
}

/// Whether a number can start with this.
pub(super) fn is_start(character: char) -> bool {
    is_plus(character) || decimal(character).is_some()
}

pub(super) fn is_plus(character: char) -> bool {
    matches!(character, '+' | '\u{FF0B}')
}

/// The text from where a number can start, up to where another one starts and without what
/// cannot end one.
fn trimmed(text: &[char]) -> &[char] {
    let Some(start) = text.iter().position(|c| is_start(*c)) else { return &[] };
    let text = rest(text, start);
    let end = text.iter().rposition(|c| *c == '#' || is_word(*c)).map_or(0, |last| last + 1);
    let text = before(text, Some(end));
    // "x302/x2303" are the extensions of two numbers: only the first is read.
    let second = (0..text.len()).find(|at| {
        matches!(text.get(*at), Some('/' | '\\'))
            && rest(text, at + 1).iter().find(|c| **c != ' ') == Some(&'x')
    });
    before(text, second)
}

fn rest(text: &[char], from: usize) -> &[char] {
    text.get(from..).unwrap_or(&[])
}

fn before(text: &[char], end: Option<usize>) -> &[char] {
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

fn find(text: &[char], what: &[u8]) -> Option<usize> {
    text.windows(what.len())
        .position(|part| part.iter().zip(what).all(|(a, b)| *a == char::from(*b)))
}

/// Whether this is RFC 3966's `global-number-digits` or `domainname`.
fn is_context(context: &[char]) -> bool {
    if context.first() == Some(&'+') {
        let digits = rest(context, 1);
        return digits.iter().any(|c| decimal(*c).is_some())
            && digits.iter().all(|c| matches!(c, '-' | '.' | '(' | ')') || decimal(*c).is_some());
    }
    let name = match context {
        [name @ .., '.'] => name,
        name => name,
    };
    let is_letter = |c: &char| c.is_ascii_alphabetic();
    let is_edge = |c: Option<&char>| c.is_some_and(|c| is_letter(c) || decimal(*c).is_some());
    let mut top = None;
    for label in name.split(|c| *c == '.') {
        let inner = label.iter().all(|c| *c == '-' || is_edge(Some(c)));
        if !inner || !is_edge(label.first()) || !is_edge(label.last()) {
            return false;
        }
        top = label.first();
    }
    top.is_some_and(is_letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> String {
        candidate(&text.chars().collect::<Vec<_>>()).into_iter().collect()
    }

    #[test]
    fn what_stands_around_a_number_is_cut_off() {
        for (text, number) in [
            ("Tel: (514) 123-4455.", "514) 123-4455"),
            ("téléphone ＋1 514 1234455 …", "＋1 514 1234455"),
            ("530 583-6985 x302/ x2303", "530 583-6985 x302"),
            ("514 1234455#", "514 1234455#"),
            ("no number", ""),
            ("+", ""),
        ] {
            assert_eq!(cut(text), number, "{text}");
        }
    }

    #[test]
    fn contexts_of_rfc_3966() {
        for (text, number) in [
            ("tel:123-4455;phone-context=+1-514", "+1-514123-4455"),
            ("tel:1234455;phone-context=a-1.example.com.;isub=5", "1234455"),
            ("tel:1234455;isub=1;phone-context=example", "1234455"),
            ("1234455;phone-context=", ""),
            ("1234455;phone-context=+", ""),
            ("1234455;phone-context=a..b", ""),
            ("1234455;phone-context=a.1", ""),
            ("1234455;phone-context=-a", ""),
        ] {
            assert_eq!(cut(text), number, "{text}");
        }
    }
}
