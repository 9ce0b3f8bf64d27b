//! Takes out functions that the widget cannot reach, but that the compiler has to keep.
//!
//! Yew decides while it runs what a node is and whether anything of it is left. The form
//! does not make use of all of that, which a compiler cannot know, so its code would ship.
//! `xtask/unreached.txt` names it. Each function named there gets the body `unreachable`, and
//! the optimizer drops what only they called; should one be called all the same, the instance
//! traps, as with any fault in it, and the tests, which run in what ships, see it.

use anyhow::{Context as _, Result};
use walrus::{FunctionBuilder, FunctionId, FunctionKind, Module};

/// The functions, by parts of their paths.
const LIST: &str = include_str!("../../unreached.txt");

/// Empties the functions that the list names, and returns the lines of it that name nothing
/// here: another compiler draws the borders between functions elsewhere.
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
    Ok(unknown)
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
    use super::*;

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
    fn the_list_says_why_and_names_no_function_of_the_widget_itself() {
        assert!(parts(LIST).count() > 0);
        assert!(parts(LIST).all(|part| !part.contains("lead_phone_form")));
        assert!(LIST.starts_with('#'));
    }
}
