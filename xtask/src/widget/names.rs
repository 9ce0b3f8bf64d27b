//! The names by which the WebAssembly and its glue know each other, short.
//!
//! wasm-bindgen names each import and export after what it does, with a hash, in both
//! files: over the wire a twentieth of the whole. Nobody but these two uses the names.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, bail};
use walrus::Module;

/// The module that the WebAssembly imports from, as wasm-bindgen calls it.
const MODULE: &str = "./glue_bg.js";
const SHORT_MODULE: &str = "g";

/// Longer names of exports, in bytes, are made up by wasm-bindgen.
const LONG: usize = 40;

/// Gives each import and each long export a short name, in the module and in the glue's text.
///
/// # Errors
///
/// If the glue has another shape than this knows.
pub(super) fn shorten(module: &mut Module, javascript: &str) -> Result<String> {
    let quoted = format!("\"{MODULE}\": import0");
    if javascript.matches(&quoted).count() != 1 {
        bail!("the glue no longer says `{quoted}` once: see what it says instead");
    }
    let javascript = javascript.replace(&quoted, &format!("{SHORT_MODULE}: import0"));

    let (before, members, after) = members(&javascript)?;
    let mut names = (0..).map(short_name);
    // What is the same under two names, such as a text's `value` and a button's, gets one.
    let mut shorts = BTreeMap::new();
    let mut imports = BTreeMap::new();
    for import in module.imports.iter_mut().filter(|import| import.module == MODULE) {
        let Some(function) = members.get(import.name.as_str()) else {
            bail!("the glue has no function `{}` to import", import.name);
        };
        let short = shorts.entry(*function).or_insert_with(|| next(&mut names));
        imports.insert(import.name.clone(), short.clone());
        SHORT_MODULE.clone_into(&mut import.module);
        import.name.clone_from(short);
    }
    let mut names = (0..).map(short_name);
    let mut exports = BTreeMap::new();
    // Those of `src/element` have names that say what they are.
    for export in module.exports.iter_mut().filter(|export| export.name.len() > LONG) {
        let short = exports.entry(export.name.clone()).or_insert_with(|| next(&mut names));
        export.name.clone_from(short);
    }

    let mut functions: Vec<_> = shorts.into_iter().collect();
    // What begins alike is smaller over the wire beside each other.
    functions.sort();
    let mut text = before.to_owned();
    for (function, short) in functions {
        text.push_str(&format!("{MEMBER}{short}: function({function}"));
    }
    text.push_str(after);
    Ok(lines(text.lines().map(|line| rename_exports(line, &exports))))
}

/// Takes out of the glue's text what the WebAssembly does not import, and then each function
/// that nothing there names any more.
pub(super) fn prune(javascript: &str, imported: &BTreeSet<String>) -> String {
    let mut kept = Vec::new();
    let mut drops = false;
    for line in javascript.lines() {
        if let Some((name, _)) = member(line) {
            drops = !imported.contains(name);
        }
        if !drops {
            kept.push(line);
        }
        drops &= line != MEMBER_END;
    }
    let mut text = lines(kept.iter().map(|line| (*line).to_owned()));
    while let Some(smaller) = without_unused_function(&text) {
        text = smaller;
    }
    text
}

/// What a WebAssembly imports from the glue.
///
/// # Errors
///
/// If it cannot be read.
pub(super) fn imported(wasm: &[u8]) -> Result<BTreeSet<String>> {
    let module = Module::from_buffer(wasm)?;
    let of_glue = module.imports.iter().filter(|import| import.module == SHORT_MODULE);
    Ok(of_glue.map(|import| import.name.clone()).collect())
}

