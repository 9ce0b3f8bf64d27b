//! The keys that stay in the form.

use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

/// From outside a shadow root a key's target is the element, not a field, so a host's
/// one-key shortcuts would take it for a key typed nowhere.
pub(super) fn keep_printable_keys(event: &Event) {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
    let printable = event.key().chars().count() == 1;
    if printable && !event.ctrl_key() && !event.alt_key() && !event.meta_key() {
        event.stop_propagation();
    }
}
