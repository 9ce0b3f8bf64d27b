//! Turns the values that a host sets into settings, or into an error for a value that cannot be
//! read.
//!
//! `www/settings.js` has normalized each value, for this module and for the prerendered form: no
//! spaces around a text, one spelling, one space between the members of a list. A value that it
//! cannot normalize arrives as the host has set it. This module decides whether a value can be
//! used.

use crate::api::credentials::Credentials;
use crate::api::integer::read_integer;
use crate::api::object::entries;
use crate::api::phone::Phone;
use crate::api::token::{Scheme, Token};
use crate::api::value::Value;
use crate::form::state::settings::{
    DEFAULT_BASE_URL, DEFAULT_TIMEOUT, Setting, UnreadableSetting, default_country,
    default_preferred_countries,
};
use crate::form::text::language::Locale;
use crate::form::text::message_id::MessageId;
use crate::form::text::messages::Messages;
use crate::form::text::part;
use js_sys::{Array, Function, Reflect};
use lead_phone_number::Region;
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Url;

#[wasm_bindgen]
extern "C" {
    // js-sys has both, but its bindings do not catch exceptions.
    #[wasm_bindgen(js_namespace = Intl, js_name = getCanonicalLocales, catch)]
    fn canonical_locales(tag: &str) -> Result<Array, JsValue>;
}

/// The longest value that an error shows, in characters.
const LONGEST_VALUE: usize = 80;

/// The longest `timeout`, in milliseconds: the longest delay that `setTimeout` accepts.
const LONGEST_TIMEOUT: u64 = i32::MAX as u64;

/// A setting, or the error for a value that cannot be read. The error is boxed, because it is
/// larger and rarer.
pub(super) type Reading = Result<Setting, Box<Unreadable>>;

/// A value that cannot be read.
pub(super) struct Unreadable {
    pub error: UnreadableSetting,
    /// The setting that applies instead, which the prerendered form shows too. `None` leaves the
    /// current setting as it is: for an id and for a token.
    pub instead: Option<Setting>,
}

/// Reads an attribute's text, or `None` if the attribute is missing. Returns `None` if the text
/// cannot be read.
type Read = fn(Option<&str>) -> Option<Setting>;

/// The attributes and their readers.
const ATTRIBUTES: [(&str, Read); 16] = [
    ("lead-id", |text| read_id(text).map(Setting::LeadId)),
    ("phone-id", |text| read_id(text).map(Setting::PhoneId)),
    ("base-url", |text| read_base_url(text).map(Setting::BaseUrl)),
    ("token-url", |text| read_token_url(text).map(Setting::TokenUrl)),
    // Not an attribute: `www/host-settings.js` finds out whether `base-url` is trusted.
    ("untrusted-base-url", |text| {
        Some(Setting::UntrustedBaseUrl(text.map(|text| shortened(&without_secrets(text)))))
    }),
    ("country", |text| read_country(text).map(Setting::Country)),
    ("locale", |text| read_locale(text).map(Setting::Locale)),
    ("autocomplete", |text| read_switch(text).map(Setting::Autocomplete)),
    ("preferred-countries", |text| {
        let countries = text.map_or_else(|| Some(default_preferred_countries()), read_countries);
        countries.map(Setting::PreferredCountries)
    }),
    ("countries", |text| read_countries(text.unwrap_or_default()).map(Setting::Countries)),
    ("phone-types", |text| read_types(text).map(Setting::PhoneTypes)),
    ("fields", read_fields),
    ("loading", |text| matches!(text, None | Some("eager" | "lazy")).then_some(Setting::Loading)),
    ("auth-scheme", |text| read_scheme(text).map(Setting::Scheme)),
    ("timeout", |text| read_timeout(text).map(Setting::Timeout)),
    ("disabled", |text| Some(Setting::Disabled(text.is_some()))),
];

/// Reads an attribute; `None` if the form has no attribute of this name.
pub(super) fn read_attribute(name: &str, value: &JsValue) -> Option<Reading> {
    let (name, read) = ATTRIBUTES.iter().find(|attribute| attribute.0 == name)?;
    let text = text_of(value);
    Some(read(text.as_deref()).ok_or_else(|| {
        Box::new(Unreadable {
            error: UnreadableSetting {
                name,
                value: shortened(&without_secrets(text.as_deref().unwrap_or_default())),
                why: MessageId::SettingUnreadable,
            },
            // Another id empties the form: a host's slip must not cost what is typed.
            instead: if matches!(*name, "lead-id" | "phone-id") { None } else { read(None) },
        })
    }))
}

/// A value, cut to the length that an error shows.
fn shortened(value: &str) -> String {
    part::first(value, LONGEST_VALUE).to_owned()
}

