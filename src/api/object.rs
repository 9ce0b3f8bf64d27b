//! JavaScript objects.

use js_sys::{Array, Object};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The members of an object, each as its name and its value. It fails where a getter of a host's
    /// object throws, or a proxy that is revoked. The binding in js-sys does not catch that.
    #[wasm_bindgen(js_namespace = Object, js_name = entries, catch)]
    pub(crate) fn entries(object: &JsValue) -> Result<Array, JsValue>;
}

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
