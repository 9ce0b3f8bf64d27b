//! Elements as tables say, with what a drawing puts into them.
//!
//! `html!` makes code of each element that is several times as large as what it says. One
//! function draws what all the tables describe.

use super::Drawing;
use crate::form::text::message_id::MessageId;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listeners, VList, VTag, VText};
use yew::{AttrValue, Html, NodeRef};

/// An element as it is in each drawing. One of these is one element to Yew, which tells by
/// where the names of the attributes are whether they are the same: so it is `static`.
pub(super) struct Element {
    pub tag: &'static str,
    /// The names of its attributes.
    pub names: &'static [&'static str],
    /// Their values, in the same order.
    pub values: &'static [Value],
    pub children: &'static [Child],
}

/// The value of an attribute.
pub(super) enum Value {
    /// Always this.
    Is(&'static str),
    /// `true` if that is so, and no attribute otherwise.
    If(fn(&Drawing<'_>) -> bool),
    /// As the form is now, or no attribute.
    Of(fn(&Drawing<'_>) -> Option<AttrValue>),
}

/// What is in an element.
pub(super) enum Child {
    Element(&'static Element),
    /// The form's words.
    Text(fn(&Drawing<'_>) -> MessageId),
    /// Words.
    Words(fn(&Drawing<'_>) -> String),
    /// Whatever the form is to show there now.
    Of(fn(&Drawing<'_>) -> Html),
}

impl Element {
    /// The element, drawn.
    pub fn draw(&self, drawing: &Drawing<'_>) -> Html {
        self.draw_with(drawing, None)
    }

    /// The element, drawn; with another key it is another element.
    pub fn draw_with(&self, drawing: &Drawing<'_>, key: Option<Key>) -> Html {
        let mut values = Vec::new();
        for value in self.values {
            values.push(value.draw(drawing));
        }
        let mut children = Vec::new();
        for child in self.children {
            children.push(child.draw(drawing));
        }
        let attributes = Attributes::Dynamic { keys: self.names, values: values.into() };
        // What `html!` calls: `VTag::new` would write the tag in lower case at each drawing.
        let (none, no_listeners) = (NodeRef::default(), Listeners::None);
        let element = if self.tag == "input" {
            VTag::__new_input(None, None, none, key, attributes, no_listeners)
        } else {
            let children = list(children);
            VTag::__new_other(self.tag.into(), none, key, attributes, no_listeners, children)
        };
        element.into()
    }
}

impl Value {
    fn draw(&self, drawing: &Drawing<'_>) -> Option<AttributeOrProperty> {
        let value = match self {
            Value::Is(value) => Some(AttrValue::Static(value)),
            Value::If(is_so) => is_so(drawing).then_some(AttrValue::Static("true")),
            Value::Of(value) => value(drawing),
        };
        value.map(AttributeOrProperty::Attribute)
    }
}

impl Child {
    fn draw(&self, drawing: &Drawing<'_>) -> Html {
        let words = match self {
            Child::Element(element) => return element.draw(drawing),
            Child::Of(child) => return child(drawing),
            Child::Text(name) => drawing.texts.get(name(drawing)).to_owned(),
            Child::Words(words) => words(drawing),
        };
        VText::new(words).into()
    }
}

/// Nodes, one after the other.
pub(super) fn list(nodes: Vec<Html>) -> Html {
    VList::from(nodes).into()
}
