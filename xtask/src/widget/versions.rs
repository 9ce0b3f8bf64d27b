//! The widget and this program must have the same wasm-bindgen: its glue and
//! its WebAssembly are two halves of one thing.

use std::fs;

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;

use crate::workspace;

#[derive(Deserialize)]
struct Lock {
    package: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
}

/// Compares the versions that `Cargo.lock` holds.
pub(super) fn check() -> Result<()> {
    let lock = fs::read_to_string(workspace::root().join("Cargo.lock"))
        .context("Cargo.lock cannot be read")?;
    compare(&lock)
}

fn compare(lock: &str) -> Result<()> {
    let lock: Lock = toml::from_str(lock).context("Cargo.lock cannot be understood")?;
    let version = |name: &str| {
        let package = lock.package.iter().find(|package| package.name == name);
        package.map(|package| package.version.as_str())
    };
    let theirs = version("wasm-bindgen")
        .context("the widget does not use wasm-bindgen: add it to Cargo.toml")?;
    let ours = version("wasm-bindgen-cli-support").unwrap_or("unknown");
    if theirs != ours {
        bail!(
            "the widget has wasm-bindgen {theirs} and xtask {ours}: set `wasm-bindgen` in \
             Cargo.toml and `wasm-bindgen-cli` and `wasm-bindgen-cli-support` in \
             xtask/Cargo.toml to the same version, each with `=`"
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lock(widget: &str, xtask: &str) -> String {
        format!(
            "version = 4\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"{widget}\"\n\
             [[package]]\nname = \"wasm-bindgen-cli-support\"\nversion = \"{xtask}\"\n"
        )
    }

    #[test]
    fn equal_versions_pass_and_others_are_named() {
        assert!(compare(&lock("0.2.130", "0.2.130")).is_ok());
        let error = compare(&lock("0.2.131", "0.2.130")).unwrap_err().to_string();
        assert!(error.contains("wasm-bindgen 0.2.131 and xtask 0.2.130"), "{error}");
    }
}
