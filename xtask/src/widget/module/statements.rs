//! The import and export statements of a module of `www/`, or of the glue.
//!
//! They are read by line: a statement starts at the beginning of a line, and an
//! import or a list ends at the first semicolon. That is how prettier, people
//! and wasm-bindgen write them; it is no JavaScript parser.

use anyhow::{Context as _, Result, bail};

/// A module, taken apart.
#[derive(Debug, Default)]
pub(super) struct Source {
    /// What it imports, in order.
    pub(super) imports: Vec<Import>,
    /// What it exports: the name outside and the name inside.
    pub(super) exports: Vec<(String, String)>,
    /// The rest, without the words `import` and `export`.
    pub(super) body: String,
}

/// One import statement.
#[derive(Debug)]
pub(super) struct Import {
    /// The other module's name, such as `glue.js`.
    pub(super) from: String,
    /// The name there and the name here.
    pub(super) names: Vec<(String, String)>,
}

/// Takes a module apart.
pub(super) fn parse(name: &str, text: &str) -> Result<Source> {
    let mut source = Source::default();
    let mut lines = text.lines().enumerate();
    while let Some((index, line)) = lines.next() {
        let place = || format!("{name}:{}", index + 1);
        let word = line.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
        let is_call = line[word.len()..].trim_start().starts_with(['(', '.']);
        let is_declaration = word == "export" && declared(line).is_some();
        if !matches!(word, "import" | "export") || is_call {
            source.body.push_str(line);
            source.body.push('\n');
        } else if is_declaration {
            let (declaration, exported) = declared(line).with_context(place)?;
            source.exports.push((exported.to_owned(), exported.to_owned()));
            source.body.push_str(declaration);
            source.body.push('\n');
        } else {
            let mut statement = line.trim_end().to_owned();
            // wasm-bindgen leaves the semicolon of one of its lists out.
            let ends =
                |text: &str| text.ends_with(';') || (word == "export" && text.ends_with('}'));
            while !ends(&statement) {
                let (_, next) = lines.next().with_context(|| {
                    format!("{}: the statement does not end in a semicolon", place())
                })?;
                statement.push(' ');
                statement.push_str(next.trim());
            }
            if word == "import" {
                source.imports.push(import(&statement).with_context(place)?);
            } else {
                source.exports.extend(export_list(&statement).with_context(place)?);
            }
        }
    }
    // A variable's value now is not its value later, which an import would see;
    // asked for, it is as if it were not exported.
    let variable = |local: &str| {
        let mut lines = source.body.lines().filter_map(|line| line.strip_prefix("let "));
        lines.any(|line| line.split(|c| !is_in_name(c)).any(|name| name == local))
    };
    source.exports.retain(|(_, local)| !variable(local));
    Ok(source)
}

/// For `export function f(…`, the line without `export` and the name `f`.
fn declared(line: &str) -> Option<(&str, &str)> {
    let declaration = line.strip_prefix("export ")?;
    let rest = ["function ", "async function ", "class ", "const "]
        .iter()
        .find_map(|keyword| declaration.strip_prefix(keyword))?;
    let end = rest.find(|c: char| !is_in_name(c)).unwrap_or(rest.len());
    // A pattern, as in `export const { a } = b;`, has no one name.
    (end > 0).then(|| (declaration, &rest[..end]))
}

/// `import a, { b, c as d } from "./e.js";`
fn import(statement: &str) -> Result<Import> {
    let unknown = || {
        format!(
            "`{statement}` is a form of import that the bundle does not know; write \
             `import a, {{ b, c as d }} from \"./e.js\";`, either part of it, at the beginning \
             of a line"
        )
    };
    let rest = statement.strip_prefix("import").and_then(|rest| rest.strip_suffix(';'));
    let (names, from) = rest.and_then(|rest| rest.rsplit_once("from")).with_context(unknown)?;
    let from = from.trim();
    let from = from
        .strip_prefix('"')
        .and_then(|from| from.strip_suffix('"'))
        .or_else(|| from.strip_prefix('\'').and_then(|from| from.strip_suffix('\'')))
        .and_then(|from| from.strip_prefix("./"))
        .with_context(unknown)?;

    let mut pairs = Vec::new();
    let names = names.trim();
    let (default, list) = match names.split_once('{') {
        Some((default, list)) => (default.trim().trim_end_matches(','), Some(list)),
        None => (names, None),
    };
    let default = default.trim();
    if !default.is_empty() {
        if !is_name(default) {
            bail!(unknown());
        }
        pairs.push(("default".to_owned(), default.to_owned()));
    }
    if let Some(list) = list {
        let list = list.strip_suffix('}').with_context(unknown)?;
        pairs.extend(name_list(list).with_context(unknown)?);
    }
    if pairs.is_empty() {
        bail!(unknown());
    }
    Ok(Import { from: from.to_owned(), names: pairs })
}

/// `export { a, b as c };`
fn export_list(statement: &str) -> Result<Vec<(String, String)>> {
    let list = statement
        .strip_prefix("export")
        .map(str::trim)
        .map(|rest| rest.trim_end_matches(';').trim_end())
        .and_then(|rest| rest.strip_prefix('{')?.strip_suffix('}'))
        .and_then(name_list)
        .with_context(|| {
            format!(
                "`{statement}` is a form of export that the bundle does not know; write `export` \
                 before a function, a class or a const, or `export {{ a, b as c }};`"
            )
        })?;
    // In a list of exports the name inside comes first.
    Ok(list.into_iter().map(|(local, exported)| (exported, local)).collect())
}

/// `a, b as c`, as pairs of the name before `as` and the name after it.
fn name_list(list: &str) -> Option<Vec<(String, String)>> {
    let items = list.split(',').map(str::trim).filter(|item| !item.is_empty());
    items
        .map(|item| {
            let (before, after) = item.split_once(" as ").unwrap_or((item, item));
            let (before, after) = (before.trim(), after.trim());
            (is_name(before) && is_name(after)).then(|| (before.to_owned(), after.to_owned()))
        })
        .collect()
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_in_name) && !text.starts_with(|c: char| c.is_numeric())
}

fn is_in_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '$'
}
