//! The custom element as a JavaScript type, and the properties that are set on it.

use super::properties::LeadPhoneFormProperties;
use crate::api::token::Scheme;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, Node};
use yew::AttrValue;

#[wasm_bindgen]
extern "C" {
    /// The custom element. Its methods have an effect once it is ready (see `onready`).
    ///
    /// ```no_run
    /// use lead_phone_form::component::LeadPhoneFormElement;
    /// use yew::Callback;
    ///
    /// let onready = Callback::from(|form: LeadPhoneFormElement| form.focus_number());
    /// # let _: Callback<LeadPhoneFormElement> = onready;
    /// ```
    #[wasm_bindgen(extends = HtmlElement, extends = Element, extends = Node)]
    #[derive(Clone, Debug, PartialEq)]
    pub type LeadPhoneFormElement;

    /// Moves the focus to the number.
    #[wasm_bindgen(method, js_name = focus)]
    pub fn focus_number(this: &LeadPhoneFormElement);

    /// Saves, like the button.
    #[wasm_bindgen(method, js_name = requestSubmit)]
    pub fn request_submit(this: &LeadPhoneFormElement);

    /// Restores the values that were saved last.
    #[wasm_bindgen(method)]
    pub fn reset(this: &LeadPhoneFormElement);

    /// Whether the form has unsaved changes.
    #[wasm_bindgen(method, getter)]
    pub fn dirty(this: &LeadPhoneFormElement) -> bool;
}

impl LeadPhoneFormElement {
    /// Sets the properties that have changed. Unchanged ones are left alone: setting `phoneId`
    /// again would replace the id that `phone` has set.
    pub(super) fn set_all(
        &self,
        properties: &LeadPhoneFormProperties,
        old: Option<&LeadPhoneFormProperties>,
    ) {
        let before = match old {
            Some(old) => settings(old),
            None => settings(&LeadPhoneFormProperties::default()),
        };
        for ((name, value), (_, before)) in settings(properties).into_iter().zip(before) {
            if value != before {
                self.set(name, &value);
            }
        }
        let messages = old.map(|old| old.messages.as_slice()).unwrap_or_default();
        if properties.messages != messages {
            self.set("messages", &object(&properties.messages));
        }
    }

    fn set(&self, name: &str, value: &JsValue) {
        // The element's setters do not throw, and an element that is not defined yet has none.
        let _ = Reflect::set(self, &name.into(), value);
    }
}

/// The element's properties except `messages`. `undefined` means the default.
fn settings(properties: &LeadPhoneFormProperties) -> [(&'static str, JsValue); 19] {
    let text = |text: &Option<AttrValue>| text.as_deref().map_or(JsValue::UNDEFINED, Into::into);
    // Integers up to 2⁵³−1 are exact.
    let id = |id: Option<u64>| id.map_or(JsValue::UNDEFINED, |id| (id as f64).into());
    let list = |list: &[AttrValue]| JsValue::from(list.join(" "));
    let scheme = match properties.auth_scheme {
        Scheme::Bearer => "bearer",
        Scheme::Basic => "basic",
    };
    [
        ("leadId", id(properties.lead_id)),
        ("phoneId", id(properties.phone_id)),
        ("baseUrl", text(&properties.base_url)),
        ("authScheme", scheme.into()),
        ("country", text(&properties.country)),
        (
            "preferredCountries",
            properties.preferred_countries.as_deref().map_or(JsValue::UNDEFINED, list),
        ),
        ("countries", list(&properties.countries)),
        ("locale", text(&properties.locale)),
        ("phoneTypes", list(&properties.phone_types)),
        ("autocomplete", if properties.autocomplete { "on" } else { "off" }.into()),
        ("timeout", properties.timeout.map_or(JsValue::UNDEFINED, Into::into)),
        ("disabled", properties.disabled.into()),
        ("className", properties.class.to_string().into()),
        ("token", properties.token.as_ref().map_or(JsValue::UNDEFINED, |token| token.to_js())),
        ("tokenUrl", text(&properties.token_url)),
        ("fields", properties.fields.as_deref().map_or(JsValue::UNDEFINED, list)),
        ("flags", properties.flags.into()),
        ("loading", if properties.lazy { "lazy" } else { "eager" }.into()),
        ("phone", properties.phone.as_ref().map_or(JsValue::UNDEFINED, |phone| phone.to_js())),
    ]
}

fn object(messages: &[(super::MessageId, AttrValue)]) -> JsValue {
    let entries: Array = messages
        .iter()
        .map(|(text, words)| Array::of2(&text.key().into(), &words.as_str().into()))
        .collect();
    // Fails only if an entry is not a pair.
    Object::from_entries(&entries).map_or(JsValue::UNDEFINED, Into::into)
}
