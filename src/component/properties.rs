//! What a host sets.

use super::{FormError, LeadPhoneFormElement, MessageId, Phone, Scheme, Submission, TokenSource};
use yew::{AttrValue, Callback, Classes, Html, Properties};

/// The properties of [`LeadPhoneForm`](super::LeadPhoneForm); the README's tables have what
/// each of them means. What is left out, or `None`, is the default.
#[derive(Clone, Debug, Default, PartialEq, Properties)]
pub struct LeadPhoneFormProperties {
    /// The lead that a new phone is for, from 1 to 2⁵³−1.
    #[prop_or_default]
    pub lead_id: Option<u64>,
    /// The phone to update, from 1 to 2⁵³−1.
    #[prop_or_default]
    pub phone_id: Option<u64>,
    /// Where the API is: a URL, absolute or relative to the page.
    #[prop_or_default]
    pub base_url: Option<AttrValue>,
    /// The word before the token in `Authorization`.
    #[prop_or_default]
    pub auth_scheme: Scheme,
    /// The country at first, as ISO 3166-1 has it.
    #[prop_or_default]
    pub country: Option<AttrValue>,
    /// The countries that come first in the list; `Some` of none puts none first.
    #[prop_or_default]
    pub preferred_countries: Option<Vec<AttrValue>>,
    /// The language of the form, as BCP 47 has it.
    #[prop_or_default]
    pub locale: Option<AttrValue>,
    /// The types to choose from, for the API's later revision.
    #[prop_or_default]
    pub phone_types: Vec<AttrValue>,
    /// Whether the browser may offer the user's own number.
    #[prop_or_default]
    pub autocomplete: bool,
    /// Milliseconds for a whole request, from 1 to 2³¹−1.
    #[prop_or_default]
    pub timeout: Option<u32>,
    /// Whether the form cannot be used.
    #[prop_or_default]
    pub disabled: bool,
    /// The token, or what returns it.
    #[prop_or_default]
    pub token: Option<TokenSource>,
    /// The phone to show and to update.
    #[prop_or_default]
    pub phone: Option<Phone>,
    /// Texts in place of the form's own.
    #[prop_or_default]
    pub messages: Vec<(MessageId, AttrValue)>,
    /// The element's classes in the host's style sheet.
    #[prop_or_default]
    pub class: Classes,
    /// What is shown until the form is there.
    #[prop_or_default]
    pub children: Html,
    /// The number can be typed. Whoever keeps the element keeps all that belongs to it.
    #[prop_or_default]
    pub onready: Callback<LeadPhoneFormElement>,
    /// A request is about to be sent.
    #[prop_or_default]
    pub onsubmit: Callback<Submission>,
    /// The API has created a phone.
    #[prop_or_default]
    pub oncreated: Callback<Phone>,
    /// The API has changed a phone.
    #[prop_or_default]
    pub onupdated: Callback<Phone>,
    /// A request failed, or a setting is wrong.
    #[prop_or_default]
    pub onerror: Callback<FormError>,
}
