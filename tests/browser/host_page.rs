//! Replaces functions of the browser, as a host page may do.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A global with another value. Dropping this restores the original.
pub struct Replaced {
    owner: JsValue,
    name: &'static str,
    before: JsValue,
}

impl Replaced {
    /// Replaces `owner.name`, such as `JSON.parse`, by the value of an expression.
    pub fn new(owner: &str, name: &'static str, expression: &str) -> Replaced {
        let owner = evaluate(owner);
        let before = Reflect::get(&owner, &name.into()).expect(name);
        Reflect::set(&owner, &name.into(), &evaluate(expression)).expect(name);
        Replaced { owner, name, before }
    }

    /// Replaces the page's `fetch` by the value of an expression.
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

/// The value of a JavaScript expression.
pub fn evaluate(expression: &str) -> JsValue {
    Function::new_no_args(&format!("return ({expression})"))
        .call0(&JsValue::UNDEFINED)
        .expect(expression)
}
