//! `markup.js`: the empty form, so that it can be typed into before the WebAssembly is there.
//!
//! Yew draws it natively (`examples/markup.rs`), so the component is the only source of the
//! markup. No page may be asked to read HTML from a string, under Trusted Types, so it
//! becomes data that the module makes elements of. `www/markup.js` stands in for the module
//! where nothing is built.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{process, workspace};

/// What the example writes.
#[derive(Debug, Deserialize)]
struct Drawn {
    html: String,
    html_with_types: String,
    words: BTreeMap<String, BTreeMap<String, String>>,
}

/// Texts that the module shows beside those in the markup.
const MORE_TEXTS: [&str; 1] = ["saving"];

/// What the module looks for, as attributes with their values.
const LOOKED_FOR: [(&str, &str); 6] = [
    ("id", "country"),
    ("id", "number"),
    ("id", "extension"),
    ("id", "mobile"),
    ("id", "submit"),
    ("class", "mobile"),
];

/// Draws the form and returns the module's text.
pub(super) fn module() -> Result<String> {
    let mut cargo = process::cargo();
    cargo.args(["run", "--package", "lead-phone-form", "--example", "markup"]);
    cargo.args(["--features", "ssr"]);
    let output = process::output(&mut cargo).context("the form cannot be drawn natively")?;
    let drawn: Drawn = serde_json::from_str(&output).context("examples/markup.rs wrote no JSON")?;
    let style = fs::read_to_string(workspace::root().join("src/form/style.css"))?;

    let mut texts: Vec<String> = MORE_TEXTS.map(str::to_owned).into();
    let form = Reader::new(&drawn.html).form(&mut texts)?;
    let with_types = Reader::new(&drawn.html_with_types).form(&mut texts)?;
    for (attribute, value) in LOOKED_FOR {
        if find(&form, attribute, value).is_none() {
            bail!("www/ahead.js looks for {attribute}=\"{value}\", which nothing has");
        }
    }
    let type_field =
        find(&with_types, "class", "mobile").context("there is no field for the type")?;
    let mut words = drawn.words;
    for words in words.values_mut() {
        words.retain(|key, _| texts.contains(key));
    }
    let mut text = String::new();
    for (name, value) in [
        ("FORM", &form),
        ("TYPE_FIELD", type_field),
        ("WORDS", &json!(words)),
        ("STYLE", &squeezed(&style).into()),
    ] {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "export const {name} = {value};");
    }
    Ok(text)
}

/// Reads what Yew's server rendering writes, and nothing else of HTML.
struct Reader<'a> {
    rest: &'a str,
    /// The keys of the texts that are found.
    texts: Vec<String>,
}

impl<'a> Reader<'a> {
    fn new(html: &'a str) -> Self {
        Self { rest: html, texts: Vec::new() }
    }

    /// The one element between the component's marks; the keys of its texts are added.
    fn form(mut self, texts: &mut Vec<String>) -> Result<Value> {
        let nodes = self.nodes(None)?;
        texts.append(&mut self.texts);
        match <[Value; 1]>::try_from(nodes) {
            Ok([form]) if form.is_array() => Ok(form),
            _ => bail!("the form is drawn as more than one element"),
        }
    }

    /// Nodes up to the end of the element that they are in: an element as its name, its
    /// attributes and its nodes, a text as its key.
    fn nodes(&mut self, parent: Option<&str>) -> Result<Vec<Value>> {
        let mut nodes = Vec::new();
        loop {
            if let Some(rest) = self.rest.strip_prefix("<!--") {
                self.rest = rest.split_once("-->").context("a comment has no end")?.1;
            } else if let Some(rest) = self.rest.strip_prefix("</") {
                let (name, rest) = rest.split_once('>').context("a tag has no end")?;
                self.rest = rest;
                match parent {
                    Some(parent) if parent == name => return Ok(nodes),
                    _ => bail!("</{name}> ends no element"),
                }
            } else if let Some(rest) = self.rest.strip_prefix('<') {
                self.rest = rest;
                nodes.push(self.element()?);
            } else if self.rest.is_empty() {
                match parent {
                    None => return Ok(nodes),
                    Some(parent) => bail!("<{parent}> has no end"),
                }
            } else {
                let end = self.rest.find('<').unwrap_or(self.rest.len());
                let (text, rest) = self.rest.split_at(end);
                self.rest = rest;
                nodes.push(self.text(text)?);
            }
        }
    }

