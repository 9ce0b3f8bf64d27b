//! Finds the phone numbers in a text.
//!
//! | module | what it does |
//! | --- | --- |
//! | [`clean`] | converts the text to ASCII, which [`bytes`] looks at |
//! | [`link`] | replaces links by their numbers |
//! | [`noise`] | masks dates, amounts and the like, by their [`shape`] |
//! | [`run`] | divides the rest into groups of digits that may form one number |
//! | [`candidate`] | says what can be seen of some groups, if they can be a number |
//! | [`extension_label`] | finds the extension after a number |
//! | [`division`] | divides a run into numbers |
//! | [`score`] | weighs a candidate against those that overlap it |
//! | [`certainty`] | judges whether it is a phone number and not another number |
//! | [`label`] | reads the word before a number |
//! | [`found`] | puts the numbers in order |
//! | [`search`] | reads numbers for the country |
//!
//! Of the candidates that overlap, the one with the most weight is a number. libphonenumber's
//! `PhoneNumberMatcher` is the reference: where it finds exactly one number in a text, this finds
//! the same one. It also finds numbers beside dates and other digits, which the reference does
//! not.

mod bytes;
mod candidate;
mod certainty;
mod clean;
mod division;
pub(in crate::form) mod extension_label;
mod found;
mod label;
mod link;
mod noise;
mod run;
mod score;
mod search;
mod shape;

use crate::form::text::part;
use bytes::{at, is_digit, is_word, push};
use certainty::{Certainty, certainty, is_loose};
pub(in crate::form) use clean::clean;
use division::{Part, divide};
pub(super) use found::Found;
use found::Rank;
use label::Label;
use lead_phone_number::{Region, Tables, Zone};
use run::Group;
use search::Search;

/// The most numbers that are found in one text.
const MOST_NUMBERS: usize = 500;

/// The numbers in a text, the one to take first. `unavailable` are the world zones whose plans
/// could not be loaded.
pub(super) fn numbers(
    tables: &Tables,
    text: &str,
    country: Region,
    unavailable: &[Zone],
) -> Vec<Found> {
    let search = Search { tables, country, unavailable };
    let is_valid = |text: &str| search.is_valid(text);
    let text = link::without_links(&clean(text), &is_valid);
    let found = in_lines(&search, text.clone());
    if found.is_empty() {
        // The number may be broken across lines.
        return in_lines(&search, part::replace(&text, |byte| byte == b'\n', " "));
    }
    found
}

fn in_lines(search: &Search<'_>, text: String) -> Vec<Found> {
    let text = &*noise::masked(text);
    let mut found: Vec<Found> = Vec::new();
    let mut position = 0;
    while found.len() < MOST_NUMBERS
        && let Some((run, end)) = run::next(text, position)
    {
        position = in_run(search, text, &run, end, &mut found);
    }
    found::in_order(text, found)
}

/// Adds the numbers of a run, and returns where to go on: after the run, or after the extension
/// that follows it.
fn in_run(
    search: &Search<'_>,
    text: &[u8],
    run: &[Group<'_>],
    end: usize,
    found: &mut Vec<Found>,
) -> usize {
    let start = run.first().map_or(end, |group| group.start);
    let label = label::before(text.get(..start).unwrap_or_default());
    let parts = divide(search, run, label);
    // Beside a number, loose groups of digits are something else.
    let all_are_loose = parts.iter().all(|part| is_loose(&part.candidate));
    let mut position = end;
    let mut is_first = true;
    for Part { candidate, rest } in parts {
        let certainty = certainty(&candidate, search);
        let counts = match certainty {
            Certainty::Possible => is_only(text, &candidate.digits),
            _ => all_are_loose || !is_loose(&candidate),
        };
        if !counts {
            continue;
        }
        let rank = match (label, certainty) {
            (Some(Label::Fax), _) => Rank::Fax,
            (Some(Label::Other), _) if is_first => Rank::Other,
            (_, Certainty::Certain) => Rank::Phone,
            (_, Certainty::Written) => Rank::Unmarked,
            (_, Certainty::Valid) if candidate.has_usual_length(search) => Rank::Bare,
            (_, Certainty::Valid | Certainty::Possible) => Rank::Other,
        };
        let is_last = candidate.after.is_empty();
        let mut number = Found {
            digits: candidate.digits,
            e164: candidate.e164,
            extension: None,
            rest: None,
            start,
            rank,
            is_labelled: is_first && label == Some(Label::Phone),
        };
        is_first = false;
        let mut others = Vec::new();
        if let Some(first) = rest.first() {
            others = found::with_other_endings(search, &number, rest);
            if others.is_empty() {
                number.rest = text.get(first.start..end).map(to_string);
            }
        } else if is_last && let Some((extension, after)) = extension(text, start, end) {
            number.extension = Some(extension);
            position = after;
        }
        found::add(found, number);
        for other in others {
            found::add(found, other);
        }
    }
    position
}

/// The extension after a run, and where it ends.
fn extension(text: &[u8], start: usize, end: usize) -> Option<(String, usize)> {
    // In `Ada;514-555-0123;12`, the last cell is no extension.
    let is_cell = matches!(at(text, end), b',' | b';') && is_digit(at(text, end + 1));
    if is_cell && text.get(..start)?.iter().any(|byte| is_word(*byte)) {
        return None;
    }
    let extension = extension_label::after(text.get(end..)?)?;
    Some((to_string(extension.digits), end + extension.end))
}

/// Whether a text has no other letters and digits than a number's.
fn is_only(text: &[u8], number: &str) -> bool {
    text.iter().filter(|byte| is_word(**byte)).count()
        == number.bytes().filter(|byte| is_digit(*byte)).count()
}

fn to_string(text: &[u8]) -> String {
    let mut string = String::new();
    push(&mut string, text);
    string
}

#[cfg(test)]
mod dbg;
