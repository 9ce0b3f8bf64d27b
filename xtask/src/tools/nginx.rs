//! nginx, for the tests of the reverse proxy's configuration.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use super::apt;

/// Finds nginx, or installs it if this program may.
///
/// # Errors
///
/// If it is missing and cannot be installed. The error says what to install.
pub fn install() -> Result<PathBuf> {
    if let Some(found) = find() {
        return Ok(found);
    }
    apt::install(&["nginx"], "testing the reverse proxy")?;
    find().context("nginx was installed, but there is no `nginx` in PATH or /usr/sbin")
}

fn find() -> Option<PathBuf> {
    // Debian installs it in a folder that is only in root's PATH.
    let debian = Path::new("/usr/sbin/nginx");
    apt::find("nginx").or_else(|| debian.is_file().then(|| debian.to_owned()))
}
