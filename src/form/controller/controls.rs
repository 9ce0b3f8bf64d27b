//! Handles the events of the form's controls.

use super::Form;
use crate::form::controller::dom;
use crate::form::state::Action;
use crate::form::state::fields::Field;
use crate::form::view::ids;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, EventTarget, HtmlElement, HtmlInputElement, HtmlSelectElement, KeyboardEvent,
    UiEvent,
};

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
        if let Some(list) = target.dyn_ref::<HtmlSelectElement>() {
            return self.dispatch(Action::TypeChosen(list.value()));
        }
        if let Some(input) = target.dyn_ref::<HtmlInputElement>()
            && !self.country_typed(input)
        {
            self.take(input);
        }
    }

    pub(super) fn on_change(self: &Rc<Self>, event: &Event) {
        let Some(target) = event.target() else { return };
        if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
            match Field::of_control(input) {
                Some(Field::Number) => self.number_left(input),
                Some(Field::Extension) => {
                    self.take(input);
                    self.dispatch(Action::ExtensionLeft);
                }
                _ => self.take(input),
            }
        }
    }

    pub(super) fn on_click(self: &Rc<Self>, event: &Event) {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(target) = target else { return };
        if self.country_clicked(event, &target) {
            return;
        }
        let Ok(Some(button)) = target.closest("button") else { return };
        if button.id() != ids::SUBMIT {
            return self.dispatch(Action::OfferTaken);
        }
        // Enter in a field clicks the button too, with no pointer and so without a count.
        match event.dyn_ref().map_or(0, UiEvent::detail) {
            ..=0 => {}
            // WebKit does not focus a button that is clicked, and after a save the focus goes from
            // the button to the number. Fails only if the element is not in a document.
            1 => drop(button.unchecked_ref::<HtmlElement>().focus()),
            // The second click of a double click was not meant for the next save.
            _ => event.prevent_default(),
        }
    }

    /// A key that is held was not meant for the next save.
    pub(super) fn on_key(self: &Rc<Self>, event: &Event) {
        let key = event.dyn_ref::<KeyboardEvent>();
        if key.is_some_and(|key| key.repeat() && key.key() == "Enter") {
            event.prevent_default();
        }
    }

    pub(super) fn on_submit(self: &Rc<Self>, event: &Event) {
        event.prevent_default();
        self.submit();
    }

    /// Saves what is on the page: password managers and similar tools set a value without an
    /// event.
    pub(super) fn submit(self: &Rc<Self>) {
        if let Some(root) = self.root() {
            for field in Field::ALL {
                if let Some(input) = dom::input(&root, field) {
                    self.take(&input);
                }
            }
            if let Some(list) = dom::type_list(&root) {
                self.dispatch(Action::TypeChosen(list.value()));
            }
        }
        self.dispatch(Action::Submit);
    }

    pub(super) fn take(self: &Rc<Self>, input: &HtmlInputElement) {
        match Field::of_control(input) {
            Some(Field::Number) => self.take_number(input),
            Some(Field::Extension) => self.dispatch(Action::ExtensionEdited(input.value())),
            Some(Field::Mobile) => self.dispatch(Action::MobileEdited(input.checked())),
            None => {}
        }
    }
}
