//! Divides a text into runs: groups of digits that may form one number.

use super::bytes::{before, end_of, is_digit, is_letter, is_space, push, start_of};

/// The most groups of digits in one run. Each way to split them is tried.
const MOST_GROUPS: usize = 16;

/// The most characters between two groups of one number.
const WIDEST_GAP: usize = 5;

/// The calling code of Mexico with the 1 of mobile numbers, and how many digits follow.
const MEXICO_MOBILE: &str = "+521";
const MEXICO_DIGITS: usize = 10;

/// A group of digits in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    /// Where the group before it ends.
    gap: usize,
    pub start: usize,
    pub end: usize,
    /// Whether a plus stands before it.
    pub plus: bool,
}

impl Group {
    /// The characters between this group and the one before it.
    pub fn gap<'a>(&self, text: &'a [u8]) -> &'a [u8] {
        text.get(self.gap..self.start).unwrap_or_default()
    }

    pub fn digits<'a>(&self, text: &'a [u8]) -> &'a [u8] {
        text.get(self.start..self.end).unwrap_or_default()
    }

    pub fn length(&self) -> usize {
        self.end - self.start
    }

    /// Whether an opening bracket stands before it.
    pub fn is_bracketed(&self, text: &[u8]) -> bool {
        self.start > self.gap && before(text, self.start) == b'('
    }

    /// The digits from this group to the end of another one, with a plus if there is one.
    pub fn joined(&self, text: &[u8], end: usize) -> String {
        let mut number = String::new();
        if self.plus {
            number.push('+');
        }
        for byte in text.get(self.start..end).unwrap_or_default() {
            if is_digit(*byte) {
                push(&mut number, &[*byte]);
            }
        }
        // Mobile numbers of Mexico had a 1 after the calling code until 2019. Links to WhatsApp and
        // address books still have it.
        if number.starts_with(MEXICO_MOBILE) && number.len() == MEXICO_MOBILE.len() + MEXICO_DIGITS
        {
            number.remove(MEXICO_MOBILE.len() - 1);
        }
        number
    }
}

/// The groups from one to another as they are written.
pub(super) fn written(text: &[u8], first: &Group, last: &Group) -> String {
    let mut written = String::new();
    push(&mut written, text.get(first.start..last.end).unwrap_or_default());
    written
}

/// The next run after a position; empty if there is none.
pub(super) fn next(text: &[u8], from: usize) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut gap = from;
    loop {
        let start = end_of(text, gap, |byte| !is_digit(byte));
        let end = end_of(text, start, is_digit);
        let mut sign = start;
        while sign > gap && matches!(before(text, sign), b' ' | b'(' | b'[') {
            sign -= 1;
        }
        // `UTC+2` is no calling code.
        // In `514-555-0123 + 438-555-0199` it stands between two numbers.
        let space = start_of(text, sign.saturating_sub(1), is_space);
        let is_between = sign < start && space + 1 < sign && is_digit(before(text, space));
        let plus = sign > gap
            && before(text, sign) == b'+'
            && !is_letter(before(text, sign - 1))
            && !is_between;
        let group = Group { gap, start, end, plus };
        let separate = plus || groups.len() == MOST_GROUPS || separates(group.gap(text));
        if start == end || separate && !groups.is_empty() {
            return groups;
        }
        groups.push(group);
        gap = end;
    }
}

/// Whether the characters between two groups separate two numbers.
fn separates(gap: &[u8]) -> bool {
    gap.len() > WIDEST_GAP || gap == b" . " || !gap.iter().all(|byte| b" -.()[]/".contains(byte))
}

/// Whether the characters between two groups have a slash.
pub(super) fn has_slash(gap: &[u8]) -> bool {
    gap.contains(&b'/')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &str) -> Option<(usize, usize)> {
        let run = next(text.as_bytes(), 0);
        Some((run.len(), run.last()?.end))
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

    #[test]
    fn a_plus_is_before_its_group() {
        let plus = |text: &str| next(text.as_bytes(), 0).first().is_some_and(|group| group.plus);
        for text in ["+1", "(+1", "+ 1", "+(1", "a +1"] {
            assert!(plus(text), "{text}");
        }
        assert!(!plus("+a1"));
        assert!(!plus("utc+2"));
    }
}
