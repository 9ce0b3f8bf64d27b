//! Debian's packages, installed where this runs as root.

use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};

use crate::process;

/// Installs the packages, or says how.
///
/// # Errors
///
/// If this is not root, there is no `apt-get`, or it fails.
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
    // A machine whose lists are missing or old knows none of the packages, or
    // versions that are gone.
    process::quietly(process::command("apt-get").args(["update", "-qq"]))
        .context("the lists of packages cannot be renewed; is the network there?")?;
    process::quietly(&mut apt_get(packages))
        .with_context(|| format!("{names} cannot be installed; try it by hand"))?;
    Ok(())
}

fn apt_get(packages: &[&str]) -> std::process::Command {
    let mut command = process::command("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    // What a package brings is run by tests, not as a service of the machine.
    command.env("RUNLEVEL", "1");
    command.args(["install", "-y", "-qq", "--no-install-recommends"]);
    // Another installation may be under way.
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
