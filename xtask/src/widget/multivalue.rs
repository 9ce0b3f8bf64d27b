//! A target whose functions return two values at once.
//!
//! Rust returns a text, a slice or an `Option<u32>` as a pair. For WebAssembly a pair goes by
//! way of memory, unless the target's ABI is LLVM's `experimental-mv`: then it is returned as
//! what every browser has had since 2020, two results. That is a number of instructions less
//! at each such call, 4,000 bytes of brotli in all.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::process;
use crate::tools::rust;

/// The target's name, and so that of its folder below Cargo's target folder.
pub(super) const TARGET: &str = "wasm32-multivalue";

/// What the linker calls a function in place of one that is called with another signature
/// than it has. It traps.
const MISMATCH: &[u8] = b"signature_mismatch:";

/// Writes the target's specification into a folder and returns its path.
pub(super) fn specification(folder: &Path) -> Result<PathBuf> {
    let mut rustc = process::command("rustc");
    rustc.env("RUSTC_BOOTSTRAP", "1").args(["-Zunstable-options", "--print=target-spec-json"]);
    let printed = process::quietly(rustc.args(["--target", rust::TARGET]))?;
    let mut specification: Value =
        serde_json::from_str(&printed).context("rustc's description of a target is no JSON")?;
    let members =
        specification.as_object_mut().context("rustc's description of a target is no object")?;
    // For people, and only in targets that are built in.
    members.remove("metadata");
    members.insert("llvm-abiname".to_owned(), "experimental-mv".into());

    fs::create_dir_all(folder)?;
    let file = folder.join(TARGET).with_extension("json");
    let contents = serde_json::to_string_pretty(&specification)?;
    // Cargo builds everything again if it is newer.
    if fs::read_to_string(&file).ok().as_ref() != Some(&contents) {
        fs::write(&file, contents).with_context(|| format!("cannot write {}", file.display()))?;
    }
    Ok(file)
}

/// Makes sure that no function is called with another signature than it has: those of
/// compiler-builtins that return 128 bits keep the C ABI, LLVM calls them by the other.
pub(super) fn check(compiled: &Path) -> Result<()> {
    let wasm = fs::read(compiled).with_context(|| format!("cannot read {}", compiled.display()))?;
    let Some(start) = wasm.windows(MISMATCH.len()).position(|window| window == MISMATCH) else {
        return Ok(());
    };
    let name: String = wasm[start + MISMATCH.len()..]
        .iter()
        .map(|byte| char::from(*byte))
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '_')
        .collect();
    bail!(
        "`{name}` is called with another signature than it has, so that the call would trap: \
         do without what calls it (`__multi3`, for one, comes of a checked multiplication of \
         64 bits, which `str::parse` has too)"
    );
}
