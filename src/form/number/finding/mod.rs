//! Finds the phone numbers in a text.
//!
//! | module | what it does |
//! | --- | --- |
//! | [`clean`] | converts the text to ASCII, which [`bytes`] looks at |
//! | [`link`] | replaces links by their numbers |
//! | [`noise`] | masks dates, amounts and the like, by their [`shape`] |
//! | [`run`] | divides the rest into groups of digits that may form one number |
//! | [`candidate`] | weighs some groups, by their [`writing`] and what stands around them |
//! | [`label`] | reads the word before a number |
//! | [`extension_label`] | finds the extension after a number |
//! | [`order`] | puts the numbers in order |
//! | [`search`] | reads numbers for the country |
//!
//! Of the candidates that overlap, the one with the most weight is a number. libphonenumber's
//! `PhoneNumberMatcher` is the reference: where it finds exactly one number in a text, this finds
//! the same one. It also finds numbers beside dates and other digits, which the reference does
//! not.

mod bytes;
mod candidate;
mod clean;
pub(in crate::form) mod extension_label;
mod label;
mod link;
mod noise;
mod order;
mod run;
mod search;
mod shape;
mod writing;

use crate::form::number::reading::ReadingResult;
use crate::form::text::part;
use bytes::{CELL, at, end_of, is_digit, is_letter, is_only, is_space, is_word, push};
use candidate::{Candidate, Certainty, begins_international, weigh};
pub(in crate::form) use clean::clean;
use extension_label::Extension;
use label::Label;
use lead_phone_number::{Region, Tables, Zone};
use run::{Group, written};
use search::Search;

/// How many characters are shown of a text that is too long to be searched.
const SHOWN: usize = 20;

/// It is a number with the digits that follow, too.
const LONGER_FITS: i32 = -20;

/// The same for an international number: its digits seldom have others after them.
const LONGER_FITS_INTERNATIONAL: i32 = -60;

/// The calling codes of the countries where `67/68` at the end of a number means two numbers:
/// Switzerland, Austria, Germany and Liechtenstein.
const ENDINGS: [&str; 4] = ["+41", "+43", "+49", "+423"];

/// The most digits of such an ending.
const LONGEST_ENDING: usize = 3;

/// The fewest digits of a second number that has the area code of the first one.
const SHORTEST_LOCAL: usize = 6;

/// As many digits at the end of an international number are the same number.
const FEWEST_NATIONAL: usize = 8;

/// A number in a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    /// The digits as written, with a plus if there is one.
    pub digits: String,
    /// `None` while its plan is not loaded.
    pub e164: Option<String>,
    pub extension: Option<String>,
    /// What follows on its line with digits that are not understood, or what was not searched.
    pub rest: Option<String>,
    rank: Rank,
    /// Whether it has the groups of its country's numbers.
    grouped: bool,
}

/// The order in which numbers are taken. Within a rank, the first of the text comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// A label says that it is a phone.
    Labelled,
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

/// The numbers in a text, the one to take first. `unavailable` are the world zones whose plans
/// could not be loaded.
pub(super) fn numbers(
    tables: &Tables,
    text: &str,
    country: Region,
    unavailable: &[Zone],
) -> Vec<Found> {
    let search = Search::new(tables, country, unavailable);
    let not_searched = text.get(clean::searched(text).len()..).unwrap_or_default();
    let text = link::without_links(&clean(text), &|digits| writing::is_national(&search, digits));
    let mut found = in_lines(&search, text.clone());
    if found.len() < 2 {
        let joined = part::replace(&text, |byte| matches!(byte, b'\n' | CELL), " ");
        let joined = in_lines(&search, joined);
        if is_broken(&found, &joined) {
            found = joined;
        }
    }
    if let Some(last) = found.last_mut()
        && !not_searched.trim().is_empty()
    {
        let mut shown = part::first(not_searched.trim(), SHOWN).to_owned();
        shown.push('…');
        last.rest.get_or_insert(shown);
    }
    found
}

/// Whether the only number of the lines, if there is one, is a part of the only number that they
/// are together.
fn is_broken(found: &[Found], joined: &[Found]) -> bool {
    match (found, joined) {
        ([], _) => true,
        ([piece], [whole]) => {
            whole.grouped
                && whole.digits.len() > piece.digits.len()
                && part::find(&whole.digits, &piece.digits).is_some()
        }
        _ => false,
    }
}

fn in_lines(search: &Search<'_>, text: String) -> Vec<Found> {
    let text = &*noise::masked(text);
    let mut found: Vec<Found> = Vec::new();
    let mut position = 0;
    let mut end_of_number = 0;
    // Whether a number was found on the line so far.
    let mut follows_number = false;
    loop {
        let run = run::next(text, position);
        let (Some(first), Some(last)) = (run.first(), run.last()) else { break };
        let between = text.get(position..first.start).unwrap_or_default();
        follows_number &= !between.iter().any(|byte| matches!(*byte, b'\n' | CELL));
        let before = found.len();
        position = in_run(search, text, &run, (end_of_number, last.end), &mut found);
        if found.len() > before {
            follows_number = true;
            end_of_number = position;
        } else if follows_number
            && !is_of_something_else(text, first, last)
            && let Some(number) = found.last_mut()
        {
            number.rest.get_or_insert_with(|| written(text, first, last));
        }
    }
    order::put_in_order(text, &mut found);
    found
}

