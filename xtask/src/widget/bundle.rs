//! The widget's files in memory, so that a failed build does not damage the last good one.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

/// The files that a host serves, by name.
#[derive(Clone, Debug, Default)]
pub struct Bundle {
    files: BTreeMap<String, Vec<u8>>,
}

impl Bundle {
    /// Adds or replaces a file.
    pub fn insert(&mut self, name: &str, contents: Vec<u8>) {
        self.files.insert(name.to_owned(), contents);
    }

    /// Removes the files for whose names `stays` is false.
    pub fn retain(&mut self, stays: impl Fn(&str) -> bool) {
        self.files.retain(|name, _| stays(name));
    }

    /// A file's contents.
    pub fn get(&self, name: &str) -> Option<&[u8]> {
        self.files.get(name).map(Vec::as_slice)
    }

    /// Every file, sorted by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(name, contents)| (name.as_str(), contents.as_slice()))
    }

    /// Empties a folder and writes the files into it.
    ///
    /// # Errors
    ///
    /// If the folder cannot be emptied or written.
    pub fn write(&self, folder: &Path) -> Result<()> {
        if folder.exists() {
            fs::remove_dir_all(folder)
                .with_context(|| format!("{} cannot be emptied", folder.display()))?;
        }
        fs::create_dir_all(folder)?;
        for (name, contents) in self.iter() {
            fs::write(folder.join(name), contents)
                .with_context(|| format!("{name} cannot be written to {}", folder.display()))?;
        }
        Ok(())
    }

    /// Reads a bundle that [`Bundle::write`] has written into a folder.
    ///
    /// # Errors
    ///
    /// If there is no widget in the folder.
    pub fn read(folder: &Path) -> Result<Self> {
        let mut bundle = Self::default();
        let entries = fs::read_dir(folder)
            .with_context(|| format!("there is no widget in {}", folder.display()))?;
        for entry in entries {
            let entry = entry?;
            if entry.file_type()?.is_file() {
                bundle.insert(&entry.file_name().to_string_lossy(), fs::read(entry.path())?);
            }
        }
        if bundle.get(super::MODULE).is_none() {
            bail!("there is no {} in {}: build it first", super::MODULE, folder.display());
        }
        Ok(bundle)
    }
}
