//! Values that were set without an event, as password managers and form fillers do.

use super::{Form, Mounted};
use crate::form::controller::dom;
use crate::form::controller::host::Mended;
use crate::form::state::Action;
use crate::form::state::fields::Fields;
use std::rc::Rc;
use web_sys::ShadowRoot;

impl Form {
    /// Takes the values that differ from those that the form has read or written last. Called before
    /// each change of the state, because that may write any control. All are read before any is
    /// taken: taking one writes the others. `is_of_number` means that the change itself brings the
    /// number. Returns whether elements were put back, whose values must be written once the state
    /// has changed.
    pub(super) fn take_found(self: &Rc<Self>, is_of_number: bool) -> bool {
        let Some(root) = self.root() else { return false };
        let mended = self.host.mend(false);
        if mended == Mended::Values {
            self.write(&root);
        }
        self.take_values(&root, is_of_number);
        mended != Mended::Nothing
    }

    fn take_values(self: &Rc<Self>, root: &ShadowRoot, is_of_number: bool) {
        let known = match &*self.mounted.borrow() {
            Some(Mounted { known: Some(known), write_choice, .. }) => {
                Some((known.clone(), !write_choice))
            }
            _ => None,
        };
        let Some((known, has_choice)) = known else { return };
        let mut found = dom::fields(root, &known);
        if !has_choice {
            // A list whose options are about to be drawn may show any of them.
            found.phone_type.clone_from(&known.phone_type);
        }
        if let Some(mounted) = &mut *self.mounted.borrow_mut() {
            mounted.known = Some(found.clone());
        }
        let number = dom::number(root).filter(|_| found.number != known.number);
        let number = number.map(|input| (dom::line(&input), input));
        let mut is_found = !is_of_number && number.is_some();
        if let Some(country) = dom::country(root) {
            is_found |= self.take_country(&country);
        }
        if found.extension != known.extension {
            is_found = true;
            self.dispatch(Action::ExtensionEdited(found.extension));
        }
        if found.mobile != known.mobile {
            is_found = true;
            self.dispatch(Action::MobileEdited(found.mobile));
        }
        if found.phone_type != known.phone_type {
            is_found = true;
            self.dispatch(Action::TypeChosen(found.phone_type));
        }
        if let Some((line, _)) = number.as_ref().filter(|_| !is_of_number) {
            self.take_number(line.clone());
        }
        if is_found {
            self.write(root);
            if let Some((line, input)) = number.filter(|_| is_of_number) {
                // The change tells of this number, and expects it on the page.
                dom::set_line(&input, &line);
            }
        }
    }

    /// Remembers what the controls show, after the form has written them.
    pub(super) fn know(&self, root: &ShadowRoot) {
        let fields = dom::fields(root, &self.state.borrow().fields);
        if let Some(mounted) = &mut *self.mounted.borrow_mut() {
            mounted.known = Some(fields);
        }
    }

    /// Remembers the number that the form has written.
    pub(super) fn know_number(&self, text: &str) {
        if let Some(mounted) = &mut *self.mounted.borrow_mut()
            && let Some(Fields { number, .. }) = &mut mounted.known
        {
            text.clone_into(number);
        }
    }
}
