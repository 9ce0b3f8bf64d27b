//! The number engine alone: `number/bench`, which prints its own figures.

use anyhow::{Context as _, Result};

use crate::site::SOURCES;
use xtask::tools::npm;
use xtask::{process, tools};

/// Builds the engine, and prints its size and its speed.
pub(crate) fn measure() -> Result<()> {
    tools::rust::wasm_target()?;
    tools::rust::rust_src()?;
    let tools = npm::packages()?;
    let packages = npm::packages_of(SOURCES, "bench/npm")?;
    for script in ["number/bench/size.js", "number/bench/speed.js"] {
        let mut command = packages.script(script);
        command.env("BENCH_TOOLS", tools.modules()).env("BENCH_PACKAGES", packages.modules());
        process::run(&mut command).context("the number engine cannot be measured")?;
    }
    Ok(())
}
