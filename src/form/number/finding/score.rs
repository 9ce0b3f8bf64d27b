//! Weighs a candidate: how much speaks for it being the number that is meant.

use super::label::Label;
use super::run::Group;
use crate::form::number::caret;
use crate::form::number::reading::{self, ReadNumber, ReadingResult};
use lead_phone_number::{self as number, Region, Style, Tables, Zone};

/// The fewest and the most digits of a candidate, with the exit code.
const DIGITS: std::ops::RangeInclusive<usize> = 4..=22;

// What speaks for a candidate. Only the order of the sums matters.
const VALID: i32 = 40;
const POSSIBLE: i32 = 10;
/// It is grouped as its country groups numbers.
const GROUPED: i32 = 30;
/// It is grouped as its country groups numbers, but has neither a calling code nor the national
/// prefix, which some people leave out.
const GROUPED_WITHOUT_PREFIX: i32 = 10;
/// It has the digits that its country writes, with the national prefix where there is one.
const WRITTEN: i32 = 8;
const PLUS: i32 = 25;
const EXIT_CODE: i32 = 12;
const BRACKETS: i32 = 6;
/// A word before it says that it is a phone number.
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
const DIVIDED: i32 = -30;
/// The group that it begins with stands in it once more, like an area code.
const REPEATED_START: i32 = -30;
/// It is a number with the digits that follow, too.
pub(super) const LONGER_FITS: i32 = -20;
/// It ends with what may be a year.
const YEAR_AT_END: i32 = -16;

/// A group of as many digits is hardly anything else than a phone number, if it is valid.
const LONG: usize = 9;

/// Some plans have shorter numbers. Within a text, those are more often something else.
const SHORTEST: usize = 7;

/// The number of an order or a customer has at least as many digits, if it is one group.
const SHORTEST_ID: usize = 3;

/// The most digits before an opening bracket, which encloses an area code.
const BEFORE_BRACKET: usize = 3;

/// The same after a plus or a zero, which begin a calling code or an exit code.
const BEFORE_BRACKET_CODED: usize = 6;

/// As many digits before a slash may be a whole number.
const WHOLE: usize = 7;

/// The plans and the country for which a text is searched.
#[derive(Clone, Copy)]
pub(super) struct Search<'a> {
    pub tables: &'a Tables,
    pub country: Region,
    pub unavailable: &'a [Zone],
}

/// A candidate with its weight.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// The digits as written, with a plus if there is one.
    pub digits: String,
    /// `None` while its plan is not loaded.
    pub e164: Option<String>,
    pub score: i32,
    pub certainty: Certainty,
    /// Whether it is valid.
    pub valid: bool,
}

/// How certain it is that a candidate is a phone number, whatever stands around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Certainty {
    /// It has the length of a number.
    Possible,
    /// It is a valid number, but not as people of its country write it.
    Valid,
    /// It is a valid number with the digits that people of its country write, in one group.
    Written,
    /// It is international, labelled or in groups.
    Certain,
}