/// Whether digits that are no phone number are a year before a word, or the text says what they
/// are.
fn is_of_something_else(text: &[u8], first: &Group, last: &Group) -> bool {
    let is_year = matches!(first.digits(text), [b'1', b'9', _, _] | [b'2', b'0', _, _]);
    is_year && first.end == last.end && is_letter(at(text, end_of(text, last.end, is_space)))
        || label::before(text.get(..first.start).unwrap_or_default()) == Some(Label::Other)
}

/// Adds the numbers of a run, and returns where to go on: after the run, or after the extension
/// that follows it. The number before ends at `from`, and the run at `end`.
fn in_run(
    search: &Search<'_>,
    text: &[u8],
    run: &[Group],
    (from, end): (usize, usize),
    found: &mut Vec<Found>,
) -> usize {
    let start = run.first().map_or(end, |group| group.start);
    let label = label::before(text.get(..start).unwrap_or_default());
    let mut candidates = Vec::new();
    divide(search, text, run, 0, label, &mut candidates);
    // The rest of an international number that cannot be one is no number of the country.
    if let Some(first) = candidates.first_mut()
        && first.from > 0
        && begins_international(search, text, run)
    {
        match weigh(search, text, run, (0, first.to), label) {
            Some(whole) if whole.valid => *first = whole,
            _ => candidates.clear(),
        }
    }
    let mut end_of_former = 0;
    candidates.retain(|candidate| {
        let former = run.get(end_of_former..candidate.from).unwrap_or_default();
        if candidate.certainty != Certainty::Possible {
            end_of_former = candidate.to;
        }
        !(candidate.doubtful && candidate.is_end_of(text, former))
    });
    // Beside a number, loose groups of digits are something else.
    let all_are_loose = candidates.iter().all(|candidate| candidate.loose);
    let digits_of = |candidate: &Candidate| {
        let groups = run.get(candidate.from..candidate.to).unwrap_or_default();
        let (first, last) = groups.first().zip(groups.last())?;
        Some(search.without_second_code(first.joined(text, last.end)))
    };
    let counts = |candidate: &Candidate| match candidate.certainty {
        Certainty::Possible => digits_of(candidate).is_some_and(|digits| is_only(text, &digits)),
        _ => all_are_loose || !candidate.loose || candidate.stands_apart(text, run),
    };
    let is_fax = label::is_fax(text.get(end..).unwrap_or_default());
    let last_of_run = candidates.iter().rposition(counts);
    let mut position = end;
    let mut is_first = true;
    let mut end_of_former = 0;
    for (index, candidate) in candidates.iter().enumerate() {
        let Some(mut digits) = digits_of(candidate).filter(|_| counts(candidate)) else { continue };
        let former = run.get(end_of_former..candidate.from).unwrap_or_default();
        end_of_former = candidate.to;
        if candidate.without_plus
            || matches!(
                candidate.certainty,
                Certainty::Bare | Certainty::Unusual | Certainty::Certain
            ) && search.begins_with_calling_code(&digits)
        {
            digits.insert(0, '+');
        }
        let rank = match (label, candidate.certainty) {
            (Some(Label::Fax), _) => Rank::Fax,
            (None, _) if candidate.to == run.len() && is_fax => Rank::Fax,
            (Some(Label::Other), _) if is_first => Rank::Other,
            // A placeholder, such as 999-999-9999, comes after another number.
            (Some(Label::Phone), _) if is_first && candidate.invalid => Rank::Unmarked,
            (Some(Label::Phone), _) if is_first => Rank::Labelled,
            (_, Certainty::Certain) => Rank::Phone,
            (_, Certainty::Written) => Rank::Unmarked,
            (_, Certainty::Bare) => Rank::Bare,
            (_, Certainty::Unusual | Certainty::Possible) => Rank::Other,
        };
        is_first = false;
        let e164 = match search.read(&digits) {
            ReadingResult::Read(number) => Some(number.e164),
            ReadingResult::Unjudged(e164) => Some(e164),
            _ => None,
        };
        let grouped = candidate.grouped;
        let mut number = Found { digits, e164, extension: None, rest: None, rank, grouped };
        let before = run.get(candidate.from).and_then(|first| text.get(from..first.start));
        number.extension = before.and_then(extension_before);
        if number.extension.is_none()
            && candidate.doubtful
            && let (Some(first), Some(last)) = (former.first(), former.last())
        {
            number.rest = Some(written(text, first, last));
        }
        if candidate.to == run.len() {
            if let Some((extension, after)) = extension(text, start, end) {
                number.extension = Some(extension);
                position = after;
            }
            add(found, number);
        } else if Some(index) == last_of_run {
            add_with_rest(search, found, number, text, run.get(candidate.to..).unwrap_or_default());
        } else {
            add(found, number);
        }
    }
    position
}

