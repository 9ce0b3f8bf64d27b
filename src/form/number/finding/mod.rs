//! Finds the phone numbers in a text.
//!
//! | module | what it does |
//! | --- | --- |
//! | [`clean`] | converts the text to ASCII where possible |
//! | [`link`] | replaces links by their numbers |
//! | [`noise`] | finds dates, amounts and the like, by their [`shape`] |
//! | [`run`] | divides the rest into groups of digits that may form one number |
//! | [`candidate`] | says what can be seen of some groups, if they can be a number |
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

mod candidate;
mod certainty;
mod clean;
mod division;
mod found;
mod label;
mod link;
mod noise;
mod run;
mod score;
mod search;
mod shape;

use crate::form::number::extension_label;
use certainty::{Certainty, certainty, is_loose};
use division::{Part, divide};
pub(super) use found::Found;
use found::Rank;
use label::Label;
use lead_phone_number::{Region, Tables, Zone, is_word};
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
    let text = link::without_links(&clean::clean(text), &is_valid);
    let found = in_lines(&search, &text);
    if found.is_empty() {
        // The number may be broken across lines.
        return in_lines(&search, &text.replace('\n', " "));
    }
    found
}

fn in_lines(search: &Search<'_>, text: &str) -> Vec<Found> {
    let noise = noise::ranges(text);
    let mut found: Vec<Found> = Vec::new();
    let mut at = 0;
    while found.len() < MOST_NUMBERS
        && let Some((run, end)) = run::next(text, at, &noise)
    {
        at = in_run(search, text, &run, end, &mut found);
    }
    found::put_in_order(text, &mut found);
    found
}

/// Adds the numbers of a run, and returns where to go on: after the run, or after the extension
/// that follows it.
fn in_run(
    search: &Search<'_>,
    text: &str,
    run: &[Group<'_>],
    end: usize,
    found: &mut Vec<Found>,
) -> usize {
    let start = run.first().map_or(end, |group| group.start);
    let label = label::before(text.get(..start).unwrap_or_default());
    let mut parts = divide(search, run, label);
    // Beside a number, loose groups of digits are something else.
    let all_are_loose = parts.iter().all(|part| is_loose(&part.candidate));
    parts.retain(|Part { candidate, .. }| match certainty(candidate, search) {
        Certainty::Possible => is_only(text, &candidate.digits),
        _ => all_are_loose || !is_loose(candidate),
    });
    let mut at = end;
    let count = parts.len();
    for (index, Part { candidate, rest }) in parts.into_iter().enumerate() {
        let rank = match (label, certainty(&candidate, search)) {
            (Some(Label::Fax), _) => Rank::Fax,
            (Some(Label::Other), _) if index == 0 => Rank::Other,
            (_, Certainty::Certain) => Rank::Phone,
            (_, Certainty::Written) => Rank::Unmarked,
            (_, Certainty::Valid) if candidate.has_usual_length(search) => Rank::Bare,
            (_, Certainty::Valid | Certainty::Possible) => Rank::Other,
        };
        let mut number = Found {
            digits: candidate.digits,
            e164: candidate.e164,
            extension: None,
            rest: None,
            start,
            rank,
            is_labelled: index == 0 && label == Some(Label::Phone),
        };
        let mut others = Vec::new();
        if index + 1 == count && rest.is_empty() {
            if let Some((extension, length)) = extension(text, start, end) {
                number.extension = Some(extension.to_owned());
                at = end + length;
            }
        } else if let Some(first) = rest.first() {
            others = found::with_other_endings(search, &number, rest);
            if others.is_empty() {
                number.rest = text.get(first.start..end).map(str::to_owned);
            }
        }
        found::add(found, number);
        for other in others {
            found::add(found, other);
        }
    }
    at
}

/// The extension after a run, and its length with the label.
fn extension(text: &str, start: usize, end: usize) -> Option<(&str, usize)> {
    let rest = text.get(end..)?;
    // In `Ada;514-555-0123;12`, the last cell is no extension.
    let is_cell = matches!(rest.as_bytes(), [b',' | b';', b'0'..=b'9', ..]);
    if is_cell && text.get(..start)?.contains(is_word) {
        return None;
    }
    extension_label::after(rest)
}

/// Whether a text has no other letters and digits than a number's.
fn is_only(text: &str, number: &str) -> bool {
    let words = |text: &str| text.chars().filter(|character| is_word(*character)).count();
    words(text) == words(number)
}

#[cfg(test)]
mod dbg;