/// The glue's text before the functions that the WebAssembly imports, each of them by its name
/// from behind its opening parenthesis, and the text after them.
fn members(javascript: &str) -> Result<(&str, BTreeMap<&str, &str>, &str)> {
    let (Some(start), Some(end)) = (javascript.find(MEMBERS), javascript.find(MEMBERS_END)) else {
        bail!("the glue no longer has an object of imports: see what it has instead");
    };
    let (before, rest) = javascript.split_at(start + MEMBERS.len());
    let (list, after) = rest.split_at((end + 1).saturating_sub(before.len()));
    let mut starts = Vec::new();
    let mut at = 0;
    for line in list.split_inclusive('\n') {
        if let Some((name, rest)) = member(line) {
            starts.push((at, name, at + line.len() - rest.len()));
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).map(|(next, ..)| *next).chain([list.len()]);
    let members = starts.iter().zip(ends).map(|((_, name, from), to)| (*name, &list[*from..to]));
    Ok((before, members.collect(), after))
}

/// What is around them.
const MEMBERS: &str = "    const import0 = {\n        __proto__: null,\n";
const MEMBERS_END: &str = "\n    };\n    return {";

/// How the glue indents a member of the object of imports.
const MEMBER: &str = "        ";
const MEMBER_END: &str = "        },";

/// The name of a function among the imports that begins in this line, and what follows its
/// opening parenthesis.
fn member(line: &str) -> Option<(&str, &str)> {
    let (name, rest) = line.strip_prefix(MEMBER)?.split_once(": function(")?;
    name.bytes().all(is_of_name).then_some((name, rest))
}

fn rename_exports(line: &str, exports: &BTreeMap<String, String>) -> String {
    const OBJECT: &str = "wasm.";
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

fn is_of_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'$'
}

fn lines(lines: impl Iterator<Item = String>) -> String {
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
    const import0 = {
        __proto__: null,
        __wbg_kept_1: function(arg0) {
            return used(arg0);
        },
        __wbg_dropped_2: function(arg0) {
            return unused(arg0);
        },
    };
    return { \"./glue_bg.js\": import0 };
}
function used(arg) {
    return wasm.form_new(arg) + wasm.a_name_that_is_longer_than_anyone_would_write(arg);
}
async function unused(arg) {
    return used(arg);
}
__wbg_get_imports();
";

    #[test]
    fn what_is_the_same_has_one_name() {
        let mut module = module();
        let glue = shorten(&mut module, &GLUE.replace("unused(arg0)", "used(arg0)")).unwrap();
        assert_eq!(imported(&module.emit_wasm()).unwrap(), ["a".to_owned()].into());
        assert_eq!(glue.matches(": function(").count(), 1, "{glue}");
    }

    const EXPORT: &str = "a_name_that_is_longer_than_anyone_would_write";

    fn module() -> Module {
        let mut module = Module::default();
        let kind = module.types.add(&[], &[]);
        for name in ["__wbg_kept_1", "__wbg_dropped_2"] {
            module.add_import_func(MODULE, name, kind);
        }
        let memory = module.memories.add_local(false, false, 1, None, None);
        module.exports.add("form_new", memory);
        module.exports.add(EXPORT, memory);
        module
    }

    #[test]
    fn both_files_have_the_same_short_names() {
        let mut module = module();
        let glue = shorten(&mut module, GLUE).unwrap();
        let wasm = module.emit_wasm();
        assert_eq!(imported(&wasm).unwrap(), ["a", "b"].map(str::to_owned).into());
        assert!(glue.contains("return { g: import0 };"), "{glue}");
        assert!(glue.contains("        a: function(arg0) {\n"), "{glue}");
        // Names that people have given stay.
        let exports: Vec<_> = module.exports.iter().map(|export| export.name.as_str()).collect();
        assert_eq!(exports, ["form_new", "a"]);
        assert!(glue.contains("wasm.form_new(arg) + wasm.a(arg)"), "{glue}");
    }

    #[test]
    fn a_glue_of_another_shape_is_an_error() {
        assert!(shorten(&mut module(), &GLUE.replace("import0 }", "imports }")).is_err());
    }

    #[test]
    fn what_is_not_imported_goes_with_all_that_it_used_alone() {
        let glue = prune(GLUE, &["__wbg_kept_1".to_owned()].into());
        assert!(!glue.contains("dropped") && !glue.contains("unused"), "{glue}");
        for kept in ["__proto__: null", "__wbg_kept_1: function", "function used(", "    };\n"] {
            assert!(glue.contains(kept), "{kept} in {glue}");
        }
    }

    #[test]
    fn short_names_do_not_end() {
        let names: Vec<String> = [0, 25, 26, 51, 52, 52 + 52 * 52].map(short_name).into();
        assert_eq!(names, ["a", "z", "A", "Z", "aa", "aaa"]);
    }
}
