//! Applies this project's patches to Yew, for every build of the widget and its tests.
//!
//! Each change is a patch in `xtask/yew/`, and the README there says why. [`cargo`] is the only
//! place that adds them to a build. It applies them to a copy of Yew's published sources below
//! `target/`, and tells Cargo to use that copy in place of the published package. `Cargo.lock` does
//! not change. Hosts that use Yew are built without the patches, because they use Yew as it is
//! published.

mod patches;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;

use crate::tools::rust::TARGET;
use crate::{process, workspace};

/// The version that the patches are made for.
const VERSION: &str = "0.23.0";

/// The environment variable that marks builds and tests with the patched Yew.
const CHANGED: &str = "LEAD_PHONE_FORM_CHANGED_YEW";

/// A Cargo command that builds with the patched Yew.
///
/// # Errors
///
/// If `Cargo.lock` has another version of Yew, or a patch does not fit.
pub fn cargo(subcommand: &str) -> Result<Command> {
    let mut cargo = process::cargo();
    cargo.arg(subcommand).env(CHANGED, "1");
    let paths = serde_json::json!([changed_sources()?]);
    // After the subcommand, so that clippy passes it to the Cargo that it runs. JSON's strings are
    // valid TOML.
    cargo.arg("--config").arg(format!("paths={paths}"));
    Ok(cargo)
}

/// The folder with the patched sources, which is created once in each run of this program.
fn changed_sources() -> Result<&'static Path> {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    if let Some(folder) = FOLDER.get() {
        return Ok(folder);
    }
    let published = published_sources()?;
    let folder = workspace::made("yew");
    let changed = patches::apply(patches::ALL, |name| read(&published.join(name)))
        .context("xtask/yew/README.md says how the changes are updated")?;
    copy(&published, &folder, &|name| changed.contains_key(name))?;
    for (name, contents) in &changed {
        write(&folder.join(name), contents.as_bytes())?;
    }
    Ok(FOLDER.get_or_init(|| folder))
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

/// The folder of Yew's sources as Cargo has fetched them.
fn published_sources() -> Result<PathBuf> {
    let mut cargo = process::cargo();
    // For one platform, so that Cargo fetches only packages that a build needs.
    cargo.args(["metadata", "--format-version", "1", "--locked", "--filter-platform", TARGET]);
    let metadata: Metadata = serde_json::from_str(&process::output(&mut cargo)?)
        .context("what `cargo metadata` prints cannot be understood")?;
    let yew = metadata.packages.into_iter().find(|package| package.name == "yew");
    let yew = yew.context("the widget does not use Yew: add it to Cargo.toml")?;
    ensure!(
        yew.version == VERSION,
        "Yew is {} and the changes in xtask/yew/ are for {VERSION}: its README.md says what to do",
        yew.version
    );
    let folder = yew.manifest_path.parent().context("a manifest without a folder")?;
    Ok(folder.to_owned())
}

/// Copies a folder's files, except those that the patches change.
fn copy(from: &Path, to: &Path, is_changed: &dyn Fn(&str) -> bool) -> Result<()> {
    let mut folders = vec![PathBuf::new()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(from.join(&folder))? {
            let entry = entry?;
            let name = folder.join(entry.file_name());
            if entry.file_type()?.is_dir() {
                folders.push(name);
            } else if !is_changed(&name.to_string_lossy().replace('\\', "/")) {
                write(&to.join(&name), &fs::read(entry.path())?)?;
            }
        }
    }
    Ok(())
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))
}

/// Writes a file, unless it has the same contents already: Cargo compiles newer files again.
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
