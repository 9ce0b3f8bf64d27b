//! Takes out functions that the widget cannot reach, but that the compiler has to keep.
//!
//! Yew decides while it runs whether a node is raw HTML, a portal, a suspension or has
//! listeners. The form draws none of these, which a compiler cannot know, so their code
//! would ship. `xtask/unreached.txt` names it. Each function named there gets the body
//! `unreachable`, and the optimizer drops what only they called; should one be called all
//! the same, the instance traps, as with any fault in it, and the tests, which run in what
//! ships, see it.

use anyhow::{Context as _, Result};
use walrus::{FunctionBuilder, FunctionId, FunctionKind, Module};

/// The functions, by parts of their paths.
const LIST: &str = include_str!("../../unreached.txt");

/// Before the start and the end of a text in memory that none but such functions read.
const DATA: &str = "data ";

/// Empties the functions that the list names, clears its texts, and returns the lines of it
/// that name nothing here: another compiler draws the borders between functions elsewhere.
///
/// # Errors
///
/// If a function's type is not in the module.
pub(super) fn empty(module: &mut Module) -> Result<Vec<&'static str>> {
    let mut unknown = Vec::new();
    let functions: Vec<(FunctionId, String)> = module
        .funcs
        .iter_local()
        .filter_map(|(id, _)| Some((id, without_hashes(module.funcs.get(id).name.as_deref()?))))
        .collect();
    for part in parts(LIST) {
        if let Some((start, end)) = part.strip_prefix(DATA).and_then(|it| it.split_once("..")) {
            let text = text(module, start.as_bytes(), end.as_bytes());
            if !text.is_some_and(|text| clear(module, &text)) {
                unknown.push(part);
            }
            continue;
        }
        let named = functions.iter().filter(|(_, path)| path.contains(part));
        let mut found = false;
        for (id, path) in named {
            found = true;
            replace(module, *id).with_context(|| format!("{path} cannot be emptied"))?;
        }
        if !found {
            unknown.push(part);
        }
    }
    if !clear(module, &lower_case_table()) {
        unknown.push("the table of lower-case letters");
    }
    Ok(unknown)
}

/// The text in the module's data that starts and ends so.
fn text(module: &Module, start: &[u8], end: &[u8]) -> Option<Vec<u8>> {
    let at = |data: &[u8], part: &[u8]| data.windows(part.len()).position(|it| it == part);
    module.data.iter().find_map(|data| {
        let rest = data.value.get(at(&data.value, start)?..)?;
        rest.get(..at(rest, end)? + end.len()).map(<[u8]>::to_vec)
    })
}

/// Writes zeros over a table or a text in the module's data; an optimizer does not know what no
/// function reads any more. `false` where it is not there.
fn clear(module: &mut Module, table: &[u8]) -> bool {
    let found = module.data.iter().find_map(|data| {
        let at = data.value.windows(table.len()).position(|part| part == table)?;
        Some((data.id(), at))
    });
    let Some((data, at)) = found else { return false };
    module.data.get_mut(data).value[at..at + table.len()].fill(0);
    true
}

/// The standard library's table from letters beyond ASCII to their lower case, as it is in
/// memory: pairs of four bytes each. What becomes more than one letter has another table's
/// index in place of the letter. Only the name of an unexpected node is put in lower case,
/// in a message that is not there (`xtask/unreached.txt`); the crate itself may not
/// (`clippy.toml`).
fn lower_case_table() -> Vec<u8> {
    const INDEX: u32 = 0x40_0000;
    let mut several = 0;
    let mut table = Vec::new();
    for letter in '\u{80}'..=char::MAX {
        #[allow(clippy::disallowed_methods, reason = "to know the table that others may not use")]
        let mut lower = letter.to_lowercase();
        let first = lower.next().unwrap_or(letter);
        let value = if lower.next().is_some() {
            several += 1;
            INDEX + several - 1
        } else if first == letter {
            continue;
        } else {
            u32::from(first)
        };
        table.extend(u32::from(letter).to_le_bytes());
        table.extend(value.to_le_bytes());
    }
    table
}

