//! One self-contained module out of several, so that one `integrity` covers
//! all of it.
//!
//! Each module becomes a function that is called once and returns what others
//! import from it, in the order in which a browser would run them:
//!
//! ```js
//! const $files = (() => {
//!   const FILES = { … };
//!   return { FILES };
//! })();
//! ```
//!
//! [`statements`] reads the import and export statements. Only the forms that
//! are used here are known, and any other is an error with its place.

mod instance;
mod statements;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::{Result, bail};

pub(super) use instance::instantiable;
use statements::{Import, Source};

/// Reads a module's text by its name, such as `glue.js`.
pub(super) type Read<'a> = dyn FnMut(&str) -> Result<String> + 'a;

/// Puts the entry and all that it imports into one module that exports nothing.
pub(super) fn concatenate(entry: &str, read: &mut Read<'_>) -> Result<String> {
    let mut order = Vec::new();
    let mut modules = BTreeMap::new();
    visit(entry, read, &mut Vec::new(), &mut order, &mut modules)?;

    let mut used: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for import in modules.values().flat_map(|source: &Source| &source.imports) {
        let names = used.entry(&import.from).or_default();
        for (exported, _) in &import.names {
            if !names.contains(&exported.as_str()) {
                names.push(exported);
            }
        }
    }

    let mut text = String::new();
    for name in &order {
        let source = &modules[name];
        if name == entry {
            if let Some((exported, _)) = source.exports.first() {
                bail!("www/{name} exports `{exported}`, but a host imports nothing from it");
            }
            write_module(&mut text, source);
        } else {
            let _ = writeln!(text, "const {} = (() => {{", identifier(name));
            write_module(&mut text, source);
            let _ = writeln!(text, "return {{ {} }};", returned(name, source, &used)?);
            text.push_str("})();\n");
        }
    }
    Ok(text)
}

/// Reads a module and, before it, what it imports.
fn visit(
    name: &str,
    read: &mut Read<'_>,
    path: &mut Vec<String>,
    order: &mut Vec<String>,
    modules: &mut BTreeMap<String, Source>,
) -> Result<()> {
    if modules.contains_key(name) {
        return Ok(());
    }
    path.push(name.to_owned());
    let source = statements::parse(name, &read(name)?)?;
    for Import { from, .. } in &source.imports {
        if path.contains(from) {
            bail!("{} imports {from}, which imports it: a circle cannot be ordered", name);
        }
        visit(from, read, path, order, modules)?;
    }
    path.pop();
    order.push(name.to_owned());
    modules.insert(name.to_owned(), source);
    Ok(())
}

fn write_module(text: &mut String, source: &Source) {
    for import in &source.imports {
        let names: Vec<String> = import.names.iter().map(|(a, b)| pair(a, b)).collect();
        let _ = writeln!(text, "const {{ {} }} = {};", names.join(", "), identifier(&import.from));
    }
    text.push_str(&source.body);
    if !source.body.ends_with('\n') {
        text.push('\n');
    }
}

/// The exports that someone imports; a minifier can then drop what makes the
/// others.
fn returned(name: &str, source: &Source, used: &BTreeMap<&str, Vec<&str>>) -> Result<String> {
    let mut pairs = Vec::new();
    for exported in used.get(name).into_iter().flatten() {
        match source.exports.iter().find(|(name, _)| name == exported) {
            Some((exported, local)) => pairs.push(pair(exported, local)),
            None => bail!("{name} is asked for `{exported}`, which it does not export"),
        }
    }
    Ok(pairs.join(", "))
}

/// `a` or `a: b`, for a pattern or an object.
fn pair(a: &str, b: &str) -> String {
    if a == b { a.to_owned() } else { format!("{a}: {b}") }
}

/// The name that holds a module's exports: `$glue` for `glue.js`.
fn identifier(name: &str) -> String {
    let stem = name.strip_suffix(".js").unwrap_or(name);
    let letters = stem.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' });
    format!("${}", letters.collect::<String>())
}