/// A URL without user, password, query and fragment, because they may be secrets. Any other text
/// loses the same parts.
fn without_secrets(text: &str) -> String {
    let end = text.bytes().position(|byte| matches!(byte, b'?' | b'#')).unwrap_or(text.len());
    let text = text.get(..end).unwrap_or_default();
    // Nothing else in the WebAssembly searches from the end, so `rsplit_once` would add code.
    match text.bytes().rposition(|byte| byte == b'@') {
        Some(at) => {
            let before = text.get(..at).unwrap_or_default();
            let after = text.get(at + 1..).unwrap_or_default();
            let host = part::find(before, "//").map_or(0, |at| at + "//".len());
            [before.get(..host).unwrap_or_default(), after].concat()
        }
        None => text.to_owned(),
    }
}

/// Reads `token`: a text, a function or nothing.
pub(super) fn read_credentials(value: JsValue) -> Result<Option<Credentials>, UnreadableSetting> {
    if value.is_null() || value.is_undefined() {
        return Ok(None);
    }
    let read = match value.dyn_into::<Function>() {
        Ok(function) => Some(Credentials::Function(function)),
        Err(value) => {
            value.as_string().and_then(|text| Token::new(&text).ok()).map(Credentials::Token)
        }
    };
    read.map(Some).ok_or_else(|| unreadable_token(MessageId::TokenUnusable))
}

/// The error for a token that cannot be used. It never has the value, which may be a token.
pub(super) fn unreadable_token(why: MessageId) -> UnreadableSetting {
    UnreadableSetting { name: "token", value: String::new(), why }
}

/// Reads `phone`: an object as the API returns it, or nothing.
pub(super) fn read_phone(value: &JsValue) -> Reading {
    if value.is_null() || value.is_undefined() {
        return Ok(Setting::Phone(None));
    }
    match Phone::read(&members(value)) {
        Some(phone) => Ok(Setting::Phone(Some(phone))),
        None => Err(Box::new(Unreadable {
            error: UnreadableSetting {
                name: "phone",
                value: String::new(),
                why: MessageId::PhoneUnreadable,
            },
            instead: Some(Setting::Phone(None)),
        })),
    }
}

/// Reads the locale of the element's place on the page. A page's `lang` that cannot be read is
/// not an error: the locale is then English.
pub(super) fn read_page_locale(value: &JsValue) -> Setting {
    Setting::PageLocale(read_locale(text_of(value).as_deref()).flatten().unwrap_or_default())
}

/// Reads `messages`: an object of strings by the keys of texts, or nothing. Members that are
/// `undefined` or null are ignored. A member that cannot be read makes the whole object
/// unreadable, so that a host notices a slip.
pub(super) fn read_messages(value: &JsValue) -> Reading {
    if value.is_null() || value.is_undefined() {
        return Ok(Setting::Messages(Messages::default()));
    }
    let unreadable = |why, key: &str| {
        Err(Box::new(Unreadable {
            error: UnreadableSetting { name: "messages", value: shortened(key), why },
            instead: Some(Setting::Messages(Messages::default())),
        }))
    };
    // Last, because it throws for a proxy that is revoked.
    let entries = Some(value).filter(|value| value.is_object()).and_then(|it| entries(it).ok());
    let Some(entries) = entries.filter(|_| !Array::is_array(value)) else {
        return unreadable(MessageId::MessagesUnreadable, "");
    };
    let mut messages: Vec<(MessageId, String)> = Vec::new();
    for entry in entries.iter() {
        let entry: Array = entry.unchecked_into();
        let (key, words) = (entry.get(0).as_string().unwrap_or_default(), entry.get(1));
        if words.is_null() || words.is_undefined() {
            continue;
        }
        match (MessageId::of_key(&key), words.as_string()) {
            (Some((text, None)), Some(words)) => messages.push((text, words)),
            (Some((text, Some(category))), Some(words)) => {
                let form = [category, &words].join("\t");
                match messages.iter_mut().find(|message| message.0 == text) {
                    // Words for all counts are there already.
                    Some((_, line)) if !line.contains('\t') => {}
                    Some((_, line)) => *line = [&**line, &form].join("\t"),
                    None => messages.push((text, form)),
                }
            }
            _ => return unreadable(MessageId::MessageUnreadable, &key),
        }
    }
    Ok(Setting::Messages(messages.into()))
}

/// Reads only the members of a phone that the form needs. A host may pass any object: one that
/// contains itself, or one with getters that throw.
fn members(value: &JsValue) -> Value {
    let mut members = Vec::new();
    for name in ["id", "number", "extension", "mobile", "type", "valid"] {
        let Ok(value) = Reflect::get(value, &name.into()) else { continue };
        members.push((name.to_owned(), Value::from_js_surface(&value)));
    }
    Value::Object(members)
}

/// A value as an attribute's text; `None` if it is missing.
fn text_of(value: &JsValue) -> Option<String> {
    if value.is_null() || value.is_undefined() {
        None
    } else {
        Some(value.as_string().unwrap_or_default())
    }
}

fn read_id(text: Option<&str>) -> Option<Option<u64>> {
    let Some(text) = text else { return Some(None) };
    read_integer(text).filter(|id| *id > 0).map(Some)
}

fn read_country(text: Option<&str>) -> Option<Region> {
    match text {
        None => Some(default_country()),
        Some(text) => Region::new(text),
    }
}

