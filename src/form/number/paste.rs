//! Finds the phone number in a pasted text.

use crate::form::number::caret;
use crate::form::number::extension_label;
use crate::form::number::reading::{self, ReadingResult};
use crate::form::text::part;
use lead_phone_number::{Region, Tables, Zone};

/// The longest part of a text that is searched, in characters.
const LONGEST: usize = 2_000;
/// The most groups of digits in one number. Each way to split them is tried.
const MOST_GROUPS: usize = 16;
/// The fewest and the most digits of a candidate, with the exit code.
const DIGITS: std::ops::RangeInclusive<usize> = 4..=22;
/// A possible number with at least this many digits is not taken for a date or a reference.
const SURE: usize = 10;

/// The result of a paste.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasted {
    /// The text for the field: the number with its extension and a label that can be read, or the
    /// pasted text on one line.
    pub text: String,
    /// Whether the text is a number.
    pub found: bool,
    /// Whether the pasted text has another number.
    pub more: bool,
    /// Whether it replaces the whole content of the field.
    pub whole: bool,
}

/// Finds the first number in a text. `unavailable` are the world zones whose plans could not be
/// loaded.
pub fn take(tables: &Tables, text: &str, country: Region, unavailable: &[Zone]) -> Pasted {
    let line = one_line(text);
    let search = Search { tables, country, unavailable };
    let clean = clean(text);
    if part::find(&clean, ";phone-context=").is_some() {
        // The number is in two parts, which only the number engine can join.
        if let ReadingResult::Read(number) = search.read(&clean)
            && number.impossible.is_none()
        {
            let text = search.show(&number.e164, number.extension.as_deref());
            return Pasted { text, found: true, more: false, whole: true };
        }
    }
    let mut found = search.numbers(&clean);
    if found.is_empty() {
        // The number may be broken across lines.
        found = search.numbers(&part::replace(&clean, |byte| byte == b'\n', " "));
    }
    let first = found.iter().position(|found| found.sure).unwrap_or(0);
    match found.get(first) {
        Some(number) => {
            let another = |other: &Found| other.sure && other.e164 != number.e164;
            Pasted {
                text: search.show(&number.digits, number.extension.as_deref()),
                found: true,
                more: found.iter().skip(first + 1).any(another),
                whole: true,
            }
        }
        // A number in letters, or with an extension in another form: only the whole line can be
        // read.
        None => {
            Pasted { found: search.rank(&line) > Rank::No, text: line, more: false, whole: true }
        }
    }
}

/// A text as a one-line field would have it.
pub fn one_line(text: &str) -> String {
    let mut line = String::new();
    let (mut spaces, mut last) = (0, ' ');
    for character in text.chars() {
        match character {
            // `\r\n` is one line break.
            '\n' if last == '\r' => {}
            '\n' | '\r' | '\t' | '\u{B}' | '\u{C}' | '\u{2028}' | '\u{2029}' => spaces += 1,
            // Line breaks at the start are dropped here; those at the end are never written.
            _ if line.is_empty() => {
                spaces = 0;
                line.push(character);
            }
            _ => {
                for _ in 0..std::mem::take(&mut spaces) {
                    line.push(' ');
                }
                line.push(character);
            }
        }
        last = character;
    }
    line
}

/// Converts a text to ASCII where possible and removes invisible characters. Line breaks and
/// tabs, which separate the cells of a spreadsheet, become line breaks.
fn clean(text: &str) -> String {
    let mut clean = String::new();
    for character in text.chars().take(LONGEST) {
        match character {
            '\n' | '\r' | '\t' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                clean.push('\n')
            }
            '\u{2010}'..='\u{2015}' | '\u{2053}' | '\u{2212}' | '\u{30FC}' => clean.push('-'),
            '\u{B7}' | '\u{2022}' => clean.push('.'),
            // Full-width characters have a fixed distance from their ASCII ones.
            '\u{FF01}'..='\u{FF5E}' => clean.extend(char::from_u32(character as u32 - 0xFEE0)),
            _ if caret::is_invisible(character) => {}
            _ if character.is_whitespace() => clean.push(' '),
            _ => match caret::digit(character) {
                Some(digit) => clean.push(digit),
                None => clean.push(character),
            },
        }
    }
    let is_link = ["tel:", "callto:", "sms:"].iter().any(|scheme| {
        clean.trim_ascii_start().get(..scheme.len()).is_some_and(|s| s.eq_ignore_ascii_case(scheme))
    });
    if is_link { unescaped(&clean) } else { clean }
}

/// Decodes the percent escapes that a link with a number may have.
fn unescaped(link: &str) -> String {
    let mut parts = part::split(link, |byte| byte == b'%');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let character = match part.get(..2) {
            Some("2B" | "2b") => '+',
            Some("20") => ' ',
            Some("28") => '(',
            Some("29") => ')',
            _ => {
                text.push('%');
                text.push_str(part);
                continue;
            }
        };
        text.push(character);
        text.push_str(part.get(2..).unwrap_or_default());
    }
    text
}

/// How certain it is that a text is a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    No,
    Possible,
    Valid,
}

/// A group of digits.
#[derive(Clone, Copy)]
struct Group<'a> {
    digits: &'a str,
    /// Whether a plus stands before it.
    plus: bool,
    end: usize,
}

