//! Masks digits that are no part of a phone number: dates, times, amounts, addresses of machines,
//! places on a map, the numbers of bank accounts and cards, and codes of letters and digits.

use super::bytes::{CELL, MASK, at, before, end_of, is_digit, is_letter, is_space, start_of};
use super::extension_label;
use super::label::Label;
use super::{label, shape};

/// What a shape must be, beyond its look.
#[derive(Clone, Copy, PartialEq)]
enum Check {
    Nothing,
    /// A day, a month and a year, in any order that people use.
    Date,
    /// The same with a year of two digits. After other digits it is the end of a phone number.
    ShortDate,
    /// A month and a year.
    Month,
    /// Two years. After other digits they are the end of a phone number.
    Years,
    /// Four numbers up to 255, not all of two digits: those are a phone number with dots.
    Address,
}

/// The shapes of digits that are no phone number. The longest of each kind comes first.
const SHAPES: &[(&str, Check)] = &[
    ("99?/99?/9999", Check::Date),
    ("99?-99?-9999", Check::Date),
    ("99?.99?.9999", Check::Date),
    ("99?. 99?. 9999", Check::Date),
    ("9999/99?/99?", Check::Date),
    ("9999-99?-99?", Check::Date),
    ("9999.99?.99?", Check::Date),
    ("99?/99?/99", Check::ShortDate),
    ("99?-99?-99", Check::ShortDate),
    ("99?.99?.99", Check::ShortDate),
    ("99?/9999", Check::Month),
    ("9999-9999", Check::Years),
    ("99?:99:99", Check::Nothing),
    ("99?:99", Check::Nothing),
    ("99?9?.99?9?.99?9?.99?9?:9*", Check::Address),
    ("99?9?.99?9?.99?9?.99?9?", Check::Address),
    // The seconds since 1970 and an address, in a log.
    ("1999999999 99?9?.99?9?.99?9?.99?9?", Check::Nothing),
    // A pair of coordinates.
    ("99?9?.9999*, ?-?99?9?.9999*", Check::Nothing),
    ("99?9?.9999* -?99?9?.9999*", Check::Nothing),
    // Personal numbers of Switzerland.
    ("756.9999.9999.99", Check::Nothing),
    // Those of France.
    ("9 99 99 99 999 999 99", Check::Nothing),
    // Tax numbers of Brazil.
    ("99.999.999/9999-99", Check::Nothing),
    ("999.999.999-99", Check::Nothing),
    // The numbers of cards.
    ("9999 9999 9999 9999", Check::Nothing),
    ("9999-9999-9999-9999", Check::Nothing),
    ("9999 999999 99999", Check::Nothing),
];

/// Shapes that begin with letters: bank accounts (ISO 13616), with a country, two digits and
/// groups of four, and the tax numbers of Belgium.
const SHAPES_OF_LETTERS: [&str; 3] =
    ["aa99 ?9999 ?9999&*", "aa99 ?aaaa ?9999&*", "be 0999.999.999"];

/// How many letters and digits the bank accounts of a country have (ISO 13616), so that the number
/// after an account is not part of it.
const ACCOUNTS: [(&[u8], usize); 16] = [
    (b"at", 20),
    (b"be", 16),
    (b"ch", 21),
    (b"de", 22),
    (b"dk", 18),
    (b"es", 24),
    (b"fi", 18),
    (b"fr", 27),
    (b"gb", 22),
    (b"ie", 22),
    (b"it", 27),
    (b"lu", 20),
    (b"nl", 18),
    (b"pl", 28),
    (b"pt", 25),
    (b"se", 24),
];

/// The same after a number sign.
const SIGNED_MARKERS: [&str; 1] = ["99? "];

/// The numbers of a list's items.
const MARKERS: [&str; 2] = ["99?. ", "99?) "];

/// The codes of currencies, before or after an amount.
const CURRENCIES: &str = "eur cad usd chf";

/// Other units that follow an amount.
const UNITS: &str = "km kg uhr euro";

/// As many digits in one group are no part of an amount that follows.
const LONG: usize = 6;

