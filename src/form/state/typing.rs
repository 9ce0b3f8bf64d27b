//! Applies the events of the number's field: the new line, what is written to the page, and the
//! undo history.
//!
//! Nothing is written to the field during IME composition, which phone keyboards use too.

use super::{Effect, State};
use crate::form::number::caret;
use crate::form::number::edit::{self, Edit};
use crate::form::number::history::Step;
use crate::form::number::input::{Before, InputKind, NumberEvent};
use crate::form::number::line::Line;
use crate::form::number::paste::{self, Pasted};
use crate::form::state::fields::Field;
use std::rc::Rc;

/// The direction of a step in the history.
#[derive(Clone, Copy)]
enum Direction {
    Undo,
    Redo,
}

/// The kind of change in a step.
enum Change {
    Edited,
    Pasted(Pasted),
    Left,
    /// A number that the user has chosen.
    Complete,
}

impl State {
    pub(super) fn number_event(&mut self, event: NumberEvent) {
        match event {
            NumberEvent::BeforeInput(line) => self.input.before_input(self.before(line)),
            NumberEvent::Input { line, kind } => self.number_input(line, kind),
            NumberEvent::Found(line) => self.found(line),
            NumberEvent::Pasted { line, text } => self.put_in(line, &text),
            NumberEvent::Undo => self.step(Direction::Undo),
            NumberEvent::Redo => self.step(Direction::Redo),
            NumberEvent::CompositionStarted(line) => {
                self.input.start_composition(self.before(line));
            }
            NumberEvent::CompositionEnded(line) => {
                self.input.end_composition();
                self.settle(line, Edit::Other);
            }
            NumberEvent::DragEnded(line) => {
                if self.input.end_drag() {
                    self.settle(line, Edit::Other);
                }
            }
            NumberEvent::Left => {
                if !self.input.is_composing() {
                    let line = self.input.line().clone();
                    self.carry_out(self.before(line.clone()), &line.clone(), line, Change::Left);
                }
            }
        }
    }

    /// The fields before a change that is no edit.
    pub(super) fn unchanged(&self) -> Before {
        self.before(self.input.line().clone())
    }

    /// The fields before an edit of this line.
    fn before(&self, line: Line) -> Before {
        Before { line, extension: self.fields.extension.clone(), next: Rc::clone(&self.next) }
    }

    fn number_input(&mut self, line: Line, kind: InputKind) {
        let edit = match kind {
            _ if self.input.is_composing() => return self.unfinished(line),
            InputKind::Composed => return self.unfinished(line),
            InputKind::Undo => return self.step(Direction::Undo),
            InputKind::Redo => return self.step(Direction::Redo),
            // Writing to the field now would make the browser lose the drop position.
            InputKind::DraggedAway => {
                self.input.start_drag();
                return self.unfinished(line);
            }
            InputKind::Edit(edit) => edit,
        };
        self.input.end_drag();
        self.settle(line, edit);
    }

    fn found(&mut self, line: Line) {
        if line.text() == self.fields.number {
            self.input.set_line(line);
        } else if self.input.is_composing() {
            self.unfinished(line);
        } else {
            self.settle(line, Edit::Set);
        }
    }

    /// Handles an edit that is part of a longer one. The line stays as the browser has it.
    fn unfinished(&mut self, line: Line) {
        let text = line.text().to_owned();
        self.input.set_line(line);
        self.edit_number(text);
    }

    /// Completes an edit of the browser: formats the line.
    fn settle(&mut self, line: Line, edit: Edit) {
        let known = self.input.take_before();
        let mut before = known.unwrap_or_else(|| self.before(self.input.line().clone()));
        let (kept, rest) = paste::cut(line.text());
        let mut after = if rest.is_empty() { line.clone() } else { Line::new(kept) };
        if self.begin_next() {
            if edit != Edit::Set {
                after = Line::new(inserted(&before.line, &line));
            }
            before = self.before(Line::default());
        }
        self.show_edit(before, &line, after, edit);
        self.tell_of_rest(rest);
    }

    /// Inserts a text into a line. The browser would cut it off at a line break.
    fn put_in(&mut self, line: Line, text: &str) {
        let (text, rest) = paste::cut(text);
        if self.begin_next() || edit::replaces_all(&line) {
            let pasted = self.take_number_of(text);
            self.put_in_whole(self.before(line.clone()), &line, pasted);
            self.keep_paste(text);
        } else {
            let now = line.replace(&paste::one_line(text));
            self.show_edit(self.before(line.clone()), &line, now, Edit::Piece);
        }
        self.tell_of_rest(rest);
    }

