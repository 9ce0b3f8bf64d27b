//! Handles the events of the form's controls.

use super::Form;
use super::event::{self, Key};
use crate::form::controller::dom;
use crate::form::state::Action;
use crate::form::state::fields::Field;
use crate::form::view::ids;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, EventTarget, HtmlElement, UiEvent};

impl Form {
    pub(super) fn on_input(self: &Rc<Self>, event: &Event) {
        let Some(target) = event.target() else { return };
        let is_number = {
            let mounted = self.mounted.borrow();
            let number = mounted.as_ref().and_then(|mounted| mounted.number.as_ref());
            number.is_some_and(|number| AsRef::<EventTarget>::as_ref(number) == &target)
        };
        if is_number {
            return self.number_input(target.unchecked_ref(), event);
        }
        let is_country = event::target(event)
            .is_some_and(|target| dom::as_input(&target).is_some_and(|it| self.country_typed(it)));
        if !is_country {
            self.take_found(false);
        }
    }

    pub(super) fn on_change(self: &Rc<Self>, event: &Event) {
        let Some(target) = event::target(event) else { return };
        if let Some(input) = dom::as_input(&target) {
            match Field::of_control(input) {
                Some(Field::Number) => self.number_left(input),
                Some(Field::Extension) => self.dispatch(Action::ExtensionLeft),
                _ => drop(self.take_found(false)),
            }
        } else {
            self.take_found(false);
        }
    }

    pub(super) fn on_click(self: &Rc<Self>, event: &Event) {
        let Some(target) = event::target(event) else { return };
        if self.country_clicked(event, &target) {
            return;
        }
        let Ok(Some(button)) = target.closest("button") else { return };
        let id = button.id();
        let clicks = event.unchecked_ref::<UiEvent>().detail();
        if id == ids::EDIT {
            // The second click of a double click would turn the form back.
            if clicks < 2 {
                self.dispatch(Action::Edit);
            }
            return;
        }
        if id != ids::SUBMIT {
            return self.dispatch(Action::OfferTaken);
        }
        match clicks {
            // WebKit does not focus a button that is clicked, and after a save the focus goes from
            // the button to the number. Fails only if the element is not in a document.
            1 => drop(button.unchecked_ref::<HtmlElement>().focus()),
            // The second click of a double click was not meant for the next save.
            2.. => return event.prevent_default(),
            _ => {}
        }
        self.on_submit(event);
    }

    /// Handles Enter in a field. The browser would submit the form itself, but not in a frame whose
    /// sandbox allows no forms, and again and again while the key is held.
    pub(super) fn enter(self: &Rc<Self>, event: &Event) {
        let key = Key::of(event);
        let is_enter = key.key().is_some_and(|key| key == "Enter") && !key.is_composing();
        if !is_enter || event.default_prevented() {
            return;
        }
        if key.repeat() {
            event.prevent_default();
        } else if event::target(event).is_some_and(|target| dom::as_input(&target).is_some()) {
            self.on_submit(event);
        }
    }

    pub(super) fn on_submit(self: &Rc<Self>, event: &Event) {
        event.prevent_default();
        self.dispatch(Action::Press);
    }
}
