//! Checks the size budget in `xtask/budget.toml`.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;

use super::sizes::{Size, first_load};
use crate::widget::WASM;
use crate::workspace;

/// The limits, in bytes of brotli.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Budget {
    /// The script, the WebAssembly and the English words together.
    first_load: usize,
    /// The limit of each file except the WebAssembly, by its name.
    files: BTreeMap<String, usize>,
}

/// Checks that the files keep to the budget.
pub(super) fn check(sizes: &[Size]) -> Result<()> {
    let text = fs::read_to_string(workspace::root().join("xtask/budget.toml"))
        .context("xtask/budget.toml cannot be read")?;
    compare(&text, sizes)
}

fn compare(budget: &str, sizes: &[Size]) -> Result<()> {
    let budget: Budget =
        toml::from_str(budget).context("xtask/budget.toml cannot be understood")?;
    let first_load = first_load(sizes);
    let mut limits: BTreeMap<&str, usize> =
        budget.files.iter().map(|(name, limit)| (&**name, *limit)).collect();
    limits.insert(&first_load.name, budget.first_load);

    let mut faults = Vec::new();
    let loaded = sizes.iter().filter(|size| size.is_loaded() && size.name != WASM);
    for Size { name, brotli, .. } in loaded.chain([&first_load]) {
        match limits.remove(&**name) {
            Some(limit) if *brotli > limit => faults.push(format!(
                "{name} is {brotli} bytes of brotli, {} over its budget of {limit}: make it \
                 smaller, or raise the budget in xtask/budget.toml and say why in CHANGELOG.md",
                brotli - limit
            )),
            Some(_) => {}
            None => faults.push(format!(
                "{name} ({brotli} bytes of brotli) has no budget: give it one in xtask/budget.toml"
            )),
        }
    }
    for name in limits.keys() {
        faults.push(format!(
            "{name} has a budget but is not built: take it out of xtask/budget.toml"
        ));
    }
    if !faults.is_empty() {
        bail!(faults.join("\n"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::widget::MODULE;

    fn size(name: &str, brotli: usize) -> Size {
        Size { name: name.to_owned(), raw: 0, gzip: 0, brotli }
    }

    const BUDGET: &str =
        "first-load = 300\n[files]\n\"lead-phone-form.js\" = 100\n\"zone-1.bin\" = 50\n";

    #[test]
    fn what_is_within_the_budget_passes() {
        let sizes =
            [size(MODULE, 100), size(WASM, 200), size("zone-1.bin", 50), size("a.d.ts", 999)];
        assert!(compare(BUDGET, &sizes).is_ok());
    }

    #[test]
    fn a_file_over_its_budget_without_one_or_gone_is_a_fault() {
        let faults = compare(BUDGET, &[size(MODULE, 101), size(WASM, 200), size("zone-2.bin", 1)]);
        let faults = faults.unwrap_err().to_string();
        for fault in [
            "lead-phone-form.js is 101 bytes of brotli, 1 over its budget of 100",
            "first load is 301 bytes of brotli, 1 over its budget of 300",
            "zone-2.bin (1 bytes of brotli) has no budget",
            "zone-1.bin has a budget but is not built",
        ] {
            assert!(faults.contains(fault), "{faults}");
        }
    }
}
