//! Weighs some groups of digits as one number: how much speaks for them against the candidates
//! that overlap them, and how certain it is that they are a phone number at all.

use super::bytes::{at, is_letter};
use super::extension_label;
use super::label::Label;
use super::run::{Group, has_slash};
use super::search::Search;
use super::writing::{Writing, is_without_plus, writing};
use crate::form::number::reading::ReadingResult;
use lead_phone_number as number;
use std::ops::RangeInclusive;

/// The fewest and the most digits of a candidate, with the exit code and the plus.
const DIGITS: RangeInclusive<usize> = 4..=22;

/// The same while its plan is not loaded, so that only the length counts.
const DIGITS_WITHOUT_PLAN: RangeInclusive<usize> = 7..=16;

// What speaks for a candidate. Only the order of the sums matters.
const VALID: i32 = 40;
const POSSIBLE: i32 = 10;
const GROUPED: i32 = 30;
const GROUPED_WITHOUT_PREFIX: i32 = 10;
const WRITTEN: i32 = 8;
const INTERNATIONAL: i32 = 25;
const LABELLED: i32 = 12;
/// No digits stand before it, or after it.
const FREE_SIDE: i32 = 12;
/// More than a space stands between it and the digits before it, or after it.
const WIDE_SIDE: i32 = 8;

// What speaks against it.
/// A hyphen or a full stop joins it to more digits.
const JOINED_SIDE: i32 = -25;
/// It leaves out digits that begin with a plus, which it then is the end of.
const PLUS_LEFT_OUT: i32 = -40;
/// A letter follows it at once.
const BEFORE_LETTER: i32 = -20;
/// It is much longer than most numbers of its country, although its plan has such numbers.
const TOO_LONG: i32 = -30;
/// Only its last group stands apart from the others.
const WIDE_LAST: i32 = -25;
/// After a space, an area code with its national prefix stands in it.
const AREA_CODE_INSIDE: i32 = -10;
/// A slash stands between two short groups, and spaces between the others: `05/27 06 12 34`.
const MONTH_INSIDE: i32 = -5;
/// A date with a year of two digits ends it.
const DATE_INSIDE: i32 = -30;
/// A space stands after a long group, which is a whole number: `0316 872441 8010 Graz`.
const WHOLE_INSIDE: i32 = -45;
/// Its last group counts what follows: `0171 3920014 2 Kinder`.
const COUNTS_LAST: i32 = -45;
/// Its second group begins like a number of its country.
const PREFIX_INSIDE: i32 = -30;
/// A slash stands in it after a whole number, or an opening bracket after other digits than a
/// calling code, an exit code and a national prefix.
const DIVIDED: i32 = -50;

/// A sentence ends in it.
const SENTENCE_ENDS: i32 = -40;

/// How many more digits than usual are not too many, with the national prefix.
const LONGER_THAN_USUAL: usize = 4;

/// How many more an exit code and a calling code have.
const LONGER_INTERNATIONAL: usize = 3;

/// The most digits before an opening bracket, which encloses an area code.
const BEFORE_BRACKET: usize = 3;

/// The same after a plus or a zero, which begin a calling code or an exit code.
const BEFORE_BRACKET_CODED: usize = 6;

/// As many digits are a whole number. Some plans have shorter numbers, but within a text those are
/// more often something else.
const WHOLE: usize = 7;

/// An area code with its national prefix has at least as many digits, where one is unusual among
/// the groups of a number.
const SHORTEST_AREA_CODE: usize = 3;

/// As many digits in one group end a number, if more follow after a space.
const LONG: usize = 6;

/// The number of an order or a customer has at least as many digits, if it is one group.
const SHORTEST_ID: usize = 3;

/// The most characters between digits that may belong together, as in `(11) 9`.
const CLOSE: usize = 2;

/// The end of a round amount. No number begins so.
const THOUSANDS: &[u8] = b"000";

