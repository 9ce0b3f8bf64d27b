//! Weighs a candidate against those that overlap it: how much speaks for it being the number that
//! is meant. Only the order of the sums matters.

use super::candidate::{Candidate, Written};
use super::run::Group;

// What speaks for a candidate.
const VALID: i32 = 40;
const POSSIBLE: i32 = 10;
const GROUPED: i32 = 30;
const GROUPED_WITHOUT_PREFIX: i32 = 10;
const WRITTEN: i32 = 8;
const INTERNATIONAL: i32 = 25;
const BRACKETS: i32 = 6;
const LABELLED: i32 = 12;
/// No digits stand before it, or after it.
const FREE_SIDE: i32 = 12;

// What speaks against it.
/// A hyphen or a full stop joins it to more digits.
const JOINED_SIDE: i32 = -25;
/// It leaves out digits that begin with a plus, which it then is the end of.
const PLUS_LEFT_OUT: i32 = -40;
/// A letter follows it at once.
const BEFORE_LETTER: i32 = -20;
/// A slash stands in it after a whole number, or an opening bracket after other digits than a
/// calling code, an exit code and a national prefix.
const DIVIDED: i32 = -50;
/// The group that it begins with stands in it once more, like an area code.
const REPEATED_START: i32 = -30;
/// It ends with what may be a year.
const YEAR_AT_END: i32 = -16;
/// It is a number with the digits that follow, too.
const LONGER_FITS: i32 = -20;
/// The same for an international number: its digits seldom have others after them.
const LONGER_FITS_INTERNATIONAL: i32 = -60;
/// A sentence ends in it.
const SENTENCE_ENDS: i32 = -40;

/// The most digits before an opening bracket, which encloses an area code.
const BEFORE_BRACKET: usize = 3;

/// The same after a plus or a zero, which begin a calling code or an exit code.
const BEFORE_BRACKET_CODED: usize = 6;

/// As many digits before a slash may be a whole number.
const WHOLE: usize = 7;

/// The weight of a candidate.
pub(super) fn score(candidate: &Candidate<'_>) -> i32 {
    let mut score = if candidate.valid { VALID } else { POSSIBLE };
    score += match candidate.written {
        Written::Grouped => GROUPED,
        Written::GroupedWithoutPrefix => GROUPED_WITHOUT_PREFIX,
        Written::Digits => WRITTEN,
        Written::Otherwise => 0,
    };
    let has_plus = candidate.before.first().is_some_and(|group| group.plus);
    let is_before_letter = candidate.last().is_some_and(|last| last.before_letter);
    for (is_so, points) in [
        (candidate.international, INTERNATIONAL),
        (candidate.has_brackets, BRACKETS),
        (candidate.labelled(), LABELLED),
        (is_before_letter, BEFORE_LETTER),
        (has_plus, PLUS_LEFT_OUT),
        (ends_with_year(candidate), YEAR_AT_END),
    ] {
        score += if is_so { points } else { 0 };
    }
    let before = candidate.first().filter(|_| !candidate.before.is_empty());
    score + side(before) + side(candidate.after.first()) + inside(candidate)
}

/// The points for one side. The group is the one whose gap is there.
fn side(group: Option<&Group<'_>>) -> i32 {
    match group {
        None => FREE_SIDE,
        Some(group) if matches!(group.gap, b"-" | b".") => JOINED_SIDE,
        Some(_) => 0,
    }
}

fn ends_with_year(candidate: &Candidate<'_>) -> bool {
    candidate.last().is_some_and(|last| {
        let is_year = !candidate.international
            && last.digits.len() == 4
            && (last.digits.starts_with(b"19") || last.digits.starts_with(b"20"));
        is_year && last.gap.contains(&b' ') && !candidate.grouped()
    })
}

/// The points for what divides the candidate.
fn inside(candidate: &Candidate<'_>) -> i32 {
    let Some((first, rest)) = candidate.groups.split_first() else { return 0 };
    let is_coded = first.plus || first.digits.starts_with(b"0");
    let most = if is_coded { BEFORE_BRACKET_CODED } else { BEFORE_BRACKET };
    let mut count = first.digits.len();
    let mut points = 0;
    for group in rest {
        if count >= WHOLE && group.digits == first.digits && group.digits.len() > 2 {
            points += REPEATED_START;
        }
        if count >= WHOLE && group.gap.contains(&b'/') || count > most && group.bracket {
            points += DIVIDED;
        }
        if group.gap == b". "
            && !candidate.grouped()
            && !rest.iter().all(|group| group.gap == b". ")
        {
            points += SENTENCE_ENDS;
        }
        count += group.digits.len();
    }
    points
}

/// The points for a candidate that a longer one goes on with, up to the end of the run.
pub(super) fn beside_longer(candidate: &Candidate<'_>, longer: Longer) -> i32 {
    match longer {
        Longer::None => 0,
        _ if candidate.international => LONGER_FITS_INTERNATIONAL,
        Longer::Possible => 0,
        Longer::Valid => LONGER_FITS,
    }
}

/// A longer candidate with the same start, without anything that divides it.
#[derive(Clone, Copy)]
pub(super) enum Longer {
    None,
    Possible,
    Valid,
}

impl Longer {
    /// The candidate as a longer one.
    pub fn of(candidate: &Candidate<'_>) -> Longer {
        match candidate.valid {
            _ if inside(candidate) < 0 => Longer::None,
            true => Longer::Valid,
            false => Longer::Possible,
        }
    }
}
