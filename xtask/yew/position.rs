//! Where among its parent's children a node belongs.

use web_sys::{Element, Node};

/// A place before a node, or the end.
#[derive(Clone, Debug)]
pub(crate) struct DomSlot(Option<Node>);

impl DomSlot {
    /// Before this node.
    pub fn at(next: Node) -> Self {
        DomSlot(Some(next))
    }

    /// At the end.
    pub fn at_end() -> Self {
        DomSlot(None)
    }

    /// Before this node, or at the end.
    pub fn create(next: Option<Node>) -> Self {
        DomSlot(next)
    }

    /// Puts a node there.
    pub(super) fn insert(&self, parent: &Element, node: &Node) {
        parent.insert_before(node, self.0.as_ref()).expect("a place that is there");
    }
}

/// The place after a component, which is the end: a form is one component, and all that is in its
/// element.
#[derive(Clone, Debug)]
pub(crate) struct DynamicDomSlot;

impl DynamicDomSlot {
    /// The end.
    pub fn new(_place: DomSlot) -> Self {
        DynamicDomSlot
    }

    /// The end, before it is known.
    pub fn new_debug_trapped() -> Self {
        DynamicDomSlot
    }

    /// The end, for its next owner.
    pub fn take(&mut self) -> Self {
        DynamicDomSlot
    }

    /// Stays the end.
    pub fn reassign(&self, _place: DomSlot) {}

    /// The end.
    pub fn to_position(&self) -> DomSlot {
        DomSlot::at_end()
    }
}
