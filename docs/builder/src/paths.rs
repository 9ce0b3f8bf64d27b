//! The paths of the repository that this crate reads and writes.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

/// The repository's root.
pub fn root() -> &'static Path {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.ancestors().nth(2).unwrap_or(manifest)
}

/// The folder with the pages of the book.
pub fn pages() -> PathBuf {
    root().join("docs/src")
}

/// The folder that the site is built into.
pub fn site() -> PathBuf {
    root().join("target/docs")
}

/// The path relative to the repository's root, for messages.
pub fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

/// The text of a file.
///
/// # Errors
///
/// If it cannot be read.
pub fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} cannot be read", shown(path)))
}

/// All files below a folder whose names end like this, in order. Folders of builds and of packages
/// are left out.
///
/// # Errors
///
/// If a folder cannot be read.
pub fn files(folder: &Path, end: &str) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        let entries =
            fs::read_dir(&next).with_context(|| format!("there is no {}", shown(&next)))?;
        for entry in entries {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_dir() {
                if !["target", "dist", "node_modules", ".git"].contains(&&*name) {
                    folders.push(path);
                }
            } else if name.ends_with(end) {
                files.push(path);
            }
        }
    }
    files.sort_unstable();
    Ok(files)
}
