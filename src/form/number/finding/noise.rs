//! Finds digits that are no part of a phone number: dates, times, amounts, addresses of machines,
//! places on a map, and the numbers of bank accounts and cards.

use super::shape;
use crate::form::number::extension_label;
use crate::form::text::part;
use std::ops::Range;

/// What a shape must be, beyond its look.
#[derive(Clone, Copy)]
enum Check {
    Nothing,
    /// A day, a month and a year, in any order that people use.
    Date,
    /// The same with a year of two digits. After other digits it is the end of a phone number.
    ShortDate,
    /// A month and a year.
    Month,
    /// Four numbers up to 255, not all of two digits: those are a phone number with dots.
    Address,
}

/// The shapes of digits that are no phone number. The longest of each kind comes first.
const SHAPES: &[(&[u8], Check)] = &[
    (b"99?/99?/9999", Check::Date),
    (b"99?-99?-9999", Check::Date),
    (b"99?.99?.9999", Check::Date),
    (b"99?. 99?. 9999", Check::Date),
    (b"9999/99?/99?", Check::Date),
    (b"9999-99?-99?", Check::Date),
    (b"9999.99?.99?", Check::Date),
    (b"99?/99?/99", Check::ShortDate),
    (b"99?-99?-99", Check::ShortDate),
    (b"99?.99?.99", Check::ShortDate),
    (b"99?/9999", Check::Month),
    (b"99?:99:99", Check::Nothing),
    (b"99?:99", Check::Nothing),
    (b"99?9?.99?9?.99?9?.99?9?:9*", Check::Address),
    (b"99?9?.99?9?.99?9?.99?9?", Check::Address),
    // The seconds since 1970 and an address, in a log.
    (b"1999999999 99?9?.99?9?.99?9?.99?9?", Check::Nothing),
    // A pair of coordinates.
    (b"99?9?.9999*, ?-?99?9?.9999*", Check::Nothing),
    (b"99?9?.9999* -?99?9?.9999*", Check::Nothing),
    // Personal numbers of Switzerland.
    (b"756.9999.9999.99", Check::Nothing),
    // Tax numbers of Brazil.
    (b"99.999.999/9999-99", Check::Nothing),
    (b"999.999.999-99", Check::Nothing),
    // The numbers of cards.
    (b"9999 9999 9999 9999", Check::Nothing),
    (b"9999-9999-9999-9999", Check::Nothing),
    (b"9999 999999 99999", Check::Nothing),
];

/// The numbers of bank accounts (ISO 13616): a country, two digits, and groups of four. And the
/// tax numbers of Belgium.
const ACCOUNTS: [&[u8]; 3] = [b"aa99 ?9999 ?9999&*", b"aa99 ?aaaa ?9999&*", b"BE 0999.999.999"];

/// The signs of currencies.
const CURRENCIES: [char; 5] = ['$', '€', '£', '¥', '₹'];

/// The codes of currencies, before or after an amount.
const CODES: &[&str] = &["eur", "cad", "usd", "chf"];

/// Other units that follow an amount.
const UNITS: &[&str] = &["km", "kg"];

