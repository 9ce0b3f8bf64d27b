//! The country on the page, which follows the number as it is typed.

use super::{Form, Mounted};
use std::rc::Rc;
use web_sys::ShadowRoot;

impl Form {
    /// After a change that leaves the drawing as it is: writes the country if it is another.
    pub(super) fn follow_number(self: &Rc<Self>) {
        let root = match &mut *self.mounted.borrow_mut() {
            Some(Mounted { root, country, write_choice, .. }) => {
                // The list of types has the same options as before.
                *write_choice = false;
                (*country != Some(self.state.borrow().reading().country)).then(|| root.clone())
            }
            None => None,
        };
        if let Some(root) = root {
            self.write_country(&root);
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
