//! Events, read by their properties.
//!
//! A form can be moved into another document, whose events are of another window's classes, so that
//! `instanceof` fails. And when a browser fills in a form, it raises events with the names of
//! keyboard events that have no key.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, Node};

#[wasm_bindgen]
extern "C" {
    /// An event that may be a `KeyboardEvent`.
    pub(super) type Key;

    #[wasm_bindgen(method, getter)]
    pub(super) fn key(this: &Key) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    pub(super) fn code(this: &Key) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = keyCode)]
    fn key_code(this: &Key) -> Option<u32>;
    #[wasm_bindgen(method, getter, js_name = isComposing)]
    fn composing(this: &Key) -> Option<bool>;
    #[wasm_bindgen(method, getter, js_name = ctrlKey)]
    fn ctrl_key_of(this: &Key) -> Option<bool>;
    #[wasm_bindgen(method, getter, js_name = altKey)]
    fn alt_key_of(this: &Key) -> Option<bool>;
    #[wasm_bindgen(method, getter, js_name = metaKey)]
    fn meta_key_of(this: &Key) -> Option<bool>;
    #[wasm_bindgen(method, getter, js_name = shiftKey)]
    fn shift_key_of(this: &Key) -> Option<bool>;
    #[wasm_bindgen(method, getter, js_name = repeat)]
    fn repeat_of(this: &Key) -> Option<bool>;

    /// An event that may be an `InputEvent`.
    pub(super) type Input;

    #[wasm_bindgen(method, getter, js_name = inputType)]
    pub(super) fn input_type(this: &Input) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    pub(super) fn data(this: &Input) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = isComposing)]
    fn composing_of(this: &Input) -> Option<bool>;

    /// A target that may be a window, which is no `Node`.
    type Target;

    #[wasm_bindgen(method, getter, js_name = nodeType)]
    fn node_type(this: &Target) -> Option<u16>;
}

impl Key {
    pub(super) fn of(event: &Event) -> &Key {
        event.unchecked_ref()
    }

    /// Whether the key belongs to an input method. WebKit says so only by a code for the key that
    /// ends a composition.
    pub(super) fn is_composing(&self) -> bool {
        self.composing() == Some(true) || self.key_code() == Some(229)
    }

    pub(super) fn ctrl_key(&self) -> bool {
        self.ctrl_key_of() == Some(true)
    }

    pub(super) fn alt_key(&self) -> bool {
        self.alt_key_of() == Some(true)
    }

    pub(super) fn meta_key(&self) -> bool {
        self.meta_key_of() == Some(true)
    }

    pub(super) fn shift_key(&self) -> bool {
        self.shift_key_of() == Some(true)
    }

    /// Whether the key is held.
    pub(super) fn repeat(&self) -> bool {
        self.repeat_of() == Some(true)
    }
}

impl Input {
    pub(super) fn of(event: &Event) -> &Input {
        event.unchecked_ref()
    }

    pub(super) fn is_composing(&self) -> bool {
        self.composing_of() == Some(true)
    }
}

/// The element that an event is for; `None` for a document or a window.
pub(super) fn target(event: &Event) -> Option<Element> {
    let target = event.target()?;
    let kind = target.unchecked_ref::<Target>().node_type();
    (kind == Some(Node::ELEMENT_NODE)).then(|| target.unchecked_into())
}
