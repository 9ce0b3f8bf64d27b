//! The size budget: `xtask/budget.toml`.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;

use super::sizes::Size;
use crate::workspace;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Budget {
    /// Bytes of brotli, by file.
    brotli: BTreeMap<String, usize>,
}

/// Holds the files to the budget.
pub(super) fn check(sizes: &[Size]) -> Result<()> {
    let text = fs::read_to_string(workspace::root().join("xtask/budget.toml"))
        .context("xtask/budget.toml cannot be read")?;
    compare(&text, sizes)
}

fn compare(budget: &str, sizes: &[Size]) -> Result<()> {
    let Budget { brotli } =
        toml::from_str(budget).context("xtask/budget.toml cannot be understood")?;
    let mut faults = Vec::new();
    for size in sizes.iter().filter(|size| size.is_loaded()) {
        match brotli.get(&size.name) {
            Some(&most) if size.brotli > most => faults.push(format!(
                "{} is {} bytes of brotli, {} over its budget of {most}: make it smaller, or raise \
                 the budget in xtask/budget.toml with the reason",
                size.name,
                size.brotli,
                size.brotli - most
            )),
            Some(_) => {}
            None => faults.push(format!(
                "{} ({} bytes of brotli) has no budget: give it one in xtask/budget.toml",
                size.name, size.brotli
            )),
        }
    }
    for name in brotli.keys().filter(|name| !sizes.iter().any(|size| size.name == **name)) {
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

    fn size(name: &str, brotli: usize) -> Size {
        Size { name: name.to_owned(), raw: 0, gzip: 0, brotli }
    }

    #[test]
    fn a_file_over_its_budget_without_one_or_gone_is_a_fault() {
        let budget = "[brotli]\n\"a.js\" = 100\n\"b.wasm\" = 200\n";
        let fits = [size("a.js", 100), size("b.wasm", 7), size("a.d.ts", 9999)];
        assert!(compare(budget, &fits).is_ok());

        let faults = compare(budget, &[size("a.js", 101), size("zone-2.bin", 1)]).unwrap_err();
        let faults = faults.to_string();
        assert!(
            faults.contains("a.js is 101 bytes of brotli, 1 over its budget of 100"),
            "{faults}"
        );
        assert!(faults.contains("zone-2.bin (1 bytes of brotli) has no budget"), "{faults}");
        assert!(faults.contains("b.wasm has a budget but is not built"), "{faults}");
    }
}