/// A candidate, by its groups in the run, with its weight.
#[derive(Clone, Copy)]
pub(super) struct Candidate {
    pub from: usize,
    pub to: usize,
    pub score: i32,
    pub certainty: Certainty,
    pub valid: bool,
    /// Whether its plan says that it is not valid.
    pub invalid: bool,
    pub international: bool,
    /// Whether something in it separates two numbers.
    pub divided: bool,
    /// Whether it has several groups with spaces between them that are not those of its country,
    /// and nothing else that numbers have.
    pub loose: bool,
    /// Whether it has the groups of its country's numbers, with the national prefix or without.
    pub grouped: bool,
    /// Whether it has neither these groups nor that prefix.
    pub incomplete: bool,
    /// Whether the digits before it may belong to it.
    pub doubtful: bool,
    /// Whether it is written like a number of another country without its plus.
    pub without_plus: bool,
}

impl Candidate {
    /// Whether more than a space stands between it and what is beside it in the run.
    pub fn stands_apart(&self, text: &[u8], run: &[Group]) -> bool {
        let is_bound = |index: usize| match run.get(index) {
            Some(group) if index > 0 => !matches!(group.gap(text), b" " | b"-" | b"."),
            _ => true,
        };
        is_bound(self.from) && is_bound(self.to)
    }

    /// Whether it is the end of a number that has too many digits. `former` are the groups before
    /// it, which begin like a number.
    pub fn is_end_of(&self, text: &[u8], former: &[Group]) -> bool {
        let begins = |group: &Group| {
            at(text, group.start) == b'0' && group.digits(text) != THOUSANDS
                || group.is_bracketed(text) && group.length() > 1
        };
        self.incomplete && former.iter().any(begins)
    }
}

/// How certain it is that a candidate is a phone number, and not another number that happens to
/// be a valid one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Certainty {
    /// It has the length of a number. It counts only if there is nothing else in the text.
    Possible,
    /// It is a valid number, but much shorter or longer than most of its country, and not as
    /// people write it.
    Unusual,
    /// It is a valid number, but without the prefix that people of its country write.
    Bare,
    /// It is a valid number with the digits that people of its country write, in one group.
    Written,
    /// It is international, labelled or in groups.
    Certain,
}

