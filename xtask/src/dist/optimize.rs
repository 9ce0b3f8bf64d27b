//! The optimizers that are npm packages: binaryen's, esbuild and terser.

use std::fs;

use anyhow::{Context as _, Result};

use super::{order, sizes::brotli};
use crate::tools::npm::Packages;
use crate::widget::{MODULE, Modules};
use crate::{process, workspace};

/// What wasm-opt does, chosen by what is smallest over the wire and not in the file.
const PASSES: [&str; 11] = [
    // Many small functions compress better than few large ones, whose many local variables
    // are each called by another number: only what is tiny goes where its one call is.
    "--one-caller-inline-max-function-size=20",
    // An expression that is there twice costs less than a variable for it.
    "--skip-pass=local-cse",
    // What says where the data goes on after some zeros costs more than the zeros.
    "--skip-pass=memory-packing",
    // The first kilobyte is the end of the stack, so no address of anything is that low:
    // `widget::reduce` makes sure of it.
    "--low-memory-unused",
    "-Oz",
    // Branches anew, and twice more over what that leaves.
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--strip-debug",
    "--strip-producers",
];

/// The WebAssembly, optimized if that makes it smaller over the wire.
pub(super) fn wasm(packages: &Packages, wasm: Vec<u8>) -> Result<Vec<u8>> {
    let folder = workspace::made("optimize");
    fs::create_dir_all(&folder)?;
    let (from, to) = (folder.join("from.wasm"), folder.join("to.wasm"));
    fs::write(&from, &wasm)?;
    let mut command = packages.program("binaryen/bin/wasm-opt");
    // `target_features` says which instructions the compiler may use, so it is
    // read before it is stripped.
    command.args(PASSES).arg("--strip-target-features");
    command.arg(&from).arg("-o").arg(&to);
    process::quietly(&mut command).context("wasm-opt cannot optimize the WebAssembly")?;
    let optimized = order::ordered(&fs::read(&to)?)?;

    let (before, after) = (brotli(&wasm)?, brotli(&optimized)?);
    println!("  wasm-opt: {before} bytes of brotli before, {after} after");
    Ok(if after < before { optimized } else { wasm })
}

/// One module of all, in one scope: what they have of each other needs no property to hold it,
/// and so no name that stays. `widget::concatenated` gives each a scope of its own, as it does
/// not know which names they use.
pub(super) fn joined(packages: &Packages, modules: &Modules) -> Result<Vec<u8>> {
    let folder = workspace::made("optimize").join("modules");
    // A module that is no longer there is not to be found here either.
    if folder.is_dir() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    for (name, text) in modules {
        fs::write(folder.join(name), text)?;
    }
    let to = folder.with_file_name("joined.js");
    let mut command = packages.program("esbuild/bin/esbuild");
    command.arg(folder.join(MODULE)).arg(format!("--outfile={}", to.display()));
    command.args(["--bundle", "--format=esm", "--target=es2022"]);
    command.args(["--charset=utf8", "--log-level=warning"]);
    process::quietly(&mut command).context("esbuild cannot make one module of all")?;
    Ok(fs::read(&to)?)
}

/// How terser compresses, chosen by what is smallest over the wire: statements are as short as
/// expressions with commas, and more alike; functions beside each other are too.
const OPTIONS: &str = "passes=2,sequences=false,hoist_funs=true";

/// A script or module, minified.
pub(super) fn module(packages: &Packages, name: &str, module: &[u8]) -> Result<Vec<u8>> {
    let folder = workspace::made("optimize");
    let (from, to) = (folder.join(name), folder.join("minified.js"));
    fs::write(&from, module)?;
    let mut command = packages.program("terser/bin/terser");
    command.arg(&from).arg("--output").arg(&to);
    command.args(["--mangle", "--ecma", "2022", "--compress", OPTIONS]);
    // A classic script is read in the page's encoding, a module in UTF-8.
    command.arg(if name.ends_with(".classic.js") { "--format=ascii_only" } else { "--module" });
    process::quietly(&mut command).with_context(|| format!("terser cannot minify {name}"))?;
    Ok(fs::read(&to)?)
}
