//! Rebuilds when a source file changes.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use notify_debouncer_full::notify::event::{EventKind, ModifyKind};
use notify_debouncer_full::notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};

use super::docs::Docs;
use super::site::Site;
use crate::widget::Bundle;
use crate::workspace;

const FOLDERS: [&str; 5] = ["src", "www", "number/src", "number/data", DOCS];
const FILES: [&str; 2] = ["Cargo.toml", PAGE];
/// The demo page. It is not part of a build, so a change only reloads open pages.
const PAGE: &str = "index.html";
/// The pages of the documents. They are no part of a build either.
const DOCS: &str = "docs/src";

/// Editors write in bursts, so a build starts only when nothing has changed for this long.
const QUIET: Duration = Duration::from_millis(100);

/// Watches the sources from the moment that it is made.
pub(super) struct Watcher {
    root: PathBuf,
    events: Receiver<DebounceEventResult>,
    // Watching stops when this is dropped.
    _debouncer: Debouncer<RecommendedWatcher, RecommendedCache>,
}

impl Watcher {
    /// Watches the repository.
    ///
    /// # Errors
    ///
    /// If the operating system cannot watch more files.
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
        // Some editors replace a file by renaming another. Only a watch on the folder sees that.
        debouncer.watch(root, RecursiveMode::NonRecursive)?;
        Ok(Self { root: root.to_owned(), events, _debouncer: debouncer })
    }

    /// Waits for a change, and returns the files that were created, written or removed. Returns
    /// `None` when the watcher has stopped.
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

/// Whether an event changes a file. A build reads files, which raises events too.
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

/// Whether this is a temporary file that editors create while they write another file.
fn is_temporary(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with('.') || name.ends_with('~') || name.ends_with(".swp") || name == "4913"
}

/// Rebuilds after each change for as long as the demo runs. If a build fails, keeps the last good
/// one.
pub(super) fn rebuild(
    site: &Site,
    docs: &Arc<Docs>,
    watcher: &Watcher,
    build: impl Fn() -> Result<Bundle>,
) {
    let documents = workspace::root().join(DOCS);
    while let Some(mut changed) = watcher.changed() {
        let before = changed.len();
        changed.retain(|path| !path.starts_with(&documents));
        if changed.len() < before {
            docs.build();
        }
        if changed.is_empty() {
            continue;
        }
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
            // The events of one change may arrive in several parts.
            let mut seen = Vec::new();
            while expected.iter().any(|path| !seen.contains(path)) {
                let events = watcher.events.recv_timeout(Duration::from_secs(30)).unwrap();
                seen.extend(watcher.sources_in(events));
            }
            assert!(seen.iter().all(|path| expected.contains(path)), "{seen:?}");
        };

        // None of these is a change. If one were, its path would arrive with the next change.
        fs::read(root.join("src/deep/written.rs"))?;
        fs::write(root.join("src/.new.rs.swp"), "")?;
        fs::write(root.join("README.md"), "")?;
        fs::write(root.join("src/new.rs"), "")?;
        changed(&["src/new.rs"]);
        fs::write(root.join("src/deep/written.rs"), "another")?;
        changed(&["src/deep/written.rs"]);
        fs::remove_file(root.join("src/gone.rs"))?;
        changed(&["src/gone.rs"]);
        // Many editors write a file like this.
        fs::write(root.join("index.html~"), "another")?;
        fs::rename(root.join("index.html~"), root.join(PAGE))?;
        changed(&[PAGE]);
        drop(watcher);
        Ok(fs::remove_dir_all(&root)?)
    }
}
