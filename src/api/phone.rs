//! A lead's phone: the request body, and the phone in an answer.

use super::integer::write_integer;
use super::value::Value;
use serde::{Serialize, Serializer};

/// Which of the API's two calls a submit makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// `POST /lead-phones`, the specification's "Create a phone".
    Create,
    /// `PUT /lead-phones/:id`, the specification's "Update a phone".
    Update,
}

impl Operation {
    /// Its name in event details.
    pub fn as_str(self) -> &'static str {
        match self {
            Operation::Create => "create",
            Operation::Update => "update",
        }
    }
}

/// The body of a request: the specification's "Body Example", with the fields in the same order.
///
/// A field that is `None` is left out. An update has no `lead_id`. An update of a phone whose
/// content is unknown has only the fields that the user changed.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PhoneBody {
    /// The lead that a new phone belongs to, from 1 to 2⁵³−1.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "as_number")]
    pub lead_id: Option<u64>,
    /// The extension, an integer from 0 to 2⁵³−1. `Some(None)` becomes `null` in JSON: the phone
    /// has no extension.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "as_number_or_null")]
    pub extension: Option<Option<u64>>,
    /// The kind of phone.
    #[serde(flatten)]
    pub kind: PhoneKind,
    /// The number, in E.164.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
}

/// The kind of phone, in the API's current revision or in the later one.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PhoneKind {
    /// Whether it is a mobile phone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mobile: Option<bool>,
    /// A word such as `home`. The API's later revision uses it instead of `mobile`.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub phone_type: Option<String>,
}

/// JavaScript numbers hold every integer up to 2⁵³−1 exactly. Serializing an integer type would
/// bring along the serializer's code that formats an error.
fn as_number<S: Serializer>(integer: &Option<u64>, serializer: S) -> Result<S::Ok, S::Error> {
    integer.map(|integer| integer as f64).serialize(serializer)
}

/// Like [`as_number`], for an integer that may be null.
fn as_number_or_null<S: Serializer>(
    integer: &Option<Option<u64>>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    as_number(&integer.flatten(), serializer)
}

/// The fields that the form reads from a phone of the API or of the host.
///
/// Only the id is required. The host gets the whole object. If the form rejected a phone with a
/// missing field, a phone that was saved would be reported as an error.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Phone {
    /// The phone's id, from 1 to 2⁵³−1.
    pub id: u64,
    /// The number, as the API holds it.
    pub number: Option<String>,
    /// The extension's digits; empty if there is none.
    pub extension: String,
    /// Whether it is a mobile phone; in the API's later revision this is read from `type`.
    pub mobile: Option<bool>,
    /// The `type` of the later revision.
    pub phone_type: Option<String>,
    /// Whether the API says that the number is valid.
    pub valid: Option<bool>,
}

impl Phone {
    /// Reads a phone from JSON; `None` unless it is an object with an integer `id`.
    pub fn read(value: &Value) -> Option<Phone> {
        let extension = match value.get("extension") {
            Some(Value::String(text)) => text.clone(),
            Some(number) => number.as_integer().map(write_integer).unwrap_or_default(),
            None => String::new(),
        };
        let phone_type = value.get("type").and_then(Value::as_str);
        Some(Phone {
            id: value.get("id")?.as_id()?,
            number: value.get("number").and_then(Value::as_str).map(str::to_owned),
            extension,
            mobile: value
                .get("mobile")
                .and_then(Value::as_bool)
                .or_else(|| phone_type.map(|word| word == "mobile")),
            phone_type: phone_type.map(str::to_owned),
            valid: value.get("valid").and_then(Value::as_bool),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_body_has_the_specifications_fields_in_its_order() {
        let json = |body: &PhoneBody| serde_json::to_string(body).unwrap();
        let create = PhoneBody {
            lead_id: Some(3387562),
            extension: Some(Some(555)),
            kind: PhoneKind { mobile: Some(false), phone_type: None },
            number: Some("+15141234455".into()),
        };
        assert_eq!(
            json(&create),
            r#"{"lead_id":3387562.0,"extension":555.0,"mobile":false,"number":"+15141234455"}"#
        );
        let update = PhoneBody { lead_id: None, extension: Some(None), ..create };
        assert_eq!(json(&update), r#"{"extension":null,"mobile":false,"number":"+15141234455"}"#);
        let kind = PhoneKind { mobile: None, phone_type: Some("home".into()) };
        let later = PhoneBody { kind, ..update };
        assert_eq!(json(&later), r#"{"extension":null,"type":"home","number":"+15141234455"}"#);
        assert_eq!(json(&PhoneBody::default()), "{}");
    }

    #[test]
    fn a_phone_is_an_object_with_an_integer_id_and_the_rest_may_be_anything() {
        let read = |text: &str| Phone::read(&text.parse().unwrap());
        assert_eq!(
            read(
                r#"{"id": 1, "number": "+15141234455", "extension": 555, "mobile": true, "valid": false}"#
            ),
            Some(Phone {
                id: 1,
                number: Some("+15141234455".into()),
                extension: "555".into(),
                mobile: Some(true),
                phone_type: None,
                valid: Some(false),
            })
        );
        assert_eq!(
            read(r#"{"id": 2, "number": 5, "extension": {}, "mobile": "yes", "valid": 1}"#),
            Some(Phone { id: 2, ..Phone::default() })
        );
        assert_eq!(read(r#"{"id": 3, "type": "mobile"}"#).and_then(|p| p.mobile), Some(true));
        assert_eq!(read(r#"{"id": 3, "type": "home"}"#).and_then(|p| p.mobile), Some(false));
        assert_eq!(
            read(r#"{"id": 3, "type": "fax"}"#).and_then(|phone| phone.phone_type).as_deref(),
            Some("fax")
        );
        for text in [r#"{"id": "1"}"#, r#"{"id": null}"#, "{}", "[]", "null", "7", r#""id""#] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
