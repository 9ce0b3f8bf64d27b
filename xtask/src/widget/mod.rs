//! What a host page loads, built from the widget's crate and from `www/`.
//!
//! [`compile`] makes WebAssembly, [`glue`] the JavaScript that Rust's side
//! needs, [`reduce`] makes both smaller, [`files`] the list of files with their
//! hashes, [`markup`] the form as it shows before the WebAssembly is there, and
//! [`module`] puts the modules of `www/` and those three into one file.

mod bundle;
mod compile;
mod files;
mod glue;
mod imports;
mod markup;
mod module;
mod names;
mod plainer;
mod reduce;
#[cfg(test)]
mod sources_tests;
mod unreached;
mod versions;
mod yew;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result};

pub use bundle::Bundle;
pub use compile::Profile;
pub use files::{integrity, plain_name};

use crate::{tools, workspace};

/// The module that a host page loads.
pub const MODULE: &str = "lead-phone-form.js";
/// The loader of the module, for pages without modules.
pub const CLASSIC: &str = "lead-phone-form.classic.js";
/// The WebAssembly that the module loads, by its plain name.
pub const WASM: &str = "lead-phone-form.wasm";
/// Files of `www/` that ship as they are.
const AS_THEY_ARE: [&str; 4] =
    [CLASSIC, "lead-phone-form.d.ts", "custom-elements.json", "README.md"];

/// Builds the widget's files, with its number tables and its declarations.
///
/// `finish` gets the WebAssembly before anything is said about its contents,
/// for an optimizer; the hash in the module is of what it returns. `join` makes
/// one module of all.
///
/// # Errors
///
/// If a step fails, with what the step said.
pub fn build(
    profile: Profile,
    finish: impl FnOnce(Vec<u8>) -> Result<Vec<u8>>,
    join: impl FnOnce(&Modules) -> Result<Vec<u8>>,
) -> Result<Bundle> {
    tools::rust::wasm_target()?;
    let compiled = compile::compile(profile)?;
    versions::check()?;
    let glue = reduce::before_optimizing(glue::generate(&compiled, profile)?, profile)?;
    let wasm = finish(glue.wasm)?;
    let glue = reduce::after_optimizing(glue.javascript, &wasm, profile)?;

    let mut bundle = Bundle::default();
    bundle.insert(WASM, wasm);
    for (name, table) in number_tables()? {
        bundle.insert(&name, table);
    }

    let mut modules = modules_as_they_are()?;
    modules.insert("glue.js".to_owned(), glue);
    modules.insert("files.js".to_owned(), files::name_by_contents(&mut bundle)?);
    modules.insert("markup.js".to_owned(), markup::module()?);
    bundle.insert(MODULE, join(&modules)?);

    let www = workspace::root().join("www");
    for name in AS_THEY_ARE {
        let contents =
            fs::read(www.join(name)).with_context(|| format!("www/{name} cannot be read"))?;
        bundle.insert(name, contents);
    }
    Ok(bundle)
}

/// The modules that [`MODULE`] is made of, by name.
pub type Modules = BTreeMap<String, String>;

/// Those of `www/`, two of which stand in for others.
fn modules_as_they_are() -> Result<Modules> {
    let www = workspace::root().join("www");
    let mut modules = Modules::new();
    for entry in fs::read_dir(&www).context("www cannot be read")? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with(".js") && name != CLASSIC {
            let text =
                fs::read_to_string(&path).with_context(|| format!("www/{name} cannot be read"))?;
            modules.insert(name, text);
        }
    }
    Ok(modules)
}

/// One module of all, without what needs Node.
///
/// # Errors
///
/// If one of them has a form of import or export that is not known.
pub fn concatenated(modules: &Modules) -> Result<Vec<u8>> {
    let module = module::concatenate(MODULE, &mut |name| {
        modules.get(name).cloned().with_context(|| format!("there is no module {name}"))
    })?;
    Ok(module.into_bytes())
}

/// Builds the widget without what needs Node, leaves its files in a folder
/// below `target/widget/`, and returns that folder too.
///
/// # Errors
///
/// As [`build`].
pub fn build_without_node(profile: Profile) -> Result<(Bundle, PathBuf)> {
    let bundle = build(profile, Ok, concatenated)?;
    let folder = workspace::made("widget").join(profile.folder()).join("site");
    bundle.write(&folder)?;
    Ok((bundle, folder))
}

/// The number tables that are fetched when a number needs them.
fn number_tables() -> Result<Vec<(String, Vec<u8>)>> {
    let folder = workspace::root().join("number/data");
    let Ok(entries) = fs::read_dir(&folder) else { return Ok(Vec::new()) };
    let mut tables = Vec::new();
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        // World zone 1 is in the WebAssembly.
        if name.starts_with("zone-") && name.ends_with(".bin") && name != "zone-1.bin" {
            tables.push((name, fs::read(entry.path())?));
        }
    }
    tables.sort();
    Ok(tables)
}
