//! `cargo xtask dist`: what a host or a CDN serves, and how large it is.

mod budget;
mod optimize;
pub mod sizes;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result};

use crate::widget::{self, Bundle, MODULE, Profile, WASM};
use crate::{tools, workspace};

/// What `cargo xtask dist` can be told.
#[derive(Debug, Default, clap::Args)]
pub struct Options {
    /// Use the standard library as Rust ships it: larger, and the same otherwise
    #[arg(long)]
    plain: bool,
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
    let packages = tools::npm::packages()?;
    let profile = if options.plain { Profile::Release } else { Profile::Smallest };
    let mut bundle = widget::build(profile, |wasm| optimize::wasm(&packages, wasm))?;
    for name in [MODULE, "lead-phone-form.classic.js"] {
        if let Some(module) = bundle.get(name) {
            let small = optimize::module(&packages, name, module)?;
            bundle.insert(name, small);
        }
    }

    let sizes = sizes::measure(&bundle)?;
    let folder = workspace::root().join("dist/lead-phone-form");
    add_legal_texts(&mut bundle)?;
    bundle.write(&folder)?;
    print!("{}", sizes::table(&sizes, &[MODULE, WASM]));
    println!("Written to {}", workspace::shown(&folder));
    // The bundle without build-std is for those who cannot have the other.
    if !options.plain {
        budget::check(&sizes)?;
    }
    Ok(folder)
}

fn add_legal_texts(bundle: &mut Bundle) -> Result<()> {
    for name in LEGAL {
        let text = fs::read(workspace::root().join(name))
            .with_context(|| format!("{name} is missing, and what ships must carry it"))?;
        bundle.insert(name, text);
    }
    Ok(())
}
