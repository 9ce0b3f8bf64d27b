//! `cargo xtask flags`: makes `www/flags.txt`, the flags of all countries that the form's list has.
//!
//! The command installs the npm package `country-flag-icons`, whose SVGs have the form's three by two and
//! coats of arms that are simplified already, below `target/`. The rest of this module makes one file of
//! them: [`svg`] reads the shapes, [`outline`] puts them on a grid and drops what cannot be seen, and
//! [`file`] writes them. The same version gives the same bytes. With `--check`, the command changes
//! nothing and says whether the file would differ.

mod colour;
mod error;
mod file;
mod outline;
mod svg;

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context as _, Result, ensure};

use crate::{tools, workspace};

/// The version of the package, which `xtask/flags/package.json` has too.
const VERSION: &str = "1.6.20";

/// The width of a flag in the file.
const WIDTH: f64 = 180.0;
/// The height of a flag in the file.
const HEIGHT: f64 = 120.0;

/// The file.
const FILE: &str = "www/flags.txt";
/// The countries that have a numbering plan, as their letters without anything between them.
const REGIONS: &str = "number/data/regions.txt";
/// The place of a calling code that is no country's.
const NO_REGION: &str = "00";

/// Options of `cargo xtask flags`.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// Change nothing; say whether the file would differ
    #[arg(long)]
    check: bool,
}

/// Generates the file, or checks it.
///
/// # Errors
///
/// If the package cannot be installed or one of its flags cannot be read, or with `--check` if the file
/// differs.
pub fn run(options: &Options) -> Result<()> {
    let packages = tools::npm::packages_of("xtask/flags", "flags")?;
    let folder = packages.modules().join("country-flag-icons");
    let manifest = fs::read_to_string(folder.join("package.json"))?;
    let manifest: serde_json::Value = serde_json::from_str(&manifest)?;
    ensure!(manifest["version"] == VERSION, "VERSION in xtask/src/flags.rs is not the package's");

    let mut lines = BTreeMap::new();
    for country in countries()? {
        let path = folder.join("3x2").join(format!("{country}.svg"));
        let text = fs::read_to_string(&path);
        let text = text.with_context(|| format!("the package has no flag of {country}"))?;
        let line = svg::read(&text).and_then(|shapes| file::line(&shapes));
        lines.insert(country.clone(), line.with_context(|| format!("the flag of {country}"))?);
    }
    let text = file::write(&lines);
    ensure!(file::read(&text)?.len() == lines.len(), "{FILE} would not have all flags");
    let path = workspace::root().join(FILE);
    if options.check {
        let is_same = fs::read(&path).ok().as_deref() == Some(text.as_bytes());
        ensure!(is_same, "{FILE} would be different: run `cargo xtask flags`");
        return Ok(());
    }
    fs::write(&path, text).with_context(|| format!("{FILE} cannot be written"))
}

/// The countries in the form's list.
fn countries() -> Result<Vec<String>> {
    let text = fs::read_to_string(workspace::root().join(REGIONS))?;
    let letters: Vec<char> = text.chars().collect();
    let countries = letters.chunks(2).map(|letters| letters.iter().collect::<String>());
    Ok(countries.filter(|country| country != NO_REGION).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_country_has_a_flag_that_can_be_read() {
        let text = fs::read_to_string(workspace::root().join(FILE)).unwrap();
        let flags = file::read(&text).unwrap();
        let mut countries = countries().unwrap();
        assert!(countries.len() > 240, "{}", countries.len());
        countries.sort();
        countries.dedup();
        assert_eq!(flags.keys().cloned().collect::<Vec<_>>(), countries);
        // France has three stripes. One of them may be the ground.
        assert!(flags.values().all(|shapes| *shapes > 1) && flags["FR"] <= 3, "{flags:?}");
    }

    #[test]
    fn one_version_is_everywhere() {
        let path = workspace::root().join("xtask/flags/package.json");
        let manifest = fs::read_to_string(path).unwrap();
        assert!(manifest.contains(&format!("\"country-flag-icons\": \"{VERSION}\"")));
        let text = fs::read_to_string(workspace::root().join(FILE)).unwrap();
        assert!(text.contains(&format!("country-flag-icons {VERSION},")));
    }
}
