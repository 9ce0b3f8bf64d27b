//! The boundary to the host page: attributes and properties come in, DOM events go out.
//!
//! The custom element itself is a JavaScript class, because only a JavaScript class can be one.
//! It passes on what the host sets without interpreting it.

mod events;
mod settings;
mod words;
mod zones;

use crate::form::controller::{Controller, Prerendered};
use crate::form::text::message_id::MessageId;
use events::HostElement;
use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, ShadowRoot};

/// The form of one element.
#[wasm_bindgen]
pub struct Form(Controller);

#[wasm_bindgen]
impl Form {
    /// Creates the form of this element, without rendering it. `told` is called after
    /// something may have changed, with nothing and the id of the phone that the user edits, and with
    /// an outcome and its detail when a save has ended or was refused. `raise` raises an
    /// event, by its name, its detail and whether it can be cancelled, and returns whether it was not.
    /// `tree` keeps the elements in their places (`www/tree.js`): it is called with `false` before a
    /// change, with `true` before a drawing, and with the container after it.
    #[wasm_bindgen(constructor)]
    pub fn new(
        element: &HtmlElement,
        told: js_sys::Function,
        raise: js_sys::Function,
        tree: js_sys::Function,
    ) -> Form {
        Form(Controller::new(Box::new(HostElement::new(element, told, raise, tree))))
    }

    /// Renders the form in the element's shadow root.
    pub fn mount(&self, root: ShadowRoot) {
        self.0.mount(root);
    }

    /// Hydrates the prerendered form in the element's shadow root. `typed` has the ids of the
    /// controls that the user has changed, separated by spaces.
    #[wasm_bindgen(js_name = hydrate)]
    pub fn hydrate(
        &self,
        root: ShadowRoot,
        container: Element,
        typed: &str,
        composing: bool,
        submitted: bool,
    ) {
        let typed = typed.to_owned();
        self.0.hydrate(root, Prerendered { container, typed, composing, submitted });
    }

    /// Removes the form from the shadow root. It keeps its state.
    pub fn unmount(&self) {
        self.0.unmount();
    }

    /// Sets the setting `name` of the contract's table to a value that `www/settings.js` has
    /// read. The name is the attribute's name if there is one. `null` and `undefined` restore the
    /// default. A value that cannot be read raises `lead-phone-error`, and the default applies.
    pub fn set(&self, name: &str, value: JsValue) {
        let setting = match name {
            "token" => return self.0.set_credentials(settings::read_credentials(value)),
            // The element has already removed the attribute.
            "token-attribute" => Err(Box::new(settings::Unreadable {
                error: settings::unreadable_token(MessageId::TokenAttribute),
                instead: None,
            })),
            // The element finds it: the nearest `lang`, or else the browser's language.
            "page-locale" => Ok(settings::read_page_locale(&value)),
            // The element fetches them: a file of `locales/`.
            "words" => match words::read(&value) {
                Some(words) => Ok(words),
                None => return,
            },
            "messages" => settings::read_messages(&value),
            "phone" => settings::read_phone(&value),
            _ => match settings::read_attribute(name, &value) {
                Some(setting) => setting,
                None => return,
            },
        };
        match setting {
            Ok(setting) => self.0.set(setting),
            Err(unreadable) => self.0.set_unreadable(unreadable.error, unreadable.instead),
        }
    }

    /// Saves, like the button.
    pub fn submit(&self) {
        self.0.submit();
    }

    /// Restores the values that were saved last.
    pub fn reset(&self) {
        self.0.reset();
    }

    /// Moves the focus to the number.
    pub fn focus(&self) {
        self.0.focus();
    }

    /// The failure message. The element caches it while this instance works, and shows it after
    /// this instance has failed.
    #[wasm_bindgen(getter)]
    pub fn failure(&self) -> String {
        self.0.say(MessageId::Internal)
    }

    /// Whether the form has unsaved changes.
    #[wasm_bindgen(getter)]
    pub fn dirty(&self) -> bool {
        self.0.dirty()
    }

    /// What stands in the form now: the values that `www/entry.js` names.
    #[wasm_bindgen(getter)]
    pub fn entry(&self) -> Array {
        events::entry(&self.0.entry())
    }

    /// Whether a save is in progress, or waits for a numbering plan.
    #[wasm_bindgen(getter)]
    pub fn saving(&self) -> bool {
        self.0.is_saving()
    }

    /// The states of the form for `:state()`, with spaces between them.
    #[wasm_bindgen(getter)]
    pub fn states(&self) -> String {
        self.0.states()
    }
}

/// Sets the function that fetches a world zone's file of numbering plans. It is called with the
/// zone's digit, 2 to 9, and returns a promise of a `Uint8Array`.
#[wasm_bindgen(js_name = setPlanFetch)]
pub fn set_plan_fetch(function: js_sys::Function) {
    zones::set_fetch(function);
}

/// Runs once when the WebAssembly starts.
#[wasm_bindgen(start)]
pub fn start() {
    // Yew's own hook prints to the console, and a panic message may contain what the user typed.
    yew::set_custom_panic_hook(Box::new(|_| {}));
}