    fn element(&mut self) -> Result<Value> {
        let end = self.rest.find([' ', '>']).context("a tag has no end")?;
        let (name, rest) = self.rest.split_at(end);
        self.rest = rest;
        let mut attributes = serde_json::Map::new();
        while let Some(rest) = self.rest.strip_prefix(' ') {
            let (attribute, rest) = rest.split_once("=\"").context("an attribute has no value")?;
            let (value, rest) = rest.split_once('"').context("an attribute has no end")?;
            if value.contains('&') {
                bail!("{attribute} has an entity, which nothing here reads: {value}");
            }
            attributes.insert(attribute.to_owned(), value.into());
            self.rest = rest;
        }
        self.rest = self.rest.strip_prefix('>').context("a tag has no end")?;
        let nodes = if name == "input" { Vec::new() } else { self.nodes(Some(name))? };
        // The module writes a text by what is in its element.
        if nodes.len() > 1 && nodes.iter().any(Value::is_string) {
            bail!("a <{name}> has a text beside something else");
        }
        Ok(json!([name, attributes, nodes]))
    }

    fn text(&mut self, text: &str) -> Result<Value> {
        let key = text.strip_prefix('{').and_then(|text| text.strip_suffix('}'));
        let key = key.with_context(|| format!("“{text}” is no text that can be translated"))?;
        // Nor does it write one twice.
        if self.texts.iter().any(|known| known == key) {
            bail!("the text {key} is there twice");
        }
        self.texts.push(key.to_owned());
        Ok(key.into())
    }
}

/// The first element that has an attribute with a value.
fn find<'a>(element: &'a Value, attribute: &str, value: &str) -> Option<&'a Value> {
    if element[1][attribute] == value {
        return Some(element);
    }
    element[2].as_array()?.iter().find_map(|node| find(node, attribute, value))
}

/// A style sheet without comments and what else says nothing.
fn squeezed(style: &str) -> String {
    let mut plain = String::new();
    let mut rest = style;
    while let Some((before, after)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, rest)| rest);
    }
    plain.push_str(rest);
    let mut result = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    for mark in ["{", "}", ";", ",", ">"] {
        result = result.replace(&format!(" {mark}"), mark).replace(&format!("{mark} "), mark);
    }
    // A space before a colon, or around a plus, may mean something.
    for (with, without) in [(": ", ":"), ("( ", "("), (" )", ")"), (" !", "!"), (";}", "}")] {
        result = result.replace(with, without);
    }
    for mark in [" ", ":", ",", "("] {
        result = result.replace(&format!("{mark}0."), &format!("{mark}."));
    }
    without_quotes(&result)
}

/// The values of attributes that are words, without their quotes.
fn without_quotes(style: &str) -> String {
    let mut parts = style.split("=\"");
    let mut result = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once("\"]") {
            Some((value, rest)) if value.bytes().all(|byte| byte.is_ascii_lowercase()) => {
                result.push_str(&format!("={value}]{rest}"));
            }
            _ => result.push_str(&format!("=\"{part}")),
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(html: &str) -> Result<(Value, Vec<String>)> {
        let mut texts = Vec::new();
        let form = Reader::new(html).form(&mut texts)?;
        Ok((form, texts))
    }

    #[test]
    fn elements_attributes_and_texts_are_read() {
        let html = "<!--<[View]>--><form part=\"form\"><label>{submit}</label><input id=\"a\" \
                    type=\"tel\"><div></div></form><!--</[View]>-->";
        let (form, texts) = read(html).unwrap();
        let expected = json!(["form", {"part": "form"}, [
            ["label", {}, ["submit"]],
            ["input", {"id": "a", "type": "tel"}, []],
            ["div", {}, []]
        ]]);
        assert_eq!(form, expected);
        assert_eq!(texts, ["submit"]);
    }

    #[test]
    fn what_is_not_known_is_an_error() {
        for html in [
            "<a>",
            "<a></b>",
            "<a b=\"&amp;\"></a>",
            "<a>text</a>",
            "<a></a><a></a>",
            "<a b></a>",
            "<a>{b}<c></c></a>",
            "<a><b>{c}</b><d>{c}</d></a>",
        ] {
            assert!(read(html).is_err(), "{html}");
        }
    }

    #[test]
    fn a_style_sheet_keeps_what_it_says() {
        let style = "/* why */\n:host([hidden]) {\n  margin: calc(0.5px + 2px), 10.0 !important;\n}\n\
                     a > [b=\"c\"] :hover + [d=\"1\"] { e: f( 0.2 ); }";
        let expected = ":host([hidden]){margin:calc(.5px + 2px),10.0!important}\
                        a>[b=c] :hover + [d=\"1\"]{e:f(.2)}";
        assert_eq!(squeezed(style), expected);
    }
}
