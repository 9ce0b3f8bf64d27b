//! The paths of this repository.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// The environment variable with the path of the repository, if it is not the one that this program
/// was built in.
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

/// Cargo's target folder, which contains the compiled code.
pub fn cargo_target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(dir) => root().join(dir),
        None => root().join("target"),
    }
}

/// A file or folder that xtask itself creates: `target/<name>` in the repository.
/// Cargo's target folder may be elsewhere, but the browser tests read these
/// files by their path in the repository.
pub fn made(name: &str) -> PathBuf {
    root().join("target").join(name)
}

/// The path of this program, which tests run to start a driver or a demo.
///
/// # Errors
///
/// If the operating system does not know the path.
pub fn xtask() -> anyhow::Result<PathBuf> {
    Ok(std::env::current_exe()?)
}

/// The path relative to the repository's root, for messages.
pub fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}
