//! Rebuilds when a source file changes.
//!
//! The files are looked at a few times a second. That needs no library, sees
//! changes on shared and mounted folders too, and costs nothing one could
//! measure for a tree of this size.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use anyhow::Result;

use super::site::Site;
use crate::widget::Bundle;
use crate::workspace;

const WATCHED: [&str; 4] = ["src", "www", "Cargo.toml", "index.html"];
/// The demo page: part of no build, so a change only reloads.
const PAGE: &str = "index.html";

const PAUSE: Duration = Duration::from_millis(250);
/// Editors write in bursts; a build starts when nothing changed for so long.
const QUIET: Duration = Duration::from_millis(100);

/// When each file was last written, and its length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Snapshot {
    files: BTreeMap<PathBuf, (Option<SystemTime>, u64)>,
}

impl Snapshot {
    /// The files as they are now. One that cannot be read counts as gone.
    pub(super) fn take() -> Self {
        Self::of(workspace::root(), &WATCHED)
    }

    fn of(root: &Path, watched: &[&str]) -> Self {
        let mut files = BTreeMap::new();
        let mut left: Vec<PathBuf> = watched.iter().map(|name| root.join(name)).collect();
        while let Some(path) = left.pop() {
            let Ok(metadata) = fs::metadata(&path) else { continue };
            if metadata.is_dir() {
                let entries = fs::read_dir(&path).into_iter().flatten().flatten();
                left.extend(entries.map(|entry| entry.path()).filter(|path| !is_temporary(path)));
            } else {
                files.insert(path, (metadata.modified().ok(), metadata.len()));
            }
        }
        Self { files }
    }

    /// The files that are not as they were, new and gone ones too.
    fn changed_since<'a>(&'a self, before: &'a Self) -> Vec<&'a Path> {
        let written =
            self.files.iter().filter(|(path, state)| before.files.get(*path) != Some(state));
        let gone = before.files.keys().filter(|path| !self.files.contains_key(*path));
        written.map(|(path, _)| path.as_path()).chain(gone.map(PathBuf::as_path)).collect()
    }
}

/// What editors leave beside a file while they write it.
fn is_temporary(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with('.') || name.ends_with('~') || name.ends_with(".swp") || name == "4913"
}

/// Watches for ever: builds what changed, and keeps the last good build where
/// the new one fails.
pub(super) fn rebuild(site: &Site, mut before: Snapshot, build: impl Fn() -> Result<Bundle>) {
    loop {
        let now = settled(&before);
        let changed = now.changed_since(&before);
        if changed.iter().all(|path| path.ends_with(PAGE)) {
            site.reload();
        } else {
            let first = changed.first().map(|path| workspace::shown(path)).unwrap_or_default();
            let started = Instant::now();
            eprintln!("{first} changed: building");
            match build() {
                Ok(bundle) => {
                    site.replace(bundle);
                    site.reload();
                    eprintln!("built in {:.1} s", started.elapsed().as_secs_f32());
                }
                Err(error) => eprintln!("error: {error:#}\nThe page keeps the last good build."),
            }
        }
        before = now;
    }
}

/// Waits for a change, and for the end of it.
fn settled(before: &Snapshot) -> Snapshot {
    loop {
        std::thread::sleep(PAUSE);
        let mut now = Snapshot::take();
        while now != *before {
            std::thread::sleep(QUIET);
            let next = Snapshot::take();
            if next == now {
                return now;
            }
            now = next;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_new_and_gone_files_are_changes() {
        let root = workspace::made("watch-test").join(std::process::id().to_string());
        fs::create_dir_all(root.join("src/deep")).unwrap();
        fs::write(root.join("src/stays.rs"), "stays").unwrap();
        fs::write(root.join("src/deep/written.rs"), "one").unwrap();
        fs::write(root.join("src/gone.rs"), "").unwrap();
        let before = Snapshot::of(&root, &["src", "missing"]);

        fs::write(root.join("src/deep/written.rs"), "another").unwrap();
        fs::write(root.join("src/new.rs"), "").unwrap();
        fs::write(root.join("src/.new.rs.swp"), "").unwrap();
        fs::remove_file(root.join("src/gone.rs")).unwrap();
        let after = Snapshot::of(&root, &["src", "missing"]);
        fs::remove_dir_all(&root).unwrap();

        let mut names: Vec<_> = after.changed_since(&before);
        names.sort_unstable();
        let expected = ["src/deep/written.rs", "src/gone.rs", "src/new.rs"];
        assert_eq!(names, expected.map(|name| root.join(name)));
        assert!(before.changed_since(&before).is_empty());
    }
}
