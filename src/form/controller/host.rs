//! The interface between the form and the element that contains it.

use crate::api::phone::Operation;
use crate::form::number::plans::Plans;
use crate::form::state::error_event::ErrorEvent;
use lead_phone_number::Zone;
use std::any::Any;
use wasm_bindgen::JsValue;
use web_sys::Element;

/// An event for the host.
pub enum HostEvent<'a> {
    /// The number can be typed.
    Ready,
    /// A save is about to be sent; the host may cancel it.
    Submit {
        /// Which API call it is.
        operation: Operation,
        /// The phone that is updated.
        phone_id: Option<u64>,
        /// The request body, an object.
        body: &'a JsValue,
    },
    /// A phone was saved.
    Saved {
        /// Which API call it was.
        operation: Operation,
        /// The phone, as the API returned it.
        phone: &'a JsValue,
    },
    /// A save was asked for and refused at a field.
    Refused {
        /// The field's name.
        field: &'static str,
        /// The key of the text.
        reason: &'static str,
        /// The text that the form shows.
        message: &'a str,
    },
    /// Something went wrong.
    Error(&'a ErrorEvent),
}

/// What had to be put back where it was drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mended {
    /// Nothing: everything was in its place.
    Nothing,
    /// Elements, with what was typed into them.
    Places,
    /// Elements, and a control that has lost its value.
    Values,
}

/// The element that contains the form.
pub trait Host {
    /// Raises an event; `false` if the host cancels it.
    fn raise(&self, event: HostEvent<'_>) -> bool;

    /// Called after each action: something in the form may have changed. `edited` is the phone that
    /// the form has created and the user edits.
    fn changed(&self, edited: Option<u64>);

    /// Puts back what the page has moved or removed: all of it before a drawing, and otherwise what
    /// the form cannot be read without.
    fn mend(&self, _is_drawing: bool) -> Mended {
        Mended::Nothing
    }

    /// Called after each drawing: everything below the container is in its place.
    fn settle(&self, _container: &Element) {}

    /// Makes the prerendered elements exactly what was drawn.
    fn restore(&self) {}

    /// The numbering plans that the forms of a page share.
    fn plans(&self) -> Plans;

    /// Loads a world zone's plans into them, then calls `done` with whether that succeeded.
    fn load_plan(&self, zone: Zone, done: Box<dyn FnOnce(bool)>);

    /// Prevents the garbage collection of the host while the returned value lives. The form
    /// itself holds the host weakly, or neither would ever be collected.
    fn hold(&self) -> Box<dyn Any>;
}
