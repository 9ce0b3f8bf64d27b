//! Yew with less in it, for what ships.
//!
//! The form uses little of Yew: one component without messages, elements and texts, no listener.
//! Yew cannot know that, and keeps what it does for others; `unreached` takes out whole
//! functions of it, after they are compiled. Where something smaller has to stand in their
//! place, it is in `xtask/yew/` and in [`EDITS`]: a copy of Yew's sources with that put in is
//! compiled for the release bundle. Everything else, the Rust package among it, uses Yew as it is,
//! and so does `dist --plain`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail, ensure};
use serde::Deserialize;

use crate::{process, workspace};

/// The version whose sources these changes were made for.
const VERSION: &str = "0.23.0";

/// Files of Yew's that the project has written anew.
const FILES: [(&str, &str); 7] = [
    // A list in place of ten queues, five of which are search trees.
    ("src/scheduler.rs", include_str!("../../yew/scheduler.rs")),
    // Without listeners, nothing is kept for each root.
    ("src/dom_bundle/subtree_root.rs", include_str!("../../yew/subtree_root.rs")),
    ("src/dom_bundle/btag/listeners.rs", include_str!("../../yew/listeners.rs")),
    // One component is all that is in its element, so its place is known.
    ("src/dom_bundle/position.rs", include_str!("../../yew/position.rs")),
    ("src/dom_bundle/fragment.rs", include_str!("../../yew/fragment.rs")),
    ("src/dom_bundle/never.rs", include_str!("../../yew/never.rs")),
    // Nodes are moved and never copied.
    ("src/utils/mod.rs", include_str!("../../yew/utils.rs")),
];

/// A change within a file: what is between two texts, the first of them included, becomes another.
struct Edit {
    file: &'static str,
    from: &'static str,
    to: &'static str,
    becomes: &'static str,
}