/// The ranges of digits that are no part of a phone number, in order.
pub(super) fn ranges(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let end = starts_a_word(bytes, at).then(|| end_at(text, at)).flatten();
        match end {
            Some(end) => {
                found.push(at..end);
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// Whether a digit or a letter begins here, and no other stands before it.
fn starts_a_word(bytes: &[u8], at: usize) -> bool {
    let is_word = |byte: &u8| byte.is_ascii_alphanumeric();
    bytes.get(at).is_some_and(is_word)
        && !at.checked_sub(1).and_then(|before| bytes.get(before)).is_some_and(is_word)
}

/// Where the digits end that start here and are no part of a phone number.
fn end_at(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    if !rest.starts_with(is_digit) {
        let end = ACCOUNTS.iter().find_map(|shape| shape::end_of(rest.as_bytes(), shape));
        return end.map(|end| at + end);
    }
    let bytes = rest.as_bytes();
    let is_noise = |&(pattern, check): &(&[u8], Check)| {
        let end = shape::end_of(bytes, pattern)?;
        let matched = rest.get(..end)?;
        let separator = matched.bytes().find(|byte| !byte.is_ascii_digit()).unwrap_or(b' ');
        let all = text.as_bytes();
        let digit = |at: usize| all.get(at).is_some_and(u8::is_ascii_digit);
        let is_joined = at > 1 && b"/-.".contains(all.get(at - 1)?) && digit(at - 2);
        let end_in_text = at + end;
        let goes_on =
            separator != b' ' && all.get(end_in_text) == Some(&separator) && digit(end_in_text + 1);
        if is_joined || goes_on || digit(end_in_text) {
            return None;
        }
        let follows_digits = text.get(..at)?.trim_end_matches([' ', '(', ')']).ends_with(is_digit);
        let has_extension = || extension_label::after(text.get(at + end..).unwrap_or_default());
        let is_part =
            matches!(check, Check::ShortDate) && (follows_digits || has_extension().is_some());
        (!is_part && fits(matched, check)).then_some(at + end)
    };
    SHAPES
        .iter()
        .find_map(is_noise)
        .or_else(|| end_of_marker(text, at))
        .or_else(|| end_of_amount(text, at))
}

/// Where the number of a list's item ends: the `1.` of `1. 514-555-0123`.
fn end_of_marker(text: &str, at: usize) -> Option<usize> {
    let before = text.get(..at)?;
    let before = before.strip_suffix('#').unwrap_or(before).trim_end_matches(' ');
    let is_first = before.ends_with('\n') || before.is_empty();
    let rest = text.get(at..)?.as_bytes();
    let has_sign = text.get(..at)?.ends_with('#');
    let shapes: &[&[u8]] = if has_sign { &[b"99? "] } else { &[b"99?. ", b"99?) "] };
    let end = shapes.iter().find_map(|shape| shape::end_of(rest, shape))?;
    // A number can also have full stops and spaces between all its groups.
    let goes_on = shape::end_of(rest, b"99?. 99?. ").is_some() || rest.starts_with(b"0");
    (is_first && !goes_on).then_some(at + end)
}

fn is_digit(character: char) -> bool {
    character.is_ascii_digit()
}

fn fits(matched: &str, check: Check) -> bool {
    let mut numbers = Vec::new();
    for part in matched.split(|character: char| !character.is_ascii_digit()) {
        if !part.is_empty() {
            let value = part.bytes().fold(0_u32, |value, digit| {
                value.saturating_mul(10).saturating_add(u32::from(digit - b'0'))
            });
            numbers.push((part.len(), value));
        }
    }
    match check {
        Check::Nothing => true,
        Check::Month => {
            matches!(*numbers, [(_, month), (_, year)]
                if (1..=12).contains(&month) && (1950..2100).contains(&year))
        }
        Check::Address => {
            let has_zero = matched.split('.').any(|part| part.len() > 1 && part.starts_with('0'));
            !has_zero
                && numbers.iter().take(4).all(|(_, value)| *value < 256)
                && numbers.iter().any(|(length, _)| *length != 2)
        }
        Check::Date | Check::ShortDate => {
            let mut is_year_known = false;
            let mut days = Vec::new();
            for (length, value) in &numbers {
                match length {
                    4 if !(1900..2100).contains(value) => return false,
                    4 => is_year_known = true,
                    _ => days.push(*value),
                }
            }
            // In a short year the parts can be in any order.
            let day_and_month =
                |day: u32, month: u32| (1..=31).contains(&day) && (1..=12).contains(&month);
            match *days {
                [one, other] if is_year_known => {
                    day_and_month(one, other) || day_and_month(other, one)
                }
                [one, other, _] => day_and_month(one, other) || day_and_month(other, one),
                _ => false,
            }
        }
    }
}

/// Where an amount of money, a percentage or a distance ends that starts here.
fn end_of_amount(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let follows_digits = text.get(..at)?.trim_end_matches(' ').ends_with(is_digit);
    if text.get(..at)?.strip_suffix(['-', '.', '/']).is_some_and(|text| text.ends_with(is_digit)) {
        return None;
    }
    let mut spaces = 0;
    let digits = |at: usize| bytes.iter().skip(at).take_while(|byte| byte.is_ascii_digit()).count();
    let separator = |at: usize| bytes.get(at).is_some_and(|byte| b",. '".contains(byte));
    let mut end = at + digits(at);
    if end - at <= 3 {
        // Thousands, all with the same separator.
        let first = bytes.get(end);
        while separator(end) && bytes.get(end) == first && digits(end + 1) == 3 {
            end += 4;
            spaces += usize::from(first == Some(&b' '));
        }
        // In `06 12 34 56 78 140 929 km`, the amount has only one space.
        if follows_digits && spaces > 1 {
            return None;
        }
    }
    if separator(end) && bytes.get(end) != Some(&b' ') && matches!(digits(end + 1), 1 | 2) {
        end += 1 + digits(end + 1);
    }
    let before = text.get(..at)?.trim_end_matches(' ');
    let without_sign = before.trim_end_matches(CURRENCIES);
    // A sign after a digit belongs to the amount before it.
    let is_priced = without_sign.len() < before.len()
        && !without_sign.trim_end_matches(' ').ends_with(is_digit);
    let after = text.get(end..)?.trim_start_matches(' ');
    let after_sign = after.trim_start_matches(CURRENCIES);
    // A sign before a digit belongs to the amount after it.
    let has_sign = after_sign.len() < after.len() && !after_sign.starts_with(is_digit);
    let is_letter = |byte: u8| byte.is_ascii_alphabetic();
    let code_before = before.get(before.trim_end_matches(char::is_alphabetic).len()..)?;
    let unit = part::leading(after, is_letter);
    // A code before digits belongs to the amount after it.
    let rest = after.get(unit.len()..)?.trim_start_matches(' ');
    let has_code = is_one_of(unit, CODES) && !rest.starts_with(is_digit);
    let has_unit = has_sign || has_code || after.starts_with('%') || is_one_of(unit, UNITS);
    (is_priced || is_one_of(code_before, CODES) || has_unit).then_some(end)
}

fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|other| word.eq_ignore_ascii_case(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_phone_number_is_found() {
        for text in [
            "15/01/2026",
            "1-3-2026",
            "15.01.2026",
            "2026-01-15",
            "2026/1/5",
            "15/01/26",
            "10:30",
            "10:30:59",
            "192.168.1.12",
            "18.80.2.20:34468",
            "1725523815 198.52.100.215",
            "01/2023",
            "756.0811.8475.18",
            "BE 0453.058.185",
            "45.5017, -73.5673",
            "4111 1111 1111 1111",
            "3782 822463 10005",
            "DE89 3704 0044 0532 0130 00",
            "25,000.00 $",
            "1 250 000,50 €",
            "12 %",
            "45 000 km",
        ] {
            assert_eq!(
                ranges(text),
                [0..text.trim_end_matches([' ', '$', '€', '%', 'k', 'm']).len()],
                "{text}"
            );
        }
        assert_eq!(ranges("$24,995 514"), [1..7]);
    }

    #[test]
    fn what_may_be_a_phone_number_is_left() {
        for text in [
            "514-555-0123",
            "06.12.34.56.78",
            "06-12-34-56-78",
            "22.33.44.55",
            "514.555.0123",
            "04/123.45.67",
            "030/123456",
            "99/99/2026",
            "01.02.03.04.05",
            "06 12 34 56 78",
            "5 % 514-555-0123",
            "25 € 06 12 34 56 78",
        ] {
            let phone = text.trim_start_matches("5 % ").trim_start_matches("25 € ");
            let start = text.len() - phone.len();
            assert!(ranges(text).iter().all(|range| range.end <= start), "{text}");
        }
    }
}
