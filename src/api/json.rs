//! From JavaScript's values to [`Value`], as far as an answer is looked into.

use super::value::Value;
use js_sys::{Array, JsString, Object};
use wasm_bindgen::prelude::*;

/// How many arrays and objects may lie within each other; what is deeper is not read.
/// `errors` is an object of arrays of texts within the answer. Without a bound, an answer
/// of a hundred thousand brackets would use up the stack.
const DEEPEST: u8 = 3;

#[wasm_bindgen]
extern "C" {
    /// `JSON.parse`, of a text that stays where it is: js-sys copies it in and out.
    #[wasm_bindgen(catch, js_namespace = JSON)]
    pub(super) fn parse(text: &JsString) -> Result<JsValue, JsValue>;
}

/// Reads a value that `JSON.parse` made.
///
/// Only what an object has itself: a host may have put anything into `Object.prototype`.
pub(super) fn read(value: &JsValue) -> Value {
    read_within(value, DEEPEST)
}

fn read_within(value: &JsValue, depth: u8) -> Value {
    if let Some(text) = value.as_string() {
        Value::String(text)
    } else if let Some(boolean) = value.as_bool() {
        Value::Bool(boolean)
    } else if let Some(number) = value.as_f64() {
        Value::Number(number)
    } else if !value.is_object() || depth == 0 {
        Value::Null
    } else if let Some(array) = value.dyn_ref::<Array>() {
        Value::Array(array.iter().map(|item| read_within(&item, depth - 1)).collect())
    } else {
        let entries = Object::entries(value.unchecked_ref());
        let member = |entry: JsValue| {
            let entry: Array = entry.unchecked_into();
            Some((entry.get(0).as_string()?, read_within(&entry.get(1), depth - 1)))
        };
        Value::Object(entries.iter().filter_map(member).collect())
    }
}