/// The text with all of these masked.
pub(super) fn masked(text: String) -> Vec<u8> {
    let mut text = text.into_bytes();
    let mut position = 0;
    while position < text.len() {
        match end_at(&text, position) {
            Some(end) if end > position => {
                for byte in text.get_mut(position..end).unwrap_or_default() {
                    *byte = MASK;
                }
                position = end;
            }
            _ => position += 1,
        }
    }
    text
}

/// Where the digits end that start here and are no part of a phone number.
fn end_at(text: &[u8], start: usize) -> Option<usize> {
    let first = at(text, start);
    let last = before(text, start);
    if is_letter(first) && !is_letter(last) && !is_digit(last) {
        let rest = text.get(start..)?;
        let end = SHAPES_OF_LETTERS.iter().find_map(|shape| shape::end_of(rest, shape.as_bytes()));
        return end.map(|end| start + end.min(end_of_account(rest).unwrap_or(end)));
    }
    if !is_digit(first) || is_digit(last) {
        return None;
    }
    let mailbox = end_of(text, start, |byte| is_of_code(byte) || byte == b'.');
    if at(text, mailbox) == b'@' && is_letter(at(text, mailbox + 1)) {
        return Some(mailbox);
    }
    if is_in_code(text, start) {
        return Some(end_of(text, start, is_of_code));
    }
    // A separator and a digit before them: the middle of something longer.
    if matches!(last, b'-' | b'.' | b'/') && is_digit(before(text, start - 1)) {
        return None;
    }
    // The decimals of an amount, which look like an exit code: `18 995,00 514-555-0123`.
    if last == b',' && is_digit(before(text, start - 1)) && text.get(start..)?.starts_with(b"00 ") {
        return Some(start + 2);
    }
    end_of_shape(text, start)
        .or_else(|| end_of_marker(text, start))
        .or_else(|| end_of_amount(text, start))
}

/// Where a bank account ends that a text begins with, if the country's length is known.
fn end_of_account(text: &[u8]) -> Option<usize> {
    let (_, length) = ACCOUNTS.iter().find(|(country, _)| text.starts_with(country))?;
    let mut places = (0..text.len()).filter(|place| !is_space(at(text, *place)));
    Some(places.nth(length - 1)? + 1)
}

/// Whether the digits at a position belong to a word that is no label, or to an address on the
/// web: `/img/5145550123`.
fn is_in_code(text: &[u8], start: usize) -> bool {
    let joined = matches!(before(text, start), b'-' | b'/');
    let end = start - usize::from(joined);
    let word = start_of(text, end, is_letter);
    if before(text, start) == b'/' {
        return before(text, word) == b'/';
    }
    let is_label = !joined && extension_label::is_one(text.get(word..end).unwrap_or_default());
    word < end && !is_label && label::before(text.get(..end).unwrap_or_default()).is_none()
}

fn is_of_code(byte: u8) -> bool {
    is_digit(byte) || is_letter(byte) || byte == b'-' || byte == b'_'
}

fn end_of_shape(text: &[u8], start: usize) -> Option<usize> {
    let rest = text.get(start..)?;
    let follows_digits = is_digit(before(text, start_of(text, start, is_space_or_bracket)));
    SHAPES.iter().find_map(|(shape, check)| {
        let end = start + shape::end_of(rest, shape.as_bytes())?;
        let matched = text.get(start..end)?;
        let separator = at(matched, end_of(matched, 0, is_digit));
        // The same separator and a digit after them: the beginning of something longer.
        let goes_on =
            separator != b' ' && at(text, end) == separator && is_digit(at(text, end + 1));
        if goes_on || is_digit(at(text, end)) {
            return None;
        }
        let is_of_number = *check == Check::Address
            && label::before(text.get(..start)?) == Some(Label::Phone)
            || matches!(*check, Check::ShortDate | Check::Years)
                && (follows_digits || extension_label::after(text.get(end..)?).is_some());
        (!is_of_number && fits(matched, *check)).then_some(end)
    })
}

fn is_space_or_bracket(byte: u8) -> bool {
    matches!(byte, b' ' | b'(' | b')')
}

