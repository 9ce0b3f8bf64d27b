//! The words in `locales/`, for tests.

use crate::form::text::language::Language;
use crate::form::text::words::Words;
use serde_json::{Map, Value};

/// The texts of a language by their keys, in the order of its file.
pub fn texts(language: Language) -> Map<String, Value> {
    let file = match language {
        Language::English => include_str!("../../../locales/en.json"),
        Language::French => include_str!("../../../locales/fr.json"),
        Language::Spanish => include_str!("../../../locales/es.json"),
    };
    serde_json::from_str(file).unwrap()
}

/// The words of the text with this key.
pub fn words_of(language: Language, key: &str) -> Option<String> {
    Some(texts(language).get(key)?.as_str()?.to_owned())
}

/// The file of a language beside the WebAssembly.
pub fn compiled(language: Language) -> String {
    let keys: Vec<_> = texts(Language::English).into_iter().map(|(key, _)| key).collect();
    let words = keys.iter().map(|key| words_of(language, key).unwrap());
    [language.code().to_owned()].into_iter().chain(words).collect::<Vec<_>>().join("\n")
}

/// The words that the element sets for a language. English is in the WebAssembly.
pub fn words(language: Language) -> Option<Words> {
    match language {
        Language::English => None,
        _ => Words::read(&compiled(language)),
    }
}
