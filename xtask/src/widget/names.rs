//! The names of what the WebAssembly exports, short.
//!
//! wasm-bindgen names what it adds after what it is, in full, in both files. Nobody but these
//! two uses the names.

use std::collections::BTreeMap;

use walrus::Module;

/// Longer names, in bytes, are made up by wasm-bindgen.
const LONG: usize = 40;

/// Gives each export that people have not named a short name, in the module and in the glue's
/// text, and takes out of the module those that the glue does not name.
pub(super) fn shorten(module: &mut Module, javascript: &str) -> String {
    let text = without_unused_functions(javascript);
    let mut names = (0..).map(short_name);
    let mut exports = BTreeMap::new();
    let all: Vec<_> = module.exports.iter().map(|export| export.id()).collect();
    for id in all {
        let export = module.exports.get_mut(id);
        if !names_export(&text, &export.name) {
            module.exports.delete(id);
        } else if export.name.starts_with("__") || export.name.len() > LONG {
            let short = next(&mut names);
            exports.insert(std::mem::replace(&mut export.name, short.clone()), short);
        }
    }
    lines(text.lines().map(|line| rename_exports(line, &exports)))
}

/// Takes out of the glue's text each function that nothing there names.
pub(super) fn without_unused_functions(javascript: &str) -> String {
    let mut text = javascript.to_owned();
    while let Some(smaller) = without_unused_function(&text) {
        text = smaller;
    }
    text
}

/// What the glue calls the exports.
const OBJECT: &str = "wasm.";

fn names_export(javascript: &str, name: &str) -> bool {
    javascript.split(OBJECT).skip(1).any(|after| {
        after.strip_prefix(name).is_some_and(|rest| !rest.bytes().next().is_some_and(is_of_name))
    })
}

fn rename_exports(line: &str, exports: &BTreeMap<String, String>) -> String {
    let mut result = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once(OBJECT) {
        let end = after.bytes().position(|byte| !is_of_name(byte)).unwrap_or(after.len());
        let (name, after) = after.split_at(end);
        result.push_str(before);
        result.push_str(OBJECT);
        result.push_str(exports.get(name).map_or(name, String::as_str));
        rest = after;
    }
    result + rest
}

/// The text without the first function of its own that is named nowhere else.
fn without_unused_function(text: &str) -> Option<String> {
    for (start, _) in text.match_indices('\n') {
        let declaration = &text[start + 1..];
        let plain = declaration.strip_prefix("async ").unwrap_or(declaration);
        let Some(rest) = plain.strip_prefix("function ") else { continue };
        let name = rest.split_once('(')?.0;
        let end = start + 1 + declaration.find("\n}\n")? + "\n}\n".len();
        let named = |part: &str| {
            part.match_indices(name).any(|(at, _)| {
                let before = part[..at].bytes().next_back();
                let after = part[at + name.len()..].bytes().next();
                !before.is_some_and(is_of_name) && !after.is_some_and(is_of_name)
            })
        };
        if !named(&text[..start]) && !named(&text[end..]) {
            return Some([&text[..=start], &text[end..]].concat());
        }
    }
    None
}

/// Whether a byte may be within a name.
pub(super) fn is_of_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'$'
}

/// A text of these lines.
pub(super) fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.flat_map(|line| [line, "\n".to_owned()]).collect()
}

fn next(names: &mut impl Iterator<Item = String>) -> String {
    // The names are without end.
    names.next().unwrap_or_default()
}

/// `a` to `Z`, then `aa`, and so on.
fn short_name(mut index: usize) -> String {
    const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut name = String::new();
    loop {
        name.insert(0, char::from(LETTERS[index % LETTERS.len()]));
        match (index / LETTERS.len()).checked_sub(1) {
            Some(left) => index = left,
            None => return name,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "\
function __wbg_get_imports() {
    return used(1);
}
function used(arg) {
    return wasm.form_new(arg) + wasm.__wbindgen_malloc(arg) + wasm.memory.buffer;
}
async function unused(arg) {
    return used(arg) + wasm.form;
}
__wbg_get_imports();
";

    #[test]
    fn both_files_have_the_same_short_names() {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        for name in ["form", "form_new", "__wbindgen_malloc", "memory"] {
            module.exports.add(name, memory);
        }
        let glue = shorten(&mut module, GLUE);
        // What nobody asks for is no export.
        let exports: Vec<_> = module.exports.iter().map(|export| export.name.as_str()).collect();
        assert_eq!(exports, ["form_new", "a", "memory"]);
        let returned = "return wasm.form_new(arg) + wasm.a(arg) + wasm.memory.buffer;";
        assert!(glue.contains(returned), "{glue}");
    }

    #[test]
    fn a_function_goes_when_nothing_names_it() {
        let glue = without_unused_functions(GLUE);
        assert!(!glue.contains("unused") && glue.contains("function used("), "{glue}");
    }

    #[test]
    fn short_names_do_not_end() {
        let names: Vec<String> = [0, 25, 26, 51, 52, 52 + 52 * 52].map(short_name).into();
        assert_eq!(names, ["a", "z", "A", "Z", "aa", "aaa"]);
    }
}
