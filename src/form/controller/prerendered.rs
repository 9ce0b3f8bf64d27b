//! A form that was drawn, and typed into, before this one was there.

use super::Form;
use crate::form::controller::dom;
use crate::form::state::Action;
use crate::form::text::part;
use crate::form::view::ids;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, ShadowRoot};

/// A form that was drawn before this one was there.
pub struct Prerendered {
    /// What the form is in.
    pub container: Element,
    /// The ids of the controls that the user has changed, with spaces between them.
    pub typed: String,
    /// Whether a word is being composed in the number's field.
    pub composing: bool,
    /// Whether the user has asked for a save.
    pub submitted: bool,
}

impl Form {
    /// Takes what was typed before this form was there, as if it were typed now, in the order
    /// in which one thing decides about another. All is read before anything is written.
    pub(super) fn take_typed(self: &Rc<Self>, root: &ShadowRoot, prerendered: &Prerendered) {
        let typed = |id: &str| -> Option<HtmlInputElement> {
            let is_typed =
                part::split(&prerendered.typed, |byte| byte == b' ').any(|typed| typed == id);
            root.get_element_by_id(id).filter(|_| is_typed)?.dyn_into().ok()
        };
        let number = typed("number").map(|input| dom::line(&input));
        let extension = typed("extension").map(|input| input.value());
        let mobile = typed("mobile").map(|input| input.checked());
        if prerendered.composing {
            self.composing();
        }
        if let Some(input) = typed(ids::COUNTRY) {
            self.country_typed(&input);
            if prerendered.submitted || !input.matches(":focus").unwrap_or_default() {
                self.leave_countries();
            }
        }
        if let Some(extension) = extension {
            self.dispatch(Action::ExtensionEdited(extension));
        }
        if let Some(mobile) = mobile {
            self.dispatch(Action::MobileEdited(mobile));
        }
        if let Some(line) = number {
            self.number_typed(line);
        }
    }
}