/// Reads a BCP 47 tag into its canonical form. `Intl` accepts no invalid tags.
fn read_locale(text: Option<&str>) -> Option<Option<Locale>> {
    let Some(text) = text else { return Some(None) };
    let tags = canonical_locales(text).ok()?;
    tags.get(0).as_string().map(|tag| Some(Locale::new(tag)))
}

fn read_switch(text: Option<&str>) -> Option<bool> {
    match text {
        None | Some("off") => Some(false),
        Some("on") => Some(true),
        Some(_) => None,
    }
}

/// Reads a list of regions. An empty list is valid.
fn read_countries(text: &str) -> Option<Vec<Region>> {
    read_list(text, |part| read_country(Some(part)))
}

/// Reads a list of words that the API may have as `type`.
fn read_types(text: Option<&str>) -> Option<Vec<String>> {
    let is_letter = |c: char| c.is_ascii_alphabetic() || !c.is_ascii();
    let is_inside = |c: char| is_letter(c) || c.is_ascii_digit() || c == '-' || c == '_';
    read_list(text.unwrap_or_default(), |word| {
        (word.chars().next().is_some_and(is_letter) && word.chars().all(is_inside))
            .then(|| word.to_owned())
    })
}

/// Reads a list whose members are separated by spaces.
fn read_list<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    let mut list = Vec::new();
    for part in part::split(text, |byte| byte == b' ') {
        if !part.is_empty() {
            list.push(read(part)?);
        }
    }
    Some(list)
}

/// Reads the list of the optional fields that are shown.
fn read_fields(text: Option<&str>) -> Option<Setting> {
    let words = read_list(text.unwrap_or("extension mobile"), |word| match word {
        "extension" => Some(true),
        "mobile" => Some(false),
        _ => None,
    })?;
    Some(Setting::Fields { extension: words.contains(&true), mobile: words.contains(&false) })
}

fn read_scheme(text: Option<&str>) -> Option<Scheme> {
    match text {
        None | Some("bearer") => Some(Scheme::Bearer),
        Some("basic") => Some(Scheme::Basic),
        Some(_) => None,
    }
}

fn read_timeout(text: Option<&str>) -> Option<u32> {
    let Some(text) = text else { return Some(DEFAULT_TIMEOUT) };
    read_integer(text).filter(|ms| (1..=LONGEST_TIMEOUT).contains(ms)).map(|ms| ms as u32)
}

fn read_base_url(text: Option<&str>) -> Option<String> {
    let Some(text) = text else { return Some(DEFAULT_BASE_URL.to_owned()) };
    let (url, parts) = parsed(text)?;
    let mut address = parts.is_usable().then(|| url.href())?;
    while address.ends_with(['/', '?', '#']) {
        address.pop();
    }
    Some(address)
}

/// Reads the address that tokens come from, as an error shows it. A query is no secret of the form's.
fn read_token_url(text: Option<&str>) -> Option<Option<String>> {
    let Some(text) = text else { return Some(None) };
    let (url, parts) = parsed(text)?;
    let parts = UrlParts { has_more_than_a_path: false, ..parts };
    parts.is_usable().then(|| Some(shortened(&without_secrets(&url.href()))))
}

/// A URL, relative to the page's own, whatever the page's `base` says (`www/address.js`).
fn parsed(text: &str) -> Option<(Url, UrlParts)> {
    let window = web_sys::window()?;
    let mut base = window.location().href().ok()?;
    if base.starts_with("about:") {
        // A frame with `srcdoc` has no address of its own.
        base = window.document()?.base_uri().ok()??;
    }
    let url = Url::new_with_base(text, &base).ok()?;
    let parts = UrlParts {
        protocol: url.protocol(),
        hostname: url.hostname(),
        has_credentials: !url.username().is_empty() || !url.password().is_empty(),
        has_more_than_a_path: !url.search().is_empty() || !url.hash().is_empty(),
    };
    Some((url, parts))
}

/// The parts of a URL that decide whether a token may be sent to it.
struct UrlParts {
    protocol: String,
    hostname: String,
    has_credentials: bool,
    has_more_than_a_path: bool,
}

impl UrlParts {
    /// https, or http on a loopback host; without user, password, query and fragment.
    fn is_usable(&self) -> bool {
        let safe = match self.protocol.as_str() {
            "https:" => true,
            "http:" => is_loopback(&self.hostname),
            _ => false,
        };
        safe && !self.has_credentials && !self.has_more_than_a_path
    }
}

/// The hosts that browsers treat as the local machine (W3C Secure Contexts, section 3.1).
fn is_loopback(hostname: &str) -> bool {
    hostname == "localhost"
        || hostname.ends_with(".localhost")
        || hostname == "[::1]"
        // The browser has already written the address, in any spelling, as four decimal numbers.
        || hostname.strip_prefix("127.").is_some_and(|rest| {
            rest.bytes().all(|byte| byte == b'.' || byte.is_ascii_digit())
        })
}

// These tests use proptest, which is a dependency for native tests only.
#[cfg(all(test, not(target_arch = "wasm32")))]
#[path = "settings_tests.rs"]
mod tests;
