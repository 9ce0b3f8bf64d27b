//! Divides a text into runs: groups of digits that may form one number.

use super::bytes::{at, end_of, is_digit, is_letter};
use super::extension_label;

/// The most groups of digits in one run. Each way to split them is tried.
const MOST_GROUPS: usize = 16;

/// The most characters between two groups of one number.
const WIDEST_GAP: usize = 5;

/// A group of digits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group<'a> {
    pub digits: &'a [u8],
    /// Whether a plus stands before it.
    pub plus: bool,
    /// Whether an opening bracket stands before it.
    pub bracket: bool,
    /// The characters between this group and the one before it.
    pub gap: &'a [u8],
    pub start: usize,
    /// Whether a letter follows it at once.
    pub before_letter: bool,
}

/// The next run after a position, and where it ends.
pub(super) fn next(text: &[u8], from: usize) -> Option<(Vec<Group<'_>>, usize)> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut end = from;
    while let Some(group) = next_group(text, end) {
        let separate = group.plus || groups.len() == MOST_GROUPS || separates(group.gap);
        if separate && !groups.is_empty() {
            break;
        }
        end = group.start + group.digits.len();
        groups.push(group);
    }
    (!groups.is_empty()).then_some((groups, end))
}

fn next_group(text: &[u8], from: usize) -> Option<Group<'_>> {
    let start = end_of(text, from, |byte| !is_digit(byte));
    let end = end_of(text, start, is_digit);
    let gap = text.get(from..start)?;
    let is_outer = |byte: &&u8| !matches!(**byte, b' ' | b'(' | b'[');
    let is_before_letter = is_letter(at(text, end));
    (start < end).then_some(Group {
        digits: text.get(start..end)?,
        plus: gap.iter().rev().find(is_outer) == Some(&b'+'),
        bracket: matches!(gap.last(), Some(b'(' | b'[')),
        gap,
        start,
        before_letter: is_before_letter && extension_label::after(text.get(end..)?).is_none(),
    })
}

/// Whether the characters between two groups separate two numbers.
fn separates(gap: &[u8]) -> bool {
    gap.len() > WIDEST_GAP || gap == b" . " || !gap.iter().all(|byte| b" -.()[]/".contains(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &str) -> Option<(usize, usize)> {
        next(text.as_bytes(), 0).map(|(groups, end)| (groups.len(), end))
    }

    #[test]
    fn only_separators_of_numbers_are_in_a_run() {
        assert_eq!(first("+49 (30) 12/34-56.78"), Some((6, 20)));
        assert_eq!(first("514-555-0123, 514"), Some((3, 12)));
        assert_eq!(first("514-555-0123\n514"), Some((3, 12)));
        assert_eq!(first("514-555-0123      514"), Some((3, 12)));
        assert_eq!(first("514-555-0123 +1 514"), Some((3, 12)));
        assert_eq!(first("a"), None);
    }

    #[test]
    fn a_run_has_no_more_groups_than_can_be_tried() {
        // Each way to split the groups is tried, so a long list of digits would take a minute.
        assert_eq!(first(&"1 ".repeat(1_000)).map(|found| found.0), Some(MOST_GROUPS));
    }
}
