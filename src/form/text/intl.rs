//! Plurals, integers and lists in a language, by the browser's `Intl`.

use crate::api::integer::write_integer;
use crate::api::object::object;
use crate::form::text::{part, plural};
use js_sys::Array;
use wasm_bindgen::prelude::*;

/// The plural category of a count, in Unicode CLDR's words.
pub fn plural_category(locale: &str, count: u32) -> String {
    // Native tests have no browser.
    if cfg!(not(target_arch = "wasm32")) {
        return if count == 1 { "one" } else { plural::OTHER }.to_owned();
    }
    PluralRules::new(locale).select(count)
}

/// An integer in the digits of a locale.
pub fn integer(locale: &str, integer: u32) -> String {
    if cfg!(not(target_arch = "wasm32")) {
        return write_integer(integer);
    }
    NumberFormat::new(locale).format(integer)
}

/// A list of words with "or" before the last one.
pub fn any_of(locale: &str, words: &[String]) -> String {
    if cfg!(not(target_arch = "wasm32")) {
        return match words {
            [words @ .., last] if !words.is_empty() => [&*words.join(", "), last].join(" or "),
            _ => words.join(", "),
        };
    }
    let options = object(&[("type", "disjunction".into())]);
    let items: Array = words.iter().map(|word| JsValue::from_str(word)).collect();
    ListFormat::new(locale, &options).format(&items)
}

/// What separates the words of a list that goes on.
pub fn comma(locale: &str) -> &'static str {
    match part::leading(locale, |byte| byte != b'-') {
        "ar" | "fa" | "ur" => "، ",
        "ja" | "zh" => "、",
        _ => ", ",
    }
}

#[wasm_bindgen]
extern "C" {
    // js-sys has bindings too, which take arrays of locales. The tags are those of the form's own
    // languages, which every browser takes.

    /// `Intl.PluralRules`.
    #[wasm_bindgen(js_namespace = Intl)]
    type PluralRules;

    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(locale: &str) -> PluralRules;

    #[wasm_bindgen(method)]
    fn select(this: &PluralRules, count: u32) -> String;

    /// `Intl.NumberFormat`.
    #[wasm_bindgen(js_namespace = Intl)]
    type NumberFormat;

    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(locale: &str) -> NumberFormat;

    #[wasm_bindgen(method)]
    fn format(this: &NumberFormat, integer: u32) -> String;

    /// `Intl.ListFormat`.
    #[wasm_bindgen(js_namespace = Intl)]
    type ListFormat;

    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(locale: &str, options: &JsValue) -> ListFormat;

    #[wasm_bindgen(method)]
    fn format(this: &ListFormat, words: &Array) -> String;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_ends_with_its_word() {
        let words = ["7", "9", "10"].map(str::to_owned);
        assert_eq!(any_of("en", &words), "7, 9 or 10");
        assert_eq!(any_of("en", &words[..1]), "7");
        assert_eq!((comma("en"), comma("ja"), comma("zh-Hant")), (", ", "、", "、"));
    }
}

#[cfg(all(test, target_arch = "wasm32"))]
mod browser_tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn plurals_are_the_languages_own() {
        let categories =
            |tag: &str| [0, 1, 2, 3, 5, 11, 100].map(|count| plural_category(tag, count));
        for (tag, expected) in [
            ("en", "other one other other other other other"),
            ("fr", "one one other other other other other"),
            ("ja", "other other other other other other other"),
            ("pl", "many one few few many many many"),
            ("ru", "many one few few many many many"),
            ("cs", "other one few few other other other"),
            ("ar", "zero one two few few many other"),
            ("he", "other one two other other other other"),
        ] {
            assert_eq!(categories(tag).join(" "), expected, "{tag}");
        }
    }

    #[wasm_bindgen_test]
    fn integers_and_lists_are_the_languages_own() {
        assert_eq!(integer("fa", 10), "۱۰");
        let words = ["7", "9", "10"].map(str::to_owned);
        assert_eq!(any_of("de", &words), "7, 9 oder 10");
        assert_eq!(any_of("ja", &words), "7、9、または10");
    }
}