/// Weighs the groups of a run from one index to another. `None` if they cannot be a number.
/// `label` is the word before the run.
pub(super) fn weigh(
    search: &Search<'_>,
    text: &[u8],
    run: &[Group],
    (from, to): (usize, usize),
    label: Option<Label>,
) -> Option<Candidate> {
    let groups = run.get(from..to)?;
    let (first, last) = (groups.first()?, groups.last()?);
    let digits = search.without_second_code(first.joined(text, last.end));
    let length = digits.len();
    let read = match search.read(&digits) {
        _ if !DIGITS.contains(&length) => return None,
        ReadingResult::Read(number) if number.impossible.is_none() => Some(number),
        ReadingResult::Unjudged(_) => None,
        ReadingResult::Waiting(_) if DIGITS_WITHOUT_PLAN.contains(&length) => None,
        _ => return None,
    };
    let writing = match &read {
        Some(read) => writing(search, text.get(first.start..last.end)?, &digits, read),
        None => Writing::Otherwise,
    };
    // Without its plan it may be valid.
    let is_unknown = read.is_none();
    let (valid, mobile) = read.as_ref().map_or((false, None), |read| (read.valid, read.mobile));
    let has_prefix = read.is_some_and(|read| !read.e164.ends_with(&digits));
    let grouped = writing == Writing::Grouped;
    let begins_coded = first.plus || at(text, first.start) == b'0';
    let exit_code = number::typed_international(search.tables, &digits, Some(search.country));
    let has_exit_code = exit_code.is_some() || is_unknown && digits.starts_with("00");
    let international = first.plus || (valid || is_unknown) && has_exit_code;
    let has_brackets = first.is_bracketed(text) && at(text, first.end) == b')';
    let is_start = from == 0;
    let labelled = is_start && label == Some(Label::Phone);
    let before_letter =
        is_letter(at(text, last.end)) && extension_label::after(text.get(last.end..)?).is_none();

    let mut score = if valid || is_unknown { VALID } else { POSSIBLE };
    score += match writing {
        Writing::Grouped => GROUPED,
        Writing::GroupedWithoutPrefix => GROUPED_WITHOUT_PREFIX,
        Writing::Digits => WRITTEN,
        Writing::Otherwise => 0,
    };
    let (mut count, mut wide, mut dots, mut sentences, mut divided, mut has_space) =
        (first.length(), 0, 0, 0, false, false);
    for group in groups.get(1..)? {
        let gap = group.gap(text);
        dots += usize::from(gap == b".");
        wide += usize::from(is_wide(gap));
        sentences += usize::from(gap == b". ");
        has_space |= gap.contains(&b' ');
        let most = if begins_coded { BEFORE_BRACKET_CODED } else { BEFORE_BRACKET };
        divided |= count >= WHOLE && has_slash(gap) || count > most && group.is_bracketed(text);
        count += group.end - group.start;
    }
    let last_length = last.end - last.start;
    let is_decimal = groups.len() == 2
        && dots == 1
        && (first.digits(text) == b"0" || last_length < 3 && !begins_coded);
    // Some countries write numbers like the address of a machine.
    let is_address = groups.len() == 4 && dots == 3 && !begins_coded && !grouped && !labelled;
    if is_decimal || is_address {
        return None;
    }
    let side = |is_free: bool, gap: &[u8]| match gap {
        _ if is_free => FREE_SIDE,
        b"-" | b"." => JOINED_SIDE,
        b" " => 0,
        _ => WIDE_SIDE,
    };
    // In `030 / 123456` and `514 - 555 - 0123`, all groups are.
    let is_set_apart = is_wide(last.gap(text))
        && (wide < groups.len() - 1 || first.length() >= WHOLE && groups.len() > 1);
    let longest = search.usual_length
        + LONGER_THAN_USUAL
        + if international { LONGER_INTERNATIONAL } else { 0 };
    for (is_so, points) in [
        (international, INTERNATIONAL),
        (labelled, LABELLED),
        (length > longest && !grouped && !is_unknown, TOO_LONG),
        (is_set_apart, WIDE_LAST),
        ((1..groups.len() - 1).contains(&sentences) && !grouped, SENTENCE_ENDS),
        (before_letter, BEFORE_LETTER),
        (begins_with_month(text, groups), MONTH_INSIDE),
        (ends_with_date(text, groups), DATE_INSIDE),
        (!grouped && has_whole_inside(text, groups), WHOLE_INSIDE),
        (!grouped && counts_last(text, groups), COUNTS_LAST),
        (
            !grouped && groups.get(1..)?.iter().any(|group| is_area_code(text, group)),
            AREA_CODE_INSIDE,
        ),
        (divided, DIVIDED),
        (!is_start && run.first()?.plus, PLUS_LEFT_OUT),
    ] {
        score += if is_so { points } else { 0 };
    }
    // A number that begins with its national prefix does not stand within another one.
    let second = groups.get(1).map(|second| second.digits(text));
    let has_prefix_inside =
        !begins_coded && !grouped && second.is_some_and(|second| second.first() == Some(&b'0'));
    score += if has_prefix_inside && writing == Writing::Otherwise { PREFIX_INSIDE } else { 0 };
    let next = run.get(to);
    score += side(is_start, first.gap(text));
    score += side(next.is_none(), next.map_or(b"", |next| next.gap(text)));

    let usual = search.usual_length;
    let is_local = !has_prefix && !begins_coded && length < usual;
    let is_one_group = groups.len() == 1;
    let is_written = match writing {
        Writing::Grouped | Writing::Digits => !is_local,
        Writing::GroupedWithoutPrefix => !is_local && mobile != Some(false),
        Writing::Otherwise => false,
    };
    // A short group after the label is the beginning of what the label names.
    let is_other = label == Some(Label::Other);
    let is_of_label = is_other
        && !is_start
        && run.first()?.length() < SHORTEST_ID
        && !(grouped && length >= WHOLE);
    let is_short = is_local && length < WHOLE && !labelled;
    let certainty = if (before_letter || is_short) && !grouped || is_of_label {
        Certainty::Possible
    } else if international || labelled || grouped && (!is_local || mobile == Some(true)) {
        Certainty::Certain
    } else if grouped {
        // A local number looks like any two groups of digits.
        Certainty::Unusual
    } else if !valid || is_other && (is_start || writing != Writing::Digits) {
        // The label is of the first digits.
        Certainty::Possible
    } else if !is_written && (usual..=usual + 1).contains(&length) {
        Certainty::Bare
    } else if !is_written {
        Certainty::Unusual
    } else if is_one_group || is_other {
        Certainty::Written
    } else {
        Certainty::Certain
    };
    let is_marked = international || labelled || has_brackets || begins_coded;
    let loose = writing == Writing::Digits && has_space && !is_marked && !is_one_group;
    let invalid = !valid && !is_unknown;
    let grouped = matches!(writing, Writing::Grouped | Writing::GroupedWithoutPrefix);
    let incomplete = !grouped && !begins_coded && certainty != Certainty::Written;
    Some(Candidate {
        from,
        to,
        score,
        certainty,
        valid,
        invalid,
        international,
        divided,
        loose,
        grouped,
        incomplete,
        without_plus: incomplete
            && groups.len() > 1
            && is_without_plus(search, text.get(first.start..last.end)?, &digits),
        doubtful: incomplete && !is_start && first.gap(text).len() <= CLOSE,
    })
}

