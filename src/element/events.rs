//! What the element does for its form: it raises the events, and keeps the elements in their places.

use super::zones;
use crate::api::object::object;
use crate::form::controller::host::{Host, HostEvent, Mended};
use crate::form::number::plans::Plans;
use crate::form::state::entry::Entry;
use crate::form::state::error_event::ErrorEvent;
use js_sys::{Array, Function};
use lead_phone_number::Zone;
use std::any::Any;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

#[wasm_bindgen]
extern "C" {
    /// JavaScript's `WeakRef`.
    type WeakRef;

    #[wasm_bindgen(constructor)]
    fn new(target: &HtmlElement) -> WeakRef;

    #[wasm_bindgen(method)]
    fn deref(this: &WeakRef) -> Option<HtmlElement>;
}

/// The element that owns the form. The reference is weak, because the element owns the form.
pub(super) struct HostElement {
    element: WeakRef,
    told: Function,
    raise: Function,
    tree: Function,
}

impl HostElement {
    /// `told` is called after each action with nothing and the id of the phone that the user edits, and
    /// with an outcome and its detail when a save has ended or was refused.
    pub(super) fn new(
        element: &HtmlElement,
        told: Function,
        raise: Function,
        tree: Function,
    ) -> HostElement {
        HostElement { element: WeakRef::new(element), told, raise, tree }
    }

    /// Raises an event; `false` if a listener cancels it.
    fn dispatch(&self, name: &str, detail: &JsValue, cancelable: bool) -> bool {
        // The element's own functions do not throw.
        let result =
            self.raise.call3(&JsValue::UNDEFINED, &name.into(), detail, &cancelable.into());
        result.map_or(true, |result| result != JsValue::FALSE)
    }

    /// Raises the event that ends a save, after its outcome is told.
    fn end(&self, outcome: &str, detail: &JsValue) -> bool {
        let _ = self.told.call2(&JsValue::UNDEFINED, &outcome.into(), detail);
        self.dispatch(outcome, detail, false)
    }
}

impl Host for HostElement {
    fn raise(&self, event: HostEvent<'_>) -> bool {
        match event {
            HostEvent::Ready => self.dispatch("ready", &JsValue::NULL, false),
            HostEvent::Submit { operation, phone_id, body } => {
                let detail = object(&[
                    ("operation", operation.as_str().into()),
                    ("phoneId", phone_id.map_or(JsValue::NULL, |id| (id as f64).into())),
                    ("body", body.clone()),
                ]);
                self.dispatch("submit", &detail, true)
            }
            HostEvent::Saved { operation, phone } => match operation {
                crate::api::phone::Operation::Create => self.end("created", phone),
                crate::api::phone::Operation::Update => self.end("updated", phone),
            },
            HostEvent::Refused { field, reason, message } => {
                let detail = object(&[
                    ("field", field.into()),
                    ("reason", reason.into()),
                    ("message", message.into()),
                ]);
                self.end("refused", &detail)
            }
            HostEvent::Error(error) => self.end("error", &error_detail(error)),
        }
    }

    fn changed(&self, edited: Option<u64>) {
        let id = edited.map_or(JsValue::NULL, |id| (id as f64).into());
        let _ = self.told.call2(&JsValue::UNDEFINED, &JsValue::UNDEFINED, &id);
    }

    fn mend(&self, is_drawing: bool) -> Mended {
        let result = self.tree.call1(&JsValue::UNDEFINED, &is_drawing.into());
        match result.ok().and_then(|result| result.as_f64()) {
            None | Some(0.0) => Mended::Nothing,
            Some(1.0) => Mended::Places,
            Some(_) => Mended::Values,
        }
    }

    fn settle(&self, container: &Element) {
        let _ = self.tree.call1(&JsValue::UNDEFINED, container);
    }

    fn restore(&self) {
        let _ = self.tree.call1(&JsValue::UNDEFINED, &JsValue::NULL);
    }

    fn plans(&self) -> Plans {
        zones::plans()
    }

    fn load_plan(&self, zone: Zone, done: Box<dyn FnOnce(bool)>) {
        zones::load(zone, done);
    }

    fn hold(&self) -> Box<dyn Any> {
        Box::new(self.element.deref())
    }
}

fn error_detail(error: &ErrorEvent) -> JsValue {
    let errors = error.errors.as_ref().map_or(JsValue::NULL, |fields| {
        let mut members = Vec::new();
        for (name, texts) in fields {
            let list = Array::new();
            for text in texts {
                list.push(&text.as_str().into());
            }
            members.push((name.as_str(), list.into()));
        }
        object(&members)
    });
    object(&[
        ("kind", error.kind.as_str().into()),
        ("operation", error.operation.map_or(JsValue::NULL, |o| o.as_str().into())),
        ("status", error.status.map_or(JsValue::NULL, Into::into)),
        ("message", error.message.as_str().into()),
        ("errors", errors),
    ])
}

/// What stands in the form now, as the values that `www/entry.js` names, in its order: names would
/// have to be copied for each key.
pub(super) fn entry(entry: &Entry) -> Array {
    let text = |text: Option<&str>| text.map_or(JsValue::NULL, Into::into);
    let values = Array::new();
    for value in [
        text(entry.number.as_deref()),
        entry.country.as_str().into(),
        entry.extension.as_str().into(),
        text(entry.phone_type.as_deref()),
        entry.mobile.into(),
        entry.possible.into(),
        entry.valid.into(),
        text(entry.reason),
        text(entry.number_type),
        entry.dirty.into(),
    ] {
        values.push(&value);
    }
    values
}
