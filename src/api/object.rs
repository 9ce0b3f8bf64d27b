//! JavaScript objects.

use js_sys::{Array, Object};
use wasm_bindgen::JsValue;

/// An object with these members, in this order.
///
/// The members are defined, not assigned: assigning a member named `__proto__` would change the
/// object's prototype.
pub fn object(members: &[(&str, JsValue)]) -> JsValue {
    let entries = Array::new();
    for (name, value) in members {
        entries.push(&Array::of2(&JsValue::from_str(name), value));
    }
    Object::from_entries(&entries).map_or(JsValue::NULL, Into::into)
}
