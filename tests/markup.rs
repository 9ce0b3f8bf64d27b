//! `www/markup.js`: the prerendered form, which shows before the WebAssembly is loaded.
//!
//! Yew renders it natively, so the component is the only source of the markup. Under Trusted Types
//! a page may not read HTML from a string, so the module contains data, and scripts create the
//! elements from it. `cargo xtask markup` writes the file: it runs this test with `WRITE_MARKUP`
//! set.

#![cfg(not(target_arch = "wasm32"))]

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::rc::Rc;

use html5gum::{Token, Tokenizer};
use lead_phone_form::form::state::State;
use lead_phone_form::form::text::message_id::MessageId;
use lead_phone_form::form::view::{View, ViewProperties};
use serde_json::json;
use tokio::task::LocalSet;
use yew::{Callback, LocalServerRenderer};

/// The words of each language.
const LOCALES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/locales");

/// The languages whose labels are in the script, so that the prerendered form is right at once.
const PRERENDERED: [&str; 3] = ["en", "fr", "es"];

type Result<T> = std::result::Result<T, Box<dyn Error>>;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/www/markup.js");

#[tokio::test]
async fn the_markup_in_www_is_what_the_component_draws() -> Result<()> {
    let module = module().await?;
    if std::env::var_os("WRITE_MARKUP").is_some() {
        fs::write(FILE, &module)?;
    }
    let committed = fs::read_to_string(FILE)?;
    assert!(committed == module, "www/markup.js is old: run `cargo xtask markup`");
    Ok(())
}

async fn module() -> Result<String> {
    let mut state = State::default();
    // Each text is rendered as its key.
    state.settings.messages =
        MessageId::ALL.iter().map(|text| (*text, text.key().to_owned())).collect();
    let form = Element::read(&html(&state).await)?;
    state.settings.phone_types = ["home", "work", "mobile"].map(str::to_owned).into();
    let with_types = Element::read(&html(&state).await)?;
    let type_field = with_types.find_part("field-type").ok_or("there is no field for the type")?;
    let without_options = type_field.without_options();

    let mut keys = Vec::new();
    form.add_texts(&mut keys);
    type_field.add_texts(&mut keys);
    let mut words: BTreeMap<&str, BTreeMap<String, String>> = BTreeMap::new();
    for language in PRERENDERED {
        let path = format!("{LOCALES}/{language}.json");
        let mut texts: BTreeMap<String, String> = serde_json::from_str(&fs::read_to_string(path)?)?;
        texts.retain(|key, _| keys.contains(key));
        words.insert(language, texts);
    }
    // The first line of a language's file is its tag.
    let line =
        |key: &&str| MessageId::ALL.iter().position(|text| text.key() == *key).map(|at| at + 1);
    let lines: BTreeMap<&str, usize> =
        keys.iter().filter_map(|key| Some((&**key, line(&&**key)?))).collect();
    Ok(format!(
        "// Made by `cargo xtask markup` of what the component draws: change that instead.

/**
 * An element as its name, its attributes and what is in it: elements, or a text as its key.
 * @typedef {{[string, Record<string, string>, (MarkupElement | string)[]]}} MarkupElement
 */

/** The empty form. @type {{MarkupElement}} */
export const FORM = {};

/** The list of types in it, in place of the check box. @type {{MarkupElement}} */
export const TYPE_FIELD = {};

/** On which line of a language's file each text in both is. @type {{Record<string, number>}} */
export const LINES = {:#};

/**
 * The texts in both, by language and key.
 * @type {{{{ en: Record<string, string> }} & Partial<Record<string, Record<string, string>>>}}
 */
export const WORDS = {:#};
",
        form.as_javascript(0),
        without_options.as_javascript(0),
        json!(lines),
        json!(words)
    ))
}

async fn html(state: &State) -> String {
    let state = Rc::new(RefCell::new(state.clone()));
    let properties =
        ViewProperties { state, list: None, drawing: Callback::noop(), drawn: Callback::noop() };
    let renderer = LocalServerRenderer::<View>::with_props(properties).hydratable(false);
    LocalSet::new().run_until(renderer.render()).await
}

/// An element of the form: it has a text, or elements.
#[derive(Clone, Debug, Default)]
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    text: String,
    elements: Vec<Element>,
}

impl Element {
    /// The only element of the HTML that Yew wrote.
    fn read(html: &str) -> Result<Self> {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        // The elements that are still open, in a root.
        let mut open = vec![Self::default()];
        for token in Tokenizer::new(html) {
            let Ok(token) = token;
            let ended = match token {
                Token::StartTag(tag) => {
                    let attributes = tag.attributes.iter();
                    let attributes = attributes.map(|(name, value)| (text(name), text(value)));
                    let (name, attributes) = (text(&tag.name), attributes.collect());
                    let element = Self { name, attributes, ..Self::default() };
                    // `input` is the form's only element without an end tag.
                    if element.name != "input" {
                        open.push(element);
                        continue;
                    }
                    element
                }
                Token::EndTag(_) => open.pop().ok_or("an end tag without an element")?,
                Token::String(string) => {
                    open.last_mut().ok_or("a text without an element")?.text += &text(&string);
                    continue;
                }
                other => return Err(format!("{other:?} in {html}").into()),
            };
            open.last_mut().ok_or("an end tag without an element")?.elements.push(ended);
        }
        match &mut *open {
            [root] if root.elements.len() == 1 => Ok(root.elements.remove(0)),
            _ => Err(format!("not one element: {html}").into()),
        }
    }

    fn find_part(&self, part: &str) -> Option<&Self> {
        let parts = self.attributes.get("part").map(String::as_str).unwrap_or_default();
        let is_it = parts.split(' ').any(|name| name == part);
        if is_it { Some(self) } else { self.elements.iter().find_map(|it| it.find_part(part)) }
    }

    /// Adds the keys of the texts. The script writes each text as the whole content of an element, or
    /// as a placeholder.
    fn add_texts(&self, keys: &mut Vec<String>) {
        let is_known = |key: &String| MessageId::ALL.iter().any(|text| text.key() == key);
        if !self.text.is_empty() {
            assert!(self.elements.is_empty(), "a text beside elements: {}", self.text);
            assert!(is_known(&self.text), "a text that is not translated: {}", self.text);
            assert!(!keys.contains(&self.text), "a text in two places: {}", self.text);
            keys.push(self.text.clone());
        }
        keys.extend(self.attributes.get("placeholder").filter(|key| is_known(key)).cloned());
        self.elements.iter().for_each(|element| element.add_texts(keys));
    }

    /// The field without the options of its list, which the script makes of a host's types.
    fn without_options(&self) -> Element {
        let mut field = self.clone();
        for element in &mut field.elements {
            element.elements.retain(|element| element.name != "option");
        }
        field
    }

    /// A nested list, with one element on each line.
    fn as_javascript(&self, indent: usize) -> String {
        let Self { name, attributes, text, elements } = self;
        let contents = if elements.is_empty() {
            if text.is_empty() { String::new() } else { json!(text).to_string() }
        } else {
            let line = |element: &Self| {
                format!("\n{:1$}{2},", "", indent + 2, element.as_javascript(indent + 2))
            };
            let lines: String = elements.iter().map(line).collect();
            format!("{lines}\n{:indent$}", "")
        };
        format!("[{}, {}, [{contents}]]", json!(name), json!(attributes))
    }
}