    fn put_in_whole(&mut self, before: Before, on_page: &Line, pasted: Pasted) {
        let after = Line::new(pasted.text.clone());
        self.carry_out(before, on_page, after, Change::Pasted(pasted));
    }

    /// Shows the result of an edit. `now` is the browser's result. `on_page` is the line that the
    /// page shows.
    fn show_edit(&mut self, before: Before, on_page: &Line, now: Line, edit: Edit) {
        if edit == Edit::Set || edit == Edit::Piece && edit::replaces_all(&before.line) {
            let pasted = self.take_number_of(now.text());
            if pasted.found || edit == Edit::Piece {
                self.put_in_whole(before, on_page, pasted);
                return self.keep_paste(now.text());
            }
        }
        let country = self.country();
        let after = self.plans.ask(|tables| edit::edited(tables, country, &before.line, now, edit));
        let change = match edit {
            Edit::Piece => Change::Pasted(Pasted {
                text: after.text().to_owned(),
                found: caret::significant(after.text()).is_some(),
                ..Pasted::default()
            }),
            _ => Change::Edited,
        };
        self.carry_out(before, on_page, after, change);
    }

    /// Takes one step that can be undone: from `before` to `after`, or to the change's result.
    fn carry_out(&mut self, before: Before, on_page: &Line, after: Line, change: Change) {
        let asked = self.effects.len();
        let text = after.text().to_owned();
        self.input.set_line(after);
        match change {
            Change::Edited => self.edit_number(text),
            Change::Pasted(pasted) => {
                // A new number is a reason to try to load its plan again.
                self.unavailable.clear();
                self.pasted(pasted);
            }
            Change::Left => self.number_left(),
            Change::Complete => {
                self.edit_number(text);
                self.number_left();
                self.write_fields();
            }
        }
        self.finish_step(before, on_page, asked);
    }

    /// Puts a number into the field that the user has chosen, as a step that can be undone.
    pub(super) fn put_complete_number(&mut self, before: Before, text: String) {
        let on_page = self.input.line().clone();
        self.carry_out(before, &on_page, Line::new(text), Change::Complete);
        self.ask(Effect::Focus(Field::Number));
    }

    /// Takes the number out of what was typed, before a submit. Returns whether there was more
    /// than a number and its extension, which the form says.
    pub(super) fn complete_for_submit(&mut self) -> bool {
        let before = self.unchanged();
        let on_page = before.line.clone();
        let asked = self.effects.len();
        let has_more = self.move_extension(true);
        self.finish_step(before, &on_page, asked);
        has_more
    }

    /// Writes the result of a step to the page, and records the step if it changed anything.
    /// `asked` is how many effects there were before the step.
    fn finish_step(&mut self, before: Before, on_page: &Line, asked: usize) {
        // The extension may have been moved to its own field.
        self.input.set_text(&self.fields.number);
        let after = self.input.line();
        if after != on_page {
            // Before `WriteFields`, which compares with the values on the page.
            self.effects.insert(asked, Effect::WriteNumber(after.clone()));
        }
        let Before { line: before, extension, next } = before;
        let moved = extension != self.fields.extension;
        if moved || after.text() != before.text() {
            let after = after.clone();
            let extension = moved.then(|| (extension, self.fields.extension.clone()));
            let next = [next, Rc::clone(&self.next)];
            self.input.record(Step { before, after, extension, next });
        }
    }

    fn step(&mut self, direction: Direction) {
        if self.input.is_composing() {
            return;
        }
        let step = match direction {
            Direction::Undo => self.input.undo(),
            Direction::Redo => self.input.redo(),
        };
        let (line, extension) = match (step, direction) {
            // Nothing to undo here, but the browser may have undone something itself: the form
            // restores its line.
            (None, _) => (self.input.line().clone(), None),
            (Some(Step { before, extension, next: [next, _], .. }), Direction::Undo) => {
                self.next = next;
                (before, extension.map(|(before, after)| (after, before)))
            }
            (Some(Step { after, extension, next: [_, next], .. }), Direction::Redo) => {
                self.next = next;
                (after, extension)
            }
        };
        let had = self.fields.extension.clone();
        let text = line.text().to_owned();
        self.input.take_before();
        self.input.set_line(line.clone());
        self.ask(Effect::WriteNumber(line));
        if text != self.fields.number {
            self.put_number(text);
        }
        if let Some((from, to)) = extension
            && from == had
        {
            self.edit_extension(to);
            self.write_fields();
        }
    }
}

/// The text that an edit has inserted: what is between the text that was left of the caret and
/// the caret.
fn inserted<'a>(before: &Line, after: &'a Line) -> &'a str {
    after.before().strip_prefix(before.before()).unwrap_or_default()
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
#[path = "typing_tests.rs"]
mod tests;
