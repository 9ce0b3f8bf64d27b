//! Makes the files of words that the widget fetches, one for each language.
//!
//! `locales/` has the sources, with a key for each text. The order of `locales/en.json` is the order
//! of the texts in the WebAssembly, so the files need no keys.

use std::fs;

use anyhow::{Context as _, Result, ensure};
use serde_json::{Map, Value};

use super::{Bundle, files_of, name_of, outdated};
use crate::{process, workspace, yew};

/// The folder with the words of each language.
pub(super) const FOLDER: &str = "locales";
/// The language with all texts.
pub(super) const ENGLISH: &str = "en";
/// The end of the key of a comment for translators.
pub(super) const COMMENT: &str = "_comment";
/// The plural categories of Unicode CLDR, which may follow a text's key.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Adds the file of each language: its tag, then the words of each text, one on each line.
pub(super) fn add(bundle: &mut Bundle) -> Result<()> {
    let keys = keys(&read(ENGLISH)?);
    for tag in languages()? {
        let file = compile(&tag, &keys, &read(&tag)?)?;
        bundle.insert(&format!("locale-{tag}.bin"), file.into_bytes());
    }
    Ok(())
}

/// The tags of the form's languages, in the order of the alphabet.
///
/// # Errors
///
/// If the folder of the words cannot be read.
pub fn languages() -> Result<Vec<String>> {
    let names = files_of(FOLDER)?.into_iter().map(|path| name_of(&path));
    let mut tags: Vec<_> =
        names.filter_map(|name| Some(name.strip_suffix(".json")?.to_owned())).collect();
    tags.sort_unstable();
    Ok(tags)
}

fn read(tag: &str) -> Result<Map<String, Value>> {
    let path = workspace::root().join(FOLDER).join(format!("{tag}.json"));
    let text = fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    serde_json::from_slice(&text).with_context(|| format!("{} is not an object", path.display()))
}

/// The keys of the texts, each once and without its plural category, in order.
fn keys(english: &Map<String, Value>) -> Vec<String> {
    let mut keys = Vec::new();
    for key in english.keys().filter(|key| !key.ends_with(COMMENT)) {
        // A text of its own may end like a category: `extension-leading-zero`.
        let has_other = |stem: &&str| english.contains_key(&format!("{stem}-other"));
        let key = Some(stem(key)).filter(has_other).unwrap_or(key);
        if keys.last().is_none_or(|last| last != key) {
            keys.push(key.to_owned());
        }
    }
    keys
}

/// A key without the plural category at its end.
pub(super) fn stem(key: &str) -> &str {
    let parts = key.rsplit_once('-').filter(|(_, end)| CATEGORIES.contains(end));
    parts.map_or(key, |(stem, _)| stem)
}

/// Words that depend on a count are one line: a plural category and its words in turn, with tabs
/// between them.
fn compile(tag: &str, keys: &[String], texts: &Map<String, Value>) -> Result<String> {
    let words = |key: &str| texts.get(key).and_then(Value::as_str);
    let mut file = tag.to_owned();
    for key in keys {
        let line = match words(key) {
            Some(words) => words.to_owned(),
            None => {
                let form =
                    |category| Some([category, words(&format!("{key}-{category}"))?].join("\t"));
                CATEGORIES.into_iter().filter_map(form).collect::<Vec<_>>().join("\t")
            }
        };
        ensure!(!line.is_empty(), "{FOLDER}/{tag}.json has no text \"{key}\"");
        file.push('\n');
        file.push_str(&line);
    }
    Ok(file)
}

/// Generates `locales/en.json` from the texts in the crate, and prints which words of other languages
/// are older than the English ones.
///
/// # Errors
///
/// If the test that writes it fails: also where another language lacks a text.
pub fn write_english() -> Result<()> {
    let mut cargo = yew::cargo("test")?;
    cargo.args(["--package", "lead-phone-form", "--lib", "form::text::message_id"]);
    process::run(cargo.env("WRITE_LOCALES", "1"))?;
    for tag in languages()? {
        let texts = outdated::texts(&tag)?;
        if !texts.is_empty() {
            println!("{FOLDER}/{tag}.json is older than the English words of {}", texts.join(", "));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(texts: Value) -> Map<String, Value> {
        texts.as_object().unwrap().clone()
    }

    #[test]
    fn each_file_of_words_is_a_language() {
        let tags = languages().unwrap();
        assert!(tags.is_sorted());
        assert!(["en", "fr", "zh-Hant"].iter().all(|tag| tags.iter().any(|found| found == tag)));
        assert!(tags.iter().all(|tag| !tag.contains('.')), "{tags:?}");
    }

    #[test]
    fn the_words_are_in_the_order_of_the_english_texts() {
        let english = texts(serde_json::json!({
            "b_comment": "Two.", "b": "Two", "c-one": "it", "c-other": "they", "a-zero": "0"
        }));
        let keys = keys(&english);
        assert_eq!(keys, ["b", "c", "a-zero"]);
        let polish = serde_json::json!({
            "b": "Dwa", "c-one": "ono", "c-few": "one", "c-other": "ich", "a-zero": "0"
        });
        let file = compile("pl", &keys, &texts(polish)).unwrap();
        assert_eq!(file, "pl\nDwa\none\tono\tfew\tone\tother\tich\n0");
        let error = compile("fr", &keys, &texts(serde_json::json!({"b": "Deux"}))).unwrap_err();
        assert_eq!(error.to_string(), "locales/fr.json has no text \"c\"");
    }
}
