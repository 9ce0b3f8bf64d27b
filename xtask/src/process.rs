//! Runs other programs. Each error contains the command line.

use std::ffi::OsStr;
use std::process::{Command, Output, Stdio};

use anyhow::{Context as _, Result, bail};

/// A command for this program, run in the repository's root.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(crate::workspace::root());
    command
}

/// A command for the Cargo that runs this xtask.
pub fn cargo() -> Command {
    let mut cargo = command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // `cargo run` sets these for this process. Another Cargo must not see them,
    // or build scripts would see them change and run again.
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy();
        if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") {
            cargo.env_remove(&*name);
        }
    }
    cargo
}

/// Runs the command with its output on the terminal.
///
/// # Errors
///
/// If it cannot be started or does not succeed.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start `{}`", line(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", line(command));
    }
    Ok(())
}

/// Runs the command and keeps its output; it is shown only if it fails.
///
/// # Errors
///
/// If it cannot be started or does not succeed.
pub fn quietly(command: &mut Command) -> Result<String> {
    let Output { status, stdout, stderr } = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("cannot start `{}`", line(command)))?;
    let stdout = String::from_utf8_lossy(&stdout).into_owned();
    if !status.success() {
        let stderr = String::from_utf8_lossy(&stderr);
        bail!("`{}` failed ({status}):\n{}{}", line(command), stdout, stderr);
    }
    Ok(stdout)
}

/// Runs the command and returns its standard output. Its standard error, such as the progress of a
/// build, goes to the terminal.
///
/// # Errors
///
/// If it cannot be started or does not succeed.
pub fn output(command: &mut Command) -> Result<String> {
    let Output { status, stdout, .. } = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("cannot start `{}`", line(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", line(command));
    }
    Ok(String::from_utf8_lossy(&stdout).into_owned())
}

/// Whether the command starts and succeeds. Its output is ignored.
pub fn succeeds(command: &mut Command) -> bool {
    quietly(command).is_ok()
}

/// The command as a person would type it.
pub fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
