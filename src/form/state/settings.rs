//! The host's settings, after they have been read.

use crate::api::phone::Phone;
use crate::api::token::Scheme;
use crate::form::text::language::Locale;
use crate::form::text::message_id::MessageId;
use crate::form::text::messages::{Messages, Texts};
use crate::form::text::notice::Notice;
use crate::form::text::words::Words;
use lead_phone_number::Region;

/// The API's default address: the specification's host and path.
pub const DEFAULT_BASE_URL: &str = "https://crm.activix.ca/api/v2";

/// The default time for a request, in milliseconds.
pub const DEFAULT_TIMEOUT: u32 = 15_000;

/// The default country: Canada, where the API comes from.
pub fn default_country() -> Region {
    #[expect(
        clippy::expect_used,
        reason = "Canada is in the list of regions; a test checks that it is"
    )]
    Region::new("CA").expect("Canada")
}

/// The default countries at the top of the list.
pub fn default_preferred_countries() -> Vec<Region> {
    let mut countries = Vec::new();
    for code in ["CA", "US"] {
        countries.extend(Region::new(code));
    }
    countries
}

/// The current settings.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The lead that a new phone belongs to.
    pub lead_id: Option<u64>,
    /// The phone to update.
    pub phone_id: Option<u64>,
    /// The API's address, without a slash at its end.
    pub base_url: String,
    /// The address that tokens come from, as an error shows it; `None` if they come from a script.
    pub token_url: Option<String>,
    /// The base URL of the page's markup, if a token of `token_url` must not go there.
    pub untrusted_base_url: Option<String>,
    /// The country of numbers that are typed without a calling code, if `countries` has it.
    pub country: Region,
    /// The locale; `None` means the page's locale.
    pub locale: Option<Locale>,
    /// The locale of the element's place on the page, or else the browser's.
    pub page_locale: Locale,
    /// The words of the locale's language, or of the nearest one that the form has texts in.
    pub words: Words,
    /// The texts that replace the locale's.
    pub messages: Messages,
    /// Whether the browser may offer the user's own number.
    pub autocomplete: bool,
    /// The countries at the top of the list.
    pub preferred_countries: Vec<Region>,
    /// The only countries whose numbers can be saved; an empty list allows all.
    pub countries: Vec<Region>,
    /// The types of phone to choose from; an empty list shows the check box.
    pub phone_types: Vec<String>,
    /// Whether the extension's field is shown.
    pub has_extension: bool,
    /// Whether the check box for a mobile phone, or the list that replaces it, is shown.
    pub has_mobile: bool,
    /// The scheme of `Authorization`.
    pub scheme: Scheme,
    /// Milliseconds for one request, headers and body.
    pub timeout: u32,
    /// Whether the form is disabled.
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
            token_url: None,
            untrusted_base_url: None,
            country: default_country(),
            locale: None,
            page_locale: Locale::default(),
            words: Words::default(),
            messages: Messages::default(),
            autocomplete: false,
            preferred_countries: default_preferred_countries(),
            countries: Vec::new(),
            phone_types: Vec::new(),
            has_extension: true,
            has_mobile: true,
            scheme: Scheme::default(),
            timeout: DEFAULT_TIMEOUT,
            disabled: false,
            has_token: false,
        }
    }
}

impl Settings {
    /// Whether numbers of a country can be saved.
    pub fn allows(&self, country: Region) -> bool {
        self.countries.is_empty() || self.countries.contains(&country)
    }

    /// The country that is chosen at first. `www/settings.js` decides the same for the prerendered
    /// form.
    pub fn country(&self) -> Region {
        match self.countries.first() {
            Some(first) if !self.allows(self.country) => *first,
            _ => self.country,
        }
    }

    /// The current locale, for `Intl`.
    pub fn locale(&self) -> &Locale {
        self.locale.as_ref().unwrap_or(&self.page_locale)
    }

