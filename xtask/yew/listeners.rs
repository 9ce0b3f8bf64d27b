//! The listeners of an element: none, for the form has its own (src/form/view says why).

use web_sys::Element;

use super::Apply;
use crate::dom_bundle::BSubtree;
use crate::virtual_dom::Listeners;

/// That an element has no listeners.
#[derive(Debug)]
pub(super) struct ListenerRegistration;

impl ListenerRegistration {
    /// Takes none off.
    pub fn unregister(&self, _root: &BSubtree) {}
}

impl Apply for Listeners {
    type Bundle = ListenerRegistration;
    type Element = Element;

    fn apply(self, _root: &BSubtree, _element: &Element) -> ListenerRegistration {
        assert!(matches!(self, Self::None), "a listener that is not the form's own");
        ListenerRegistration
    }

    fn apply_diff(self, root: &BSubtree, element: &Element, _old: &mut ListenerRegistration) {
        self.apply(root, element);
    }
}