fn fits(matched: &[u8], check: Check) -> bool {
    let mut position = 0;
    let mut parts: Vec<(usize, u32)> = Vec::new();
    let mut has_zero = false;
    while position < matched.len() {
        let end = end_of(matched, position, is_digit);
        let digits = matched.get(position..end).unwrap_or_default();
        let mut value = 0_u32;
        for digit in digits.iter().take(9) {
            value = value * 10 + u32::from(digit - b'0');
        }
        if !digits.is_empty() {
            has_zero |= digits.len() > 1 && at(digits, 0) == b'0';
            parts.push((digits.len(), value));
        }
        position = end + 1;
    }
    let is_day = |day: u32, month: u32| (1..=31).contains(&day) && (1..=12).contains(&month);
    let is_date = |one: u32, other: u32| is_day(one, other) || is_day(other, one);
    let is_year = |year: u32| (1900..2100).contains(&year);
    match (check, &*parts) {
        (Check::Nothing, _) => true,
        (Check::Address, [first, second, third, fourth, ..]) => {
            let parts = [first, second, third, fourth];
            !has_zero
                && parts.iter().all(|(_, value)| *value < 256)
                && parts.iter().any(|(length, _)| *length != 2)
        }
        (Check::Month, [(_, month), (_, year)]) => is_day(1, *month) && is_year(*year),
        (Check::Years, [(_, first), (_, last)]) => is_year(*first) && (*first..2100).contains(last),
        (Check::Date, [(4, year), (_, one), (_, other)])
        | (Check::Date, [(_, one), (_, other), (4, year)]) => {
            is_year(*year) && is_date(*one, *other)
        }
        (Check::ShortDate, [(_, one), (_, other), _]) => is_date(*one, *other),
        _ => false,
    }
}

/// Where the number of a list's item ends: the `1.` of `1. 514-555-0123`.
fn end_of_marker(text: &[u8], start: usize) -> Option<usize> {
    let rest = text.get(start..)?;
    let has_sign = before(text, start) == b'#';
    let shapes = if has_sign { &SIGNED_MARKERS[..] } else { &MARKERS };
    let end = shapes.iter().find_map(|shape| shape::end_of(rest, shape.as_bytes()))?;
    let line = start_of(text, start - usize::from(has_sign), is_space);
    let is_first = matches!(before(text, line), 0 | b'\n' | CELL);
    // A number can also have full stops and spaces between all its groups.
    let goes_on = shape::end_of(rest, b"99?. 99?. ").is_some();
    (is_first && !goes_on).then_some(start + end)
}

