//! The widget's crate, compiled to WebAssembly by Cargo.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::tools::rust::TARGET;
use crate::{process, tools, workspace, yew};

/// How the widget is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Fast to build, with checks and messages.
    Dev,
    /// Small, with the standard library as Rust ships it.
    Release,
    /// Smallest: the standard library is compiled for this bundle, a panic
    /// stops at once and says nothing.
    Smallest,
    /// As [`Profile::Smallest`], with Yew as it is published.
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

/// What [`Profile::Smallest`] asks of the compiler. Unstable options of the
/// stable compiler: one pinned toolchain serves, and the bundle measures the
/// same as with a nightly one.
const SMALLEST: &[&str] = &[
    "-Zunstable-options",
    "-Cpanic=immediate-abort",
    "-Zlocation-detail=none",
    "-Zfmt-debug=none",
];

/// What is between flags where Cargo takes them encoded.
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
            // A folder of its own: the same crates with another standard
            // library would take turns with the other release build.
            // With either Yew, as all but two crates are the same.
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

/// Adds compiler flags, and takes this machine's folders out of what ships.
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
    // Encoded, since a folder may have a blank in its name.
    cargo.env("CARGO_ENCODED_RUSTFLAGS", all.join(OsStr::new(SEPARATOR)));
    Ok(())
}

/// Cargo's own folder, where the sources of dependencies are.
fn cargo_home() -> Result<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| Path::new(&home).join(".cargo")));
    home.context("neither CARGO_HOME nor HOME is set")
}
