//! Builds the site with mdBook.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use mdbook_driver::MDBook;
use mdbook_driver::book::BookItem;

use crate::paths;

/// Builds the book into a folder, which it empties first.
///
/// # Errors
///
/// If a page of `SUMMARY.md` is missing, or a page is not in it.
pub fn build(to: &Path) -> Result<()> {
    let mut book = MDBook::load(paths::root().join("docs")).context("docs/ cannot be read")?;
    let listed: BTreeSet<PathBuf> = book
        .iter()
        .filter_map(|item| match item {
            BookItem::Chapter(chapter) => chapter.source_path.clone(),
            _ => None,
        })
        .collect();
    for file in paths::files(&paths::pages(), ".md")? {
        let name = file.strip_prefix(paths::pages()).unwrap_or(&file);
        let is_listed = name == Path::new("SUMMARY.md") || listed.contains(name);
        ensure!(is_listed, "{} is not in docs/src/SUMMARY.md", paths::shown(&file));
    }
    book.config.build.build_dir = to.to_owned();
    book.build().context("the book cannot be built")
}
