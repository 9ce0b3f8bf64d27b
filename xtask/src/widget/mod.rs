//! Builds a widget that runs, from its crate and from `www/`, without the steps that need Node.
//!
//! 1. [`mod@compile`]: Cargo compiles the crate to WebAssembly.
//! 2. [`glue`]: wasm-bindgen writes the JavaScript for it.
//! 3. [`locales`]: the words of each language become a file.
//! 4. [`files`]: the names of the WebAssembly, the numbering plans, the words and the flags get a hash,
//!    and a module lists the files.
//!
//! The demo serves the modules of `www/` and the files that are generated here. `dist` bundles them
//! into one module and optimizes it.

mod bundle;
mod compile;
mod files;
mod glue;
mod locales;
mod outdated;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

pub use bundle::Bundle;
pub use compile::Profile;
pub use files::{integrity, plain_name};
pub use glue::Glue;
pub use locales::{languages, write_english};

use crate::{process, tools, workspace, yew};

/// The module that a host page loads.
pub const MODULE: &str = "lead-phone-form.js";
/// The loader of the module, for pages that allow only classic scripts.
pub const CLASSIC: &str = "lead-phone-form.classic.js";
/// The component for React, which bundlers take from the npm package as it is in `www/`.
pub const REACT: &str = "react.js";
/// The element without a form, for Node and for unit tests.
pub const PLAIN: &str = "plain-element.js";
/// The WebAssembly that the module loads, by its name without a hash.
pub const WASM: &str = "lead-phone-form.wasm";
/// The style sheet's sources, in the order of their rules.
const STYLES: [&str; 3] = ["www/style.css", "www/style-country.css", "www/style-buttons.css"];
/// Files of `www/` that ship beside its scripts.
const DOCUMENTS: [&str; 4] =
    ["lead-phone-form.d.ts", "react.d.ts", "custom-elements.json", "README.md"];

/// Builds the widget as the demo serves it, and also writes its files to a folder.
///
/// # Errors
///
/// If a step fails. The error has the step's message.
pub fn build(profile: Profile) -> Result<(Bundle, PathBuf)> {
    let bundle = assemble(compile(profile)?, &style()?, profile)?;
    let folder = made(profile).join("site");
    bundle.write(&folder)?;
    Ok((bundle, folder))
}

/// The style sheet, as it is written.
///
/// # Errors
///
/// If a source cannot be read.
pub fn style() -> Result<String> {
    let mut style = String::new();
    for path in STYLES {
        let source = fs::read_to_string(workspace::root().join(path));
        style.push_str(&source.with_context(|| format!("{path} cannot be read"))?);
    }
    Ok(style)
}

/// Compiles the crate and generates its glue.
///
/// # Errors
///
/// If Cargo or wasm-bindgen fails.
pub fn compile(profile: Profile) -> Result<Glue> {
    tools::rust::wasm_target()?;
    glue::generate(&compile::compile(profile)?, profile)
}

/// Collects the files of the widget: the scripts of `www/`, the generated modules, the WebAssembly,
/// the numbering plans, the words and the flags.
///
/// # Errors
///
/// If a file cannot be read, or a generated module cannot be written for the type checker.
pub fn assemble(glue: Glue, style: &str, profile: Profile) -> Result<Bundle> {
    let mut bundle = Bundle::default();
    bundle.insert(WASM, glue.wasm);
    add_plans(&mut bundle)?;
    let flags = workspace::root().join("www/flags.txt");
    bundle.insert(files::FLAGS, fs::read(flags).context("www/flags.txt cannot be read")?);
    locales::add(&mut bundle)?;
    let (mut bundle, files) = files::name_by_contents(&bundle)?;
    let style = format!("export const STYLE = {};\n", serde_json::Value::from(style));
    for (name, module) in [("files.js", files), ("style-sheet.js", style)] {
        fs::write(made(profile).join(name), &module)?;
        bundle.insert(name, module.into_bytes());
    }
    bundle.insert("glue.js", glue.javascript.into_bytes());
    for path in files_of("www")? {
        let name = name_of(&path);
        if name.ends_with(".js") || DOCUMENTS.contains(&&*name) {
            bundle.insert(&name, fs::read(&path)?);
        }
    }
    Ok(bundle)
}

/// Adds the numbering plans that the widget fetches when a number needs them. The WebAssembly
/// contains world zone 1.
fn add_plans(bundle: &mut Bundle) -> Result<()> {
    for path in files_of("number/data")? {
        let name = name_of(&path);
        if name.starts_with("zone-") && name != "zone-1.bin" {
            bundle.insert(&name, fs::read(&path)?);
        }
    }
    Ok(())
}

/// Generates `www/markup.js`, the markup of the prerendered form.
///
/// # Errors
///
/// If the component cannot be rendered natively.
pub fn draw_markup() -> Result<()> {
    let mut cargo = yew::cargo("test")?;
    cargo.args(["--package", "lead-phone-form", "--test", "markup"]);
    process::run(cargo.env("WRITE_MARKUP", "1"))
}

/// The folder for the files that are generated with this profile.
fn made(profile: Profile) -> PathBuf {
    workspace::made("widget").join(profile.folder())
}

/// The paths of the files in a folder of the repository.
fn files_of(folder: &str) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(workspace::root().join(folder));
    let entries = entries.with_context(|| format!("{folder} cannot be read"))?;
    let paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    Ok(paths.into_iter().filter(|path| path.is_file()).collect())
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
