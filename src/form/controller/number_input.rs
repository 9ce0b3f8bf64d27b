//! The number's field while someone types into it.
//!
//! The browser makes each edit; what it made of it is formatted afterwards, so that every
//! way to edit works that a browser has. Only the edits that a browser cannot make are made
//! here: undo and redo, which writing a field takes from it, and a paste, of which a
//! one-line field would lose the line breaks.
//!
//! While a word is being composed, by an input method or a phone's keyboard, nothing is
//! written.

use super::Form;
use super::listening::ControlHandler;
use crate::form::controller::dom;
use crate::form::controller::listener::Listener;
use crate::form::number::caret;
use crate::form::number::edit::{self, Edit};
use crate::form::number::history::{History, Step};
use crate::form::number::line::Line;
use crate::form::number::paste::{self, Pasted};
use crate::form::state::Action;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DragEvent, Event, HtmlInputElement, InputEvent, KeyboardEvent};

/// What is known of the field between two events.
#[derive(Default)]
pub(super) struct NumberInput {
    history: RefCell<History>,
    /// The line as it was left last.
    shown: RefCell<Line>,
    /// The line before the edit that the browser is about to make.
    before: RefCell<Option<Line>>,
    /// A word is being composed.
    composing: Cell<bool>,
    /// What is selected is being dragged to another place, and is deleted here already.
    dragging: Cell<bool>,
    /// An edit is being carried out, and the field is written because of it.
    editing: Cell<bool>,
}

/// What is taken back or done again.
#[derive(Clone, Copy)]
enum Direction {
    Undo,
    Redo,
}

impl NumberInput {
    pub(super) fn is_editing(&self) -> bool {
        self.editing.get()
    }

    pub(super) fn is_composing(&self) -> bool {
        self.composing.get()
    }

    pub(super) fn set_composing(&self, composing: bool) {
        self.composing.set(composing);
    }

    /// After the form has written the field, but not for an edit. Where the number is another,
    /// there is nothing to take back any more.
    pub(super) fn written(&self, line: Line) {
        if !caret::is_same_number(line.text(), self.shown.borrow().text()) {
            self.history.borrow_mut().clear();
        }
        self.shown.replace(line);
    }

    fn before(&self) -> Line {
        self.before.take().unwrap_or_else(|| self.shown.borrow().clone())
    }
}

fn input_type(event: &Event) -> String {
    event.dyn_ref().map(InputEvent::input_type).unwrap_or_default()
}

impl Form {
    /// Listens for what happens to the number's field, but for `input`.
    pub(super) fn listen_to_number(self: &Rc<Self>, input: &HtmlInputElement) -> Vec<Listener> {
        let handlers: [(_, ControlHandler); 8] = [
            ("beforeinput", Form::before_input),
            ("compositionstart", Form::composition_started),
            ("compositionend", Form::composition_ended),
            ("keydown", Form::history_key),
            ("paste", Form::paste),
            ("drop", Form::dropped),
            ("dragend", Form::drag_ended),
            ("focusout", |form, input, _| form.number_left(input)),
        ];
        self.listen_to(input, &handlers)
    }

    fn before_input(self: &Rc<Self>, input: &HtmlInputElement, event: &Event) {
        let direction = match input_type(event).as_str() {
            "historyUndo" => Direction::Undo,
            "historyRedo" => Direction::Redo,
            _ => {
                if !self.number_input.composing.get() && !self.number_input.dragging.get() {
                    self.number_input.before.replace(Some(dom::line(input)));
                }
                return;
            }
        };
        event.prevent_default();
        self.step(input, direction);
    }

