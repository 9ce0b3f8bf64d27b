//! Untyped JSON: an answer's body, or an object from the host, before validation.

use super::integer::MAX_SAFE_INTEGER;
use super::object::entries;
use js_sys::{Array, Object};
use wasm_bindgen::{JsCast, JsValue};

/// How deep a value is read: an answer's `data`, its `errors`, the list of one field. Anything
/// deeper is read as null, so that deep nesting or a cycle in a host's object cannot exhaust the
/// stack.
const DEEPEST: u8 = 4;

/// One JSON value.
///
/// The fields of an answer may have any type. A derived struct would reject the whole answer
/// because of one field that the form does not need.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// `null`, or a missing value.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number; JSON has no integer type.
    Number(f64),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Value>),
    /// An object, its keys in the answer's order.
    Object(Vec<(String, Value)>),
}

impl Value {
    /// The member with this name; `None` if this is not an object or has no such member.
    pub fn get(&self, name: &str) -> Option<&Value> {
        match self {
            Value::Object(members) => members.iter().rfind(|(key, _)| key == name).map(|(_, v)| v),
            _ => None,
        }
    }

    /// The text of a string.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Value::String(text) => Some(text),
            _ => None,
        }
    }

    /// The value of a boolean.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Value::Bool(value) => Some(*value),
            _ => None,
        }
    }

    /// An integer from 0 to [`MAX_SAFE_INTEGER`].
    pub fn as_integer(&self) -> Option<u64> {
        match self {
            Value::Number(number)
                if number.trunc() == *number
                    && (0.0..=MAX_SAFE_INTEGER as f64).contains(number) =>
            {
                Some(*number as u64)
            }
            _ => None,
        }
    }

    /// An id: an integer from 1 to [`MAX_SAFE_INTEGER`].
    pub fn as_id(&self) -> Option<u64> {
        self.as_integer().filter(|id| *id > 0)
    }
}

impl Value {
    /// Reads a value that `JSON.parse` returned, or a JavaScript value from the host. Values that
    /// JSON does not have, such as functions, are read as null.
    ///
    /// This does not use serde, because serde's error messages alone are larger than this code.
    pub fn from_js(value: &JsValue) -> Value {
        Value::from_js_within(value, DEEPEST)
    }

    /// Reads a value without its contents: an array or an object is read as null.
    pub fn from_js_surface(value: &JsValue) -> Value {
        Value::from_js_within(value, 0)
    }

    fn from_js_within(value: &JsValue, depth: u8) -> Value {
        if let Some(text) = value.as_string() {
            Value::String(text)
        } else if let Some(number) = value.as_f64() {
            Value::Number(number)
        } else if let Some(value) = value.as_bool() {
            Value::Bool(value)
        } else if depth == 0 {
            Value::Null
        } else if let Some(array) = value.dyn_ref::<Array>() {
            let mut items = Vec::new();
            for item in array.iter() {
                items.push(Value::from_js_within(&item, depth - 1));
            }
            Value::Array(items)
        } else if let Some(object) = value.dyn_ref::<Object>().filter(|_| !value.is_function()) {
            let mut members = Vec::new();
            for entry in entries(object).unwrap_or_default().iter() {
                let entry: Array = entry.unchecked_into();
                if let Some(name) = entry.get(0).as_string() {
                    members.push((name, Value::from_js_within(&entry.get(1), depth - 1)));
                }
            }
            Value::Object(members)
        } else {
            Value::Null
        }
    }
}

#[cfg(test)]
impl From<serde_json::Value> for Value {
    fn from(value: serde_json::Value) -> Value {
        match value {
            serde_json::Value::Null => Value::Null,
            serde_json::Value::Bool(value) => Value::Bool(value),
            serde_json::Value::Number(number) => Value::Number(number.as_f64().unwrap()),
            serde_json::Value::String(text) => Value::String(text),
            serde_json::Value::Array(items) => {
                Value::Array(items.into_iter().map(Value::from).collect())
            }
            serde_json::Value::Object(members) => {
                Value::Object(members.into_iter().map(|(k, v)| (k, v.into())).collect())
            }
        }
    }
}

#[cfg(test)]
impl std::str::FromStr for Value {
    type Err = serde_json::Error;

    fn from_str(text: &str) -> Result<Value, serde_json::Error> {
        serde_json::from_str::<serde_json::Value>(text).map(Value::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(text: &str) -> Value {
        text.parse().unwrap()
    }

    #[test]
    fn an_id_is_a_positive_integer_that_javascript_holds_exactly() {
        assert_eq!(json("34566").as_id(), Some(34566));
        assert_eq!(json("9007199254740991").as_id(), Some(MAX_SAFE_INTEGER));
        for not_an_id in ["0", "-1", "1.5", "9007199254740992", "1e300", "\"34566\"", "null", "[1]"]
        {
            assert_eq!(json(not_an_id).as_id(), None, "{not_an_id}");
        }
    }

    #[test]
    fn members_are_found_by_name_and_the_last_of_a_name_counts_as_in_json_parse() {
        let object = json(r#"{"a": 1, "b": {"c": "deep"}, "a": 2}"#);
        assert_eq!(object.get("a"), Some(&Value::Number(2.0)));
        assert_eq!(object.get("b").and_then(|b| b.get("c")).and_then(Value::as_str), Some("deep"));
        assert_eq!(object.get("missing"), None);
        assert_eq!(json("[1]").get("a"), None);
    }
}
