//! Node, for the tools that are written in JavaScript.

use std::path::PathBuf;

use anyhow::{Result, bail};

use super::apt;
use crate::process;

/// The oldest Node that the npm packages run on.
const OLDEST: u32 = 20;

/// Finds `node`, or installs it if that is possible.
///
/// # Errors
///
/// If no version is new enough. The error says what to install.
pub fn node() -> Result<PathBuf> {
    if apt::find("node").is_none() || apt::find("npm").is_none() {
        apt::install(&["nodejs", "npm"], &format!("JavaScript tooling (Node {OLDEST} or newer)"))?;
    }
    let version = process::quietly(process::command("node").arg("--version"))?;
    let major = version.trim().trim_start_matches('v').split('.').next();
    match (apt::find("node"), major.and_then(|major| major.parse::<u32>().ok())) {
        (Some(node), Some(major)) if major >= OLDEST => Ok(node),
        _ => bail!(
            "Node {} is too old: install Node {OLDEST} or newer from https://nodejs.org, and run \
             the command again. `cargo xtask demo` and `cargo xtask test --quick` need no Node.",
            version.trim()
        ),
    }
}
