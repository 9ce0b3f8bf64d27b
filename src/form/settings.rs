//! What the host sets, once it has been read.

use super::notice::Notice;
use super::texts::Text;
use crate::api::phone::Phone;
use crate::api::token::Scheme;
use crate::number::Region;

/// Where the API is unless the host says otherwise; the specification's host and path.
pub const DEFAULT_BASE_URL: &str = "https://crm.activix.ca/api/v2";

/// Milliseconds that a request may take unless the host says otherwise.
pub const DEFAULT_TIMEOUT: u32 = 15_000;

/// The country unless the host says otherwise: Canada, the API's home.
pub fn default_country() -> Region {
    #[expect(
        clippy::expect_used,
        reason = "Canada is in the list of regions; a test holds it to it"
    )]
    Region::new("CA").expect("Canada")
}

/// The first in the list of countries unless the host says otherwise.
pub fn default_preferred_countries() -> Vec<Region> {
    ["CA", "US"].into_iter().filter_map(Region::new).collect()
}

/// The settings in force.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The lead that a new phone belongs to.
    pub lead_id: Option<u64>,
    /// The phone to update.
    pub phone_id: Option<u64>,
    /// The API's address, without a slash at its end.
    pub base_url: String,
    /// The country of numbers typed without a calling code.
    pub country: Region,
    /// The first in the list of countries.
    pub preferred_countries: Vec<Region>,
    /// The scheme of `Authorization`.
    pub scheme: Scheme,
    /// Milliseconds for one request, headers and body.
    pub timeout: u32,
    /// Whether the form can be used.
    pub disabled: bool,
    /// Whether there is a token, or a function that returns one.
    pub has_token: bool,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            lead_id: None,
            phone_id: None,
            base_url: DEFAULT_BASE_URL.to_owned(),
            country: default_country(),
            preferred_countries: default_preferred_countries(),
            scheme: Scheme::default(),
            timeout: DEFAULT_TIMEOUT,
            disabled: false,
            has_token: false,
        }
    }
}

/// One setting, read.
#[derive(Clone, Debug, PartialEq)]
pub enum Setting {
    /// `lead-id`.
    LeadId(Option<u64>),
    /// `phone-id`.
    PhoneId(Option<u64>),
    /// `base-url`, without a slash at its end.
    BaseUrl(String),
    /// `country`.
    Country(Region),
    /// `preferred-countries`.
    PreferredCountries(Vec<Region>),
    /// `auth-scheme`.
    Scheme(Scheme),
    /// `timeout`, in milliseconds.
    Timeout(u32),
    /// `disabled`.
    Disabled(bool),
    /// Whether `token` is set; the token itself is nowhere near the state.
    Token(bool),
    /// `phone`.
    Phone(Option<Phone>),
}

/// A setting that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadableSetting {
    /// The attribute's name, or the property's where there is no attribute.
    pub name: &'static str,
    /// What was found, cut short; empty for a token, a secret, and for a phone, personal
    /// data.
    pub value: String,
    /// The sentence that says so, with `{setting}` and `{value}`.
    pub why: Text,
}

impl UnreadableSetting {
    /// The sentence about it.
    pub fn notice(&self) -> Notice {
        Notice::new(self.why).with("setting", self.name).with("value", self.value.clone())
    }
}

impl Setting {
    /// The name of its attribute, or of its property where it has no attribute.
    pub fn name(&self) -> &'static str {
        match self {
            Setting::LeadId(_) => "lead-id",
            Setting::PhoneId(_) => "phone-id",
            Setting::BaseUrl(_) => "base-url",
            Setting::Country(_) => "country",
            Setting::PreferredCountries(_) => "preferred-countries",
            Setting::Scheme(_) => "auth-scheme",
            Setting::Timeout(_) => "timeout",
            Setting::Disabled(_) => "disabled",
            Setting::Token(_) => "token",
            Setting::Phone(_) => "phone",
        }
    }
}
