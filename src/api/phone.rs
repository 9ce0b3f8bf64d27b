//! A lead's phone, as it is sent and as it comes back.

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
    /// The word for it in event details.
    pub fn as_str(self) -> &'static str {
        match self {
            Operation::Create => "create",
            Operation::Update => "update",
        }
    }
}

/// The body of a request: the specification's "Body Example", its fields in its order.
///
/// A field is left out where it is `None`: `lead_id` of an update, and on an update of a
/// phone whose content is not known, what the user did not touch.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PhoneBody {
    /// The lead that a new phone belongs to, from 1 to 2⁵³−1.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "as_number")]
    pub lead_id: Option<u64>,
    /// The extension, an integer from 0 to 2⁵³−1; `Some(None)`, `null` in JSON, says that
    /// there is none.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "as_number_or_null")]
    pub extension: Option<Option<u64>>,
    /// What kind of phone it is.
    #[serde(flatten)]
    pub kind: PhoneKind,
    /// The number, in E.164.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
}

/// What kind of phone it is, in the API's revision of today or in the later one.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PhoneKind {
    /// Whether it is a mobile phone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mobile: Option<bool>,
    /// A word such as `home`, which the API's later revision has in place of `mobile`.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub phone_type: Option<String>,
}

/// JavaScript's numbers hold each integer up to 2⁵³−1 exactly. For an integer type, the
/// serializer would bring the formatting of an error along.
fn as_number<S: Serializer>(integer: &Option<u64>, serializer: S) -> Result<S::Ok, S::Error> {
    integer.map(|integer| integer as f64).serialize(serializer)
}

/// As [`as_number`], for an integer that may be null.
fn as_number_or_null<S: Serializer>(
    integer: &Option<Option<u64>>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    as_number(&integer.flatten(), serializer)
}

/// What the form reads of a phone that the API returned or that the host passed in.
///
/// Only the id is certain: the host gets the whole object, and a form that refused one
/// with a field missing would turn a phone that was saved into an error.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Phone {
    /// The phone's id, from 1 to 2⁵³−1.
    pub id: u64,
    /// The number, as the API holds it.
    pub number: Option<String>,
    /// The extension's digits; empty where there is none.
    pub extension: String,
    /// Whether it is a mobile phone; read from `type` in the API's later revision.
    pub mobile: Option<bool>,
    /// The `type` of the later revision.
    pub phone_type: Option<String>,
    /// The API's word on whether the number is valid.
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