    /// The current texts.
    pub fn texts(&self) -> Texts<'_> {
        Texts::new(&self.words, &self.messages).in_locale(self.locale().tag())
    }

    /// The language of the texts, for `lang`. If a host replaces texts in a locale without texts
    /// of the form, they are in that locale's language.
    pub fn lang(&self) -> &str {
        let (locale, tag) = (self.locale(), self.words.tag());
        if locale.is_of_language(tag) || !self.messages.is_empty() { locale.tag() } else { tag }
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
    /// `token-url`, without what may be secret.
    TokenUrl(Option<String>),
    /// A base URL that a token of `token-url` must not go to.
    UntrustedBaseUrl(Option<String>),
    /// `country`.
    Country(Region),
    /// `locale`.
    Locale(Option<Locale>),
    /// The locale of the element's place on the page; it is not an attribute of the element.
    PageLocale(Locale),
    /// The words of the locale's language, which are not set by the host.
    Words(Words),
    /// `messages`.
    Messages(Messages),
    /// `autocomplete`.
    Autocomplete(bool),
    /// `preferred-countries`.
    PreferredCountries(Vec<Region>),
    /// `countries`.
    Countries(Vec<Region>),
    /// `phone-types`.
    PhoneTypes(Vec<String>),
    /// `fields`.
    Fields {
        /// Whether the extension's field is shown.
        extension: bool,
        /// Whether the field for the kind of phone is shown.
        mobile: bool,
    },
    /// `loading`, which only the script follows.
    Loading,
    /// `auth-scheme`.
    Scheme(Scheme),
    /// `timeout`, in milliseconds.
    Timeout(u32),
    /// `disabled`.
    Disabled(bool),
    /// Whether `token` is set. The token itself is never part of the state.
    Token(bool),
    /// `phone`.
    Phone(Option<Phone>),
}

/// A setting that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadableSetting {
    /// The attribute's name, or the property's where there is no attribute.
    pub name: &'static str,
    /// The value, shortened. It is empty for a token, which is a secret, and for a phone, which
    /// is personal data.
    pub value: String,
    /// The error text, with `{setting}` and `{value}`.
    pub why: MessageId,
}

impl UnreadableSetting {
    /// The notice for the error.
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
            Setting::TokenUrl(_) => "token-url",
            Setting::UntrustedBaseUrl(_) => "untrusted-base-url",
            Setting::Country(_) => "country",
            Setting::Locale(_) => "locale",
            Setting::PageLocale(_) => "page-locale",
            Setting::Words(_) => "words",
            Setting::Messages(_) => "messages",
            Setting::Autocomplete(_) => "autocomplete",
            Setting::PreferredCountries(_) => "preferred-countries",
            Setting::Countries(_) => "countries",
            Setting::PhoneTypes(_) => "phone-types",
            Setting::Fields { .. } => "fields",
            Setting::Loading => "loading",
            Setting::Scheme(_) => "auth-scheme",
            Setting::Timeout(_) => "timeout",
            Setting::Disabled(_) => "disabled",
            Setting::Token(_) => "token",
            Setting::Phone(_) => "phone",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::answer::{Failure, Kind};
    use crate::form::state::{Action, Effect, State};
    use crate::form::text::locale_files;

    fn locale(tag: &str) -> Setting {
        Setting::Locale(Some(Locale::new(tag.to_owned())))
    }

    fn words(tag: &str) -> Setting {
        Setting::Words(locale_files::words(tag))
    }

    fn say(text: MessageId, tag: &str) -> String {
        locale_files::words(tag).get(text, "other").to_owned()
    }

    fn messages(replaced: &[(MessageId, &str)]) -> Setting {
        Setting::Messages(replaced.iter().map(|(text, words)| (*text, (*words).into())).collect())
    }

    /// A form with settings and a number being sent.
    fn saving() -> State {
        let mut state = State::default();
        state.reduce(Action::Set(Setting::LeadId(Some(3387562))));
        state.reduce(Action::Set(Setting::Token(true)));
        state.reduce(Action::typed("+15142223344"));
        state.reduce(Action::Submit);
        assert!(state.sending.is_some());
        state
    }

    fn duplicate() -> Action {
        let failure = Failure { status: Some(403), ..Failure::unanswered(Kind::Duplicate) };
        Action::Answered(Err(failure))
    }

    fn messages_of(effects: &[Effect]) -> Vec<&str> {
        let raised = effects.iter().filter_map(|effect| match effect {
            Effect::Raise(event) => Some(event.message.as_str()),
            _ => None,
        });
        raised.collect()
    }

