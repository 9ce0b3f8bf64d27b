//! Installs Debian packages, if this program runs as root.

use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};

use crate::process;

/// Installs the packages.
///
/// # Errors
///
/// If this does not run as root, there is no `apt-get`, or it fails. The error says what to
/// install.
pub fn install(packages: &[&str], why: &str) -> Result<()> {
    let names = packages.join(" ");
    if find("apt-get").is_none() || !is_root() {
        bail!(
            "{why} needs {names}. Install {} and run the command again; on Debian or Ubuntu: \
             sudo apt-get install {names}",
            if packages.len() == 1 { "it" } else { "them" }
        );
    }
    println!("  installing {names} for {why}");
    if process::succeeds(&mut apt_get(packages)) {
        return Ok(());
    }
    // If the package lists are missing or old, apt-get finds no packages, or only
    // versions that no longer exist.
    process::quietly(process::command("apt-get").args(["update", "-qq"]))
        .context("the package lists cannot be updated; is the network available?")?;
    process::quietly(&mut apt_get(packages))
        .with_context(|| format!("{names} cannot be installed; try it by hand"))?;
    Ok(())
}

fn apt_get(packages: &[&str]) -> std::process::Command {
    let mut command = process::command("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    // Do not start the services of a package: the tests run its programs themselves.
    command.env("RUNLEVEL", "1");
    command.args(["install", "-y", "-qq", "--no-install-recommends"]);
    // Wait if another installation is running.
    command.args(["-o", "DPkg::Lock::Timeout=300"]).args(packages);
    command
}

fn is_root() -> bool {
    process::quietly(process::command("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

/// The program's path, if it is in one of the folders of `PATH`.
pub fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|dir| dir.join(program)).find(|file| file.is_file())
}
