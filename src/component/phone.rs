//! A phone: the fields that the form reads, and the complete object.

use crate::api;
use crate::api::value::Value;
use js_sys::{Array, Object};
use std::ops::Deref;
use wasm_bindgen::JsValue;

/// A phone as the API returns it: its fields, through `Deref`, and the object that they were read
/// from.
///
/// ```no_run
/// use lead_phone_form::api;
/// use lead_phone_form::component::Phone;
///
/// let phone = Phone::from(api::phone::Phone {
///     id: 34566,
///     number: Some("+15142223344".to_owned()),
///     extension: "12".to_owned(),
///     mobile: Some(false),
///     phone_type: None,
///     valid: None,
/// });
/// assert_eq!(phone.number.as_deref(), Some("+15142223344"));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Phone {
    fields: api::phone::Phone,
    object: JsValue,
}

impl Phone {
    /// Reads a phone from an object; `None` unless it has an integer `id`.
    pub fn read(object: &JsValue) -> Option<Phone> {
        let fields = api::phone::Phone::read(&Value::from_js(object))?;
        Some(Phone { fields, object: object.clone() })
    }

    /// The object as the API sent it, including fields that this type does not have.
    pub fn object(&self) -> &JsValue {
        &self.object
    }

    pub(super) fn to_js(&self) -> JsValue {
        self.object.clone()
    }
}

impl Deref for Phone {
    type Target = api::phone::Phone;

    fn deref(&self) -> &api::phone::Phone {
        &self.fields
    }
}

/// Makes a phone from fields that the host has.
impl From<api::phone::Phone> for Phone {
    fn from(fields: api::phone::Phone) -> Phone {
        let text = |text: &Option<String>| text.as_deref().map(JsValue::from);
        let extension = Some(&fields.extension).filter(|extension| !extension.is_empty());
        let members = [
            // Ids up to 2⁵³−1 are exact.
            ("id", Some((fields.id as f64).into())),
            ("number", text(&fields.number)),
            ("extension", extension.map(|extension| extension.as_str().into())),
            ("mobile", fields.mobile.map(JsValue::from)),
            ("type", text(&fields.phone_type)),
            ("valid", fields.valid.map(JsValue::from)),
        ];
        let entries: Array = members
            .into_iter()
            .filter_map(|(name, value)| Some(Array::of2(&name.into(), &value?)))
            .collect();
        // Fails only if an entry is not a pair.
        let object = Object::from_entries(&entries).map_or(JsValue::UNDEFINED, Into::into);
        Phone { fields, object }
    }
}
