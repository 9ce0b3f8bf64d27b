//! The properties that a host sets.

use super::{FormError, LeadPhoneFormElement, MessageId, Phone, Scheme, Submission, TokenSource};
use yew::{AttrValue, Callback, Classes, Html, Properties};

/// The properties of [`LeadPhoneForm`](super::LeadPhoneForm). docs/src/reference/settings.md describes each
/// of them. A property that is left out or `None` has its default.
///
/// ```
/// use lead_phone_form::component::LeadPhoneFormProperties;
/// use yew::AttrValue;
///
/// let properties = LeadPhoneFormProperties {
///     lead_id: Some(3387562),
///     token_url: Some("/crm-token".into()),
///     countries: vec!["CA".into(), "US".into()],
///     ..LeadPhoneFormProperties::default()
/// };
/// assert_eq!(properties.token_url, Some(AttrValue::from("/crm-token")));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Properties)]
pub struct LeadPhoneFormProperties {
    /// The lead that a new phone is for, from 1 to 2⁵³−1.
    #[prop_or_default]
    pub lead_id: Option<u64>,
    /// The phone to update, from 1 to 2⁵³−1.
    #[prop_or_default]
    pub phone_id: Option<u64>,
    /// The API's address: a URL, absolute or relative to the page.
    #[prop_or_default]
    pub base_url: Option<AttrValue>,
    /// The scheme before the token in `Authorization`.
    #[prop_or_default]
    pub auth_scheme: Scheme,
    /// The initial country, an ISO 3166-1 code.
    #[prop_or_default]
    pub country: Option<AttrValue>,
    /// The countries at the top of the list; `Some` with an empty list puts none there.
    #[prop_or_default]
    pub preferred_countries: Option<Vec<AttrValue>>,
    /// The only countries whose numbers can be saved; an empty list allows all.
    #[prop_or_default]
    pub countries: Vec<AttrValue>,
    /// The language of the form, a BCP 47 tag.
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
    /// Whether the form is disabled.
    #[prop_or_default]
    pub disabled: bool,
    /// The token, or a function that returns it.
    #[prop_or_default]
    pub token: Option<TokenSource>,
    /// Where the page's own server gives out a token: a URL, absolute or relative to the page.
    #[prop_or_default]
    pub token_url: Option<AttrValue>,
    /// The fields beside the number that are shown; `None` shows all.
    #[prop_or_default]
    pub fields: Option<Vec<AttrValue>>,
    /// Whether a flag is beside each country.
    #[prop_or_default]
    pub flags: bool,
    /// Whether the form loads only when it is approached.
    #[prop_or_default]
    pub lazy: bool,
    /// The phone to show and to update.
    #[prop_or_default]
    pub phone: Option<Phone>,
    /// Texts that replace the form's own.
    #[prop_or_default]
    pub messages: Vec<(MessageId, AttrValue)>,
    /// The element's classes in the host's style sheet.
    #[prop_or_default]
    pub class: Classes,
    /// The content that is shown until the form is loaded.
    #[prop_or_default]
    pub children: Html,
    /// The number can be typed. A callback that keeps the element also keeps everything that
    /// belongs to it in memory.
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
