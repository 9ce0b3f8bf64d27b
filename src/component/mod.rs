//! A component for hosts that are Yew applications.
//!
//! It wraps the custom element, which the page loads like any other page does. The form runs in
//! its own WebAssembly with its own Yew, not in the host's. So it behaves the same as everywhere
//! else, and a panic on one side does not affect the other. This module adds types to the host:
//! properties in, callbacks out.
//!
//! A host depends on this crate without its default features, which only the element needs:
//!
//! ```toml
//! lead-phone-form = { version = "0.1", default-features = false }
//! ```
//!
//! ```
//! use lead_phone_form::component::{LeadPhoneForm, Phone, TokenSource};
//! use yew::{Callback, Html, Properties, component, html};
//!
//! #[derive(PartialEq, Properties)]
//! struct LeadProperties {
//!     token: TokenSource,
//!     onsaved: Callback<Phone>,
//! }
//!
//! #[component]
//! fn Lead(properties: &LeadProperties) -> Html {
//!     html! {
//!         <LeadPhoneForm
//!             lead_id={3387562}
//!             token={properties.token.clone()}
//!             oncreated={&properties.onsaved}
//!         />
//!     }
//! }
//! ```

mod element;
mod events;
mod listeners;
mod phone;
mod properties;
mod token;

pub use crate::api::answer::Kind;
pub use crate::api::credentials::Reason;
pub use crate::api::phone::Operation;
pub use crate::api::token::Scheme;
pub use crate::form::text::message_id::MessageId;
pub use element::LeadPhoneFormElement;
pub use events::{ErrorKind, FormError, Submission};
pub use phone::Phone;
pub use properties::LeadPhoneFormProperties;
pub use token::TokenSource;

use listeners::Listeners;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::{Component, Context, Html, create_portal, html};

/// `<lead-phone-form>` in a Yew application.
///
/// The page loads `lead-phone-form.js` with its own script tag, before or after the application.
/// The component renders in browsers only, not on a server.
///
/// ```
/// use lead_phone_form::component::{FormError, LeadPhoneForm, Phone};
/// use yew::{Callback, Html, html};
///
/// fn form(onsaved: Callback<Phone>, onerror: Callback<FormError>) -> Html {
///     html! {
///         <LeadPhoneForm
///             lead_id={3387562}
///             token_url="/crm-token"
///             oncreated={&onsaved}
///             onupdated={&onsaved}
///             {onerror}
///         />
///     }
/// }
/// # let _ = form(Callback::noop(), Callback::noop());
/// ```
#[derive(Debug)]
pub struct LeadPhoneForm {
    element: Option<LeadPhoneFormElement>,
    listeners: Option<Rc<Listeners>>,
}

impl Component for LeadPhoneForm {
    type Message = ();
    type Properties = LeadPhoneFormProperties;

    /// Creates the element here and not in `view`: all listeners and properties are set before
    /// the element is on the page, where it may be ready at once.
    fn create(context: &Context<Self>) -> LeadPhoneForm {
        let document = web_sys::window().and_then(|window| window.document());
        let element = document
            .and_then(|document| document.create_element("lead-phone-form").ok())
            .map(|element| element.unchecked_into::<LeadPhoneFormElement>());
        let listeners = element.as_ref().map(|element| Listeners::new(element, context.props()));
        if let Some(element) = &element {
            element.set_all(context.props(), None);
        }
        LeadPhoneForm { element, listeners }
    }

    fn changed(&mut self, context: &Context<Self>, old: &LeadPhoneFormProperties) -> bool {
        let properties = context.props();
        if let Some(listeners) = &self.listeners {
            listeners.change(properties);
        }
        if let Some(element) = &self.element {
            element.set_all(properties, Some(old));
        }
        properties.children != old.children
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let Some(element) = &self.element else { return Html::default() };
        let children = create_portal(context.props().children.clone(), element.clone().into());
        html! { <>{ Html::VRef(element.clone().into()) }{ children }</> }
    }

    fn destroy(&mut self, _: &Context<Self>) {
        if let Some(listeners) = self.listeners.take() {
            listeners.leave();
        }
    }
}
