//! Turns the events of the number's field into actions.
//!
//! [`crate::form::number::input`] explains which edits the form itself makes.

use super::Form;
use super::event::{Input, Key};
use super::listening::ControlHandler;
use crate::form::controller::dom;
use crate::form::controller::listener::Listener;
use crate::form::number::edit::{self, Edit};
use crate::form::number::input::{InputKind, NumberEvent};
use crate::form::number::line::Line;
use crate::form::state::Action;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DragEvent, Event, HtmlInputElement};

impl Form {
    /// Listens to the number's field.
    pub(super) fn listen_to_number(self: &Rc<Self>, input: &HtmlInputElement) -> Vec<Listener> {
        let handlers: [(_, ControlHandler); 8] = [
            ("beforeinput", Form::before_input),
            ("compositionstart", |form, input, _| {
                form.note(NumberEvent::CompositionStarted(dom::line(input)));
            }),
            ("compositionend", |form, input, _| {
                form.number_event(NumberEvent::CompositionEnded(dom::line(input)));
            }),
            ("keydown", Form::history_key),
            ("paste", Form::paste),
            ("drop", Form::dropped),
            ("dragend", |form, input, _| {
                form.number_event(NumberEvent::DragEnded(dom::line(input)));
            }),
            ("focusout", |form, input, _| form.number_left(input)),
        ];
        self.listen_to(input, &handlers)
    }

    fn number_event(self: &Rc<Self>, event: NumberEvent) {
        self.dispatch(Action::Number(event));
    }

    /// Passes an event to the state that changes nothing on the page.
    fn note(&self, event: NumberEvent) {
        let effects = self.state.borrow_mut().reduce(Action::Number(event));
        debug_assert!(effects.is_empty(), "{effects:?}");
    }

    fn before_input(self: &Rc<Self>, input: &HtmlInputElement, event: &Event) {
        let step = match InputKind::of(&input_type(event), 0) {
            InputKind::Undo => NumberEvent::Undo,
            InputKind::Redo => NumberEvent::Redo,
            _ => return self.note(NumberEvent::BeforeInput(dom::line(input))),
        };
        event.prevent_default();
        self.number_event(step);
    }

    /// Handles an edit that the browser has made.
    pub(super) fn number_input(self: &Rc<Self>, input: &HtmlInputElement, event: &Event) {
        let kind = match Input::of(event).is_composing() {
            true => InputKind::Composed,
            false => InputKind::of(&input_type(event), length_of_data(event)),
        };
        self.number_event(NumberEvent::Input { line: dom::line(input), kind });
    }

    /// Reads the field in case there was no event: password managers and similar tools set a
    /// value without one.
    pub(super) fn take_number(self: &Rc<Self>, line: Line) {
        let is_known = line.text() == self.state.borrow().fields.number;
        let found = NumberEvent::Found(line);
        if is_known { self.note(found) } else { self.number_event(found) }
    }

    /// Handles an IME composition that began before hydration.
    pub(super) fn composing(&self) {
        self.note(NumberEvent::CompositionStarted(Line::default()));
    }

    /// Handles a number that was typed before hydration, into an empty field.
    pub(super) fn number_typed(self: &Rc<Self>, line: Line) {
        self.note(NumberEvent::BeforeInput(Line::default()));
        let kind = InputKind::Edit(Edit::Other);
        self.number_event(NumberEvent::Input { line, kind });
    }

    /// Moves a number from the country's control to its field, where the user goes on.
    pub(super) fn take_from_country(self: &Rc<Self>, text: String, is_pasted: bool) {
        let number = self.root().as_ref().and_then(dom::number);
        let Some(input) = number.filter(|number| !number.disabled()) else { return };
        // Fails only if the element is not in a document.
        let _ = input.focus();
        let before = dom::line(&input);
        if is_pasted {
            let line = before.select_utf16(0, u32::MAX);
            return self.number_event(NumberEvent::Pasted { line, text });
        }
        let line = Line::new(text);
        dom::set_line(&input, &line);
        self.note(NumberEvent::BeforeInput(before));
        let kind = InputKind::Edit(Edit::Other);
        self.number_event(NumberEvent::Input { line, kind });
    }

    /// The user has left the number, so it is complete for now.
    pub(super) fn number_left(self: &Rc<Self>, input: &HtmlInputElement) {
        self.take_number(dom::line(input));
        self.number_event(NumberEvent::Left);
    }

    /// Handles Ctrl+Z and similar keys, which do nothing once the browser's own history has
    /// ended.
    fn history_key(self: &Rc<Self>, _: &HtmlInputElement, event: &Event) {
        let pressed = event;
        let event = Key::of(event);
        if event.ctrl_key() == event.meta_key() || event.alt_key() || event.is_composing() {
            return;
        }
        // On a keyboard without Latin letters, the position of the key decides.
        let Some(key) = event.key() else { return };
        let key = key.to_ascii_lowercase();
        let code = event.code().unwrap_or_default();
        let is = |letter: &str, place| key == letter || !key.is_ascii() && code == place;
        let step = match () {
            () if is("z", "KeyZ") && event.shift_key() => NumberEvent::Redo,
            () if is("z", "KeyZ") => NumberEvent::Undo,
            () if is("y", "KeyY") && event.ctrl_key() && !event.shift_key() => NumberEvent::Redo,
            () => return,
        };
        pressed.prevent_default();
        self.number_event(step);
    }

    fn paste(self: &Rc<Self>, input: &HtmlInputElement, event: &Event) {
        let data = event.unchecked_ref::<ClipboardEvent>().clipboard_data();
        let Some(text) = data.and_then(|data| data.get_data("text/plain").ok()) else { return };
        if text.is_empty() || input.disabled() || self.state.borrow().is_composing() {
            return;
        }
        event.prevent_default();
        self.number_event(NumberEvent::Pasted { line: dom::line(input), text });
    }

    fn dropped(self: &Rc<Self>, input: &HtmlInputElement, event: &Event) {
        let data = event.unchecked_ref::<DragEvent>().data_transfer();
        let Some(text) = data.and_then(|data| data.get_data("text/plain").ok()) else { return };
        // Only the browser knows where in a number the text is dropped.
        let is_empty = edit::replaces_all(&Line::new(input.value()));
        if text.is_empty() || input.disabled() || !is_empty {
            return;
        }
        event.prevent_default();
        // Fails only if the element is not in a document.
        let _ = input.focus();
        self.number_event(NumberEvent::Pasted { line: dom::line(input), text });
    }
}

/// Empty for an event of a script that is no `InputEvent`.
fn input_type(event: &Event) -> String {
    Input::of(event).input_type().unwrap_or_default()
}

/// How many characters an input event has inserted.
fn length_of_data(event: &Event) -> usize {
    Input::of(event).data().map_or(0, |data| data.chars().count())
}
