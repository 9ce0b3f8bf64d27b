//! What can be seen of a candidate: its number, and how it is written.

use super::bytes::{end_of, is_digit, push};
use super::label::Label;
use super::run::Group;
use super::search::Search;
use crate::form::number::caret;
use crate::form::number::reading::{ReadNumber, ReadingResult};
use lead_phone_number::{self as number, Style};
use std::ops::RangeInclusive;

/// The fewest and the most digits of a candidate, with the exit code.
const DIGITS: RangeInclusive<usize> = 4..=22;

/// The same while its plan is not loaded, so that only the length counts.
const DIGITS_WITHOUT_PLAN: RangeInclusive<usize> = 7..=16;

/// Some groups of a run that may be one number.
pub(super) struct Candidate<'a> {
    pub groups: &'a [Group<'a>],
    /// The groups of the run before and after it.
    pub before: &'a [Group<'a>],
    pub after: &'a [Group<'a>],
    /// The digits as written, with a plus if there is one.
    pub digits: String,
    /// `None` while its plan is not loaded.
    pub e164: Option<String>,
    pub valid: bool,
    pub written: Written,
    /// Whether it begins with a plus, or is valid and begins with an exit code.
    pub international: bool,
    /// Whether it has a national prefix, a calling code or an exit code.
    pub has_prefix: bool,
    /// Whether it is a mobile number; `None` if the plan cannot tell.
    pub mobile: Option<bool>,
    /// Whether its first group is in brackets.
    pub has_brackets: bool,
    /// What the word before it says.
    pub label: Option<Label>,
}

/// How a candidate is written, compared with how its country writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    Grouped,
    /// In the same groups, but with neither a calling code nor the national prefix, which some
    /// people leave out.
    GroupedWithoutPrefix,
    /// With the right digits, in other groups or in one.
    Digits,
    Otherwise,
}

impl<'a> Candidate<'a> {
    /// The groups of a run from one index to another as a candidate. `None` if they cannot be a
    /// number. `label` is the word before the run.
    pub fn new(
        search: &Search<'_>,
        run: &'a [Group<'a>],
        from: usize,
        to: usize,
        label: Option<Label>,
    ) -> Option<Candidate<'a>> {
        let groups = run.get(from..to)?;
        let first = groups.first()?;
        let digits = joined(groups);
        let count = caret::count(&digits);
        if !DIGITS.contains(&count) {
            return None;
        }
        let (read, e164) = match search.read(&digits) {
            ReadingResult::Read(number) if number.impossible.is_none() => {
                (Some(number.clone()), Some(number.e164))
            }
            ReadingResult::Unjudged(e164) => (None, Some(e164)),
            ReadingResult::Waiting(_) if DIGITS_WITHOUT_PLAN.contains(&count) => (None, None),
            _ => return None,
        };
        let written = match &read {
            Some(read) => written(search, groups, &digits, read),
            None => Written::Otherwise,
        };
        let valid = read.as_ref().is_some_and(|read| read.valid);
        let exit_code = number::typed_international(search.tables, &digits, Some(search.country));
        let candidate = Candidate {
            groups,
            before: run.get(..from)?,
            after: run.get(to..)?,
            valid,
            written,
            international: first.plus || valid && exit_code.is_some(),
            has_prefix: e164.as_ref().is_some_and(|e164| !e164.ends_with(&digits)),
            mobile: read.and_then(|read| read.mobile),
            has_brackets: first.bracket
                && groups
                    .get(1)
                    .is_some_and(|group| matches!(group.gap.first(), Some(b')' | b']'))),
            label,
            e164,
            digits,
        };
        (!candidate.is_decimal() && !candidate.is_address()).then_some(candidate)
    }

    /// Whether the word before it says that it is a phone number.
    pub fn labelled(&self) -> bool {
        self.before.is_empty() && matches!(self.label, Some(Label::Phone | Label::PhoneBefore))
    }

    /// Whether it has about as many digits as numbers of its country usually have.
    pub fn has_usual_length(&self, search: &Search<'_>) -> bool {
        let usual = search.usual_length();
        (usual..=usual + 1).contains(&self.digits.len())
    }

    pub fn grouped(&self) -> bool {
        self.written == Written::Grouped
    }

    pub fn first(&self) -> Option<&Group<'a>> {
        self.groups.first()
    }

    pub fn last(&self) -> Option<&Group<'a>> {
        self.groups.last()
    }

    /// Whether it begins like an international number or with a national prefix.
    pub fn begins_with_prefix(&self) -> bool {
        self.first().is_some_and(|first| first.plus || first.digits.starts_with(b"0"))
    }

    /// Whether it is a number with decimal places.
    fn is_decimal(&self) -> bool {
        let [first, last] = self.groups else { return false };
        let is_short = last.digits.len() < 3 && !self.begins_with_prefix();
        last.gap == b"." && (first.digits == b"0" || is_short)
    }

    /// Whether it is the address of a machine. Some countries write numbers in the same way.
    fn is_address(&self) -> bool {
        let has_dots = |group: &Group<'_>| group.gap == b".";
        !self.grouped()
            && !self.begins_with_prefix()
            && self.groups.len() == 4
            && self.groups.iter().skip(1).all(has_dots)
    }
}

/// How much a candidate looks like a number of its country.
fn written(search: &Search<'_>, groups: &[Group<'_>], digits: &str, read: &ReadNumber) -> Written {
    let Ok(parsed) = number::parse(search.tables, &read.e164, None) else {
        return Written::Otherwise;
    };
    let national = number::format(search.tables, &parsed, Style::National);
    let lengths: Vec<usize> = groups.iter().map(|group| group.digits.len()).collect();
    let international = lengths_of(&read.international);
    let has_national_digits = caret::significant(&national).as_deref() == Some(digits);
    let has_all_digits = read.e164.get(1..) == Some(digits);
    let has_no_prefix = read.e164.ends_with(digits) && !has_all_digits;
    let is_grouped =
        lengths.len() > 1 && lengths.ends_with(international.get(1..).unwrap_or_default());
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

/// The digits of groups, with a plus if there is one.
fn joined(groups: &[Group<'_>]) -> String {
    let mut number = String::new();
    if groups.first().is_some_and(|group| group.plus) {
        number.push('+');
    }
    for group in groups {
        push(&mut number, group.digits);
    }
    number
}

/// The lengths of the groups of digits in a text.
fn lengths_of(text: &str) -> Vec<usize> {
    let text = text.as_bytes();
    let mut lengths = Vec::new();
    let mut end = 0;
    loop {
        let start = end_of(text, end, |byte| !is_digit(byte));
        end = end_of(text, start, is_digit);
        if start == end {
            return lengths;
        }
        lengths.push(end - start);
    }
}
