//! `Retry-After`: how long the API asks clients to wait.

use super::integer::{read_digits, read_integer};

/// Reads the header's value as milliseconds to wait. The value is a number of seconds or a date
/// in one of HTTP's three formats (RFC 9110, sections 5.6.7 and 10.2.3). `now` is in milliseconds
/// since 1970. A date in the past means no wait.
///
/// `None` if the value is neither.
pub fn read(value: &str, now: f64) -> Option<u32> {
    let value = value.trim_ascii();
    if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
        // A number too large for the type still means a long wait.
        let seconds = read_integer(value).and_then(|it| it.try_into().ok()).unwrap_or(u32::MAX);
        return Some(seconds.saturating_mul(1000));
    }
    // `as` saturates, so a date in the past gives 0.
    date(value).map(|date| (date - now) as u32)
}

/// Milliseconds from 1970 to a date such as `Sun, 06 Nov 1994 08:49:37 GMT`,
/// `Sunday, 06-Nov-94 08:49:37 GMT` or `Sun Nov  6 08:49:37 1994`.
fn date(text: &str) -> Option<f64> {
    let mut words: Vec<&[u8]> = Vec::new();
    for word in text.as_bytes().split(|byte| !byte.is_ascii_alphanumeric()) {
        if !word.is_empty() {
            words.push(word);
        }
    }
    let ([_, day, month, year, hours, minutes, seconds, b"GMT"]
    | [_, month, day, hours, minutes, seconds, year]) = words[..]
    else {
        return None;
    };
    let (year, day) = (number(year)?, number(day)?);
    let (hours, minutes, seconds) = (number(hours)?, number(minutes)?, number(seconds)?);
    // A leap second is allowed.
    if !(1..=31).contains(&day) || hours > 23 || minutes > 59 || seconds > 60 {
        return None;
    }
    let year = match year {
        0..70 => year + 2000,
        70..100 => year + 1900,
        _ => year,
    };
    let days = days(year, month_of(month)?, day);
    let seconds = (hours * 60 + minutes) * 60 + seconds;
    Some((f64::from(days) * 86_400.0 + f64::from(seconds)) * 1000.0)
}

fn number(word: &[u8]) -> Option<i32> {
    if word.len() > 4 { None } else { read_digits(word).map(|number| number as i32) }
}

/// The month, counted from March.
fn month_of(name: &[u8]) -> Option<i32> {
    const NAMES: &[u8] = b"MarAprMayJunJulAugSepOctNovDecJanFeb";
    NAMES.chunks(3).position(|known| known == name).map(|month| month as i32)
}

/// Days since 1 January 1970. The year is counted from March, so that a leap day is its last day
/// (Howard Hinnant's `days_from_civil`). Years before 1 do not occur.
fn days(year: i32, month: i32, day: i32) -> i32 {
    let year = if month < 10 { year } else { year - 1 };
    let of_year = (153 * month + 2) / 5 + day - 1;
    year * 365 + year / 4 - year / 100 + year / 400 + of_year - 719_468
}

// These tests use proptest, which is a dependency for native tests only.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Sun, 06 Nov 1994 08:49:37 GMT, the RFC's example.
    const EXAMPLE: f64 = 784_111_777_000.0;

    #[test]
    fn seconds() {
        assert_eq!(read("0", 0.0), Some(0));
        assert_eq!(read(" 120 ", 0.0), Some(120_000));
        assert_eq!(read("99999999999999999999", 0.0), Some(u32::MAX));
    }

    #[test]
    fn dates_in_the_three_forms_of_http() {
        for text in [
            "Sun, 06 Nov 1994 08:49:37 GMT",
            "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun Nov  6 08:49:37 1994",
        ] {
            assert_eq!(date(text), Some(EXAMPLE), "{text}");
            assert_eq!(read(text, EXAMPLE - 1500.0), Some(1500), "{text}");
            assert_eq!(read(text, EXAMPLE + 1500.0), Some(0), "{text}");
        }
        assert_eq!(date("Thu, 29 Feb 2024 23:59:60 GMT"), Some(1_709_251_200_000.0));
        assert_eq!(date("Thu, 01 Jan 1970 00:00:00 GMT"), Some(0.0));
        assert_eq!(date("Tue, 24 Nov 2026 07:44:36 GMT"), Some(1_795_506_276_000.0));
    }

    #[test]
    fn anything_else_is_nothing() {
        for text in [
            "",
            " ",
            "soon",
            "-1",
            "1.5",
            "1e3",
            "Sun",
            "Sun,",
            "Sun, 06",
            "Sun, 06 Nov 1994",
            "Sun, 06 Nov 1994 08:49",
            "Sun, 32 Nov 1994 08:49:37 GMT",
            "Sun, 06 ovD 1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 24:49:37 GMT",
            "Sun, 06 Nov 199400 08:49:37 GMT",
            "Sun, 06 Nov 1994 08:49:3x GMT",
            "１２",
        ] {
            assert_eq!(read(text, 0.0), None, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn no_text_is_too_much(text in "\\PC{0,60}", now in any::<f64>()) {
            read(&text, now);
        }

        #[test]
        fn nor_is_what_looks_like_a_date(
            text in "[A-Z][a-z]{2}(, |-| )[0-9]{1,3}[ -](Jan|Feb|Dec|Foo)[ -][0-9]{1,5} [0-9]{1,3}:[0-9]{1,3}:[0-9]{1,3}"
        ) {
            read(&text, 0.0);
        }
    }
}
