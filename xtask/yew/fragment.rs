//! Nodes that a component or an element takes over.

use std::mem;

use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Text};

use super::{BSubtree, DomSlot};
use crate::virtual_dom::Collectable;

/// Neighbours that are not taken over yet. The first is the last here, since it is taken first.
#[derive(Debug)]
pub(crate) struct Fragment(Vec<Node>);

impl Fragment {
    /// All children of an element.
    pub fn collect_children(parent: &Element) -> Self {
        let mut nodes = Vec::new();
        let mut node = parent.last_child();
        while let Some(last) = node {
            node = last.previous_sibling();
            nodes.push(last);
        }
        Self(nodes)
    }

    /// What is between the comments around a component, which is all there is; they are removed.
    pub fn collect_between(from: &mut Fragment, _of: &Collectable, parent: &Element) -> Self {
        let mut nodes = mem::take(&mut from.0);
        let first = nodes.pop().expect("a comment before the component");
        parent.remove_child(&first).expect("a comment that is there");
        let last = nodes.remove(0);
        parent.remove_child(&last).expect("a comment that is there");
        Self(nodes)
    }

    /// The first.
    pub fn front(&self) -> Option<&Node> {
        self.0.last()
    }

    /// Takes the first.
    pub fn pop_front(&mut self) -> Option<Node> {
        self.0.pop()
    }

    /// All, from the last to the first.
    pub fn iter(&self) -> impl Iterator<Item = &Node> {
        self.0.iter()
    }

    /// Whether all are taken.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Removes texts before the first element: none was drawn, but a page may have put some there.
    pub fn trim_start_text_nodes(&mut self) {
        while self.front().is_some_and(|node| node.node_type() == Node::TEXT_NODE) {
            if let Some(text) = self.pop_front() {
                text.unchecked_into::<Text>().remove();
            }
        }
    }

    /// Removes all, for a component that ends before it has taken over.
    pub fn detach(self, _root: &BSubtree, parent: &Element, parent_to_detach: bool) {
        if !parent_to_detach {
            for node in self.iter() {
                parent.remove_child(node).expect("a child that is there");
            }
        }
    }

    /// Never moves: nothing comes before or after the component.
    pub fn shift(&self, _parent: &Element, _slot: DomSlot) -> DomSlot {
        unreachable!()
    }

    /// What comes after the last, which is nothing.
    pub fn sibling_at_end(&self) -> Option<&Node> {
        None
    }
}
