//! Divides a text into runs: groups of digits that may form one number.

use crate::form::number::extension_label;
use crate::form::text::part;
use lead_phone_number::{decimal_digit, is_word};
use std::ops::Range;

/// The most groups of digits in one run. Each way to split them is tried.
pub(super) const MOST_GROUPS: usize = 16;

/// The most characters between two groups of one number.
const WIDEST_GAP: usize = 5;

/// A group of digits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group<'a> {
    pub digits: &'a str,
    /// Whether a plus stands before it.
    pub plus: bool,
    /// Whether an opening bracket stands before it.
    pub bracket: bool,
    /// The characters between this group and the one before it.
    pub gap: &'a str,
    pub start: usize,
    /// Whether a letter follows it at once.
    pub before_letter: bool,
}

/// The next run after a position, and where it ends. The ranges of `noise` are in no run.
pub(super) fn next<'a>(
    text: &'a str,
    from: usize,
    noise: &[Range<usize>],
) -> Option<(Vec<Group<'a>>, usize)> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    let mut at = from;
    loop {
        let rest = text.get(at..)?;
        // All bytes searched for are ASCII, and no other character contains an ASCII byte.
        let Some(width) = rest.bytes().position(|byte| byte.is_ascii_digit()) else { break };
        let start = at + width;
        let gap = rest.get(..width)?;
        let skipped = noise.iter().find(|noise| noise.contains(&start)).map(|noise| noise.end);
        let digits = part::leading(rest.get(width..)?, |byte| byte.is_ascii_digit());
        let end = start + digits.len();
        let skipped =
            skipped.or_else(|| is_after_letter(text, start).then(|| end_of_code(text, end)));
        if let Some(skipped) = skipped {
            if groups.is_empty() {
                at = skipped.max(end);
                continue;
            }
            break;
        }
        let is_outer = |byte: &u8| !matches!(byte, b' ' | b'(' | b'[');
        let plus = gap.bytes().rev().find(is_outer) == Some(b'+');
        if !groups.is_empty() && (plus || groups.len() == MOST_GROUPS || separates(gap)) {
            break;
        }
        let before_letter = text.get(end..)?.starts_with(is_latin)
            && extension_label::after(text.get(end..)?).is_none();
        let bracket = gap.ends_with(['(', '[']);
        groups.push(Group { digits, plus, bracket, gap, start, before_letter });
        at = end;
    }
    (!groups.is_empty()).then_some((groups, at))
}

/// Whether a Latin letter stands before a position, directly or with a hyphen, in a word that is
/// no label of a number: digits that belong to a word are a code, not a number.
fn is_after_letter(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    if let Some(path) = before.strip_suffix('/') {
        // A part of an address: the digits of `/img/5145550123`.
        return path.trim_end_matches(is_latin).ends_with('/');
    }
    let before = before.strip_suffix('-').unwrap_or(before);
    before.ends_with(is_latin) && super::label::before(before).is_none()
}

/// Where a code of letters, digits and hyphens ends.
fn end_of_code(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    at + part::leading(rest, |byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)).len()
}

/// Scripts without spaces between words write a number directly after a word, so only Latin
/// letters count.
pub(super) fn is_latin(character: char) -> bool {
    character < '\u{250}' && is_word(character) && decimal_digit(character).is_none()
}

/// Whether the characters between two groups separate two numbers.
fn separates(gap: &str) -> bool {
    gap.len() > WIDEST_GAP || gap == " . " || !gap.bytes().all(|byte| b" -.()[]/".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &str) -> Option<(usize, usize)> {
        next(text, 0, &[]).map(|(groups, end)| (groups.len(), end))
    }

    #[test]
    fn only_separators_of_numbers_are_in_a_run() {
        assert_eq!(first("+49 (30) 12/34-56.78"), Some((6, 20)));
        assert_eq!(first("514-555-0123, 514"), Some((3, 12)));
        assert_eq!(first("514-555-0123\n514"), Some((3, 12)));
        assert_eq!(first("514-555-0123      514"), Some((3, 12)));
        assert_eq!(first("514-555-0123 +1 514"), Some((3, 12)));
    }

    #[test]
    fn digits_of_a_word_are_in_no_run() {
        assert_eq!(first("WBA3A5 514"), Some((1, 10)));
        assert_eq!(first("Tel514"), Some((1, 6)));
        assert_eq!(first("電話03-3210"), Some((2, 13)));
        assert_eq!(first("A1"), None);
    }

    #[test]
    fn a_run_has_no_more_groups_than_can_be_tried() {
        // Each way to split the groups is tried, so a long list of digits would take a minute.
        assert_eq!(first(&"1 ".repeat(1_000)).map(|found| found.0), Some(MOST_GROUPS));
    }
}
