//! What the form asks of whatever it is embedded in.

use crate::api::phone::Operation;
use crate::form::number::plans::Plans;
use crate::form::state::error_event::ErrorEvent;
use lead_phone_number::Zone;
use std::any::Any;
use wasm_bindgen::JsValue;

/// Something that the host hears of.
pub enum HostEvent<'a> {
    /// The number can be typed.
    Ready,
    /// A save is about to be sent; the host may object.
    Submit {
        /// Which call it is.
        operation: Operation,
        /// The phone that is updated.
        phone_id: Option<u64>,
        /// The body as it will be sent, an object.
        body: &'a JsValue,
    },
    /// A phone was saved.
    Saved {
        /// Which call it was.
        operation: Operation,
        /// The phone, as the API returned it.
        phone: &'a JsValue,
    },
    /// Something went wrong.
    Error(&'a ErrorEvent),
}

/// What the form is embedded in.
pub trait Host {
    /// Tells the host; `false` where it objects.
    fn raise(&self, event: HostEvent<'_>) -> bool;

    /// The numbering plans that the forms of a page share.
    fn plans(&self) -> Plans;

    /// Loads a world zone's plans into them, and tells whether that went well.
    fn load_plan(&self, zone: Zone, done: Box<dyn FnOnce(bool)>);

    /// Keeps the host from being collected for as long as the returned value lives. The
    /// form itself holds it weakly, or neither would ever be collected.
    fn hold(&self) -> Box<dyn Any>;
}