/// Chooses the candidate with the most weight, then does the same on both sides of it. `offset` is
/// the index of the first group in the whole run.
fn divide(
    search: &Search<'_>,
    text: &[u8],
    run: &[Group],
    offset: usize,
    label: Option<Label>,
    chosen: &mut Vec<Candidate>,
) {
    let mut best: Option<Candidate> = None;
    for from in 0..run.len() {
        // The candidate up to the end of the run, unless something in it separates two numbers.
        let mut longer: Option<Candidate> = None;
        for to in (from + 1..=run.len()).rev() {
            let Some(mut candidate) = weigh(search, text, run, (from, to), label) else { continue };
            candidate.score += match longer {
                Some(_) if candidate.international => LONGER_FITS_INTERNATIONAL,
                Some(longer) if longer.valid => LONGER_FITS,
                _ => 0,
            };
            if to == run.len() && !candidate.divided {
                longer = Some(candidate);
            }
            // Of two with the same weight that overlap, the second one counts. Many digits in a
            // number do not begin like one, but those here do: `Cedex 01 01 42 68 53 00`.
            let is_tied = |best: Candidate| {
                candidate.score == best.score && (best.from + 1..best.to).contains(&from)
            };
            candidate.doubtful |= best.is_some_and(is_tied);
            if best.is_none_or(|best| candidate.score > best.score || is_tied(best)) {
                best = Some(candidate);
            }
        }
    }
    let Some(mut candidate) = best else { return };
    let (from, to) = (candidate.from, candidate.to);
    divide(search, text, run.get(..from).unwrap_or_default(), offset, label, chosen);
    candidate.from += offset;
    candidate.to += offset;
    chosen.push(candidate);
    divide(search, text, run.get(to..).unwrap_or_default(), offset + to, None, chosen);
}

/// Adds a number, unless it is there already. A web page has a number twice: in a link and in its
/// text, where it may have no calling code.
fn add(found: &mut Vec<Found>, number: Found) {
    let national = number.digits.trim_start_matches('0');
    let is_national = !national.starts_with('+') && national.len() >= FEWEST_NATIONAL;
    let known = found.iter_mut().find(|known| {
        let is_end = |e164: &String| is_national && e164.ends_with(national);
        known.e164.is_some() && known.e164 == number.e164
            || known.digits.starts_with('+') && known.e164.as_ref().is_some_and(is_end)
    });
    match known {
        Some(known) => {
            known.rank = known.rank.min(number.rank);
            known.extension = known.extension.take().or(number.extension);
        }
        None => found.push(number),
    }
}

/// Adds a number with the groups that follow it: other endings of the number as in
/// `044 123 45 67/68` or `022 27782020/22782021`, or digits that are not understood.
fn add_with_rest(
    search: &Search<'_>,
    found: &mut Vec<Found>,
    mut number: Found,
    text: &[u8],
    rest: &[Group],
) {
    let e164 = number.e164.clone().unwrap_or_default();
    let has_endings = ENDINGS.iter().any(|code| e164.starts_with(code));
    let with_ending = |group: &Group| {
        let ending = group.length();
        let is_one = (has_endings && ending <= LONGEST_ENDING || ending >= SHORTEST_LOCAL)
            && group.gap(text).trim_ascii() == b"/"
            && !is_letter(at(text, group.end));
        let mut digits = e164.get(..e164.len().checked_sub(ending)?)?.to_owned();
        push(&mut digits, group.digits(text));
        let is_valid = matches!(search.read(&digits), ReadingResult::Read(read) if read.valid);
        (is_one && is_valid).then_some(digits)
    };
    if rest.iter().all(|group| with_ending(group).is_some()) {
        add(found, number.clone());
        for digits in rest.iter().filter_map(with_ending) {
            add(found, Found { e164: Some(digits.clone()), digits, ..number.clone() });
        }
        return;
    }
    if let (Some(first), Some(last)) = (rest.first(), rest.last())
        && !is_of_something_else(text, first, last)
    {
        number.rest = Some(written(text, first, last));
    }
    add(found, number);
}

/// The extension at the end of the text before a number.
fn extension_before(text: &[u8]) -> Option<String> {
    let Extension { start, end } = extension_label::before(text)?;
    let mut digits = String::new();
    push(&mut digits, text.get(start..end)?);
    Some(digits)
}

/// The extension after a run, and where it ends.
fn extension(text: &[u8], start: usize, end: usize) -> Option<(String, usize)> {
    // In `Ada;514-555-0123;12`, the last cell is no extension.
    let is_cell = matches!(at(text, end), b',' | b';') && is_digit(at(text, end + 1));
    let before = text.get(..start)?;
    let is_link = before.ends_with(b"tel:") || before.ends_with(b"tel:+");
    if is_cell && !is_link && before.iter().any(|byte| is_word(*byte)) {
        return None;
    }
    let rest = text.get(end..)?;
    let found = extension_label::after(rest).or_else(|| extension_label::after_words(rest))?;
    let mut digits = String::new();
    push(&mut digits, rest.get(found.start..found.end)?);
    Some((digits, end + found.end))
}
