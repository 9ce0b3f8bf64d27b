//! Keeps the country's control in step with the number while it is typed.

use super::{Form, Mounted};
use std::rc::Rc;
use web_sys::ShadowRoot;

impl Form {
    /// Writes the country if it has changed, after a change that needs no render.
    pub(super) fn follow_number(self: &Rc<Self>) {
        let root = match &mut *self.mounted.borrow_mut() {
            Some(Mounted { root, country, write_choice, .. }) => {
                // The options of the list of types have not changed.
                *write_choice = false;
                (*country != Some(self.state.borrow().reading().country)).then(|| root.clone())
            }
            None => None,
        };
        if let Some(root) = root {
            self.write_country(&root);
        }
    }

    /// Writes the country after a render. It is the value of a control, so it is not rendered.
    pub(super) fn write_country(&self, root: &ShadowRoot) {
        let country = self.state.borrow().reading().country;
        if let Some(mounted) = &mut *self.mounted.borrow_mut() {
            mounted.country = Some(country);
        }
        self.country_drawn(root, country);
    }
}
