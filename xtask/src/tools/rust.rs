//! The parts of the Rust toolchain that a build needs. `rust-toolchain.toml`
//! lists them. If rustup has not installed them by itself, this module does.

use std::path::PathBuf;

use anyhow::{Context as _, Result};

use crate::process;

/// The target that the widget is compiled for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Makes sure that the standard library of [`TARGET`] is installed.
///
/// # Errors
///
/// If it is missing and rustup cannot add it.
pub fn wasm_target() -> Result<()> {
    let libraries = sysroot()?.join("lib/rustlib").join(TARGET).join("lib");
    if libraries.is_dir() {
        return Ok(());
    }
    println!("  adding the Rust target {TARGET}");
    process::quietly(process::command("rustup").args(["target", "add", TARGET])).with_context(
        || {
            format!(
                "the Rust target {TARGET} is missing: run `rustup target add {TARGET}`, or \
                 install it the way your Rust was installed"
            )
        },
    )?;
    Ok(())
}

/// Makes sure that `cargo fmt` and `cargo clippy` are installed.
///
/// # Errors
///
/// If they are missing and rustup cannot add them.
pub fn checkers() -> Result<()> {
    let programs = sysroot()?.join("bin");
    for (program, component) in [("cargo-fmt", "rustfmt"), ("cargo-clippy", "clippy")] {
        let file = format!("{program}{}", std::env::consts::EXE_SUFFIX);
        if programs.join(file).is_file() {
            continue;
        }
        println!("  adding the Rust component {component}");
        process::quietly(process::command("rustup").args(["component", "add", component]))
            .with_context(|| {
                format!(
                    "the Rust component {component} is missing: run `rustup component add \
                     {component}`, or install it the way your Rust was installed"
                )
            })?;
    }
    Ok(())
}

/// Makes sure that the sources of the standard library are installed. The build
/// of the bundle that ships compiles them.
///
/// # Errors
///
/// If they are missing and rustup cannot add them.
pub fn rust_src() -> Result<()> {
    if sysroot()?.join("lib/rustlib/src/rust/library/Cargo.lock").is_file() {
        return Ok(());
    }
    println!("  adding the Rust component rust-src");
    process::quietly(process::command("rustup").args(["component", "add", "rust-src"])).context(
        "the Rust component rust-src is missing: run `rustup component add rust-src`, or \
             build a larger bundle without it: `cargo xtask dist --plain`",
    )?;
    Ok(())
}

/// The folder of the toolchain that Cargo uses here.
///
/// # Errors
///
/// If there is no `rustc`.
pub fn sysroot() -> Result<PathBuf> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let path = process::quietly(process::command(rustc).args(["--print", "sysroot"]))
        .context("`rustc` does not run; install Rust with rustup (https://rustup.rs)")?;
    Ok(PathBuf::from(path.trim()))
}
