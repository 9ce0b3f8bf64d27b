//! The root of what a component draws. Yew keeps listeners there; the form has its own.

use web_sys::EventTarget;

/// A root of nothing but its component.
#[derive(Clone, Debug)]
pub struct BSubtree;

impl BSubtree {
    /// The root of an application.
    pub fn create_root(_host: &EventTarget) -> Self {
        BSubtree
    }

    /// The root of a portal.
    pub fn create_subroot(&self, _parent: web_sys::Element, _host: &EventTarget) -> Self {
        BSubtree
    }
}

/// Whether events rise from element to element, of which there are none.
pub fn set_event_bubbling(_bubble: bool) {}
