//! Programs from crates.io, made by Cargo below `target/`.

use std::path::PathBuf;

use anyhow::{Context as _, Result};

use crate::{process, workspace};

/// A program that a crate of the same name makes.
#[derive(Debug)]
pub struct Program {
    /// Both names.
    pub name: &'static str,
    /// The crate's version, exactly.
    pub version: &'static str,
}

impl Program {
    /// Makes it, unless it is there.
    ///
    /// # Errors
    ///
    /// If crates.io cannot be reached or it does not compile.
    pub fn install(&self, why: &str) -> Result<PathBuf> {
        if let Some(found) = self.find() {
            return Ok(found);
        }
        let Self { name, version } = self;
        println!("  making {name} {version} for {why}, once; it takes a minute or two");
        let mut command = process::cargo();
        command.args(["install", "--locked", "--force", name, "--version", version]);
        command.arg("--root").arg(self.folder());
        // Made sooner, and with less memory. What it does is to pass on messages.
        for (setting, value) in [("OPT_LEVEL", "0"), ("LTO", "off"), ("DEBUG", "0")] {
            command.env(format!("CARGO_PROFILE_RELEASE_{setting}"), value);
        }
        process::run(&mut command)
            .with_context(|| format!("{name} cannot be made; is the network there?"))?;
        self.find().with_context(|| format!("{name} was made, but is not there"))
    }

    /// Its path, if it has been made.
    pub fn find(&self) -> Option<PathBuf> {
        let file = format!("{}{}", self.name, std::env::consts::EXE_SUFFIX);
        Some(self.folder().join("bin").join(file)).filter(|path| path.is_file())
    }

    /// Another version is another folder, so that what is there is what is asked for.
    fn folder(&self) -> PathBuf {
        workspace::made("programs").join(format!("{}-{}", self.name, self.version))
    }
}
