//! What the host sets, once it has been read.

use super::language::{Language, Locale};
use super::messages::{Messages, Texts};
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
    /// The locale; `None` is the page's.
    pub locale: Option<Locale>,
    /// The locale of the element's place on the page, or else the browser's.
    pub page_locale: Locale,
    /// Texts in place of the locale's.
    pub messages: Messages,
    /// Whether the browser may offer the user's own number.
    pub autocomplete: bool,
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
            locale: None,
            page_locale: Locale::default(),
            messages: Messages::default(),
            autocomplete: false,
            scheme: Scheme::default(),
            timeout: DEFAULT_TIMEOUT,
            disabled: false,
            has_token: false,
        }
    }
}

impl Settings {
    /// The locale in force, for `Intl`.
    pub fn locale(&self) -> &Locale {
        self.locale.as_ref().unwrap_or(&self.page_locale)
    }

    /// The texts in force.
    pub fn texts(&self) -> Texts<'_> {
        Texts::new(self.locale().spoken().unwrap_or_default(), &self.messages)
    }

    /// The language of the texts, for `lang`. A host that replaces texts in a locale whose
    /// language the form does not speak writes them in it.
    pub fn lang(&self) -> &str {
        let locale = self.locale();
        if locale.spoken().is_some() || !self.messages.is_empty() {
            locale.tag()
        } else {
            Language::default().code()
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
    /// `locale`.
    Locale(Option<Locale>),
    /// The locale of the element's place on the page, which is no attribute of its own.
    PageLocale(Locale),
    /// `messages`.
    Messages(Messages),
    /// `autocomplete`.
    Autocomplete(bool),
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
            Setting::Locale(_) => "locale",
            Setting::PageLocale(_) => "page-locale",
            Setting::Messages(_) => "messages",
            Setting::Autocomplete(_) => "autocomplete",
            Setting::Scheme(_) => "auth-scheme",
            Setting::Timeout(_) => "timeout",
            Setting::Disabled(_) => "disabled",
            Setting::Token(_) => "token",
            Setting::Phone(_) => "phone",
        }
    }
}
