//! JSON as an answer holds it, before anyone trusts it.

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// The largest integer that JavaScript's numbers hold exactly, 2⁵³−1; the contract's
/// bound for ids, and the API's for extensions.
pub const MAX_SAFE_INTEGER: u64 = (1 << 53) - 1;

/// One JSON value.
///
/// A type of its own, since an answer's fields may be of any type: a derived structure
/// would refuse the whole answer for one field that it does not even need.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// `null`, and what is missing.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number; JSON has no integers of its own.
    Number(f64),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Value>),
    /// An object, its keys in the answer's order.
    Object(Vec<(String, Value)>),
}

impl Value {
    /// The member of this name; `None` where this is not an object or lacks it.
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

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value as f64))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Value::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut array = Vec::new();
        while let Some(item) = items.next_element()? {
            array.push(item);
        }
        Ok(Value::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut object = Vec::new();
        while let Some(member) = members.next_entry()? {
            object.push(member);
        }
        Ok(Value::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(text: &str) -> Value {
        serde_json::from_str(text).unwrap()
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
