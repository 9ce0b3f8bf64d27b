//! Compares how a number is written with how its country writes it.

use super::bytes::is_digit;
use super::search::Search;
use crate::form::number::caret;
use crate::form::number::reading::{ReadNumber, ReadingResult};
use lead_phone_number::{self as number, Style};

/// How a number is written, compared with how its country writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Writing {
    Grouped,
    /// In the same groups, but with neither a calling code nor the national prefix, which some
    /// people leave out.
    GroupedWithoutPrefix,
    /// With the right digits, in other groups or in one.
    Digits,
    Otherwise,
}

/// Whether people of the country write a valid number with just these digits.
pub(super) fn is_national(search: &Search<'_>, digits: &str) -> bool {
    match search.read(digits) {
        ReadingResult::Read(number) if number.valid => {
            writing(search, digits.as_bytes(), digits, &number) == Writing::Digits
        }
        _ => false,
    }
}

/// Whether digits are written like a number of another country with its calling code, but without
/// the plus: `1 514 748 3921`.
pub(super) fn is_without_plus(search: &Search<'_>, text: &[u8], digits: &str) -> bool {
    match search.read(&["+", digits].concat()) {
        ReadingResult::Read(number) if number.valid => {
            writing(search, text, digits, &number) == Writing::Grouped
        }
        _ => false,
    }
}

/// How a number is written. `digits` are those of `text`, with a plus if there is one.
pub(super) fn writing(
    search: &Search<'_>,
    text: &[u8],
    digits: &str,
    read: &ReadNumber,
) -> Writing {
    let Ok(parsed) = number::parse(search.tables, &read.e164, None) else {
        return Writing::Otherwise;
    };
    let national = number::format(search.tables, &parsed, Style::National);
    let bounds = bounds(text);
    let international = self::bounds(read.international.as_bytes());
    let has_national_digits = caret::significant(&national).as_deref() == Some(digits);
    let has_all_digits = read.e164.get(1..) == Some(digits);
    let has_no_prefix = read.e164.ends_with(digits) && !has_all_digits;
    // The highest bound is the one after the calling code.
    let after_code = (1_u32 << parsed.national().len()) - 1;
    let is_grouped = bounds != 0
        && bounds & after_code == international & after_code
        && (has_no_prefix || bounds & (after_code + 1) != 0);
    if has_national_digits && bounds != 0 && bounds == self::bounds(national.as_bytes())
        || is_grouped && !has_no_prefix
    {
        Writing::Grouped
    } else if has_national_digits || has_all_digits {
        Writing::Digits
    } else if is_grouped {
        Writing::GroupedWithoutPrefix
    } else {
        Writing::Otherwise
    }
}

/// The bounds between the groups of digits of a text, one bit each: bit 4 is the bound before the
/// last four digits.
fn bounds(text: &[u8]) -> u32 {
    let (mut bounds, mut count) = (0_u32, 0_u32);
    for byte in text.iter().rev() {
        if is_digit(*byte) {
            count += 1;
        } else if (1..32).contains(&count) {
            bounds |= 1 << count;
        }
    }
    // What stands before the first digit is no bound.
    if count < 32 { bounds & !(1 << count) } else { bounds }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_are_counted_from_the_end() {
        for (text, bits) in [
            ("(514) 555-0123", 1 << 4 | 1 << 7),
            ("514.555.0123", 1 << 4 | 1 << 7),
            ("+1 514-555-0123", 1 << 4 | 1 << 7 | 1 << 10),
            ("5145550123", 0),
            ("", 0),
        ] {
            assert_eq!(bounds(text.as_bytes()), bits, "{text}");
        }
    }
}
