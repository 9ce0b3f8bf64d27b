//! `cargo xtask dist`: builds the files that a host or a CDN serves, and prints their sizes.
//!
//! [`build`] runs every step from the sources to the files that ship:
//!
//! 1. [`widget::compile`]: Cargo compiles the crate, wasm-bindgen writes the glue.
//! 2. [`optimize::rename`]: shortens wasm-bindgen's names in the WebAssembly and in the glue.
//! 3. [`optimize::wasm`]: wasm-opt optimizes the WebAssembly.
//! 4. [`optimize::style`]: esbuild minifies the style sheet.
//! 5. [`widget::assemble`]: puts hashes into the file names, and lists the files in a module.
//! 6. [`optimize::scripts`]: esbuild bundles the modules into one, then both it and terser
//!    minify that.
//!
//! Then [`pack`] adds the files of the npm package and compresses the files for servers, and
//! [`budget`] checks the sizes.

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

/// The options of `cargo xtask dist`.
#[derive(Debug, Default, clap::Args)]
pub struct Options {
    /// Use the standard library as Rust ships it; the bundle is larger and behaves the same
    #[arg(long)]
    plain: bool,
    /// Use Yew as it is published; the bundle is larger and behaves the same
    #[arg(long, conflicts_with_all = ["plain", "reproduce"])]
    stock_yew: bool,
    /// Build again in another folder, and check that both builds have the same bytes
    #[arg(long)]
    reproduce: bool,
}

/// Texts that the licences require in the package.
const LEGAL: [&str; 3] = ["LICENSE-APACHE", "LICENSE-MIT", "NOTICE"];

/// Builds and packs the widget, prints its sizes and checks them against the
/// budget. Returns the folder.
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
    // The budget is for the bundle that ships. The other profiles are a fallback or a comparison.
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

/// Builds the files that ship, with this profile. Does not write to `dist/`.
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

/// Writes the bundle and the other files of the npm package into a folder, packs it, and returns
/// the path of the package, which is beside the folder. A bundle that does not ship is compressed
/// faster and less.
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

/// Writes the files that browsers load for servers: into a folder named after this version, and
/// compressed in advance, better than a server would compress them at each request.
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
