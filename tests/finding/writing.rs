//! The ways in which the people of a country write a number.
//!
//! A way is what stands before the first group of digits, what stands around it, and what stands
//! between the others. The first group is the area code, where there is one.

use crate::number;
use crate::page::Page;
use lead_phone_number::{Number, NumberType, Region, Style, format, number_type, region_of};

/// A way to write: before the area code, after it, and between the other groups. `=` stands for
/// what the country has there.
struct Way(&'static str, &'static str, &'static str);

const fn way(before: &'static str, after: &'static str, between: &'static str) -> Way {
    Way(before, after, between)
}

/// Ways that are in use everywhere.
const EVERYWHERE: &[Way] = &[
    way("", " ", " "),
    way("", "-", "-"),
    way("", ".", "."),
    way("", "", ""),
    way("", "\u{A0}", "\u{A0}"),
    way("", "\u{202F}", "\u{202F}"),
    way("", " ", " "),
    way("", "", ""),
];

const NORTH_AMERICA: &[Way] = &[
    way("(", ") ", "-"),
    way("(", ") ", "-"),
    way("", "-", "-"),
    way("", "-", "-"),
    way("", ".", "."),
    way("", " ", "-"),
    way("1-", "-", "-"),
    way("1 (", ") ", "-"),
    way("1 ", " ", "-"),
    way("1.", ".", "."),
    way("(", ")", "-"),
    way("(", ") ", "."),
    way("(", ") ", " "),
    way("", "/", "-"),
    way("", "\u{A0}", "-"),
    way("", "\u{A0}", "\u{2011}"),
    way("", "\u{2011}", "\u{2011}"),
    way("", " ", "\u{2013}"),
    way("(", ")\u{A0}", "-"),
    way("1", "", ""),
];

const BRACKETS: &[Way] =
    &[way("(", ") ", " "), way("(", ") ", "-"), way("(", ") ", ""), way("(", ")", "")];

/// An area code and a slash: in German-speaking countries, Belgium and Italy.
const SLASH: &[Way] = &[
    way("", "/", ""),
    way("", "/", " "),
    way("", " / ", ""),
    way("", " / ", " "),
    way("", "/", "."),
    way("", "-", ""),
    way("", " - ", " "),
];

const DASHES: &[Way] = &[way("", "-", "-"), way("", "-", ""), way("", "-", " ")];

/// The ways of a country.
fn ways(page: &Page<'_>, number: &Number, region: Region) -> [&'static [Way]; 3] {
    match region.as_str() {
        "CA" | "US" => [NORTH_AMERICA, NORTH_AMERICA, EVERYWHERE],
        "DE" | "AT" | "BE" | "IT" => [EVERYWHERE, SLASH, BRACKETS],
        "CH" => [EVERYWHERE, EVERYWHERE, &SLASH[..2]],
        // Brackets are for area codes, which mobile numbers have not.
        "JP" | "CN" | "GB" | "AU" | "IN" => match number_type(page.tables, number) {
            NumberType::Mobile => [EVERYWHERE, EVERYWHERE, DASHES],
            _ => [EVERYWHERE, BRACKETS, DASHES],
        },
        "BR" | "MX" => [EVERYWHERE, BRACKETS, DASHES],
        _ => [EVERYWHERE, EVERYWHERE, EVERYWHERE],
    }
}

/// Countries whose people write the prefix `0` in brackets after the calling code.
const ZERO_IN_BRACKETS: &[&str] = &["FR", "DE", "CH", "AT", "GB", "BE", "AU"];

/// A number as anybody may write it: as in its country, where that is the page's.
pub fn any(page: &mut Page<'_>, number: &Number) -> String {
    match is_here(page, number) && page.random.chance(75) {
        true => national(page, number),
        false => international(page, number),
    }
}

/// The same without slashes.
pub fn without_slash(page: &mut Page<'_>, number: &Number) -> String {
    loop {
        let text = any(page, number);
        if !text.contains(['/', '／']) {
            return text;
        }
    }
}

/// A number as the source of a page has it, so that no line breaks within.
pub fn in_html(page: &mut Page<'_>, number: &Number) -> String {
    let text = national(page, number);
    match page.random.chance(50) {
        true => text.replace(' ', "&nbsp;"),
        false => text.replace(' ', "&#160;").replace('-', "&#8209;"),
    }
}

/// The same with hard spaces only.
pub fn with_hard_spaces(page: &mut Page<'_>, number: &Number) -> String {
    national(page, number).replace(' ', "&nbsp;")
}

/// A number in a string of JSON.
pub fn escaped_in_json(page: &mut Page<'_>, number: &Number) -> String {
    number::e164(page.tables, number).replace('+', "\\u002B")
}

/// A number in the fields that a page sends.
pub fn escaped_in_form(page: &mut Page<'_>, number: &Number) -> String {
    number::e164(page.tables, number).replace('+', "%2B")
}

/// A number in a form that only phone numbers have, even if it is not assigned.
pub fn clear(page: &mut Page<'_>, number: &Number) -> String {
    let usual = format(page.tables, number, Style::International);
    let national = groups(&usual)[1..].join(" ");
    match number.calling_code() {
        1 => {
            let (area, rest) = number.national().split_at(3);
            let (office, line) = rest.split_at(3);
            match page.random.below(6) {
                0 => format!("({area}) {office}-{line}"),
                1 => format!("{area}-{office}-{line}"),
                2 => format!("+1 {area} {office} {line}"),
                3 => format!("+1 ({area}) {office}-{line}"),
                4 => format!("+1{area}{office}{line}"),
                _ => format!("1-{area}-{office}-{line}"),
            }
        }
        code => match page.random.chance(50) {
            true => format!("+{code} {national}"),
            false => format!("+{code}{}", number.national()),
        },
    }
}

/// A number as within its country.
pub fn national(page: &mut Page<'_>, number: &Number) -> String {
    let usual = format(page.tables, number, Style::National);
    if page.random.chance(20) {
        return usual;
    }
    let region = region_of(page.tables, number).unwrap_or(page.region);
    let ways = ways(page, number, region);
    let ways = ways[page.random.below(ways.len())];
    let text = written(&groups(&usual), &ways[page.random.below(ways.len())]);
    // Indians write a mobile number without the `0` that libphonenumber begins it with.
    match region.as_str() == "IN" && text.starts_with('0') && page.random.chance(60) {
        true if number.national().starts_with(['6', '7', '8', '9']) => {
            in_other_digits(page, &text[1..])
        }
        _ => in_other_digits(page, &text),
    }
}

/// A number with its calling code.
pub fn international(page: &mut Page<'_>, number: &Number) -> String {
    let usual = format(page.tables, number, Style::International);
    if page.random.chance(20) {
        return usual;
    }
    let groups = groups(&usual);
    let region = region_of(page.tables, number).unwrap_or(page.region);
    let code = number.calling_code();
    let rest = &groups[1..];
    let exit_code = exit_code(page.region);
    let plus = match exit_code {
        Some("00") if page.random.chance(5) => "00 ",
        Some(exit) if page.random.chance(12) => exit,
        _ => "+",
    };
    let zero = ZERO_IN_BRACKETS.contains(&region.as_str());
    let text = match page.random.below(12) {
        0 => format!("{plus}{code}{}", number.national()),
        1 => format!("{plus}{code} {}", number.national()),
        2 => format!("{plus}{code}-{}", rest.join("-")),
        3 => format!("{plus}{code}.{}", rest.join(".")),
        4 => format!("(+{code}) {}", rest.join(" ")),
        5 => format!("{plus}{code} ({}) {}", rest[0], rest[1..].join("-")),
        6 => format!("{plus}{code}\u{A0}{}", rest.join("\u{A0}")),
        7 if zero => format!("+{code} (0){}", rest.join(" ")),
        8 if zero => format!("+{code}(0){}", number.national()),
        9 if zero => format!("+{code} (0) {}", rest.join(" ")),
        _ => format!("{plus}{code} {}", rest.join(" ")),
    };
    in_other_digits(page, &text)
}

/// Two numbers, of which the second is only its last digits, as in German-speaking countries.
pub fn pair(page: &mut Page<'_>) -> ([Number; 2], String) {
    loop {
        let first = page.number(0);
        let count = page.random.between(1, 2);
        let (start, last) = first.national().split_at(first.national().len() - count);
        let other = page.random.digits(count);
        if other == last {
            continue;
        }
        let other_digits = [start, &other].concat();
        let Some(second) = number::national(page.tables, &other_digits, page.region) else {
            continue;
        };
        if !lead_phone_number::is_valid(page.tables, &second) {
            continue;
        }
        let style = match page.random.chance(70) {
            true => Style::National,
            false => Style::International,
        };
        let slash = page.random.pick(&["/", "/", " / "]);
        let text = [&format(page.tables, &first, style), slash, &other].concat();
        return ([first, second], text);
    }
}

/// What the people of a country dial before a calling code, where they write it.
fn exit_code(region: Region) -> Option<&'static str> {
    match region.as_str() {
        "CA" | "US" => Some("011 "),
        "AU" => Some("0011 "),
        "JP" => Some("010 "),
        "BR" => None,
        _ => Some("00"),
    }
}

