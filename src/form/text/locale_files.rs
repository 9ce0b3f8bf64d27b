//! The words in `locales/`, for tests.

use crate::form::text::message_id::MessageId;
use crate::form::text::plural;
use crate::form::text::words::Words;
use serde_json::{Map, Value};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::OnceLock;

/// The tags of all languages, from the names of the files.
pub fn tags() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/locales");
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name());
    let mut tags: Vec<_> =
        files.filter_map(|name| Some(name.to_str()?.strip_suffix(".json")?.to_owned())).collect();
    tags.sort_unstable();
    tags
}

/// The texts of a language by their keys, in the order of its file.
pub fn texts(tag: &str) -> Rc<Map<String, Value>> {
    let read = || {
        let file = format!("{}/locales/{tag}.json", env!("CARGO_MANIFEST_DIR"));
        Rc::new(serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap())
    };
    TEXTS.with_borrow_mut(|texts| Rc::clone(texts.entry(tag.to_owned()).or_insert_with(read)))
}

/// The words of a text in a language: for each plural category, or `""` and the only ones.
pub fn words_of(tag: &str, text: MessageId) -> Vec<(String, String)> {
    words_in(&texts(tag), text)
}

fn words_in(texts: &Map<String, Value>, text: MessageId) -> Vec<(String, String)> {
    let mut words = Vec::new();
    for (key, value) in texts {
        let category = match plural::split(key) {
            _ if *key == text.key() => "",
            Some((stem, category)) if stem == text.key() => category,
            _ => continue,
        };
        words.push((category.to_owned(), value.as_str().unwrap().to_owned()));
    }
    words
}

/// The file of a language beside the WebAssembly.
pub fn compiled(tag: &str) -> String {
    let texts = texts(tag);
    let line = |text: &MessageId| match &*words_in(&texts, *text) {
        [(category, words)] if category.is_empty() => words.clone(),
        forms => {
            let parts: Vec<_> = forms.iter().flat_map(|(one, words)| [&**one, words]).collect();
            parts.join("\t")
        }
    };
    [tag.to_owned()]
        .into_iter()
        .chain(MessageId::ALL.iter().map(line))
        .collect::<Vec<_>>()
        .join("\n")
}

thread_local! {
    // Each test asks for texts thousands of times.
    static TEXTS: RefCell<HashMap<String, Rc<Map<String, Value>>>> = RefCell::default();
}

/// The English words.
pub fn english() -> Words {
    // Each test has a thread of its own.
    static ENGLISH: OnceLock<String> = OnceLock::new();
    Words::read(ENGLISH.get_or_init(|| compiled("en"))).unwrap()
}

/// The words of a language as the element sets them.
pub fn words(tag: &str) -> Words {
    Words::read(&compiled(tag)).unwrap()
}