    /// After the browser has made an edit.
    pub(super) fn number_input(self: &Rc<Self>, input: &HtmlInputElement, event: &Event) {
        let now = dom::line(input);
        // A script may raise an event of no kind.
        let event = event.dyn_ref::<InputEvent>();
        if event.is_some_and(InputEvent::is_composing) || self.number_input.composing.get() {
            return self.dispatch(Action::NumberEdited(now.text().to_owned()));
        }
        let input_type = event.map(InputEvent::input_type).unwrap_or_default();
        let edit = match input_type.as_str() {
            // Some browsers cannot be kept from it.
            "historyUndo" => return self.step(input, Direction::Undo),
            "historyRedo" => return self.step(input, Direction::Redo),
            // Writing now would lose the place that it is dragged to.
            "deleteByDrag" => {
                self.number_input.dragging.set(true);
                return self.dispatch(Action::NumberEdited(now.text().to_owned()));
            }
            "" => Edit::Set,
            // Keyboards on phones offer what was copied.
            "insertText" if length_of_data(event) > 1 => Edit::Piece,
            other => Edit::of(other),
        };
        self.number_input.dragging.set(false);
        let before = self.number_input.before();
        self.settle(input, before, now, edit);
    }

    /// What stands in the field, where nobody has told: password managers and the like set
    /// a value without an event.
    pub(super) fn take_number(self: &Rc<Self>, input: &HtmlInputElement) {
        let now = dom::line(input);
        if now.text() == self.state.borrow().fields.number {
            return;
        }
        if self.number_input.composing.get() {
            return self.dispatch(Action::NumberEdited(now.text().to_owned()));
        }
        let before = self.number_input.before();
        self.settle(input, before, now, Edit::Set);
    }

    /// What was typed before this form was there.
    pub(super) fn number_typed(self: &Rc<Self>, input: &HtmlInputElement, now: Line) {
        if self.number_input.composing.get() {
            return self.dispatch(Action::NumberEdited(now.text().to_owned()));
        }
        self.settle(input, Line::default(), now, Edit::Other);
    }

    /// The number is complete for now.
    pub(super) fn number_left(self: &Rc<Self>, input: &HtmlInputElement) {
        self.take_number(input);
        if !self.number_input.composing.get() {
            let line = dom::line(input);
            self.carry_out(input, line.clone(), line, Action::NumberLeft);
        }
    }

    fn composition_started(self: &Rc<Self>, input: &HtmlInputElement, _: &Event) {
        self.number_input.composing.set(true);
        self.number_input.before.replace(Some(dom::line(input)));
    }

    fn composition_ended(self: &Rc<Self>, input: &HtmlInputElement, _: &Event) {
        self.number_input.composing.set(false);
        let before = self.number_input.before();
        self.settle(input, before, dom::line(input), Edit::Other);
    }

    /// Ctrl+Z and its like, which do nothing where the browser's own history has ended.
    fn history_key(self: &Rc<Self>, input: &HtmlInputElement, event: &Event) {
        // Filling a form, a browser raises events of this name that are no keys.
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        if event.ctrl_key() == event.meta_key() || event.alt_key() || event.is_composing() {
            return;
        }
        // With a keyboard that has no Latin letters, the key's place says which it is.
        let key = event.key().to_ascii_lowercase();
        let code = event.code();
        let is = |letter: &str, place| key == letter || !key.is_ascii() && code == place;
        let direction = match () {
            () if is("z", "KeyZ") && event.shift_key() => Direction::Redo,
            () if is("z", "KeyZ") => Direction::Undo,
            () if is("y", "KeyY") && event.ctrl_key() && !event.shift_key() => Direction::Redo,
            () => return,
        };
        event.prevent_default();
        self.step(input, direction);
    }

    fn paste(self: &Rc<Self>, input: &HtmlInputElement, event: &Event) {
        let data = event.dyn_ref().and_then(ClipboardEvent::clipboard_data);
        let Some(text) = data.and_then(|data| data.get_data("text/plain").ok()) else { return };
        if text.is_empty() || input.disabled() || self.number_input.composing.get() {
            return;
        }
        event.prevent_default();
        self.put_in(input, &dom::line(input), &text);
    }

    fn dropped(self: &Rc<Self>, input: &HtmlInputElement, event: &Event) {
        let data = event.dyn_ref().and_then(DragEvent::data_transfer);
        let Some(text) = data.and_then(|data| data.get_data("text/plain").ok()) else { return };
        // Where in a number it is dropped, only the browser knows.
        let is_empty = edit::replaces_all(&Line::new(input.value()));
        if text.is_empty() || input.disabled() || !is_empty {
            return;
        }
        event.prevent_default();
        // Fails only where the element is not in a document.
        let _ = input.focus();
        self.put_in(input, &dom::line(input), &text);
    }

