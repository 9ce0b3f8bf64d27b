//! `cargo xtask dist`: what a host or a CDN serves, and how large it is.
//!
//! [`build`] is the whole way from the sources to what ships:
//!
//! 1. [`widget::compile`]: Cargo compiles the crate, wasm-bindgen writes the glue.
//! 2. [`optimize::rename`]: wasm-bindgen's names become short ones, in both.
//! 3. [`optimize::wasm`]: wasm-opt optimizes the WebAssembly.
//! 4. [`optimize::style`]: esbuild minifies the style sheet.
//! 5. [`widget::assemble`]: names with hashes, and the module that lists them.
//! 6. [`optimize::scripts`]: esbuild makes one module of all, and minifies it.
//!
//! Then [`pack`] adds what belongs to a package and compresses the files for servers, and
//! [`budget`] holds them to their sizes.

mod budget;
mod optimize;
mod package;
mod reproduce;
pub mod sizes;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
pub use package::path as package_path;

use crate::widget::{self, Bundle, Profile};
use crate::{tools, workspace};

/// What `cargo xtask dist` can be told.
#[derive(Debug, Default, clap::Args)]
pub struct Options {
    /// Use the standard library as Rust ships it: larger, and the same otherwise
    #[arg(long)]
    plain: bool,
    /// Use Yew as it is published: larger, and the same otherwise
    #[arg(long, conflicts_with_all = ["plain", "reproduce"])]
    stock_yew: bool,
    /// Build once more in another folder, and see that it makes the same bytes
    #[arg(long)]
    reproduce: bool,
}

/// Texts that the licences ask to go along.
const LEGAL: [&str; 3] = ["LICENSE-APACHE", "LICENSE-MIT", "NOTICE"];

/// Builds and packs the widget, prints its size and holds it to the budget.
/// Returns the folder.
///
/// # Errors
///
/// If a tool is missing or fails, or a file is over its budget.
pub fn run(options: &Options) -> Result<PathBuf> {
    let profile = options.profile();
    let bundle = build(profile)?;
    let sizes = sizes::measure(&bundle)?;
    let place = workspace::root().join("dist");
    let folder = place.join("lead-phone-form");
    let packed = pack(bundle, &folder, true)?;
    print!("{}", sizes::table(&sizes));
    println!("Written to {}", workspace::shown(&folder));
    println!("Packed as {}", workspace::shown(&packed));
    // The others are for those who cannot have it, and to compare it with.
    if profile == Profile::Smallest {
        budget::check(&sizes)?;
    }
    if options.reproduce {
        reproduce::check(&place, options.plain)?;
    }
    Ok(folder)
}

impl Options {
    fn profile(&self) -> Profile {
        match self {
            Self { plain: true, .. } => Profile::Release,
            Self { stock_yew: true, .. } => Profile::StockYew,
            _ => Profile::Smallest,
        }
    }
}

/// Builds what ships of this profile, and writes nothing to `dist/`.
///
/// # Errors
///
/// If a tool is missing or fails.
pub fn build(profile: Profile) -> Result<Bundle> {
    let packages = tools::npm::packages()?;
    let is_small = profile != Profile::Dev;
    let mut glue = widget::compile(profile)?;
    if is_small {
        glue = optimize::rename(&glue)?;
        glue.wasm = optimize::wasm(&packages, &glue.wasm)?;
    }
    let bundle = widget::assemble(glue, &optimize::style(&packages)?, profile)?;
    optimize::scripts(&packages, bundle, is_small)
}

/// Writes the files and what belongs to a package into a folder, packs it, and returns the
/// package's path, which is beside the folder. What does not ship is compressed quickly.
///
/// # Errors
///
/// If npm is missing or fails, or a file cannot be written.
pub fn pack(mut bundle: Bundle, folder: &Path, ships: bool) -> Result<PathBuf> {
    add_legal_texts(&mut bundle)?;
    let integrity = package::integrity(&bundle);
    bundle.insert("package.json", package::manifest(&bundle)?);
    bundle.insert("integrity.json", integrity);
    bundle.write(folder)?;
    let quality = if ships { sizes::BEST } else { sizes::QUICK };
    write_for_servers(&bundle, &folder.with_file_name("cdn"), quality)?;
    package::pack(folder)
}

/// Writes what browsers load into a folder for servers: in a folder of this version, and
/// compressed beforehand, better than a server would do it at each request.
fn write_for_servers(bundle: &Bundle, folder: &Path, quality: i32) -> Result<()> {
    let mut files = Bundle::default();
    for (name, contents) in bundle.iter().filter(|(name, _)| sizes::is_loaded(name)) {
        files.insert(name, contents.to_vec());
        files.insert(&format!("{name}.br"), sizes::compressed_with(contents, quality)?);
        files.insert(&format!("{name}.gz"), sizes::zipped(contents)?);
    }
    files.write(&folder.join("lead-phone-form").join(env!("CARGO_PKG_VERSION")))
}

fn add_legal_texts(bundle: &mut Bundle) -> Result<()> {
    for name in LEGAL {
        let text = fs::read(workspace::root().join(name))
            .with_context(|| format!("{name} is missing, and what ships must carry it"))?;
        bundle.insert(name, text);
    }
    Ok(())
}
