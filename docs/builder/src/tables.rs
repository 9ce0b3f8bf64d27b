//! The tables of the reference, from `www/custom-elements.json` and `locales/en.json`.
//!
//! A page has `<!-- attributes: by cargo xtask docs -->` where a table begins and
//! `<!-- /attributes -->` where it ends.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::Value;

use crate::paths;

const MANIFEST: &str = "www/custom-elements.json";
const ENGLISH: &str = "locales/en.json";

/// What a marker says after its name.
const BY: &str = ": by cargo xtask docs -->\n";

/// A table: its name in the markers, and its text.
type Table = (&'static str, String);

/// Writes the tables into the pages, and returns the pages that have changed.
///
/// # Errors
///
/// If a source or a page cannot be read, or a marker is unknown or missing.
pub fn write() -> Result<Vec<PathBuf>> {
    let changed = changed()?;
    for (file, text) in &changed {
        fs::write(file, text)
            .with_context(|| format!("{} cannot be written", paths::shown(file)))?;
    }
    Ok(changed.into_iter().map(|(file, _)| file).collect())
}

/// The pages whose tables are out of date, with their new texts.
///
/// # Errors
///
/// As for [`write()`].
pub fn changed() -> Result<Vec<(PathBuf, String)>> {
    let tables = tables()?;
    let mut used = BTreeSet::new();
    let mut changed = Vec::new();
    for file in paths::files(&paths::pages(), ".md")? {
        let text = paths::read(&file)?;
        let new = replaced(&text, &tables, &mut used)
            .with_context(|| format!("in {}", paths::shown(&file)))?;
        if new != text {
            changed.push((file, new));
        }
    }
    for (name, _) in &tables {
        ensure!(used.contains(name), "no page has a place for the table `{name}`");
    }
    Ok(changed)
}

/// The text with the tables between their markers. Notes which tables it has.
fn replaced(text: &str, tables: &[Table], used: &mut BTreeSet<&'static str>) -> Result<String> {
    let mut new = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(BY) {
        let name = before.rsplit_once("<!-- ").map(|(_, name)| name).unwrap_or_default();
        let Some((name, table)) = tables.iter().find(|(known, _)| *known == name) else {
            bail!("`{name}` is no table");
        };
        let end = format!("<!-- /{name} -->");
        let (_, after) = after.split_once(&end).with_context(|| format!("`{end}` is missing"))?;
        new += &format!("{before}{BY}\n{table}\n{end}");
        used.insert(name);
        rest = after;
    }
    Ok(new + rest)
}

fn tables() -> Result<Vec<Table>> {
    let json = |name: &str| -> Result<Value> {
        serde_json::from_str(&paths::read(&paths::root().join(name))?)
            .with_context(|| format!("{name} is not JSON"))
    };
    let manifest = json(MANIFEST)?;
    let element = &manifest["modules"][0]["declarations"][0];
    let list = |name: &str| element[name].as_array().cloned().unwrap_or_default();
    let members = list("members");
    let chosen = |kind: &str, is_static: bool| {
        let is_it = |member: &&Value| {
            member["kind"] == kind
                && (member["static"] == true) == is_static
                && member["attribute"].is_null()
        };
        members.iter().filter(is_it).cloned().collect::<Vec<_>>()
    };
    let attributes = list("attributes").into_iter().map(|attribute| {
        let field = members.iter().find(|member| member["name"] == attribute["fieldName"]);
        let kind = field.and_then(|field| field["type"]["text"].as_str()).unwrap_or_default();
        let property = attribute["fieldName"].as_str().unwrap_or_default();
        [
            code(&attribute["name"]),
            said(&attribute),
            format!("`{property}: {}`", cell(kind)),
            code(&attribute["default"]),
        ]
    });
    let described = |items: Vec<Value>, kind: fn(&Value) -> String| {
        items.into_iter().map(|item| [code(&item["name"]), kind(&item), said(&item)]).collect()
    };
    let named = |name: &str| list(name).into_iter().map(|item| [code(&item["name"]), said(&item)]);
    let custom = list("cssProperties")
        .into_iter()
        .map(|item| [code(&item["name"]), code(&item["default"]), said(&item)]);
    Ok(vec![
        (
            "attributes",
            table(["attribute", "meaning", "property", "default"], attributes.collect()),
        ),
        (
            "properties",
            table(["property", "type", "meaning"], described(chosen("field", false), typed)),
        ),
        (
            "methods",
            table(["method", "returns", "meaning"], described(chosen("method", false), returned)),
        ),
        (
            "class-properties",
            table(["on the class", "type", "meaning"], described(chosen("field", true), typed)),
        ),
        (
            "class-methods",
            table(
                ["on the class", "returns", "meaning"],
                described(chosen("method", true), returned),
            ),
        ),
        ("events", table(["event", "type", "meaning"], described(list("events"), typed))),
        ("parts", table(["part", "meaning"], named("cssParts").collect())),
        ("states", table(["state", "meaning"], named("cssStates").collect())),
        ("custom-properties", table(["custom property", "default", "meaning"], custom.collect())),
        ("messages", table(["key", "in English", "when"], messages(&json(ENGLISH)?)?)),
    ])
}

/// The keys of messages, with their words and when they are shown. The forms of a plural stand
/// below their common description.
fn messages(english: &Value) -> Result<Vec<[String; 3]>> {
    let english = english.as_object().with_context(|| format!("{ENGLISH} is no object"))?;
    let mut rows = Vec::new();
    let mut when = "";
    for (key, text) in english {
        let text = text.as_str().with_context(|| format!("{key} in {ENGLISH} is no text"))?;
        match key.strip_suffix("_comment") {
            Some(_) => when = text,
            None => rows.push([format!("`{key}`"), cell(text), cell(when)]),
        }
    }
    Ok(rows)
}

/// The type of a property or of an event.
fn typed(item: &Value) -> String {
    code(&item["type"]["text"])
}

/// What a method returns.
fn returned(item: &Value) -> String {
    code(&item["return"]["type"]["text"])
}

/// A table in Markdown.
fn table<const COLUMNS: usize>(headings: [&str; COLUMNS], rows: Vec<[String; COLUMNS]>) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let rule = format!("|{}\n", " --- |".repeat(COLUMNS));
    let rows: String = rows.iter().map(|row| line(row)).collect();
    line(&headings.map(str::to_owned)) + &rule + &rows
}