    /// What was dragged has ended in another field, or nowhere.
    fn drag_ended(self: &Rc<Self>, input: &HtmlInputElement, _: &Event) {
        if self.number_input.dragging.replace(false) {
            let before = self.number_input.before();
            self.settle(input, before, dom::line(input), Edit::Other);
        }
    }

    /// Puts a text into the field that it would cut.
    fn put_in(self: &Rc<Self>, input: &HtmlInputElement, before: &Line, text: &str) {
        if edit::replaces_all(before) {
            let pasted = self.state.borrow().take_number_of(text);
            self.put_in_whole(input, before.clone(), pasted);
        } else {
            let now = before.replace(&paste::one_line(text));
            self.settle(input, before.clone(), now, Edit::Piece);
        }
    }

    fn put_in_whole(self: &Rc<Self>, input: &HtmlInputElement, before: Line, pasted: Pasted) {
        let after = Line::new(pasted.text.clone());
        self.carry_out(input, before, after, Action::NumberPasted(pasted));
    }

    /// Shows what comes of an edit, and takes it.
    fn settle(self: &Rc<Self>, input: &HtmlInputElement, before: Line, now: Line, edit: Edit) {
        if edit == Edit::Set || edit == Edit::Piece && edit::replaces_all(&before) {
            let pasted = self.state.borrow().take_number_of(now.text());
            if pasted.found || edit == Edit::Piece {
                return self.put_in_whole(input, before, pasted);
            }
        }
        let after = self.state.borrow().edited_line(&before, now, edit);
        let text = after.text().to_owned();
        let action = match edit {
            Edit::Piece => {
                let found = caret::significant(&text).is_some();
                Action::NumberPasted(Pasted { text, found, more: false, whole: false })
            }
            _ => Action::NumberEdited(text),
        };
        self.carry_out(input, before, after, action);
    }

    /// Does one step, which can be taken back.
    fn carry_out(
        self: &Rc<Self>,
        input: &HtmlInputElement,
        before: Line,
        after: Line,
        action: Action,
    ) {
        let extension = || self.state.borrow().fields.extension.clone();
        let extension_before = extension();
        self.number_input.editing.set(true);
        dom::set_line(input, &after);
        self.dispatch(action);
        self.number_input.editing.set(false);
        // The form may have changed it once more: an extension has gone to its own field.
        let after = dom::line(input);
        self.number_input.shown.replace(after.clone());
        if after.text() != before.text() {
            let moved = Some((extension_before, extension())).filter(|(from, to)| from != to);
            let step = Step { before, after, extension: moved };
            self.number_input.history.borrow_mut().record(step);
        }
    }

    fn step(self: &Rc<Self>, input: &HtmlInputElement, direction: Direction) {
        let step = match direction {
            _ if self.number_input.composing.get() => None,
            Direction::Undo => self.number_input.history.borrow_mut().undo(),
            Direction::Redo => self.number_input.history.borrow_mut().redo(),
        };
        let (line, extension) = match (step, direction) {
            // Where the browser has taken something back by itself, it is put right.
            (None, _) => (self.number_input.shown.borrow().clone(), None),
            (Some(step), Direction::Undo) => (step.before, step.extension.map(|(a, b)| (b, a))),
            (Some(step), Direction::Redo) => (step.after, step.extension),
        };
        let had = self.state.borrow().fields.extension.clone();
        self.number_input.before.take();
        self.number_input.editing.set(true);
        dom::set_line(input, &line);
        self.dispatch(Action::NumberEdited(line.text().to_owned()));
        if let Some((from, to)) = extension
            && from == had
            && let Some(root) = self.root()
        {
            self.dispatch(Action::ExtensionEdited(to));
            self.write(&root);
        }
        self.number_input.editing.set(false);
        self.number_input.shown.replace(line);
    }
}

/// How many characters an input event has put in.
fn length_of_data(event: Option<&InputEvent>) -> usize {
    let data = event.and_then(InputEvent::data);
    data.map_or(0, |data| data.chars().count())
}