/// A number in the text.
struct Found {
    /// The digits as written, with a plus if there is one.
    digits: String,
    e164: Option<String>,
    extension: Option<String>,
    /// Whether it is a number for certain: valid, with a plus, or so long that it can hardly be
    /// anything else.
    sure: bool,
}

struct Search<'a> {
    tables: &'a Tables,
    country: Region,
    unavailable: &'a [Zone],
}

impl Search<'_> {
    fn read(&self, text: &str) -> ReadingResult {
        reading::read(self.tables, text, self.country, self.unavailable).result
    }

    fn rank(&self, text: &str) -> Rank {
        match self.read(text) {
            ReadingResult::Read(number) if number.impossible.is_some() => Rank::No,
            ReadingResult::Read(number) if number.valid => Rank::Valid,
            ReadingResult::Read(_) | ReadingResult::Unjudged(_) => Rank::Possible,
            // The plan is not loaded yet, so only the length counts.
            ReadingResult::Waiting(_) => match caret::count(text) {
                7..=16 => Rank::Possible,
                _ => Rank::No,
            },
            ReadingResult::Empty | ReadingResult::Refused(_) => Rank::No,
        }
    }

    /// The numbers of a text, in order. The search stops after the third certain one.
    fn numbers(&self, text: &str) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        let mut at = 0;
        while let Some((groups, end)) = run(text, at) {
            at = end;
            let Some((from, to)) = self.best(&groups) else { continue };
            let part = groups.get(from..to).unwrap_or_default();
            let digits = join(part);
            let mut extension = None;
            at = part.last().map_or(end, |group| group.end);
            if let Some((digits, end)) = extension_label::after(text.get(at..).unwrap_or_default())
            {
                extension = Some(digits.to_owned());
                at += end;
            }
            let (e164, valid) = match self.read(&digits) {
                ReadingResult::Read(number) => (Some(number.e164), number.valid),
                _ => (None, false),
            };
            let sure = valid || digits.starts_with('+') || digits.len() >= SURE;
            found.push(Found { digits, e164, extension, sure });
            if found.iter().filter(|found| found.sure).count() > 2 {
                break;
            }
        }
        found
    }

    /// The range of groups that form the first number.
    fn best(&self, groups: &[Group<'_>]) -> Option<(usize, usize)> {
        let rank = |from: usize, to: usize| {
            let part = groups.get(from..to).unwrap_or_default();
            let digits: usize = part.iter().map(|group| group.digits.len()).sum();
            if DIGITS.contains(&digits) { self.rank(&join(part)) } else { Rank::No }
        };
        let all = groups.len();
        let whole = rank(0, all);
        if whole == Rank::Valid {
            return Some((0, all));
        }
        // Two numbers that only separators set apart.
        let two = (1..all).find(|at| rank(0, *at) == Rank::Valid && rank(*at, all) == Rank::Valid);
        if let Some(at) = two {
            return Some((0, at));
        }
        if whole == Rank::Possible {
            return Some((0, all));
        }
        for least in [Rank::Valid, Rank::Possible] {
            for from in 0..all {
                for to in (from + 1..=all).rev() {
                    if rank(from, to) >= least {
                        return Some((from, to));
                    }
                }
            }
        }
        None
    }

    /// A number and its extension, as the field shows them.
    fn show(&self, digits: &str, extension: Option<&str>) -> String {
        let mut text = caret::formatted(self.tables, digits, self.country)
            .unwrap_or_else(|| digits.to_owned());
        if let Some(extension) = extension {
            text.push_str(" ext. ");
            text.push_str(extension);
        }
        text
    }
}

fn join(groups: &[Group<'_>]) -> String {
    let mut number = String::new();
    if groups.first().is_some_and(|group| group.plus) {
        number.push('+');
    }
    for group in groups {
        number.push_str(group.digits);
    }
    number
}

/// The next groups of digits that may form one number, and where they end.
fn run(text: &str, from: usize) -> Option<(Vec<Group<'_>>, usize)> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut count = 0;
    let mut end = from;
    loop {
        let rest = text.get(end..)?;
        // All bytes searched for are ASCII, and no other character contains an ASCII byte.
        let Some(gap) = rest.bytes().position(|byte| byte.is_ascii_digit()) else { break };
        let (between, rest) = rest.split_at(gap);
        let is_outer = |byte: &u8| !matches!(byte, b' ' | b'(' | b'[');
        let plus = between.bytes().rev().find(is_outer) == Some(b'+');
        let separate = plus
            || between.len() > 5
            || between.bytes().any(|byte| match byte {
                // An opening bracket after seven digits starts another number: brackets enclose
                // an area code, which comes first.
                b'(' => count >= 7,
                b' ' | b'-' | b'.' | b')' | b'[' | b']' | b'/' => false,
                _ => true,
            });
        if !groups.is_empty() && (separate || groups.len() == MOST_GROUPS) {
            break;
        }
        let digits = part::leading(rest, |byte| byte.is_ascii_digit());
        let length = digits.len();
        count += length;
        end += gap + length;
        groups.push(Group { digits, plus, end });
    }
    (!groups.is_empty()).then_some((groups, end))
}

#[cfg(test)]
#[path = "paste_tests.rs"]
mod tests;
