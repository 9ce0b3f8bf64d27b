//! The number's field between two events: its line, and what can be undone in it.
//!
//! The browser makes each edit, and the form formats the result. So every way to edit that a
//! browser has works. The form itself makes only the edits that a browser cannot make: undo
//! and redo, because a browser's own history ends when a script writes a field, and paste,
//! because a one-line field would lose the line breaks.

use crate::form::number::caret;
use crate::form::number::edit::Edit;
use crate::form::number::history::{History, Step};
use crate::form::number::line::Line;

/// Something that happens to the number's field.
#[derive(Clone, Debug, PartialEq)]
pub enum NumberEvent {
    /// The browser is about to edit this line.
    BeforeInput(Line),
    /// The browser has edited the line, which is this one now.
    Input {
        /// The line after the edit.
        line: Line,
        /// What kind of edit it was.
        kind: InputKind,
    },
    /// This line is in the field, perhaps without an event: password managers and the like
    /// set a value and raise none.
    Found(Line),
    /// A text is to go into the line, in place of what is selected. The browser does not put
    /// it in.
    Pasted {
        /// The line before.
        line: Line,
        /// The text.
        text: String,
    },
    /// The last step is to be undone.
    Undo,
    /// The step that was undone last is to be done again.
    Redo,
    /// The user begins to compose text in this line, with an input method.
    CompositionStarted(Line),
    /// The composition has ended with this line.
    CompositionEnded(Line),
    /// The drag of what was selected has ended, perhaps in another field.
    DragEnded(Line),
    /// The focus has left the field, or the user has confirmed the number.
    Left,
}

/// What kind of edit an input event tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputKind {
    /// An edit that is complete.
    Edit(Edit),
    /// One of a composition that goes on.
    Composed,
    /// What is selected is dragged to another place. It is deleted already, but not dropped.
    DraggedAway,
    /// The browser's own undo, which some browsers do not let a page prevent.
    Undo,
    /// The browser's own redo.
    Redo,
}

impl InputKind {
    /// The kind of an event with this `inputType`, which puts in so many characters.
    pub fn of(input_type: &str, length: usize) -> InputKind {
        InputKind::Edit(match input_type {
            "historyUndo" => return InputKind::Undo,
            "historyRedo" => return InputKind::Redo,
            "deleteByDrag" => return InputKind::DraggedAway,
            "" => Edit::Set,
            // A phone's keyboard puts in what was copied.
            "insertText" if length > 1 => Edit::Piece,
            other => Edit::of(other),
        })
    }
}

/// What an edit begins with.
#[derive(Clone, Debug, PartialEq)]
pub struct Before {
    /// The number.
    pub line: Line,
    /// The extension: another number may begin without the one before it had.
    pub extension: String,
}

/// The number's field between two events.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NumberInput {
    /// What is in the field, as far as the form has been told.
    line: Line,
    /// What there was before the edit that the browser is about to make.
    before: Option<Before>,
    /// Whether the user composes text with an input method. Then the form does not write to
    /// the field.
    composing: bool,
    /// Whether what was selected is being dragged to another place.
    dragging: bool,
    history: History,
}

impl NumberInput {
    /// What is in the field.
    pub fn line(&self) -> &Line {
        &self.line
    }

    /// Whether the user composes text.
    pub fn is_composing(&self) -> bool {
        self.composing
    }

    /// The field has this line now.
    pub fn set_line(&mut self, line: Line) {
        self.line = line;
    }

    /// The field has this text now. The selection stays at its place among the digits, where
    /// it is still the same number.
    pub fn set_text(&mut self, text: &str) {
        if self.line.text() != text {
            self.line = match caret::is_same_number(self.line.text(), text) {
                true => caret::follow(&self.line, text.to_owned()),
                false => Line::new(text),
            };
        }
    }

    /// The form has given the field this text for another reason than an edit. Where that is
    /// another number, nothing can be undone any more.
    pub fn replace_text(&mut self, text: &str) {
        if !caret::is_same_number(self.line.text(), text) {
            self.history.clear();
        }
        self.set_text(text);
    }

    /// The browser is about to make an edit.
    pub fn before_input(&mut self, before: Before) {
        // Until a composition or a drag has ended, its edits are one.
        if !self.composing && !self.dragging {
            self.before = Some(before);
        }
    }

    /// What there was before the edit that the browser has made, if it has told.
    pub fn take_before(&mut self) -> Option<Before> {
        self.before.take()
    }

    /// The user begins to compose text.
    pub fn start_composition(&mut self, before: Before) {
        self.composing = true;
        self.before = Some(before);
    }

    /// The composition has ended.
    pub fn end_composition(&mut self) {
        self.composing = false;
    }

    /// What is selected is being dragged away.
    pub fn start_drag(&mut self) {
        self.dragging = true;
    }

    /// The drag has ended; whether there was one.
    pub fn end_drag(&mut self) -> bool {
        std::mem::take(&mut self.dragging)
    }

    /// Keeps a step that can be undone.
    pub fn record(&mut self, step: Step) {
        self.history.record(step);
    }

    /// The step to undo.
    pub fn undo(&mut self) -> Option<Step> {
        self.history.undo()
    }

    /// The step to do again.
    pub fn redo(&mut self) -> Option<Step> {
        self.history.redo()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_event_says_of_itself_is_told_apart() {
        for (input_type, length, kind) in [
            ("historyUndo", 0, InputKind::Undo),
            ("historyRedo", 0, InputKind::Redo),
            ("deleteByDrag", 0, InputKind::DraggedAway),
            // A script raises an event of no kind.
            ("", 0, InputKind::Edit(Edit::Set)),
            ("insertText", 1, InputKind::Edit(Edit::Other)),
            ("insertText", 12, InputKind::Edit(Edit::Piece)),
            ("insertFromPaste", 1, InputKind::Edit(Edit::Piece)),
            ("deleteContentBackward", 0, InputKind::Edit(Edit::Backward)),
            ("deleteWordForward", 0, InputKind::Edit(Edit::WordForward)),
            ("insertCompositionText", 3, InputKind::Edit(Edit::Other)),
        ] {
            assert_eq!(InputKind::of(input_type, length), kind, "{input_type}");
        }
    }

    #[test]
    fn the_edits_of_a_composition_and_of_a_drag_are_one() {
        let before = |text| Before { line: Line::new(text), extension: String::new() };
        let mut input = NumberInput::default();
        input.before_input(before("5"));
        input.start_composition(before("51"));
        input.before_input(before("514"));
        input.end_composition();
        assert_eq!(input.take_before(), Some(before("51")));
        assert_eq!(input.take_before(), None);
        input.before_input(before("514"));
        input.start_drag();
        input.before_input(before("51"));
        assert_eq!(input.take_before(), Some(before("514")));
        assert!(input.end_drag());
        assert!(!input.end_drag());
    }

    #[test]
    fn another_number_ends_the_history_and_another_format_keeps_the_caret() {
        let step = Step { before: Line::new("5"), after: Line::new("51"), extension: None };
        let mut input = NumberInput::default();
        input.set_line(Line::new("51455").select(2, 2));
        input.record(step.clone());
        input.replace_text("514-55");
        assert_eq!(input.line(), &Line::new("514-55").select(2, 2));
        assert_eq!(input.undo(), Some(step.clone()));
        input.record(step);
        input.replace_text("416");
        assert_eq!(input.line(), &Line::new("416"));
        assert_eq!(input.undo(), None);
    }
}
