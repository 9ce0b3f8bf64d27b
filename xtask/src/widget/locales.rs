//! Makes the files of words that the widget fetches, one for each language but English.
//!
//! `locales/` has the sources, with a key for each text. The order of `locales/en.json` is the order
//! of the texts in the WebAssembly, so the files need no keys.

use std::fs;

use anyhow::{Context as _, Result};
use serde_json::{Map, Value};

use super::{Bundle, files_of, name_of};
use crate::{process, workspace, yew};

/// The folder with the words of each language.
const FOLDER: &str = "locales";
/// The language that is in the WebAssembly.
const BUILT_IN: &str = "en";

/// Adds the file of each language: its code, then the words of each text, one on each line.
pub(super) fn add(bundle: &mut Bundle) -> Result<()> {
    let english = read(BUILT_IN)?;
    for path in files_of(FOLDER)? {
        let name = name_of(&path);
        if let Some(code) = name.strip_suffix(".json").filter(|code| *code != BUILT_IN) {
            let file = compile(code, &english, &read(code)?)?;
            bundle.insert(&format!("locale-{code}.bin"), file.into_bytes());
        }
    }
    Ok(())
}

fn read(code: &str) -> Result<Map<String, Value>> {
    let path = workspace::root().join(FOLDER).join(format!("{code}.json"));
    let text = fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    serde_json::from_slice(&text).with_context(|| format!("{} is not an object", path.display()))
}

fn compile(code: &str, english: &Map<String, Value>, texts: &Map<String, Value>) -> Result<String> {
    let mut file = code.to_owned();
    for key in english.keys() {
        let words = texts.get(key).and_then(Value::as_str);
        let words = words.with_context(|| format!("{FOLDER}/{code}.json has no text \"{key}\""))?;
        file.push('\n');
        file.push_str(words);
    }
    Ok(file)
}

/// Generates `locales/en.json` from the texts in the crate.
///
/// # Errors
///
/// If the test that writes it fails: also where another language lacks a text.
pub fn write_english() -> Result<()> {
    let mut cargo = yew::cargo("test")?;
    cargo.args(["--package", "lead-phone-form", "--lib", "form::text::message_id"]);
    process::run(cargo.env("WRITE_LOCALES", "1"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(texts: Value) -> Map<String, Value> {
        texts.as_object().unwrap().clone()
    }

    #[test]
    fn the_words_are_in_the_order_of_the_english_texts() {
        let english = texts(serde_json::json!({"b": "Two", "a": "One"}));
        let french = texts(serde_json::json!({"a": "Un", "b": "Deux"}));
        assert_eq!(compile("fr", &english, &french).unwrap(), "fr\nDeux\nUn");
        let error = compile("fr", &english, &texts(serde_json::json!({"b": "Deux"}))).unwrap_err();
        assert_eq!(error.to_string(), "locales/fr.json has no text \"a\"");
    }
}
