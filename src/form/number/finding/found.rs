//! The numbers that were found, and their order.

use super::bytes::{end_of, push, start_of};
use super::run::Group;
use super::search::Search;

/// The calling codes of the countries where `67/68` at the end of a number means two numbers:
/// Switzerland, Austria, Germany and Liechtenstein.
const ENDINGS: [&str; 4] = ["+41", "+43", "+49", "+423"];

/// A number in a text.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::form::number) struct Found {
    /// The digits as written, with a plus if there is one.
    pub digits: String,
    /// `None` while its plan is not loaded.
    pub e164: Option<String>,
    pub extension: Option<String>,
    /// Digits directly after the number that are not understood.
    pub rest: Option<String>,
    /// Where the run that it is in starts in the text.
    pub(super) start: usize,
    pub(super) rank: Rank,
    /// Whether the text says that it is a phone.
    pub(super) is_labelled: bool,
}

/// The order in which numbers are taken. Within a rank, the first of the text comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Phone,
    Fax,
    /// It has no label, no plus and no groups.
    Unmarked,
    /// It has not even the national prefix that people of its country write.
    Bare,
    /// It may be something else: the text says so, or it is not written like a phone number. It
    /// counts only if there is no better number.
    Other,
}

/// Adds a number, unless it is there already. A web page has a number twice: in a link and in its
/// text.
pub(super) fn add(found: &mut Vec<Found>, number: Found) {
    let known = found.iter_mut().find(|known| known.e164.is_some() && known.e164 == number.e164);
    match known {
        Some(known) => {
            known.rank = known.rank.min(number.rank);
            known.extension = known.extension.take().or(number.extension);
        }
        None => found.push(number),
    }
}

/// The numbers whose last digits are written after a slash: `044 123 45 67/68`. Empty if these
/// digits are something else.
pub(super) fn with_other_endings(
    search: &Search<'_>,
    number: &Found,
    endings: &[Group<'_>],
) -> Vec<Found> {
    let mut others = Vec::new();
    let e164 = number.e164.as_deref().unwrap_or_default();
    if !ENDINGS.iter().any(|code| e164.starts_with(code)) {
        return others;
    }
    for ending in endings {
        let kept = e164.len().checked_sub(ending.digits.len()).and_then(|end| e164.get(..end));
        let is_slash = matches!(ending.gap, b"/" | b" / ");
        let Some(kept) = kept.filter(|_| is_slash) else { return Vec::new() };
        let mut digits = kept.to_owned();
        push(&mut digits, ending.digits);
        if !search.is_valid(&digits) {
            return Vec::new();
        }
        others.push(Found { e164: Some(digits.clone()), digits, ..number.clone() });
    }
    others
}

/// Puts the numbers of a text in order, and drops those that are more likely something else.
pub(super) fn in_order(text: &[u8], found: Vec<Found>) -> Vec<Found> {
    // Beside a number that says what it is, one that does not comes last. Without one, all are in
    // the order of the text.
    let has_label = found.iter().any(|found| found.is_labelled);
    let ranks: Vec<(usize, Rank)> = found.iter().map(|found| (found.start, found.rank)).collect();
    let mut ordered: Vec<Found> = Vec::new();
    for mut number in found {
        let (start, end) = line(text, number.start);
        let is_beside =
            |most: Rank| ranks.iter().any(|(at, rank)| (start..end).contains(at) && *rank <= most);
        // Bars separate the fields of a record. One bar can also stand between two numbers.
        let line = text.get(start..end).unwrap_or_default();
        let is_record = line.iter().filter(|byte| **byte == b'|').count() > 1;
        number.rank = match number.rank {
            Rank::Unmarked if is_record && is_beside(Rank::Fax) => Rank::Other,
            Rank::Bare if has_label || is_record && is_beside(Rank::Unmarked) => Rank::Other,
            Rank::Unmarked if has_label => Rank::Unmarked,
            Rank::Unmarked | Rank::Bare => Rank::Phone,
            rank => rank,
        };
        // A loop that keeps the order of equal ranks. The standard library's stable sort is larger
        // than this module.
        let mut place = ordered.len();
        while place > 0 && ordered.get(place - 1).is_some_and(|other| other.rank > number.rank) {
            place -= 1;
        }
        ordered.insert(place, number);
    }
    let others = ordered.iter().filter(|found| found.rank == Rank::Other).count();
    if others < ordered.len() {
        // They come last.
        ordered.truncate(ordered.len() - others);
    }
    ordered
}

/// Where the line around a position starts and ends.
fn line(text: &[u8], position: usize) -> (usize, usize) {
    let is_of_line = |byte: u8| byte != b'\n';
    (start_of(text, position, is_of_line), end_of(text, position, is_of_line))
}
