//! What the sources of what ships may not have in them, for reasons that no compiler knows.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result};

use crate::workspace;

/// The sources of what ships, but for their tests: each file's path and text.
fn sources() -> Result<Vec<(PathBuf, String)>> {
    let mut sources = Vec::new();
    let mut folders = vec![workspace::root().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            let name = path.file_name().context("a file without a name")?.to_string_lossy();
            // The component is for applications, which have all of Yew and the standard library.
            if path.is_dir() && name != "component" {
                folders.push(path);
            } else if name.ends_with(".rs") && !name.ends_with("_tests.rs") {
                let text = fs::read_to_string(&path)?;
                let tests = |part: &&str| part.starts_with("test") || part.starts_with("all(test");
                let ships = text.split("#[cfg(").take_while(|part| !tests(part)).collect();
                sources.push((path, ships));
            }
        }
    }
    Ok(sources)
}

#[test]
fn the_form_asks_yew_for_nothing_that_is_not_in_what_ships() -> Result<()> {
    for (path, text) in sources()? {
        // It gives each element a reference to its node, as Yew wants one, and asks none of them.
        let asks = if path.ends_with("view/element.rs") { "NodeRef::new" } else { "NodeRef" };
        for part in [asks, " ref={", "from_html_unchecked", "create_portal", "Suspense"] {
            assert!(!text.contains(part), "{part} in {}", path.display());
        }
    }
    Ok(())
}

#[test]
fn nothing_that_ships_formats() -> Result<()> {
    // What formats weighs 3,000 bytes over the wire, and nothing else needs it.
    for (path, text) in sources()? {
        for formats in ["format!(", "write!(", "writeln!(", ".to_string()"] {
            assert!(!text.contains(formats), "{formats} in {}", path.display());
        }
    }
    Ok(())
}
