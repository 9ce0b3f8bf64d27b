//! The text of a one-line field and its selection.

/// A field's text and its selection. A caret is an empty selection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    text: String,
    /// In bytes, on a character boundary.
    start: usize,
    end: usize,
}

impl Line {
    /// A text with the caret at its end.
    pub fn new(text: impl Into<String>) -> Line {
        let text = text.into();
        let end = text.len();
        Line { text, start: end, end }
    }

    /// Sets the selection, in bytes. A position inside a character moves to its start.
    pub fn select(mut self, start: usize, end: usize) -> Line {
        let boundary = |at| (0..=at).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or(0);
        (self.start, self.end) = (boundary(start), boundary(end.max(start)));
        self
    }

    /// Sets the selection, in the UTF-16 units that the DOM uses.
    pub fn select_utf16(self, start: u32, end: u32) -> Line {
        let (mut units, mut from, mut to) = (0, 0, 0);
        for (at, character) in self.text.char_indices() {
            units += character.len_utf16();
            let after = at + character.len_utf8();
            if units <= start as usize {
                from = after;
            }
            if units <= end as usize {
                to = after;
            }
        }
        self.select(from, to)
    }

    /// The selection, in the UTF-16 units that the DOM uses.
    pub fn selection_utf16(&self) -> (u32, u32) {
        let units = |part: &str| part.encode_utf16().count() as u32;
        let start = units(self.before());
        (start, start + units(self.selected()))
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text to the left of the selection.
    pub fn before(&self) -> &str {
        self.text.get(..self.start).unwrap_or_default()
    }

    /// The selected text.
    pub fn selected(&self) -> &str {
        self.text.get(self.start..self.end).unwrap_or_default()
    }

    /// The text to the right of the selection.
    pub fn after(&self) -> &str {
        self.text.get(self.end..).unwrap_or_default()
    }

    /// Whether the selection is empty.
    pub fn is_caret(&self) -> bool {
        self.start == self.end
    }

    /// Replaces the selection by a text and puts the caret after it.
    pub fn replace(&self, text: &str) -> Line {
        let caret = self.start + text.len();
        Line::new([self.before(), text, self.after()].concat()).select(caret, caret)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_count_in_utf16() {
        let line = Line::new("é𝟗5").select_utf16(1, 3);
        assert_eq!((line.before(), line.selected(), line.after()), ("é", "𝟗", "5"));
        assert_eq!(line.selection_utf16(), (1, 3));
        // Inside a character, or past the end.
        let line = Line::new("é𝟗5").select_utf16(2, 9);
        assert_eq!((line.before(), line.selected()), ("é", "𝟗5"));
        assert_eq!(Line::new("é").select(1, 1).before(), "");
    }

    #[test]
    fn what_is_selected_is_replaced() {
        let line = Line::new("514 555").select(1, 4).replace("0");
        assert_eq!((line.text(), line.before()), ("50555", "50"));
        assert!(line.is_caret());
    }
}