impl Search<'_> {
    /// Reads a text for the country.
    pub fn read(&self, text: &str) -> ReadingResult {
        reading::read(self.tables, text, self.country, self.unavailable).result
    }

    /// Whether a text is a valid number.
    pub fn is_valid(&self, text: &str) -> bool {
        matches!(self.read(text), ReadingResult::Read(number) if number.valid)
    }

    /// Weighs some groups of a run as one number. `None` if they cannot be one.
    pub fn weigh(
        &self,
        run: &[Group<'_>],
        from: usize,
        to: usize,
        label: Option<Label>,
    ) -> Option<Candidate> {
        let groups = run.get(from..to)?;
        let (first, last) = (groups.first()?, groups.last()?);
        let digits = joined(groups);
        if !DIGITS.contains(&caret::count(&digits)) {
            return None;
        }
        let (read, e164) = match self.read(&digits) {
            ReadingResult::Read(number) if number.impossible.is_none() => {
                (Some(number.clone()), Some(number.e164))
            }
            ReadingResult::Unjudged(e164) => (None, Some(e164)),
            // The plan is not loaded yet, so only the length counts.
            ReadingResult::Waiting(_) if (7..=16).contains(&caret::count(&digits)) => (None, None),
            _ => return None,
        };
        let valid = read.as_ref().is_some_and(|number| number.valid);
        let written = match &read {
            Some(read) => self.written(groups, &digits, read),
            None => Written::Otherwise,
        };
        let grouped = matches!(written, Written::Grouped);
        let has_dots = |group: &Group<'_>| group.gap == ".";
        let is_marked = first.plus || first.digits.starts_with('0');
        if !grouped && !is_marked && groups.len() == 4 && groups.iter().skip(1).all(has_dots) {
            // The address of a machine, unless its country groups numbers in this way.
            return None;
        }
        let is_decimal = groups.len() == 2
            && last.gap == "."
            && (first.digits == "0" || last.digits.len() < 3 && !is_marked);
        if is_decimal {
            return None;
        }
        let has_exit_code = !first.plus
            && number::typed_international(self.tables, &digits, Some(self.country)).is_some();
        let has_brackets =
            first.bracket && groups.get(1).is_some_and(|group| group.gap.starts_with([')', ']']));
        let labelled = from == 0 && label == Some(Label::Phone);

        let mut score = if valid { VALID } else { POSSIBLE };
        score += match written {
            Written::Grouped => GROUPED,
            Written::GroupedWithoutPrefix => GROUPED_WITHOUT_PREFIX,
            Written::Digits => WRITTEN,
            Written::Otherwise => 0,
        };
        let mut add = |is_so: bool, points: i32| {
            if is_so {
                score += points
            }
        };
        add(first.plus, PLUS);
        add(has_exit_code && valid, EXIT_CODE);
        add(has_brackets, BRACKETS);
        add(labelled, LABELLED);
        add(last.before_letter, BEFORE_LETTER);
        add(from > 0 && run.first().is_some_and(|group| group.plus), PLUS_LEFT_OUT);
        let joins = |group: Option<&Group<'_>>| match group {
            None => FREE_SIDE,
            Some(group) if matches!(group.gap, "-" | ".") => JOINED_SIDE,
            Some(_) => 0,
        };
        let before = Some(first).filter(|_| from > 0);
        score += joins(before) + joins(run.get(to));
        let mut count = 0;
        for (index, group) in groups.iter().enumerate() {
            if index > 0 {
                let is_start = group.digits == first.digits && group.digits.len() > 2;
                score += if is_start && count >= WHOLE { REPEATED_START } else { 0 };
                let is_coded = first.plus || first.digits.starts_with('0');
                let most = if is_coded { BEFORE_BRACKET_CODED } else { BEFORE_BRACKET };
                let is_divided =
                    group.gap.contains('/') && count >= WHOLE || group.bracket && count > most;
                score += if is_divided { DIVIDED } else { 0 };
            }
            count += group.digits.len();
        }
        let is_year = last.digits.len() == 4 && matches!(last.digits.get(..2), Some("19" | "20"));
        score += if is_year && last.gap.contains(' ') && !grouped { YEAR_AT_END } else { 0 };
        let international = first.plus || has_exit_code && valid;
        // People of some countries leave out the national prefix of a mobile number.
        let mobile = read.as_ref().is_some_and(|read| read.valid && read.mobile != Some(false));
        let is_whole = groups.len() == 1 && run.len() == 1 && digits.len() >= LONG;
        let has_prefix = e164.as_ref().is_some_and(|e164| !e164.ends_with(&digits));
        let is_short = !has_prefix && !grouped && digits.len() < self.usual_length();
        let is_written = !is_short && written != Written::Otherwise || is_whole && mobile;
        // A short group after the label is the beginning of what the label names.
        let is_of_label =
            label == Some(Label::Other) && from > 0 && run.first()?.digits.len() < SHORTEST_ID;
        let certainty =
            if last.before_letter && !grouped || is_of_label || is_short && digits.len() < SHORTEST
            {
                Certainty::Possible
            } else if international || grouped || labelled {
                Certainty::Certain
            } else if label == Some(Label::Other) {
                // The label is of the first digits.
                match valid && from > 0 && written == Written::Digits {
                    true => Certainty::Written,
                    false => Certainty::Possible,
                }
            } else if valid {
                match is_written {
                    true if groups.len() > 1 => Certainty::Certain,
                    true => Certainty::Written,
                    false => Certainty::Valid,
                }
            } else {
                Certainty::Possible
            };
        Some(Candidate { digits, e164, score, certainty, valid })
    }

    /// How many digits numbers of the country usually have.
    fn usual_length(&self) -> usize {
        let example = number::example(self.tables, self.country, false);
        example.map_or(SHORTEST, |example| example.national().len())
    }

    /// How much a candidate looks like a number of its country.
    fn written(&self, groups: &[Group<'_>], digits: &str, read: &ReadNumber) -> Written {
        let Ok(parsed) = number::parse(self.tables, &read.e164, None) else {
            return Written::Otherwise;
        };
        let national = number::format(self.tables, &parsed, Style::National);
        let international = lengths_of(&read.international);
        let after_code = international.get(1..).unwrap_or_default();
        let lengths: Vec<usize> = groups.iter().map(|group| group.digits.len()).collect();
        let has_national_digits = caret::significant(&national).as_deref() == Some(digits);
        let has_all_digits = read.e164.get(1..) == Some(digits);
        let has_no_prefix = read.e164.ends_with(digits) && !has_all_digits;
        let is_grouped = lengths.len() > 1 && lengths.ends_with(after_code);
        if has_national_digits && lengths.len() > 1 && lengths == lengths_of(&national)
            || is_grouped && !has_no_prefix
        {
            Written::Grouped
        } else if has_national_digits || has_all_digits {
            Written::Digits
        } else if is_grouped {
            Written::GroupedWithoutPrefix
        } else {
            Written::Otherwise
        }
    }
}

/// How a candidate is written, compared with how its country writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Written {
    Grouped,
    GroupedWithoutPrefix,
    /// It has the right digits, in other groups or in one.
    Digits,
    Otherwise,
}

/// The digits of groups, with a plus if there is one.
fn joined(groups: &[Group<'_>]) -> String {
    let mut number = String::new();
    if groups.first().is_some_and(|group| group.plus) {
        number.push('+');
    }
    for group in groups {
        number.push_str(group.digits);
    }
    number
}

/// The lengths of the groups of digits in a text.
fn lengths_of(text: &str) -> Vec<usize> {
    let groups = text.split(|character: char| !character.is_ascii_digit());
    groups.map(str::len).filter(|length| *length > 0).collect()
}