const EDITS: [Edit; 23] = [
    // What the changes leave unused need not be told at each build.
    Edit {
        file: "src/lib.rs",
        from: "#![deny(",
        to: "#![recursion_limit",
        becomes: "#![allow(warnings)]\n",
    },
    Edit {
        file: "src/dom_bundle/mod.rs",
        from: "mod bcomp;",
        to: "mod traits;",
        becomes: "mod blist; mod bnode; mod btag; mod btext; mod never; mod position; mod subtree_root;",
    },
    Edit {
        file: "src/dom_bundle/mod.rs",
        from: "use bcomp::BComp;",
        to: "pub use subtree_root",
        becomes: "use blist::BList; use bnode::BNode; use btag::BTag; use btext::BText; \
                  use never::{BComp, BPortal, BRaw, BSuspense}; \
                  pub(crate) use position::{DomSlot, DynamicDomSlot}; ",
    },
    Edit {
        file: "src/dom_bundle/btag/mod.rs",
        from: "pub use listeners::Registry;",
        to: "\n",
        becomes: "",
    },
    // All elements are HTML's, and making one is as fast as copying one.
    Edit {
        file: "src/dom_bundle/btag/mod.rs",
        from: "        // check for an xmlns attribute",
        to: "    }\n}\n\nimpl BTag",
        becomes: "        document().create_element(tag).expect(\"a name of an element\")\n",
    },
    // Nothing asks for the node of an element in a drawing.
    Edit {
        file: "src/html/mod.rs",
        from: "pub struct NodeRef(",
        to: "\n",
        becomes: "pub struct NodeRef;",
    },
    Edit {
        file: "src/html/mod.rs",
        from: "std::ptr::eq(self.0.as_ptr()",
        to: "\n",
        becomes: "true",
    },
    Edit {
        file: "src/html/mod.rs",
        from: "let inner = self.0.borrow();",
        to: "    }\n",
        becomes: "None\n",
    },
    Edit {
        file: "src/html/mod.rs",
        from: "let mut inner = self.0.borrow_mut();",
        to: "        }\n",
        becomes: "",
    },
    // What was drawn ahead was drawn of the same component: its elements need no comparison.
    Edit {
        file: "src/dom_bundle/btag/mod.rs",
        from: "            let tag_name = self.tag()",
        to: "            let Self {",
        becomes: "",
    },
    Edit {
        file: "src/dom_bundle/btag/mod.rs",
        from: "                .unwrap_or_else(|| panic!(\"expected element of",
        to: "            // We simply register",
        becomes: ".expect(\"an element\");\n let el: Element = node.unchecked_into();\n",
    },
    // Lists are compared place by place: none has keys at all of its nodes (src/form/view.rs).
    Edit {
        file: "src/dom_bundle/blist.rs",
        from: "let first = if fully_keyed && blist",
        to: "blist.fully_keyed = fully_keyed;",
        becomes: "let first = BList::apply_unkeyed(root, parent_scope, parent, slot, lefts, rights);\n",
    },
    Edit {
        file: "src/virtual_dom/vlist.rs",
        from: "        self.fully_keyed = if self.fully_keyed()",
        to: "    }\n\n    pub(crate)",
        becomes: "",
    },
    Edit {
        file: "src/virtual_dom/vlist.rs",
        from: "        match self.fully_keyed {",
        to: "    }\n}\n",
        becomes: "        false\n",
    },
    // A list in a drawing belongs to that drawing alone.
    Edit {
        file: "src/virtual_dom/vlist.rs",
        from: "Rc::make_mut(m)",
        to: ",",
        becomes: "Rc::get_mut(m).expect(\"a list of one's own\")",
    },
    // An element has the same names of attributes at each drawing, in the same order, and they
    // are attributes and no properties.
    Edit {
        file: "src/dom_bundle/btag/attributes.rs",
        from: "            // For VTag's constructed outside the html! macro",
        to: "        }\n    }\n}\n",
        becomes: "            _ => unreachable!(),\n",
    },
    Edit {
        file: "src/dom_bundle/btag/attributes.rs",
        from: "            Self::IndexMap(m) =>",
        to: "        }\n        self",
        becomes: "            Self::IndexMap(_) => unreachable!(),\n",
    },
    Edit {
        file: "src/dom_bundle/btag/attributes.rs",
        from: "            AttributeOrProperty::Property(value) =>",
        to: "        }\n    }\n",
        becomes: "            _ => unreachable!(),\n",
    },
    Edit {
        file: "src/dom_bundle/btag/attributes.rs",
        from: "            AttributeOrProperty::Property(_) =>",
        to: "        }\n    }\n",
        becomes: "            _ => unreachable!(),\n",
    },
    // A panic in what ships stops at once and calls no hook.
    Edit {
        file: "src/renderer.rs",
        from: "    if std::thread::panicking()",
        to: "}\n\n/// The Yew Renderer",
        becomes: "",
    },
    // A drawing never fails for something that it waits for.
    Edit {
        file: "src/html/component/lifecycle.rs",
        from: "Err(RenderError::Suspended(susp)) =>",
        to: "\n",
        becomes: "Err(_) => unreachable!(),",
    },
    Edit {
        file: "src/html/component/lifecycle.rs",
        from: "        if let Some(m) = self.suspension.take() {",
        to: "    }\n}\n",
        becomes: "",
    },
    // No state was prepared on a server.
    Edit {
        file: "src/html/component/scope.rs",
        from: "let prepared_state = match",
        to: "let own_slot",
        becomes: "let prepared_state = None;\n            ",
    },
];

/// Where the changed sources are, and the lock file that goes with them.
pub(super) struct Changed {
    pub(super) sources: PathBuf,
    pub(super) lock: PathBuf,
}

/// Makes the changed copy of Yew's sources below `target/`.
///
/// # Errors
///
/// If Yew is of another version than the changes are for, or a file cannot be read or written.
pub(super) fn change() -> Result<Changed> {
    let original = original()?;
    let folder = workspace::made("yew");
    let sources = folder.join("sources");
    copy(&original, Path::new(""), &sources)?;
    for (name, contents) in FILES {
        write(&sources.join(name), contents.as_bytes())?;
    }
    // A lock file of its own, because that package comes from no registry.
    let lock = folder.join("Cargo.lock");
    fs::copy(workspace::root().join("Cargo.lock"), &lock).context("Cargo.lock cannot be copied")?;
    Ok(Changed { sources, lock })
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    manifest_path: PathBuf,
}

