//! Where in a text the number is.

use super::digits::{decimal, is_word};

/// How many characters a text may have, as in libphonenumber.
const LONGEST: usize = 250;

/// Whether a text is longer than what is read.
pub(super) fn is_too_long(text: &str) -> bool {
    // Bytes that start a character.
    text.bytes().filter(|byte| *byte & 0xC0 != 0x80).count() > LONGEST
}

/// Cuts the part out of a text that can be a number, whatever stands around it, and puts the two
/// halves of an RFC 3966 number with a context together. Empty if there is none.
pub(super) fn candidate(text: &str) -> String {
    const CONTEXT: &str = ";phone-context=";
    let mut number = String::new();
    if let Some(end) = find(text, CONTEXT) {
        let context = from(text, end + CONTEXT.len());
        let context = up_to(context, find(context, ";"));
        if !is_context(context) {
            return number;
        }
        if context.starts_with('+') {
            number.push_str(context);
        }
        let start = find(text, "tel:").map_or(0, |at| at + 4);
        // A "tel:" may also come after the context; then nothing is between them.
        number.push_str(text.get(start..end).unwrap_or_default());
    } else {
        number.push_str(trimmed(text));
    }
    if let Some(at @ 1..) = find(&number, ";isub=") {
        number.truncate(at);
    }
    number
}

/// The text from the first character that a number can start with.
pub(super) fn from_start(text: &str) -> &str {
    for (at, character) in text.char_indices() {
        if is_plus(character) || decimal(character).is_some() {
            return from(text, at);
        }
    }
    ""
}

pub(super) fn is_plus(character: char) -> bool {
    matches!(character, '+' | '\u{FF0B}')
}

/// The text from where a number can start, up to where another one starts and without what
/// cannot end one.
fn trimmed(text: &str) -> &str {
    let text = from_start(text);
    let mut end = 0;
    // Where a slash is that only spaces follow so far.
    let (mut slash, mut second) = (None, None);
    for (at, character) in text.char_indices() {
        if character == '#' || is_word(character) {
            end = at + character.len_utf8();
        }
        match character {
            '/' | '\\' => slash = Some(at),
            ' ' => {}
            // "x302/x2303" are the extensions of two numbers: only the first is read.
            'x' if second.is_none() => second = slash,
            _ => slash = None,
        }
    }
    up_to(text, Some(second.unwrap_or(end).min(end)))
}

fn from(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or_default()
}

fn up_to(text: &str, end: Option<usize>) -> &str {
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

/// `str::find`, which has a faster and much larger way to do it.
fn find(text: &str, what: &str) -> Option<usize> {
    text.as_bytes().windows(what.len()).position(|part| part == what.as_bytes())
}

/// Whether this is RFC 3966's `global-number-digits` or `domainname`.
fn is_context(context: &str) -> bool {
    let number = context.starts_with('+');
    // What the last character was, and the first of the last label.
    let (mut digits, mut last, mut top) = (false, '.', '.');
    for (at, character) in context.char_indices() {
        let is_digit = decimal(character).is_some();
        digits |= is_digit;
        let good = if number {
            at == 0 || is_digit || matches!(character, '-' | '.' | '(' | ')')
        } else if is_digit || character.is_ascii_alphabetic() {
            if last == '.' {
                top = character;
            }
            true
        } else {
            // Labels neither start nor end with a dash, and none is empty.
            match character {
                '-' => last != '.',
                '.' => !matches!(last, '-' | '.'),
                _ => false,
            }
        };
        if !good {
            return false;
        }
        last = character;
    }
    if number { digits } else { last != '-' && top.is_ascii_alphabetic() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_around_a_number_is_cut_off() {
        for (text, number) in [
            ("Tel: (514) 123-4455.", "514) 123-4455"),
            ("téléphone ＋1 514 1234455 …", "＋1 514 1234455"),
            ("530 583-6985 x302/ x2303", "530 583-6985 x302"),
            ("530 583-6985 / 514", "530 583-6985 / 514"),
            ("530 583-6985//x1/x2", "530 583-6985/"),
            ("514 1234455#", "514 1234455#"),
            ("no number", ""),
            ("+", ""),
        ] {
            assert_eq!(candidate(text), number, "{text}");
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
            ("1234455;phone-context=.", ""),
            ("1234455;phone-context=a..b", ""),
            ("1234455;phone-context=a..", ""),
            ("1234455;phone-context=a.1", ""),
            ("1234455;phone-context=-a", ""),
            ("1234455;phone-context=a-", ""),
        ] {
            assert_eq!(candidate(text), number, "{text}");
        }
    }

    #[test]
    fn characters_are_counted_not_bytes() {
        assert!(!is_too_long(&"１".repeat(250)));
        assert!(is_too_long(&"1".repeat(251)));
    }
}
