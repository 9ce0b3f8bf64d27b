//! The names of countries, in the language of a locale.

use crate::api::object::object;
use lead_phone_number::Region;
use std::cell::RefCell;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::*;

thread_local! {
    static NAMES: RefCell<Option<(String, Option<Names>)>> = const { RefCell::new(None) };
}

/// A country's name; its two-letter code if the browser has no name.
pub fn country_name(region: Region, locale: &str) -> String {
    // Native tests have no browser.
    if cfg!(not(target_arch = "wasm32")) {
        return region.as_str().to_owned();
    }
    NAMES.with_borrow_mut(|slot| {
        if slot.as_ref().is_none_or(|made| made.0 != locale) {
            let options = object(&[("type", "region".into())]);
            *slot = Some((locale.to_owned(), Names::new(locale, &options).ok()));
        }
        let names = slot.as_ref().and_then(|made| made.1.as_ref());
        let named = names.and_then(|names| names.of(region.as_str()).ok()?.as_string());
        named.unwrap_or_else(|| region.as_str().to_owned())
    })
}

/// A country's name in its most spoken language; its two-letter code if the browser has no name.
pub fn native_name(region: Region) -> String {
    if cfg!(not(target_arch = "wasm32")) {
        return region.as_str().to_owned();
    }
    match IntlLocale::new(&["und-", region.as_str()].concat()) {
        Ok(locale) => country_name(region, &locale.maximize().to_string()),
        Err(_) => region.as_str().to_owned(),
    }
}

#[wasm_bindgen]
extern "C" {
    /// `Intl.Locale`.
    #[wasm_bindgen(js_namespace = Intl, js_name = Locale)]
    type IntlLocale;

    #[wasm_bindgen(constructor, js_namespace = Intl, js_class = Locale, catch)]
    fn new(tag: &str) -> Result<IntlLocale, JsValue>;

    #[wasm_bindgen(method)]
    fn maximize(this: &IntlLocale) -> IntlLocale;

    #[wasm_bindgen(method, js_name = toString)]
    fn to_string(this: &IntlLocale) -> String;

    /// `Intl.DisplayNames`. The binding in js-sys does not catch exceptions.
    #[wasm_bindgen(js_namespace = Intl, js_name = DisplayNames)]
    type Names;

    #[wasm_bindgen(constructor, js_namespace = Intl, js_class = DisplayNames, catch)]
    fn new(locale: &str, options: &JsValue) -> Result<Names, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn of(this: &Names, region: &str) -> Result<JsValue, JsValue>;
}
