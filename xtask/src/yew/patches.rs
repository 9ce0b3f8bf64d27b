//! The patches of `xtask/yew/`, and the function that applies them.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, bail};
use diffy::patch_set::{FileOperation, ParseOptions, PatchSet};

/// A patch's name and its text: the reason, then a unified diff.
pub(super) type Patch = (&'static str, &'static str);

macro_rules! patches {
    ($($name:literal)*) => {
        &[$((
            concat!("xtask/yew/", $name, ".patch"),
            include_str!(concat!("../../yew/", $name, ".patch")),
        )),*]
    };
}

/// The patches, in the order of `xtask/yew/README.md`.
pub(super) const ALL: &[Patch] = patches! {
    "listeners"
    "node_type"
    "panic_hook"
    "scheduler"
    "attributes"
    "element_cache"
    "keyed_lists"
    "suspension"
    "node_kinds"
    "prepared_state"
    "insertion_log"
    "pause"
    "unused_code"
};

/// Applies patches to the contents that `read` returns for each file. Returns the changed files.
///
/// # Errors
///
/// If a patch does not apply. The lines that it expects must be in the file, at any place.
pub(super) fn apply(
    patches: &[Patch],
    read: impl Fn(&str) -> Result<String>,
) -> Result<BTreeMap<String, String>> {
    let mut changed = BTreeMap::new();
    for (patch, text) in patches {
        let mut is_empty = true;
        for file in PatchSet::parse(text, ParseOptions::unidiff()) {
            let file = file.with_context(|| format!("{patch} is no patch"))?;
            let operation = file.operation().strip_prefix(1);
            let (FileOperation::Modify { modified, .. }, Some(diff)) =
                (&operation, file.patch().as_text())
            else {
                bail!("{patch} does something else than to change a file");
            };
            let before = match changed.remove(&**modified) {
                Some(text) => text,
                None => read(modified)?,
            };
            let after = diffy::apply(&before, diff)
                .with_context(|| format!("{patch} does not fit Yew's {modified}"))?;
            changed.insert(modified.clone().into_owned(), after);
            is_empty = false;
        }
        if is_empty {
            bail!("{patch} changes nothing");
        }
    }
    Ok(changed)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATCH: Patch = (
        "xtask/yew/example.patch",
        "Why it is so.\n\n--- a/src/a.rs\n+++ b/src/a.rs\n@@ -1,3 +1,3 @@\n one\n-two\n+2\n three\n",
    );

    #[test]
    fn a_patch_changes_its_lines_wherever_they_are() -> Result<()> {
        let again = ("again", "--- a/src/a.rs\n+++ b/src/a.rs\n@@ -1,2 +1,2 @@\n-zero\n+0\n one\n");
        let read = |_: &str| Ok("zero\none\ntwo\nthree\n".to_owned());
        let changed = apply(&[PATCH, again], read)?;
        assert_eq!(changed["src/a.rs"], "0\none\n2\nthree\n");
        Ok(())
    }

    #[test]
    fn a_patch_that_does_not_fit_is_named_with_its_file() {
        for other in ["one\ntwo \nthree\n", "one\nthree\n", "two\n"] {
            let error = apply(&[PATCH], |_| Ok(other.to_owned())).unwrap_err().to_string();
            assert_eq!(error, "xtask/yew/example.patch does not fit Yew's src/a.rs");
        }
    }

    #[test]
    fn a_text_without_a_diff_is_an_error() {
        let error = apply(&[("a.patch", "words\n")], |_| Ok(String::new()));
        assert!(format!("{:#}", error.unwrap_err()).contains("a.patch"));
    }

    #[test]
    fn each_patch_says_what_it_is_for() {
        for (name, text) in ALL {
            let (reason, _) = text.split_once("\n--- ").unwrap_or_default();
            for part in ["Saves", "Upstream:"] {
                assert!(reason.contains(part), "{name} has no “{part}”");
            }
        }
    }
}
