//! A lead's phone, as it is sent and as it comes back.

use super::integer::write_integer;
use super::value::Value;

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
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PhoneBody {
    /// The lead that a new phone belongs to, from 1 to 2⁵³−1.
    pub lead_id: Option<u64>,
    /// The extension, an integer from 0 to 2⁵³−1; `Some(None)` says that there is none.
    pub extension: Option<Option<u64>>,
    /// Whether it is a mobile phone.
    pub mobile: Option<bool>,
    /// A word such as `home`, which the API's later revision has in place of `mobile`.
    pub phone_type: Option<String>,
    /// The number, in E.164.
    pub number: Option<String>,
}

impl PhoneBody {
    /// Its fields, by the names that the API has for them.
    pub fn members(&self) -> Vec<(&'static str, Value)> {
        let integer = |integer: u64| Value::Number(integer as f64);
        let mut members = Vec::new();
        if let Some(lead_id) = self.lead_id {
            members.push(("lead_id", integer(lead_id)));
        }
        if let Some(extension) = self.extension {
            members.push(("extension", extension.map_or(Value::Null, integer)));
        }
        if let Some(mobile) = self.mobile {
            members.push(("mobile", Value::Bool(mobile)));
        }
        if let Some(phone_type) = &self.phone_type {
            members.push(("type", Value::String(phone_type.clone())));
        }
        if let Some(number) = &self.number {
            members.push(("number", Value::String(number.clone())));
        }
        members
    }
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
        let text = |text: &str| Value::String(text.to_owned());
        let create = PhoneBody {
            lead_id: Some(3387562),
            extension: Some(Some(555)),
            mobile: Some(false),
            number: Some("+15141234455".into()),
            ..PhoneBody::default()
        };
        assert_eq!(
            create.members(),
            [
                ("lead_id", Value::Number(3387562.0)),
                ("extension", Value::Number(555.0)),
                ("mobile", Value::Bool(false)),
                ("number", text("+15141234455")),
            ]
        );
        let update = PhoneBody { lead_id: None, extension: Some(None), ..create };
        assert_eq!(
            update.members(),
            [
                ("extension", Value::Null),
                ("mobile", Value::Bool(false)),
                ("number", text("+15141234455")),
            ]
        );
        let later = PhoneBody { mobile: None, phone_type: Some("home".into()), ..update };
        assert_eq!(
            later.members(),
            [("extension", Value::Null), ("type", text("home")), ("number", text("+15141234455")),]
        );
        assert_eq!(PhoneBody::default().members(), []);
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
