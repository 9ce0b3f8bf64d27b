//! Integers as decimal digits.

/// The largest integer that a JavaScript number holds exactly, 2⁵³−1. It is the contract's limit
/// for ids and the API's limit for extensions.
pub const MAX_SAFE_INTEGER: u64 = (1 << 53) - 1;

/// Reads a text that consists of ASCII digits only; `None` for any other text, and for integers
/// over [`MAX_SAFE_INTEGER`].
///
/// `str::parse` would be compiled once for each integer type, and its overflow checks multiply in
/// 128 bits.
pub fn read_integer(text: &str) -> Option<u64> {
    read_digits(text.as_bytes())
}

/// [`read_integer`] for the bytes of a text.
pub(super) fn read_digits(digits: &[u8]) -> Option<u64> {
    let mut integer = 0;
    for byte in digits {
        // Neither operation can overflow, because the loop ends at the first value over the
        // limit.
        integer = integer * 10 + u64::from(byte.is_ascii_digit().then(|| byte - b'0')?);
        if integer > MAX_SAFE_INTEGER {
            return None;
        }
    }
    (!digits.is_empty()).then_some(integer)
}

/// The decimal digits of an integer.
///
/// `to_string` would bring along the standard library's formatting: padding, signs and writers.
pub fn write_integer(integer: impl Into<u64>) -> String {
    fn write(integer: u64) -> String {
        let mut digits = if integer < 10 { String::new() } else { write(integer / 10) };
        digits.push(char::from(b'0' + (integer % 10) as u8));
        digits
    }
    write(integer.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_integer_is_of_digits_alone_and_within_the_bound() {
        assert_eq!(read_integer("0"), Some(0));
        assert_eq!(read_integer("000000000000000000000000555"), Some(555));
        assert_eq!(read_integer("9007199254740991"), Some(MAX_SAFE_INTEGER));
        for text in ["", " 1", "+1", "-1", "1.0", "1e3", "１", "9007199254740992", "1:2", "/"] {
            assert_eq!(read_integer(text), None, "{text:?}");
        }
        assert_eq!(read_integer(&"9".repeat(400)), None);
    }

    #[test]
    fn an_integer_is_written_as_it_is_read() {
        for text in ["0", "9", "10", "105", "9007199254740991"] {
            assert_eq!(read_integer(text).map(write_integer).as_deref(), Some(text));
        }
        assert_eq!(write_integer(u64::MAX), "18446744073709551615");
    }
}
