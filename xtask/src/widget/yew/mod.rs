//! Yew with less in it, for what ships.
//!
//! The form uses little of Yew: one component without messages, elements and texts, no listener.
//! Yew cannot know that, and keeps what it does for others; `unreached` takes out whole
//! functions of it, after they are compiled. Where something smaller has to stand in their
//! place, it is in `xtask/yew/` and in [`edits`]: a copy of Yew's sources with that put in is
//! compiled for the release bundle. Everything else, the Rust package among it, uses Yew as it is,
//! and so does `dist --plain`.

mod edits;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;

use self::edits::{EDITS, FILES};
use crate::{process, workspace};

/// The version whose sources these changes were made for.
const VERSION: &str = "0.23.0";

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
             xtask/src/widget/yew/ still fit, and set VERSION there",
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

#[cfg(test)]
mod tests {
    use super::*;

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