/// Whether a run begins with a plus or an exit code. The exit code is within one group: `01-15` is
/// a date. No calling code begins with a zero: `4,50,000 98203 14567` has an amount.
pub(super) fn begins_international(search: &Search<'_>, text: &[u8], run: &[Group]) -> bool {
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return false };
    let digits = first.joined(text, last.end);
    let international = number::typed_international(search.tables, &digits, Some(search.country));
    let has_exit_code =
        |after: String| digits.len() - after.len() <= first.length() && !after.starts_with('0');
    first.plus || international.is_some_and(has_exit_code)
}

/// Whether groups begin like a month and a year before a number.
fn begins_with_month(text: &[u8], groups: &[Group]) -> bool {
    let [first, second, third, ..] = groups else { return false };
    first.length() == 2
        && second.length() == 2
        && second.gap(text) == b"/"
        && third.gap(text) == b" "
}

/// Whether groups end like a short date after a space: `678 17.03.25`.
fn ends_with_date(text: &[u8], groups: &[Group]) -> bool {
    let [.., day, month, year] = groups else { return false };
    let separator = year.gap(text);
    groups.len() > 3
        && day.gap(text) == b" "
        && month.gap(text) == separator
        && matches!(separator, b"." | b"-" | b"/")
        && day.length() <= 2
        && month.length() <= 2
        && year.length() == 2
}

/// Whether a space stands after a group that is long enough to end a number.
fn has_whole_inside(text: &[u8], groups: &[Group]) -> bool {
    groups.windows(3).any(|groups| match groups {
        [_, long, next] => long.length() >= LONG && next.gap(text).first() == Some(&b' '),
        _ => false,
    })
}

/// Whether a group after a space looks like an area code with a national prefix.
fn is_area_code(text: &[u8], group: &Group) -> bool {
    group.gap(text) == b" " && group.length() >= SHORTEST_AREA_CODE && at(text, group.start) == b'0'
}

/// Whether the last of several groups is a small number that belongs to the word after it.
fn counts_last(text: &[u8], groups: &[Group]) -> bool {
    let [.., former, last] = groups else { return false };
    let has_point = at(text, last.end) == b'.';
    let space = last.end + usize::from(has_point);
    last.gap(text) == b" "
        && (last.length() == 1 || last.length() == 2 && has_point && former.length() > 2)
        && at(text, space) == b' '
        && is_letter(at(text, space + 1))
}

/// Whether the characters between two groups set them apart: ` - `, but not the bracket of `(0)6`.
fn is_wide(gap: &[u8]) -> bool {
    gap.len() > 2 && gap.first() == Some(&b' ')
}
