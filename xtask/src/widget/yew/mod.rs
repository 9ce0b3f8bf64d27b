//! Yew with less in it, for what ships.
//!
//! The form uses little of Yew: one component without messages, elements and texts, no listener.
//! Yew cannot know that, and keeps what it does for others; `unreached` takes out whole
//! functions of it, after they are compiled. Where something smaller has to stand in their
//! place, it is in `xtask/yew/` and in [`edits`]: a copy of Yew's sources with that put in is
//! compiled for the release bundle. Everything else, the Rust package among it, uses Yew as it is,
//! and so does `dist --plain`.

mod edits;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail, ensure};
use serde::Deserialize;

use self::edits::{ADDED, EDITS, FILES};
use crate::{process, workspace};

/// The version whose sources these changes were made for.
const VERSION: &str = "0.23.0";

/// Makes the changed copy of Yew's sources below `target/`, and returns its folder.
///
/// # Errors
///
/// If Yew is of another version than the changes are for, or a file cannot be read or written.
pub(super) fn change() -> Result<PathBuf> {
    let original = original()?;
    let sources = workspace::made("yew");
    copy(&original, Path::new(""), &sources)?;
    let mut changed = BTreeMap::from(ADDED.map(|(name, contents)| (name, contents.to_owned())));
    for (name, contents) in FILES {
        let file = original.join(name);
        ensure!(file.is_file(), "Yew has no {name}, which xtask/yew/ has anew");
        changed.insert(name, (*contents).to_owned());
    }
    for edit in EDITS {
        let file = original.join(edit.file);
        let text = match changed.remove(edit.file) {
            Some(text) => text,
            None => fs::read_to_string(&file)
                .with_context(|| format!("{} cannot be read", file.display()))?,
        };
        changed.insert(edit.file, edit.applied(&text)?);
    }
    for (name, contents) in changed {
        write(&sources.join(name), contents.as_bytes())?;
    }
    Ok(sources)
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

/// Copies a folder's files, but for those that are changed.
fn copy(from: &Path, below: &Path, to: &Path) -> Result<()> {
    for entry in fs::read_dir(from.join(below))? {
        let entry = entry?;
        let name = below.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(from, &name, to)?;
        } else if !is_changed(&name.to_string_lossy().replace('\\', "/")) {
            write(&to.join(&name), &fs::read(entry.path())?)?;
        }
    }
    Ok(())
}

fn is_changed(name: &str) -> bool {
    FILES.iter().any(|(file, _)| *file == name) || EDITS.iter().any(|edit| edit.file == name)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_that_is_the_same_stays_untouched() -> Result<()> {
        let folder = workspace::made("test-yew");
        let place = folder.join("a/b.rs");
        let _ = fs::remove_dir_all(&folder);
        write(&place, b"one")?;
        let written = fs::metadata(&place)?.modified()?;
        write(&place, b"one")?;
        assert_eq!(fs::metadata(&place)?.modified()?, written);
        write(&place, b"other")?;
        assert_eq!(fs::read(&place)?, b"other");
        Ok(())
    }
}
