//! What on the page follows the number as it is typed.

use super::{Form, Mounted};
use crate::form::state::DrawnOfNumber;
use crate::number::Region;
use std::rc::Rc;
use web_sys::ShadowRoot;

/// What stands on the page.
#[derive(Default)]
pub(super) struct Following {
    drawn: DrawnOfNumber,
    /// The country in its control, a value and so written and not drawn.
    country: Option<Region>,
}

impl Form {
    /// After an edit of the number that changes nothing else that is drawn: draws if what
    /// follows the number is another. A drawing takes longer than all else that a key makes
    /// the form do.
    pub(super) fn follow_number(self: &Rc<Self>, root: &ShadowRoot) {
        let is_drawn = {
            let mounted = self.mounted.borrow();
            mounted.as_ref().is_some_and(|Mounted { following, .. }| {
                following.drawn == self.state.borrow().drawn_of_number()
            })
        };
        if is_drawn {
            self.write_country(root, false);
        } else {
            self.draw();
        }
    }

    /// After a drawing.
    pub(super) fn drawn_again(&self, root: &ShadowRoot) {
        if let Some(mounted) = &mut *self.mounted.borrow_mut() {
            mounted.following.drawn = self.state.borrow().drawn_of_number();
        }
        self.write_country(root, true);
    }

    fn write_country(&self, root: &ShadowRoot, drawn: bool) {
        let country = self.state.borrow().reading().country;
        let is_another = match &mut *self.mounted.borrow_mut() {
            Some(Mounted { following, .. }) => following.country.replace(country) != Some(country),
            None => return,
        };
        if drawn || is_another {
            self.country_drawn(root, country);
        }
    }
}