/// Where an amount of money, a percentage or a distance ends that starts here.
fn end_of_amount(text: &[u8], start: usize) -> Option<usize> {
    let count = |position: usize| end_of(text, position, is_digit) - position;
    let whole = count(start);
    let mut end = start + whole;
    let left = start_of(text, start, is_space);
    let sign = |byte: u8| byte == b'$';
    let separator = at(text, end);
    // Beside other digits and after a sign, a space separates two numbers. A long group ends the
    // first one: `030125644 12 500 €`.
    let former = left - start_of(text, left, is_digit);
    let is_spaced = (former == 0 || former >= LONG) && !sign(before(text, left));
    let is_separator = matches!(separator, b',' | b'.' | b'\'') || separator == b' ' && is_spaced;
    if end - start <= 3 && is_separator {
        // Thousands, all with the same separator.
        while at(text, end) == separator && count(end + 1) == 3 {
            end += 4;
        }
    }
    if matches!(at(text, end), b',' | b'.') && matches!(count(end + 1), 1 | 2) {
        end += 1 + count(end + 1);
    }
    let right = end_of(text, end, is_space);
    // A sign after a digit belongs to the amount before it, and one before a digit to the amount
    // after it.
    // An amount has no zero before its other digits, as a number after `12.900,- €` has.
    let has_prefix =
        |position: usize| at(text, position) == b'0' && is_digit(at(text, position + 1));
    let is_priced = !has_prefix(start) && sign(before(text, left)) && {
        let signs = start_of(text, left, sign);
        let amount = before(text, start_of(text, signs, is_space));
        !is_digit(amount) && amount != MASK
    };
    let has_sign = sign(at(text, right)) && !is_digit(at(text, end_of(text, right, sign)));
    let unit = text.get(right..end_of(text, right, is_letter))?;
    let after_unit = end_of(text, right + unit.len(), is_space);
    let has_currency = label::is_one_of(unit, CURRENCIES)
        && (!is_digit(at(text, after_unit)) || has_prefix(after_unit));
    let code = text.get(start_of(text, left, is_letter)..left)?;
    let is_amount = is_priced
        || has_sign
        || has_currency
        // A phone number can stand before the cell of a percentage: `0412 345 678,10%`.
        || at(text, right) == b'%' && whole <= 2
        || label::is_one_of(unit, UNITS)
        || label::is_one_of(code, CURRENCIES) && !has_prefix(start);
    is_amount.then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::number::finding::clean::clean;

    /// Whether all digits of a text are masked.
    fn is_noise(text: &str) -> bool {
        !masked(clean(text)).into_iter().any(is_digit)
    }

    #[test]
    fn what_is_no_phone_number_is_masked() {
        for text in [
            "15/01/2026",
            "1-3-2026",
            "15.01.2026",
            "2026-01-15",
            "2026/1/5",
            "15/01/26",
            "01/2023",
            "2019-2021",
            "10:30",
            "10:30:59",
            "192.168.1.12",
            "18.80.2.20:34468",
            "1725523815 198.52.100.215",
            "45.5017, -73.5673",
            "756.0811.8475.18",
            "20.556.340/0001-38",
            "BE 0453.058.185",
            "4111 1111 1111 1111",
            "3782 822463 10005",
            "DE89 3704 0044 0532 0130 00",
            "GB82 WEST 1234 5698 7654 32",
            "WBA3A5C58DF123456",
            "/img/5145550123.jpg",
            "5145550123@example.com",
            "514.555.0123@example.com",
            "514-555-0123_a@example.com",
            "25,000.00 $",
            "$24,995",
            "CHF 1'465.00",
            "1 250 000,50 €",
            "12 %",
            "45 000 km",
            "1. a",
            "#2 a",
        ] {
            assert!(is_noise(text), "{text}");
        }
    }

    #[test]
    fn what_may_be_a_phone_number_stays() {
        for text in [
            "514-555-0123",
            "06.12.34.56.78",
            "06-12-34-56-78",
            "22.33.44.55",
            "514.555.0123",
            "04/123.45.67",
            "030/123456",
            "0450/06.08.27",
            "99/99/2026",
            "01.02.03.04.05",
            "06 12 34 56 78",
            "06. 12. 34. 56. 78",
            "(012) 39-11-17",
            "(21) 2019-2021",
            "2021-2019",
            "078.118.61.15",
            "Tel514",
        ] {
            let text = clean(text);
            assert_eq!(masked(text.clone()), text.as_bytes());
        }
    }

    #[test]
    fn only_the_noise_is_masked() {
        for (text, masked_text) in [
            ("$24,995 514", "$****** 514"),
            ("5 % 514-555-0123", "* % 514-555-0123"),
            ("BE68 5390 0754 7034 0470 12 34 56", "******************* 0470 12 34 56"),
            ("DE89370400440532013000 030 12", "********************** 030 12"),
            ("12 500 EUR 06 12 34 56 78", "****** eur 06 12 34 56 78"),
            ("12.900,- € 0171 3920014", "12.900,- $ 0171 3920014"),
            ("030125644 12 500 €", "030125644 ****** $"),
            ("25 € 06 12 34 56 78", "** $ 06 12 34 56 78"),
            ("06 12 34 56 78 450 €", "06 12 34 56 78 *** $"),
            ("$500 650 253 0000", "$*** 650 253 0000"),
            ("2020-09-01 506 233-1994 45,171 $", "********** 506 233-1994 ****** $"),
        ] {
            let masked = String::from_utf8(masked(clean(text))).unwrap();
            assert_eq!(masked.replace('\u{3}', "*"), masked_text);
        }
    }
}
