//! The npm packages of `xtask/npm`, installed below `target/`, so that the
//! sources stay free of `node_modules`.

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

/// The files that say what to install.
const LISTS: [&str; 3] = ["package.json", "package-lock.json", ".npmrc"];

/// Our own scripts that use the packages, and so have to be beside them.
const SCRIPTS: [&str; 1] = ["validate.mjs"];

/// Installs what `xtask/npm/package-lock.json` lists, unless it is there.
///
/// # Errors
///
/// If there is no Node, or npm cannot fetch the packages.
pub fn packages() -> Result<Packages> {
    let node = node::node()?;
    let source = workspace::root().join("xtask/npm");
    let folder = workspace::made("npm");
    let done = folder.join("installed");
    let lock =
        fs::read(source.join("package-lock.json")).context("the npm lock file is missing")?;
    if fs::read(&done).ok().as_ref() != Some(&lock) {
        println!("  installing the npm packages of xtask/npm");
        if done.exists() {
            // What is there will be neither the old list nor yet the new one.
            fs::remove_file(&done)?;
        }
        fs::create_dir_all(&folder)?;
        for name in LISTS {
            fs::copy(source.join(name), folder.join(name))?;
        }
        // No package's install script is needed, so none is run.
        let mut npm = process::command("npm");
        npm.current_dir(&folder);
        npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
        process::quietly(&mut npm).context("the npm packages cannot be installed")?;
        fs::write(&done, lock)?;
    }
    for name in SCRIPTS {
        fs::copy(source.join(name), folder.join(name))?;
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

    /// A command for a script of `xtask/npm`.
    pub fn script(&self, name: &str) -> Command {
        let mut command = process::command(&self.node);
        command.arg(self.folder.join(name));
        command
    }

    /// The folder that holds the packages.
    pub fn modules(&self) -> PathBuf {
        Path::new(&self.folder).join("node_modules")
    }
}
