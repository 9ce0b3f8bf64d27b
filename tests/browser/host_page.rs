//! What a host does to the page: functions of its own in place of the browser's.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Something global with another value, until it is dropped.
pub struct Replaced {
    owner: JsValue,
    name: &'static str,
    before: JsValue,
}

impl Replaced {
    /// Replaces `owner.name`, such as `JSON.parse`, by what an expression is.
    pub fn new(owner: &str, name: &'static str, expression: &str) -> Replaced {
        let owner = evaluate(owner);
        let before = Reflect::get(&owner, &name.into()).expect(name);
        Reflect::set(&owner, &name.into(), &evaluate(expression)).expect(name);
        Replaced { owner, name, before }
    }

    /// Replaces the page's `fetch` by what an expression is.
    pub fn fetch(expression: &str) -> Replaced {
        Replaced::new("globalThis", "fetch", expression)
    }
}

impl Drop for Replaced {
    fn drop(&mut self) {
        if self.before.is_undefined() {
            let _ = Reflect::delete_property(
                self.owner.unchecked_ref::<js_sys::Object>(),
                &self.name.into(),
            );
        } else {
            let _ = Reflect::set(&self.owner, &self.name.into(), &self.before);
        }
    }
}

/// What a JavaScript expression is.
pub fn evaluate(expression: &str) -> JsValue {
    Function::new_no_args(&format!("return ({expression})"))
        .call0(&JsValue::UNDEFINED)
        .expect(expression)
}
