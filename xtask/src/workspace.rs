//! Where things are in this repository.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// The variable that says where the repository is, if not where this program was built.
pub const ROOT: &str = "LEAD_PHONE_FORM_ROOT";

/// The repository's root: the folder that holds `xtask/`.
pub fn root() -> &'static Path {
    static PLACE: OnceLock<PathBuf> = OnceLock::new();
    PLACE.get_or_init(|| match std::env::var_os(ROOT) {
        Some(root) => root.into(),
        None => {
            let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
            manifest.parent().unwrap_or(manifest).to_owned()
        }
    })
}

/// Cargo's own target folder, where compiled code is.
pub fn cargo_target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(dir) => root().join(dir),
        None => root().join("target"),
    }
}

/// A file or folder that xtask itself makes: `target/<name>` in the repository,
/// also where Cargo's target folder is elsewhere, for the browser tests read
/// files from there by their path in the repository.
pub fn made(name: &str) -> PathBuf {
    root().join("target").join(name)
}

/// The path of this very program, for tests and Cargo to call back.
///
/// # Errors
///
/// Where the operating system does not tell.
pub fn xtask() -> anyhow::Result<PathBuf> {
    Ok(std::env::current_exe()?)
}

/// The path as a person would write it at the repository's root.
pub fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}
