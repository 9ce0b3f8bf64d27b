//! Judges how certain it is that a candidate is a phone number, and not another number that
//! happens to be a valid one.

use super::candidate::{Candidate, Written};
use super::label::Label;
use super::search::Search;

/// How certain it is that a candidate is a phone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Certainty {
    /// It has the length of a number. It counts only if there is nothing else in the text.
    Possible,
    /// It is a valid number, but not as people of its country write it.
    Valid,
    /// It is a valid number with the digits that people of its country write, in one group.
    Written,
    /// It is international, labelled or in groups.
    Certain,
}

/// Some plans have shorter numbers. Within a text, those are more often something else.
const SHORTEST: usize = 7;

/// A group of as many digits is hardly anything else than a phone number, if it is valid.
const LONG: usize = 9;

/// The number of an order or a customer has at least as many digits, if it is one group.
const SHORTEST_ID: usize = 3;

/// Judges a candidate.
pub(super) fn certainty(candidate: &Candidate<'_>, search: &Search<'_>) -> Certainty {
    let length = candidate.digits.len();
    let has_prefix = candidate.has_prefix || candidate.begins_with_prefix();
    let is_local = !has_prefix && length < search.usual_length();
    let is_before_letter = candidate.last().is_some_and(|last| last.before_letter);
    let is_other = candidate.label == Some(Label::Other);
    let is_labelled_here = candidate.labelled() && candidate.label == Some(Label::Phone);
    // A short group after the label is the beginning of what the label names.
    let is_of_label =
        is_other && candidate.before.first().is_some_and(|group| group.digits.len() < SHORTEST_ID);
    // People of some countries leave out the national prefix of a mobile number.
    let may_be_mobile = candidate.valid && candidate.mobile != Some(false);
    let is_written = match candidate.written {
        Written::Grouped | Written::Digits => !is_local,
        Written::GroupedWithoutPrefix => !is_local && may_be_mobile,
        Written::Otherwise => may_be_mobile && is_one_long_group(candidate),
    };
    let is_grouped = candidate.grouped() && (!is_local || candidate.mobile == Some(true));

    if is_before_letter && !candidate.grouped()
        || is_of_label
        || is_local && length < SHORTEST && !candidate.grouped() && !is_labelled_here
    {
        Certainty::Possible
    } else if candidate.international || candidate.labelled() || is_grouped {
        Certainty::Certain
    } else if candidate.grouped() {
        // A local number looks like any two groups of digits.
        Certainty::Valid
    } else if !candidate.valid {
        Certainty::Possible
    } else if is_other {
        // The label is of the first digits.
        let is_after = !candidate.before.is_empty() && candidate.written == Written::Digits;
        if is_after { Certainty::Written } else { Certainty::Possible }
    } else if !is_written {
        Certainty::Valid
    } else if candidate.groups.len() > 1 {
        Certainty::Certain
    } else {
        Certainty::Written
    }
}

fn is_one_long_group(candidate: &Candidate<'_>) -> bool {
    let is_whole_run = candidate.before.is_empty() && candidate.after.is_empty();
    candidate.groups.len() == 1
        && is_whole_run
        && candidate.digits.len() >= LONG
        && !is_unix_time(&candidate.digits)
}

/// Whether digits may be the seconds since 1970 of a day between 2020 and 2033.
fn is_unix_time(digits: &str) -> bool {
    digits.len() == 10 && matches!(digits.as_bytes(), [b'1', b'6'..=b'9', ..])
}

/// Whether a candidate has several groups with spaces between them that are not those of its
/// country, and nothing else that numbers have.
pub(super) fn is_loose(candidate: &Candidate<'_>) -> bool {
    candidate.groups.len() > 1
        && candidate.written == Written::Digits
        && !candidate.international
        && !candidate.labelled()
        && !candidate.has_brackets
        && !candidate.begins_with_prefix()
        && candidate.groups.iter().skip(1).any(|group| group.gap.contains(&b' '))
}
