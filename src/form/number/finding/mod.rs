//! Finds the phone numbers in a text.
//!
//! | module | what it does |
//! | --- | --- |
//! | [`clean`] | converts the text to ASCII where possible |
//! | [`link`] | replaces links by their numbers |
//! | [`noise`] | finds dates, amounts and the like, by their [`shape`] |
//! | [`run`] | divides the rest into groups of digits that may form one number |
//! | [`score`] | weighs each way to choose groups |
//! | [`label`] | reads the word before a number |
//!
//! Of the candidates that overlap, the one with the most weight is a number. libphonenumber's
//! `PhoneNumberMatcher` is the reference: where it finds exactly one number in a text, this finds
//! the same one. It also finds numbers beside dates and other digits, which the reference does
//! not.

mod clean;
mod label;
mod link;
mod noise;
mod run;
mod score;
mod shape;

use crate::form::number::extension_label;
use label::Label;
use lead_phone_number::{Region, Tables, Zone, is_word};
use run::Group;
use score::{Candidate, Certainty, LONGER_FITS, Search};

/// The calling codes of the countries where `67/68` at the end of a number means two numbers:
/// Switzerland, Austria, Germany and Liechtenstein.
const ENDINGS: [&str; 4] = ["+41", "+43", "+49", "+423"];

/// The most numbers that are found in one text.
const MOST_NUMBERS: usize = 500;

/// A number in a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    /// The digits as written, with a plus if there is one.
    pub digits: String,
    /// `None` while its plan is not loaded.
    pub e164: Option<String>,
    pub extension: Option<String>,
    /// Digits directly after the number that are not understood.
    pub rest: Option<String>,
    rank: Rank,
    /// Whether the text says that it is a phone.
    is_labelled: bool,
}

/// The order in which numbers are taken. Within a rank, the first of the text comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Phone,
    Fax,
    /// It has no label, no plus and no groups.
    Unmarked,
    /// It may be something else: the text says so, or it is not written like a phone number.
    Other,
}

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
    let mut found = in_lines(&search, &text);
    if found.is_empty() {
        // The number may be broken across lines.
        found = in_lines(&search, &text.replace('\n', " "));
    }
    if found.first().is_some_and(|first| first.rank != Rank::Other) {
        found.retain(|found| found.rank != Rank::Other);
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
        at = end;
        let start = run.first().map_or(end, |group| group.start);
        let label = label::before(text.get(..start).unwrap_or_default());
        let mut chosen = Vec::new();
        divide(search, &run, label, &mut chosen);
        chosen.retain(|(candidate, _)| {
            candidate.certainty != Certainty::Possible || is_only(text, &candidate.digits)
        });
        let count = chosen.len();
        for (index, (candidate, after)) in chosen.into_iter().enumerate() {
            let rank = match label {
                Some(Label::Fax) => Rank::Fax,
                Some(Label::Other) if index == 0 => Rank::Other,
                _ => match candidate.certainty {
                    Certainty::Certain => Rank::Phone,
                    Certainty::Written => Rank::Unmarked,
                    Certainty::Valid | Certainty::Possible => Rank::Other,
                },
            };
            let Candidate { digits, e164, .. } = candidate;
            let mut number = Found {
                digits,
                e164,
                extension: None,
                rest: None,
                rank,
                is_labelled: index == 0 && label == Some(Label::Phone),
            };
            let mut others = Vec::new();
            if index + 1 == count && after.is_empty() {
                let rest = text.get(end..).unwrap_or_default();
                // In `Ada;514-555-0123;12`, the last cell is no extension.
                let is_cell = matches!(rest.as_bytes(), [b',' | b';', b'0'..=b'9', ..])
                    && text.get(..start).is_some_and(|before| before.contains(is_word));
                if !is_cell && let Some((extension, length)) = extension_label::after(rest) {
                    number.extension = Some(extension.to_owned());
                    at = end + length;
                }
            } else if index + 1 == count {
                others = with_other_endings(search, &number, after);
                if others.is_empty() {
                    let rest = after.first().and_then(|group| text.get(group.start..end));
                    number.rest = rest.map(str::to_owned);
                }
            }
            add(&mut found, number);
            for other in others {
                add(&mut found, other);
            }
        }
    }
    // Beside a number that says what it is, one that does not comes last. Without one, all are
    // in the order of the text.
    if !found.iter().any(|found| found.is_labelled) {
        for found in &mut found {
            if found.rank == Rank::Unmarked {
                found.rank = Rank::Phone;
            }
        }
    }
    found.sort_by_key(|found| found.rank);
    found
}

/// Adds a number, unless it is there already. A web page has a number twice: in a link and in its
/// text.
fn add(found: &mut Vec<Found>, number: Found) {
    let known = found.iter_mut().find(|known| known.e164.is_some() && known.e164 == number.e164);
    match known {
        Some(known) => {
            known.rank = known.rank.min(number.rank);
            known.extension = known.extension.take().or(number.extension);
        }
        None => found.push(number),
    }
}

/// Whether a text has no other letters and digits than a number's.
fn is_only(text: &str, number: &str) -> bool {
    let words = |text: &str| text.chars().filter(|character| is_word(*character)).count();
    words(text) == words(number)
}

/// The numbers whose last digits are written after a slash: `044 123 45 67/68`. Empty if these
/// digits are something else.
fn with_other_endings(search: &Search<'_>, number: &Found, endings: &[Group<'_>]) -> Vec<Found> {
    let mut others = Vec::new();
    let e164 = number.e164.as_deref().unwrap_or_default();
    if !ENDINGS.iter().any(|code| e164.starts_with(code)) {
        return others;
    }
    for ending in endings {
        let kept = e164.len().checked_sub(ending.digits.len()).and_then(|end| e164.get(..end));
        let Some(kept) = kept.filter(|_| ending.gap.trim_ascii() == "/") else { return Vec::new() };
        let digits = [kept, ending.digits].concat();
        if !search.is_valid(&digits) {
            return Vec::new();
        }
        others.push(Found { e164: Some(digits.clone()), digits, ..number.clone() });
    }
    others
}

/// Chooses the candidate with the most weight, then does the same on both sides of it. Each comes
/// with the groups of the run that follow it and belong to no number.
fn divide<'a, 'b>(
    search: &Search<'_>,
    run: &'b [Group<'a>],
    label: Option<Label>,
    found: &mut Vec<(Candidate, &'b [Group<'a>])>,
) {
    let mut best: Option<(Candidate, usize, usize)> = None;
    for from in 0..run.len() {
        let mut longer_fits = false;
        for to in (from + 1..=run.len()).rev() {
            let Some(mut candidate) = search.weigh(run, from, to, label) else { continue };
            if longer_fits {
                candidate.score += LONGER_FITS;
            }
            longer_fits |= candidate.valid && to == run.len();
            if best.as_ref().is_none_or(|(best, _, _)| candidate.score > best.score) {
                best = Some((candidate, from, to));
            }
        }
    }
    let Some((candidate, from, to)) = best else { return };
    let (before, after) = (run.get(..from).unwrap_or_default(), run.get(to..).unwrap_or_default());
    divide(search, before, label, found);
    let place = found.len();
    divide(search, after, None, found);
    let rest = if found.len() == place { after } else { &[] };
    found.insert(place, (candidate, rest));
}
#[cfg(test)]
mod dbg;
