//! Compiles the widget's crate to WebAssembly with Cargo.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::tools::rust::TARGET;
use crate::{process, tools, workspace, yew};

/// How the widget is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Fast to build, with debug assertions and panic messages.
    Dev,
    /// Small, with the standard library as Rust ships it.
    Release,
    /// Smallest: the standard library is compiled with the bundle, and a panic
    /// aborts at once without a message.
    Smallest,
    /// Like [`Profile::Smallest`], with Yew as it is published.
    StockYew,
}

impl Profile {
    /// The profile's folder below `target/widget/`.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Dev => "dev",
            Self::Release => "release",
            Self::Smallest => "smallest",
            Self::StockYew => "stock-yew",
        }
    }
}

/// The compiler flags of [`Profile::Smallest`]. These are unstable options of the
/// stable compiler, so one pinned toolchain is enough. The bundle has the same
/// size as with a nightly toolchain.
const SMALLEST: &[&str] = &[
    "-Zunstable-options",
    "-Cpanic=immediate-abort",
    "-Zlocation-detail=none",
    "-Zfmt-debug=none",
];

/// The separator between flags in `CARGO_ENCODED_RUSTFLAGS`.
const SEPARATOR: &str = "\u{1f}";

/// Compiles the widget and returns the path of the WebAssembly.
pub(super) fn compile(profile: Profile) -> Result<PathBuf> {
    let mut cargo = match profile {
        Profile::StockYew => {
            let mut cargo = process::cargo();
            cargo.arg("build");
            cargo
        }
        _ => yew::cargo("build")?,
    };
    cargo.args(["--package", "lead-phone-form", "--lib", "--target", TARGET]);
    let mut target = workspace::cargo_target();
    match profile {
        Profile::Dev => {}
        Profile::Release => {
            cargo.arg("--release");
            flags(&mut cargo, &[])?;
        }
        Profile::Smallest | Profile::StockYew => {
            tools::rust::rust_src()?;
            // A folder of its own. In a shared folder, this build and the other
            // release build would overwrite each other's crates, because their
            // standard libraries differ. Both Yews share this folder, because
            // all but two crates are the same.
            target = target.join(Profile::Smallest.folder());
            cargo.arg("--release").arg("--target-dir").arg(&target);
            cargo.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
            cargo.env("RUSTC_BOOTSTRAP", "1");
            flags(&mut cargo, SMALLEST)?;
        }
    }
    process::run(&mut cargo).context("the widget does not compile")?;
    let folder = if profile == Profile::Dev { "debug" } else { "release" };
    Ok(target.join(TARGET).join(folder).join("lead_phone_form.wasm"))
}

/// Adds compiler flags, and removes this machine's paths from the bundle that ships.
fn flags(cargo: &mut Command, flags: &[&str]) -> Result<()> {
    let theirs = std::env::var("RUSTFLAGS").unwrap_or_default();
    let mut all: Vec<OsString> = theirs.split_whitespace().map(OsString::from).collect();
    all.extend(flags.iter().map(OsString::from));
    let sysroot = tools::rust::sysroot()?;
    let folders = [(workspace::root(), "widget"), (&cargo_home()?, "cargo"), (&sysroot, "rust")];
    for (folder, name) in folders {
        let mut flag = OsString::from("--remap-path-prefix=");
        flag.push(folder);
        flag.push(format!("=/{name}"));
        all.push(flag);
    }
    // Encoded, because the name of a folder may contain a space.
    cargo.env("CARGO_ENCODED_RUSTFLAGS", all.join(OsStr::new(SEPARATOR)));
    Ok(())
}

/// Cargo's home folder, which contains the sources of the dependencies.
fn cargo_home() -> Result<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| Path::new(&home).join(".cargo")));
    home.context("neither CARGO_HOME nor HOME is set")
}
