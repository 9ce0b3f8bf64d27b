//! Installs npm packages, those of `xtask/npm` and of other folders, below
//! `target/`, so that the sources contain no `node_modules`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use super::node;
use crate::{process, workspace};

/// The installed packages.
#[derive(Debug)]
pub struct Packages {
    node: PathBuf,
    folder: PathBuf,
}

/// The files that npm installs from.
const LISTS: [&str; 3] = ["package.json", "package-lock.json", ".npmrc"];

/// Installs the packages of `xtask/npm/package-lock.json`, unless they are installed.
///
/// # Errors
///
/// If there is no Node, or npm cannot fetch the packages.
pub fn packages() -> Result<Packages> {
    packages_of("xtask/npm", "npm")
}

/// Installs the packages of the lock file in `source`, a folder of the repository, into the
/// folder `made` below `target/`, unless they are installed.
///
/// # Errors
///
/// If there is no Node, or npm cannot fetch the packages.
pub fn packages_of(source: &str, made: &str) -> Result<Packages> {
    let node = node::node()?;
    let from = workspace::root().join(source);
    let folder = workspace::made(made);
    let done = folder.join("installed");
    let lock = fs::read(from.join("package-lock.json"))
        .with_context(|| format!("the npm lock file of {source} is missing"))?;
    if fs::read(&done).ok().as_ref() != Some(&lock) {
        println!("  installing the npm packages of {source}");
        if done.exists() {
            // If the installation is interrupted, the folder matches neither the old list nor the
            // new one.
            fs::remove_file(&done)?;
        }
        fs::create_dir_all(&folder)?;
        for name in LISTS {
            fs::copy(from.join(name), folder.join(name))?;
        }
        // No package needs its install script.
        let mut npm = process::command("npm");
        npm.current_dir(&folder);
        npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
        process::quietly(&mut npm).context("the npm packages cannot be installed")?;
        fs::write(&done, lock)?;
    }
    Ok(Packages { node, folder })
}

impl Packages {
    /// A command for a package's program, such as `esbuild/bin/esbuild`.
    pub fn program(&self, path: &str) -> Command {
        let mut command = process::command(&self.node);
        command.arg(self.modules().join(path));
        command
    }

    /// A command for a script of the repository.
    pub fn script(&self, path: &str) -> Command {
        let mut command = process::command(&self.node);
        command.arg(path);
        command
    }

    /// The folder that contains `node_modules`. Scripts below it can import the packages.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The folder that holds the packages.
    pub fn modules(&self) -> PathBuf {
        Path::new(&self.folder).join("node_modules")
    }
}
