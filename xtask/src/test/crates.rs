//! Checks the published crates: their documentation, and what their packages contain.

use std::fs::{self, File};
use std::path::Path;

use anyhow::{Context as _, Result};
use flate2::read::GzDecoder;
use tar::Archive;

use crate::tools::rust::TARGET;
use crate::{process, tools, workspace, yew};

/// The published crates. The second depends on the first.
const PUBLISHED: [&str; 2] = ["lead-phone-number", "lead-phone-form"];

/// Builds the documentation, packs the published crates and compiles what is in the packages.
pub(super) fn check() -> Result<()> {
    let mut documentation = yew::cargo("doc")?;
    documentation.args(["--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings");
    process::run(&mut documentation).context("the documentation has warnings")?;
    tools::rust::wasm_target()?;
    packages_compile().context("the crates cannot be packed")
}

/// Packs the published crates and compiles them from their packages.
///
/// Cargo can compile the packages while it packs them. But it unpacks the number's package into
/// its own folder of downloads and keeps it there under the same name and version, so the next run
/// would compile the form with the number's package of an earlier run.
fn packages_compile() -> Result<()> {
    let target = workspace::cargo_target();
    let mut package = process::cargo();
    package.args(["package", "--allow-dirty", "--no-verify", "--target-dir"]).arg(&target);
    process::run(package.args(PUBLISHED.map(|name| format!("--package={name}"))))?;

    let unpacked = workspace::made("unpacked");
    if unpacked.exists() {
        fs::remove_dir_all(&unpacked)?;
    }
    let folders = PUBLISHED.map(|name| format!("{name}-{}", env!("CARGO_PKG_VERSION")));
    for folder in &folders {
        unpack(&target.join("package").join(format!("{folder}.crate")), &unpacked)?;
    }
    let [number, form] = folders.map(|folder| unpacked.join(folder));
    let mut check = process::cargo();
    check.args(["check", "--target", TARGET]);
    // With the folder of the other builds, Cargo reuses the dependencies of the packages.
    check.arg("--target-dir").arg(&target);
    check.arg("--manifest-path").arg(form.join("Cargo.toml"));
    let number = serde_json::json!(number); // JSON's strings are valid TOML.
    check.arg("--config").arg(format!("patch.crates-io.{}.path={number}", PUBLISHED[0]));
    process::run(&mut check)
}

/// Unpacks a crate's package into a folder of its own in `folder`.
fn unpack(package: &Path, folder: &Path) -> Result<()> {
    let file = File::open(package).with_context(|| format!("no {}", workspace::shown(package)))?;
    let mut archive = Archive::new(GzDecoder::new(file));
    // All files in a package have one time. With it Cargo would take the package for the last one.
    archive.set_preserve_mtime(false);
    archive.unpack(folder).with_context(|| format!("cannot unpack {}", workspace::shown(package)))
}
