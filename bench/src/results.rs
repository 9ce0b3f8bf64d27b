//! The kept results: `bench/results/VERSION.json`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use serde::{Deserialize, Serialize};

use crate::measures::Measure;
use crate::samples::Row;
use xtask::workspace;

/// The results of each part. Figures can be compared only within a part.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Results {
    /// The widget's version.
    pub(crate) version: String,
    /// The parts by their names.
    pub(crate) parts: BTreeMap<String, Part>,
}

/// The results of one part, from one run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Part {
    /// The browser, with its version; empty where none was needed.
    pub(crate) browser: String,
    pub(crate) rounds: u32,
    pub(crate) rows: Vec<Row>,
}

impl Results {
    /// Empty results for this version.
    pub(crate) fn new() -> Self {
        Self { version: env!("CARGO_PKG_VERSION").to_owned(), ..Self::default() }
    }

    /// The file with the kept results of this version.
    pub(crate) fn kept() -> PathBuf {
        let name = format!("{}.json", env!("CARGO_PKG_VERSION"));
        workspace::root().join("bench/results").join(name)
    }

    /// Reads results. They are empty if there is no such file.
    pub(crate) fn read(path: &Path) -> Result<Self> {
        if !path.exists() {
            return Ok(Self::new());
        }
        let text = fs::read_to_string(path)?;
        serde_json::from_str(&text).with_context(|| {
            format!("{} is not what this command writes: take it away", workspace::shown(path))
        })
    }

    /// Writes them.
    pub(crate) fn write(&self, path: &Path) -> Result<()> {
        fs::create_dir_all(path.parent().unwrap_or(path))?;
        let text = serde_json::to_string_pretty(self)? + "\n";
        fs::write(path, text)
            .with_context(|| format!("{} cannot be written", workspace::shown(path)))
    }

    /// The row of this name, from any part.
    pub(crate) fn row(&self, what: &str) -> Option<&Row> {
        self.parts.values().flat_map(|part| &part.rows).find(|row| row.what == what)
    }

    /// The parts in order, each with its measure.
    pub(crate) fn in_order(&self) -> impl Iterator<Item = (Measure, &Part)> {
        let part = |measure: Measure| Some((measure, self.parts.get(measure.name())?));
        Measure::ALL.into_iter().filter_map(part)
    }
}