fn is_here(page: &Page<'_>, number: &Number) -> bool {
    page.tables.calling_code(page.region) == Some(number.calling_code())
}

/// The groups of digits of a number as the engine writes it.
fn groups(usual: &str) -> Vec<&str> {
    usual.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect()
}

fn written(groups: &[&str], Way(before, after, between): &Way) -> String {
    let [area, rest @ ..] = groups else { return String::new() };
    if rest.is_empty() {
        return [*area].concat();
    }
    [before, area, after, &*rest.join(between)].concat()
}

/// Rarely in the digits of another script: full-width ones in East Asia, Arabic ones anywhere.
fn in_other_digits(page: &mut Page<'_>, text: &str) -> String {
    let is_eastern = matches!(page.region.as_str(), "JP" | "CN");
    let roll = page.random.below(1_000);
    if roll < if is_eastern { 60 } else { 4 } {
        return text.chars().map(full_width).collect();
    }
    if roll > 997 {
        return text.chars().map(arabic).collect();
    }
    text.to_owned()
}

fn full_width(character: char) -> char {
    match character {
        '0'..='9' | '+' | '-' | '(' | ')' => {
            char::from_u32(character as u32 + 0xFEE0).expect("a full-width character")
        }
        ' ' => '\u{3000}',
        other => other,
    }
}

fn arabic(character: char) -> char {
    match character.to_digit(10) {
        Some(value) => char::from_u32(0x660 + value).expect("an Arabic digit"),
        None => character,
    }
}