fn replace(module: &mut Module, id: FunctionId) -> Result<()> {
    let (parameters, results) = module.types.params_results(module.funcs.get(id).ty());
    let (parameters, results) = (parameters.to_vec(), results.to_vec());
    let mut body = FunctionBuilder::new(&mut module.types, &parameters, &results);
    body.func_body().unreachable();
    let parameters = parameters.iter().map(|kind| module.locals.add(*kind)).collect();
    module.funcs.get_mut(id).kind = FunctionKind::Local(body.local_func(parameters));
    Ok(())
}

/// A function's path without what tells two versions of a crate apart, as in `yew[a5c5924d86d30be0]::`.
fn without_hashes(path: &str) -> String {
    let mut result = String::with_capacity(path.len());
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('[') {
        result.push_str(before);
        match after.split_once(']') {
            Some((hash, after)) if is_hash(hash) => rest = after,
            _ => {
                result.push('[');
                rest = after;
            }
        }
    }
    result + rest
}

fn is_hash(text: &str) -> bool {
    text.len() > 7 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// The list without its comments and empty lines.
fn parts(list: &str) -> impl Iterator<Item = &str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::workspace;

    #[test]
    fn a_path_is_read_without_hashes() {
        assert_eq!(
            without_hashes("<yew[a5c5924d86d30be0]::A as b[0123abcd]::B>"),
            "<yew::A as b::B>"
        );
        assert_eq!(without_hashes("<[u8] as x::Y>::z[1]"), "<[u8] as x::Y>::z[1]");
        assert_eq!(without_hashes("an open [bracket"), "an open [bracket");
    }

    #[test]
    fn the_table_of_lower_case_letters_begins_as_the_standard_library_has_it() {
        let table = lower_case_table();
        assert_eq!(table[..16], [0xC0, 0, 0, 0, 0xE0, 0, 0, 0, 0xC1, 0, 0, 0, 0xE1, 0, 0, 0]);
        // İ is the one that becomes two.
        let dotted = table.chunks(8).find(|pair| pair[..4] == [0x30, 1, 0, 0]).unwrap();
        assert_eq!(dotted[4..], [0, 0, 0x40, 0]);
        assert!(table.len() > 8 * 1400);
    }

    #[test]
    fn a_table_is_cleared_where_it_is() {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        let offset = walrus::ConstExpr::Value(walrus::ir::Value::I32(0));
        let kind = walrus::DataKind::Active { memory, offset };
        module.data.add(kind, vec![9, 1, 2, 3, 9]);
        assert!(!clear(&mut module, &[1, 2, 4]));
        assert_eq!(text(&module, &[1], &[3]), Some(vec![1, 2, 3]));
        assert_eq!(text(&module, &[3], &[1]), None);
        assert!(clear(&mut module, &[1, 2, 3]));
        assert_eq!(module.data.iter().next().unwrap().value, [9, 0, 0, 0, 9]);
    }

    #[test]
    fn nothing_that_ships_formats() {
        let mut folders = vec![workspace::root().join("src")];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).unwrap() {
                let path = entry.unwrap().path();
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                // The component is for applications, which have all of the standard library.
                if path.is_dir() && name != "component" {
                    folders.push(path);
                } else if name.ends_with(".rs") && !name.ends_with("_tests.rs") {
                    let text = fs::read_to_string(&path).unwrap();
                    let tests =
                        |part: &&str| part.starts_with("test") || part.starts_with("all(test");
                    let ships: String = text.split("#[cfg(").take_while(|it| !tests(it)).collect();
                    for formats in ["format!(", "write!(", "writeln!(", ".to_string()"] {
                        assert!(!ships.contains(formats), "{formats} in {}", path.display());
                    }
                }
            }
        }
    }

    #[test]
    fn the_list_says_why_and_names_no_function_of_the_widget_itself() {
        assert!(parts(LIST).count() > 0);
        assert!(parts(LIST).all(|part| !part.contains("lead_phone_form")));
        assert!(LIST.starts_with('#'));
    }
}
