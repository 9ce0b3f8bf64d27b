//! What the WebAssembly imports from its glue, as a list: each by its place there.
//!
//! wasm-bindgen writes an object of functions, each under a name that says what it does, with a
//! hash, and has the WebAssembly ask for them by these names. An array says as much without a
//! name: its members are called `0`, `1` and so on, which is all that an import asks for.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, bail};
use walrus::{FunctionKind, ImportKind, ImportedFunction, Module};

use super::names::{is_of_name, lines};

/// The module that the WebAssembly imports from, as wasm-bindgen calls it.
const MODULE: &str = "./glue_bg.js";
const SHORT_MODULE: &str = "g";

/// Makes a list of the object of imports, in the module and in the glue's text.
///
/// # Errors
///
/// If the glue has another shape than this knows.
pub(super) fn list(module: &mut Module, javascript: &str) -> Result<String> {
    let quoted = format!("\"{MODULE}\": import0");
    if javascript.matches(&quoted).count() != 1 {
        bail!("the glue no longer says `{quoted}` once: see what it says instead");
    }
    let javascript = javascript.replace(&quoted, &format!("{SHORT_MODULE}: import0"));
    let (before, members, after) = members(&javascript)?;

    // What is the same under two names, such as a text's `value` and a button's, is there once.
    // What has the same type and begins alike is smaller over the wire beside each other, in
    // both files.
    let mut functions = BTreeMap::new();
    for import in module.imports.iter().filter(|import| import.module == MODULE) {
        let Some(function) = members.get(import.name.as_str()) else {
            bail!("the glue has no function `{}` to import", import.name);
        };
        let ImportKind::Function(imported) = import.kind else {
            bail!("the WebAssembly imports `{}`, which is no function", import.name);
        };
        let kind = module.types.params_results(module.funcs.get(imported).ty());
        functions
            .entry((format!("{kind:?}"), arrow(function)))
            .or_insert_with(Vec::new)
            .push((import.id(), imported));
    }
    let mut text = format!("{before}{LIST}");
    for (place, ((_, function), imports)) in functions.into_iter().enumerate() {
        text.push_str(&format!("{MEMBER}/* {place} */ {function}"));
        for (import, imported) in imports {
            // In the order of the list: a row of numbers is small over the wire.
            module.imports.delete(import);
            let import = module.imports.add(SHORT_MODULE, &place.to_string(), imported);
            module.funcs.get_mut(imported).kind = FunctionKind::Import(ImportedFunction {
                import,
                ty: module.funcs.get(imported).ty(),
            });
        }
    }
    Ok(text + LIST_END + after)
}

/// Leaves empty in the list what the WebAssembly does not import.
pub(super) fn prune(javascript: &str, imported: &BTreeSet<String>) -> String {
    let mut kept = Vec::new();
    let mut drops = false;
    for line in javascript.lines() {
        if let Some(place) = place(line) {
            drops = !imported.contains(place);
            if drops {
                kept.push(format!("{MEMBER}/* {place} */,"));
            }
        }
        if !drops {
            kept.push(line.to_owned());
        }
        drops &= !MEMBER_ENDS.contains(&line);
    }
    lines(kept.into_iter())
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
    let Some((before, rest)) = javascript.split_once(OBJECT) else {
        bail!("the glue no longer has an object of imports: see what it has instead");
    };
    let Some((list, after)) = rest.split_once(OBJECT_END) else {
        bail!("the glue's object of imports no longer has an end: see what it has instead");
    };
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

/// A function of the object as one of the list, from where its parameters begin.
fn arrow(function: &str) -> String {
    // An exception goes to the WebAssembly, which asks for it.
    let caught = function
        .strip_suffix("}, arguments); },\n")
        .and_then(|function| Some(function.split_once(") { return handleError(function (")?.1));
    match caught {
        Some(caught) => format!("catching(({}}}),\n", caught.replacen(") {", ") => {", 1)),
        None => format!("({}", function.replacen(") {", ") => {", 1)),
    }
}

/// What is around the functions, at first and in the end.
const OBJECT: &str = "    const import0 = {\n        __proto__: null,\n";
const OBJECT_END: &str = "    };\n    return {";
const LIST: &str = "    const import0 = [\n";
const LIST_END: &str = "    ];\n    return {";

/// How the glue indents one of them, and in which lines one ends.
const MEMBER: &str = "        ";
const MEMBER_ENDS: [&str; 2] = ["        },", "        }),"];

/// The name of a function among the imports that begins in this line, and what follows its
/// opening parenthesis.
fn member(line: &str) -> Option<(&str, &str)> {
    let (name, rest) = line.strip_prefix(MEMBER)?.split_once(": function(")?;
    name.bytes().all(is_of_name).then_some((name, rest))
}

/// The place in the list of the function that begins in this line.
fn place(line: &str) -> Option<&str> {
    Some(line.strip_prefix(MEMBER)?.strip_prefix("/* ")?.split_once(" */ ")?.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "\
function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        __wbg_second_1: function(arg0) {
            return used(arg0);
        },
        __wbg_first_2: function() { return handleError(function (arg0) {
            return other(arg0);
        }, arguments); },
        __wbg_same_3: function(arg0) {
            return used(arg0);
        },
    };
    return {
        __proto__: null,
        \"./glue_bg.js\": import0,
    };
}
";

    fn module() -> Module {
        let mut module = Module::default();
        let kind = module.types.add(&[], &[]);
        for name in ["__wbg_second_1", "__wbg_first_2", "__wbg_same_3"] {
            let (function, _) = module.add_import_func(MODULE, name, kind);
            module.exports.add(name, function);
        }
        module
    }

    #[test]
    fn an_object_becomes_a_list_in_which_nothing_is_twice() -> Result<()> {
        let mut module = module();
        let glue = list(&mut module, GLUE)?;
        let expected = "    const import0 = [
        /* 0 */ (arg0) => {
            return used(arg0);
        },
        /* 1 */ catching((arg0) => {
            return other(arg0);
        }),
    ];
    return {
        __proto__: null,
        g: import0,
    };
";
        assert!(glue.contains(expected), "{glue}");
        let wasm = module.emit_wasm();
        assert_eq!(imported(&wasm)?, ["0", "1"].map(str::to_owned).into());
        let module = Module::from_buffer(&wasm)?;
        let names: Vec<_> = module.imports.iter().map(|import| import.name.as_str()).collect();
        assert_eq!(names, ["0", "0", "1"]);
        Ok(())
    }

    #[test]
    fn what_is_not_imported_leaves_its_place_empty() -> Result<()> {
        let glue = list(&mut module(), GLUE)?;
        let pruned = prune(&glue, &["1".to_owned()].into());
        let expected = "        /* 0 */,\n        /* 1 */ catching((arg0) => {\n            return other(arg0);\n        }),\n    ];";
        assert!(pruned.contains(expected), "{pruned}");
        Ok(())
    }

    #[test]
    fn a_glue_of_another_shape_is_an_error() {
        assert!(list(&mut module(), &GLUE.replace("import0,", "imports,")).is_err());
        assert!(list(&mut module(), &GLUE.replace("_first_", "_third_")).is_err());
        assert!(list(&mut module(), &GLUE.replace("__proto__: null,", "")).is_err());
    }
}
