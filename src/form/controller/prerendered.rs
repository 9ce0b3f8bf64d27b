//! Takes over a prerendered form and what the user has typed into it.

use super::Form;
use crate::form::controller::dom;
use crate::form::state::Action;
use crate::form::text::part;
use crate::form::view::ids;
use std::rc::Rc;
use web_sys::{Element, HtmlInputElement, ShadowRoot};

/// A prerendered form.
pub struct Prerendered {
    /// The element that contains the form.
    pub container: Element,
    /// The ids of the controls that the user has changed, separated by spaces.
    pub typed: String,
    /// Whether IME composition is in progress in the number's field.
    pub composing: bool,
    /// Whether the user has submitted the form.
    pub submitted: bool,
}

impl Form {
    /// Applies what was typed before hydration as if it were typed now. The order matters,
    /// because one value decides about another. Everything is read before anything is written.
    pub(super) fn take_typed(self: &Rc<Self>, root: &ShadowRoot, prerendered: &Prerendered) {
        let typed = |id: &str| -> Option<HtmlInputElement> {
            let is_typed =
                part::split(&prerendered.typed, |byte| byte == b' ').any(|typed| typed == id);
            dom::as_input(&root.get_element_by_id(id).filter(|_| is_typed)?).cloned()
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