/// A value as code, or a dash if there is none.
fn code(value: &Value) -> String {
    match value.as_str() {
        Some("") => "empty".to_owned(),
        Some(text) => format!("`{}`", cell(text)),
        None => "–".to_owned(),
    }
}

fn said(item: &Value) -> String {
    cell(item["description"].as_str().unwrap_or_default())
}

/// The text, in which nothing ends the cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_of_the_reference_are_those_of_the_manifest_and_of_the_words() -> Result<()> {
        let changed = changed()?;
        let files: Vec<_> = changed.iter().map(|(file, _)| paths::shown(file)).collect();
        assert_eq!(files, Vec::<String>::new(), "out of date: run `cargo xtask docs`");
        Ok(())
    }

    #[test]
    fn a_table_replaces_the_one_between_its_markers_and_nothing_else() -> Result<()> {
        let text = "a\n<!-- parts: by cargo xtask docs -->\nold\n<!-- /parts -->\nb\n";
        let mut used = BTreeSet::new();
        let tables = [("parts", "| new |\n".to_owned())];
        let new = replaced(text, &tables, &mut used)?;
        assert_eq!(new, text.replace("old\n", "\n| new |\n\n"));
        assert_eq!(replaced(&new, &tables, &mut used)?, new);
        assert!(used.contains("parts"));
        let unknown = replaced(&text.replace("parts", "other"), &tables, &mut used);
        assert!(unknown.unwrap_err().to_string().contains("`other` is no table"));
        assert!(replaced(&text.replace("/parts", "end"), &tables, &mut used).is_err());
        Ok(())
    }

    #[test]
    fn a_cell_keeps_its_bars() {
        let rows = vec![[code(&Value::from("a | b")), code(&Value::Null)]];
        let expected = "| name | |\n| --- | --- |\n| `a \\| b` | – |\n";
        assert_eq!(table(["name", ""], rows).replace("|  |", "| |"), expected);
    }
}
