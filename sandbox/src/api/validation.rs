//! Validates the fields of a request, with the API's messages about invalid ones.

use serde_json::{Map, Value};

use super::{
    number::judge,
    refusal::{Errors, Refusal},
};
use crate::{
    Revision,
    store::phones::{Kind, NewPhone, Number, Phone},
};

/// Reads the phone to create. The refusal lists every invalid field.
pub fn create(
    object: &Map<String, Value>,
    revision: Revision,
    lead_exists: impl FnOnce(i64) -> rusqlite::Result<bool>,
) -> Result<NewPhone, Refusal> {
    let mut errors = Errors::default();
    let lead_id = lead_id(object, lead_exists, &mut errors)?;
    let number = number(object.get("number"), &mut errors);
    let extension = extension(object.get("extension"), &mut errors);
    let kind = kind(object, revision, None, &mut errors);
    errors.into_result()?;
    let (Some(lead_id), Some(number)) = (lead_id, number) else {
        // Not reached: each missing field has added a message.
        return Err(Refusal::Invalid(Errors::default()));
    };
    Ok(NewPhone { extension, lead_id, kind, number })
}

/// Replaces the fields of `phone` with those of the request. The refusal lists every invalid field.
pub fn update(
    object: &Map<String, Value>,
    revision: Revision,
    phone: &mut Phone,
) -> Result<(), Refusal> {
    let mut errors = Errors::default();
    if let Some(value) = object.get("number")
        && let Some(number) = number(Some(value), &mut errors)
    {
        phone.number = number;
    }
    if let Some(value) = object.get("extension") {
        phone.extension = extension(Some(value), &mut errors);
    }
    phone.kind = kind(object, revision, phone.kind, &mut errors);
    errors.into_result()
}

fn lead_id(
    object: &Map<String, Value>,
    exists: impl FnOnce(i64) -> rusqlite::Result<bool>,
    errors: &mut Errors,
) -> Result<Option<i64>, Refusal> {
    let text = match object.get("lead_id") {
        None | Some(Value::Null) => "The field lead_id is required.",
        Some(Value::String(text)) if text.is_empty() => "The field lead_id is required.",
        Some(value) if !(value.is_i64() || value.is_u64()) => "The lead_id must be an integer.",
        Some(value) => match value.as_i64() {
            Some(id) if exists(id)? => return Ok(Some(id)),
            _ => "The selected lead_id is invalid.",
        },
    };
    errors.add("lead_id", text.into());
    Ok(None)
}

fn number(value: Option<&Value>, errors: &mut Errors) -> Option<Number> {
    let text = match value {
        None | Some(Value::Null) => "The field number is required.",
        Some(Value::String(text)) if text.is_empty() => "The field number is required.",
        Some(Value::String(text)) => match judge(text) {
            Some(valid) => return Some(Number { text: text.clone(), valid }),
            None => "The number format is invalid.",
        },
        Some(_) => "The number must be a string.",
    };
    errors.add("number", text.into());
    None
}

fn extension(value: Option<&Value>, errors: &mut Errors) -> Option<i64> {
    let value = value.filter(|value| !value.is_null())?;
    // Only integers that a JavaScript client can read without loss.
    let extension = value.as_i64().filter(|extension| (0..1 << 53).contains(extension));
    if extension.is_none() {
        errors.add("extension", "The extension must be an integer.".into());
    }
    extension
}

/// The kind of phone that the request sets: with `mobile` in the first revision, with `type` in the
/// later one. `current` if the field is missing.
fn kind(
    object: &Map<String, Value>,
    revision: Revision,
    current: Option<Kind>,
    errors: &mut Errors,
) -> Option<Kind> {
    match revision {
        Revision::R2018 => match object.get("mobile") {
            None => current,
            Some(Value::Bool(true)) => Some(Kind::Mobile),
            // A home or work phone keeps its kind, because it is not mobile either.
            Some(Value::Bool(false)) => current.filter(|kind| *kind != Kind::Mobile),
            Some(_) => {
                errors.add("mobile", "The mobile field must be true or false.".into());
                current
            }
        },
        Revision::R2020 => match object.get("type") {
            None => current,
            Some(Value::Null) => None,
            Some(value) => {
                let kind = value.as_str().and_then(Kind::from_name);
                if kind.is_none() {
                    errors.add("type", "The selected type is invalid.".into());
                }
                kind
            }
        },
    }
}
