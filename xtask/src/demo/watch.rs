//! Rebuilds when a source file changes.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use notify_debouncer_full::notify::event::{EventKind, ModifyKind};
use notify_debouncer_full::notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};

use super::site::Site;
use crate::widget::Bundle;
use crate::workspace;

const FOLDERS: [&str; 4] = ["src", "www", "number/src", "number/data"];
const FILES: [&str; 2] = ["Cargo.toml", PAGE];
/// The demo page: part of no build, so a change only reloads.
const PAGE: &str = "index.html";

/// Editors write in bursts; a build starts when nothing changed for so long.
const QUIET: Duration = Duration::from_millis(100);

/// Watches the sources from the moment that it is made.
pub(super) struct Watcher {
    root: PathBuf,
    events: Receiver<DebounceEventResult>,
    // It stops watching when it is dropped.
    _debouncer: Debouncer<RecommendedWatcher, RecommendedCache>,
}

impl Watcher {
    /// Watches the repository.
    ///
    /// # Errors
    ///
    /// If the operating system does not watch any more files.
    pub(super) fn start() -> Result<Self> {
        Self::of(workspace::root())
            .context("the sources cannot be watched: start the demo with `--no-watch`")
    }

    fn of(root: &Path) -> Result<Self> {
        let (send, events) = channel();
        let mut debouncer = new_debouncer(QUIET, None, send)?;
        for folder in FOLDERS {
            debouncer.watch(root.join(folder), RecursiveMode::Recursive)?;
        }
        // An editor that puts another file in the place of one is seen by the folder only.
        debouncer.watch(root, RecursiveMode::NonRecursive)?;
        Ok(Self { root: root.to_owned(), events, _debouncer: debouncer })
    }

    /// Waits for a change, and returns the files that are new, written or gone; nothing once
    /// nothing is watched any more.
    fn changed(&self) -> Option<Vec<PathBuf>> {
        self.events.iter().map(|events| self.sources_in(events)).find(|paths| !paths.is_empty())
    }

    fn sources_in(&self, events: DebounceEventResult) -> Vec<PathBuf> {
        let events = events.unwrap_or_else(|errors| {
            errors.iter().for_each(|error| eprintln!("error: {error}"));
            Vec::new()
        });
        let changes = events.iter().filter(|event| is_change(event.kind));
        let paths = changes.flat_map(|event| event.paths.iter());
        let mut paths: Vec<_> = paths.filter(|path| self.is_source(path)).cloned().collect();
        paths.sort_unstable();
        paths.dedup();
        paths
    }

    fn is_source(&self, path: &Path) -> bool {
        let Ok(path) = path.strip_prefix(&self.root) else { return false };
        let watched = FILES.iter().any(|file| path == Path::new(file))
            || FOLDERS.iter().any(|folder| path.starts_with(folder));
        watched && !is_temporary(path)
    }
}

/// A build reads the files, which is an event too.
fn is_change(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(_)) => false,
        EventKind::Any
        | EventKind::Create(_)
        | EventKind::Modify(_)
        | EventKind::Remove(_)
        | EventKind::Other => true,
    }
}

/// What editors leave beside a file while they write it.
fn is_temporary(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with('.') || name.ends_with('~') || name.ends_with(".swp") || name == "4913"
}

/// Builds what changed for as long as the demo runs, and keeps the last good build where the new
/// one fails.
pub(super) fn rebuild(site: &Site, watcher: &Watcher, build: impl Fn() -> Result<Bundle>) {
    while let Some(changed) = watcher.changed() {
        if changed.iter().all(|path| path.ends_with(PAGE)) {
            site.reload();
            continue;
        }
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
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn new_written_and_gone_files_are_changes_and_nothing_else_is() -> Result<()> {
        let root = workspace::made("watch-test").join(std::process::id().to_string());
        for folder in FOLDERS {
            fs::create_dir_all(root.join(folder))?;
        }
        fs::create_dir_all(root.join("src/deep"))?;
        fs::write(root.join("src/deep/written.rs"), "one")?;
        fs::write(root.join("src/gone.rs"), "")?;
        fs::write(root.join(PAGE), "one")?;
        let watcher = Watcher::of(&root)?;
        let changed = |names: &[&str]| {
            let expected: Vec<_> = names.iter().map(|name| root.join(name)).collect();
            // One change may come in several parts.
            let mut seen = Vec::new();
            while expected.iter().any(|path| !seen.contains(path)) {
                let events = watcher.events.recv_timeout(Duration::from_secs(30)).unwrap();
                seen.extend(watcher.sources_in(events));
            }
            assert!(seen.iter().all(|path| expected.contains(path)), "{seen:?}");
        };

        // None of these is a change, or it would come with the one after them.
        fs::read(root.join("src/deep/written.rs"))?;
        fs::write(root.join("src/.new.rs.swp"), "")?;
        fs::write(root.join("README.md"), "")?;
        fs::write(root.join("src/new.rs"), "")?;
        changed(&["src/new.rs"]);
        fs::write(root.join("src/deep/written.rs"), "another")?;
        changed(&["src/deep/written.rs"]);
        fs::remove_file(root.join("src/gone.rs"))?;
        changed(&["src/gone.rs"]);
        // As many editors write.
        fs::write(root.join("index.html~"), "another")?;
        fs::rename(root.join("index.html~"), root.join(PAGE))?;
        changed(&[PAGE]);
        drop(watcher);
        Ok(fs::remove_dir_all(&root)?)
    }
}
