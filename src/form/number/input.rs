//! The state of the number's field between two events: its line, and its undo history.
//!
//! The browser makes each edit, and the form formats the result. In this way, every kind of edit
//! that a browser has works. The form itself makes only the edits that a browser cannot make:
//! undo and redo, because a browser's own history ends when a script writes a field, and paste,
//! because a one-line field would lose the line breaks.

use crate::form::number::caret;
use crate::form::number::edit::Edit;
use crate::form::number::history::{History, Step};
use crate::form::number::line::Line;
use crate::form::number::paste::NextNumbers;
use std::rc::Rc;

/// An event of the number's field.
#[derive(Clone, Debug, PartialEq)]
pub enum NumberEvent {
    /// The browser is about to edit this line.
    BeforeInput(Line),
    /// The browser has edited the line.
    Input {
        /// The line after the edit.
        line: Line,
        /// What kind of edit it was.
        kind: InputKind,
    },
    /// The field has this line, perhaps without an event: password managers and similar tools set
    /// a value without an event.
    Found(Line),
    /// The form inserts a text in place of the selection; the browser does not insert it.
    Pasted {
        /// The line before the paste.
        line: Line,
        /// The text.
        text: String,
    },
    /// Undo the last step.
    Undo,
    /// Redo the step that was undone last.
    Redo,
    /// IME composition starts in this line.
    CompositionStarted(Line),
    /// IME composition has ended with this line.
    CompositionEnded(Line),
    /// The drag of the selection has ended, perhaps in another field.
    DragEnded(Line),
    /// The focus has left the field, or the user has committed the number.
    Left,
}

/// The kind of edit that an input event reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputKind {
    /// A complete edit.
    Edit(Edit),
    /// A step of an IME composition that has not ended.
    Composed,
    /// The selection is being dragged to another place. It is deleted here but not dropped yet.
    DraggedAway,
    /// The browser's own undo, which some browsers do not let a page prevent.
    Undo,
    /// The browser's own redo.
    Redo,
}

impl InputKind {
    /// The kind of an event with this `inputType` that inserts `length` characters.
    pub fn of(input_type: &str, length: usize) -> InputKind {
        InputKind::Edit(match input_type {
            "historyUndo" => return InputKind::Undo,
            "historyRedo" => return InputKind::Redo,
            "deleteByDrag" => return InputKind::DraggedAway,
            "" => Edit::Set,
            // Phone keyboards insert copied text in this way.
            "insertText" if length > 1 => Edit::Piece,
            other => Edit::of(other),
        })
    }
}

/// The fields before an edit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Before {
    /// The number.
    pub line: Line,
    /// The extension: another number does not keep the extension of the previous one.
    pub extension: String,
    /// The other pasted numbers.
    pub next: Rc<NextNumbers>,
}

/// The number's field between two events.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NumberInput {
    /// The field's line, as last reported to the form.
    line: Line,
    /// The fields before the edit that the browser is about to make.
    before: Option<Before>,
    /// Whether IME composition is in progress. The form then does not write to the field.
    composing: bool,
    /// Whether the selection is being dragged to another place.
    dragging: bool,
    history: History,
}

impl NumberInput {
    /// The field's line.
    pub fn line(&self) -> &Line {
        &self.line
    }

    /// Whether IME composition is in progress.
    pub fn is_composing(&self) -> bool {
        self.composing
    }

    /// Sets the line.
    pub fn set_line(&mut self, line: Line) {
        self.line = line;
    }

    /// Sets the text. The selection keeps its place among the digits if the number is the same.
    pub fn set_text(&mut self, text: &str) {
        if self.line.text() != text {
            self.line = match caret::is_same_number(self.line.text(), text) {
                true => caret::follow(&self.line, text.to_owned()),
                false => Line::new(text),
            };
        }
    }

    /// Sets a text that does not come from an edit. If it is another number, the undo history is
    /// cleared.
    pub fn replace_text(&mut self, text: &str) {
        if !caret::is_same_number(self.line.text(), text) {
            self.history.clear();
        }
        self.set_text(text);
    }

    /// The browser is about to make an edit.
    pub fn before_input(&mut self, before: Before) {
        // All edits of one composition or drag count as one.
        if !self.composing && !self.dragging {
            self.before = Some(before);
        }
    }

    /// Takes the fields before the edit, if the browser announced the edit.
    pub fn take_before(&mut self) -> Option<Before> {
        self.before.take()
    }

    /// IME composition starts.
    pub fn start_composition(&mut self, before: Before) {
        self.composing = true;
        self.before = Some(before);
    }

    /// IME composition has ended.
    pub fn end_composition(&mut self) {
        self.composing = false;
    }

    /// A drag of the selection starts.
    pub fn start_drag(&mut self) {
        self.dragging = true;
    }

    /// Ends a drag. Returns whether there was one.
    pub fn end_drag(&mut self) -> bool {
        std::mem::take(&mut self.dragging)
    }

    /// Records a step for undo.
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
            // A script may dispatch an event without an `inputType`.
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
        let before = |text| Before { line: Line::new(text), ..Before::default() };
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
        let (before, after) = (Line::new("5"), Line::new("51"));
        let step = Step { before, after, extension: None, next: Default::default() };
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