/// The folder of the sources that Cargo has fetched.
fn original() -> Result<PathBuf> {
    let mut cargo = process::cargo();
    cargo.args(["metadata", "--format-version", "1", "--locked"]);
    let metadata: Metadata = serde_json::from_str(&process::output(&mut cargo)?)
        .context("what `cargo metadata` prints cannot be understood")?;
    let yew = metadata.packages.iter().find(|package| package.name == "yew");
    let yew = yew.context("the widget does not use Yew: add it to Cargo.toml")?;
    if yew.version != VERSION {
        bail!(
            "Yew is {} and what changes it is for {VERSION}: see whether xtask/yew/ and \
             xtask/src/widget/yew.rs still fit, and set VERSION there",
            yew.version
        );
    }
    let folder = yew.manifest_path.parent().context("a manifest without a folder")?;
    Ok(folder.to_owned())
}

/// Copies a folder's files with the edits of them, but for those that are written anew.
fn copy(from: &Path, below: &Path, to: &Path) -> Result<()> {
    for entry in fs::read_dir(from.join(below))? {
        let entry = entry?;
        let name = below.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(from, &name, to)?;
            continue;
        }
        let contents = fs::read(entry.path())?;
        let name_there = name.to_string_lossy().replace('\\', "/");
        if FILES.iter().all(|(file, _)| *file != name_there) {
            write(&to.join(&name), &edited(&name_there, contents)?)?;
        }
    }
    Ok(())
}

/// Writes a file, unless it is there and the same: Cargo compiles again what is newer.
fn write(place: &Path, contents: &[u8]) -> Result<()> {
    if fs::read(place).is_ok_and(|there| there == contents) {
        return Ok(());
    }
    if let Some(folder) = place.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(place, contents).with_context(|| format!("{} cannot be written", place.display()))
}

/// A file's contents with the edits of it.
fn edited(name: &str, mut contents: Vec<u8>) -> Result<Vec<u8>> {
    for edit in EDITS.iter().filter(|edit| edit.file == name) {
        let text = String::from_utf8(contents).with_context(|| format!("{name} is no text"))?;
        contents = edit.applied(&text)?.into_bytes();
    }
    Ok(contents)
}

impl Edit {
    fn applied(&self, text: &str) -> Result<String> {
        let missing = || format!("Yew's {} is not as xtask/src/widget/yew.rs expects", self.file);
        let start = text.find(self.from).with_context(missing)?;
        let length = text[start..].find(self.to).with_context(missing)?;
        ensure!(!text[start + self.from.len()..].contains(self.from), missing());
        Ok([&text[..start], self.becomes, &text[start + length..]].concat())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EDIT: Edit = Edit { file: "a.rs", from: "let b", to: "}", becomes: "c" };

    #[test]
    fn an_edit_replaces_what_is_between_its_texts() {
        assert_eq!(EDIT.applied("{ let b = 1; } {}").unwrap(), "{ c} {}");
    }

    #[test]
    fn an_edit_of_other_sources_says_which_file_is_not_as_expected() {
        for other in ["{ let a = 1; }", "let b = 1;", "{ let b = 1; } let b"] {
            let error = EDIT.applied(other).unwrap_err().to_string();
            assert!(error.contains("a.rs"), "{error}");
        }
    }

    #[test]
    fn a_copy_that_is_the_same_stays_untouched() {
        let folder = workspace::made("test-yew");
        let place = folder.join("a/b.rs");
        let _ = fs::remove_dir_all(&folder);
        write(&place, b"one").unwrap();
        let written = fs::metadata(&place).unwrap().modified().unwrap();
        write(&place, b"one").unwrap();
        assert_eq!(fs::metadata(&place).unwrap().modified().unwrap(), written);
        write(&place, b"other").unwrap();
        assert_eq!(fs::read(&place).unwrap(), b"other");
    }

    /// The sources of what ships, but for their tests: each file's path and text.
    fn sources_of_the_widget() -> Vec<(PathBuf, String)> {
        let mut sources = Vec::new();
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
                    sources.push((path, ships));
                }
            }
        }
        sources
    }

    #[test]
    fn the_form_asks_yew_for_nothing_that_is_not_in_what_ships() {
        for (path, text) in sources_of_the_widget() {
            for part in ["NodeRef", " ref={", "from_html_unchecked", "create_portal", "Suspense"] {
                assert!(!text.contains(part), "{part} in {}", path.display());
            }
        }
    }

    #[test]
    fn nothing_that_ships_formats() {
        // What formats weighs 3,000 bytes over the wire, and nothing else needs it.
        for (path, text) in sources_of_the_widget() {
            for formats in ["format!(", "write!(", "writeln!(", ".to_string()"] {
                assert!(!text.contains(formats), "{formats} in {}", path.display());
            }
        }
    }
}