    #[test]
    fn what_is_shown_is_said_again_in_another_language_and_nothing_typed_is_lost() {
        let mut state = saving();
        state.reduce(duplicate());
        state.reduce(Action::ExtensionEdited("55".into()));
        let before = state.clone();
        assert_eq!(state.reduce(Action::Set(locale("fr-CA"))), []);
        assert_eq!(state.reduce(Action::Set(words("fr"))), []);
        let said = state.errors.number.as_ref().map(|notice| notice.say(&state.texts()));
        assert_eq!(said, Some(say(MessageId::Duplicate, "fr")));
        assert_eq!((&state.fields, &state.errors), (&before.fields, &before.errors));
        assert!(state.dirty());
        assert_eq!(state.reduce(Action::Set(messages(&[(MessageId::Duplicate, "Known.")]))), []);
        assert_eq!(state.errors.say(&state.texts()), "Known.");
        state.reduce(Action::Set(messages(&[])));
        state.reduce(Action::Set(Setting::Locale(None)));
        state.reduce(Action::Set(words("en")));
        assert_eq!(state, before);
    }

    #[test]
    fn an_event_says_what_the_form_shows() {
        let mut state = saving();
        state.reduce(Action::Set(locale("es")));
        state.reduce(Action::Set(words("es")));
        let effects = state.reduce(duplicate());
        let shown = state.errors.say(&state.texts());
        assert_eq!(messages_of(&effects), [say(MessageId::Duplicate, "es")]);
        assert_eq!(messages_of(&effects), [shown]);

        let mut state = saving();
        state.reduce(Action::Set(messages(&[(MessageId::Duplicate, "Known.")])));
        assert_eq!(messages_of(&state.reduce(duplicate())), ["Known."]);

        let mut state = State::default();
        state.reduce(Action::Set(locale("fr")));
        state.reduce(Action::Set(words("fr")));
        let unreadable = UnreadableSetting {
            name: "lead-id",
            value: "x".into(),
            why: MessageId::SettingUnreadable,
        };
        let effects = state.reduce(Action::SetUnreadable(unreadable, None));
        let shown = state.form_error().map(|notice| notice.say(&state.texts()));
        assert_eq!(messages_of(&effects), [shown.as_deref().unwrap_or_default()]);
        assert!(shown.is_some_and(|words| words.contains("«\u{a0}x\u{a0}»")));
    }

    #[test]
    fn the_forms_locale_is_before_the_pages() {
        let mut settings = Settings::default();
        assert_eq!((settings.locale().tag(), settings.lang()), ("en", "en"));
        settings.page_locale = Locale::new("es-MX".into());
        settings.words = locale_files::words("es");
        assert_eq!((settings.locale().tag(), settings.lang()), ("es-MX", "es-MX"));
        settings.words = Words::default();
        settings.locale = Some(Locale::new("de-CH".into()));
        assert_eq!((settings.locale().tag(), settings.lang()), ("de-CH", "en"));
        assert_eq!(settings.texts().get(MessageId::Country), "Country");
        settings.messages = Messages::from([(MessageId::Country, "Land".to_owned())]);
        assert_eq!((settings.texts().get(MessageId::Country), settings.lang()), ("Land", "de-CH"));
    }

    #[test]
    fn without_words_or_with_anothers_the_texts_say_which_language_they_are_in() {
        let mut settings =
            Settings { page_locale: Locale::new("fr-CA".into()), ..Settings::default() };
        assert_eq!((settings.texts().get(MessageId::Country), settings.lang()), ("Country", "en"));
        settings.words = locale_files::words("es");
        assert_eq!((settings.texts().get(MessageId::Country), settings.lang()), ("País", "es"));
        settings.words = locale_files::words("fr");
        assert_eq!((settings.texts().get(MessageId::Country), settings.lang()), ("Pays", "fr-CA"));
    }

    #[test]
    fn setting_the_same_again_changes_nothing() {
        let mut state = saving();
        let settings = || {
            [
                locale("fr-CA"),
                words("fr"),
                messages(&[(MessageId::Submit, "OK")]),
                Setting::Autocomplete(true),
            ]
        };
        for setting in settings() {
            state.reduce(Action::Set(setting));
        }
        let before = state.clone();
        for setting in settings() {
            assert_eq!(state.reduce(Action::Set(setting)), []);
            assert_eq!(state, before);
        }
    }
}
