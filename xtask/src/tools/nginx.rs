//! nginx, with which the configuration of the reverse proxy is tried.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use super::apt;

/// Finds nginx, installing it where this program may.
///
/// # Errors
///
/// If it is not there and cannot be installed, with what to install.
pub fn install() -> Result<PathBuf> {
    if let Some(found) = find() {
        return Ok(found);
    }
    apt::install(&["nginx"], "testing the reverse proxy")?;
    find().context("nginx was installed, but there is no `nginx` in PATH or /usr/sbin")
}

fn find() -> Option<PathBuf> {
    // Debian has it where only root's PATH leads.
    let debian = Path::new("/usr/sbin/nginx");
    apt::find("nginx").or_else(|| debian.is_file().then(|| debian.to_owned()))
}
