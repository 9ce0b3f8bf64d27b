//! What on the page follows the number as it is typed.

use super::{Form, Mounted};
use std::rc::Rc;
use web_sys::ShadowRoot;

impl Form {
    /// After an edit of the number that changes nothing else that is drawn: draws if what
    /// follows the number is another. A drawing takes longer than all else that a key makes
    /// the form do.
    pub(super) fn follow_number(self: &Rc<Self>, root: &ShadowRoot) {
        if *self.shown.borrow() != self.state.borrow().drawn_of_number() {
            return self.draw();
        }
        let is_another_country = match &mut *self.mounted.borrow_mut() {
            Some(Mounted { country, write_choice, .. }) => {
                // It has been written: its options are those that are drawn.
                *write_choice = false;
                *country != Some(self.state.borrow().reading().country)
            }
            None => return,
        };
        if is_another_country {
            self.write_country(root);
        }
    }

    /// After a drawing: the country is a value, and so written and not drawn.
    pub(super) fn write_country(&self, root: &ShadowRoot) {
        let country = self.state.borrow().reading().country;
        if let Some(mounted) = &mut *self.mounted.borrow_mut() {
            mounted.country = Some(country);
        }
        self.country_drawn(root, country);
    }
}
