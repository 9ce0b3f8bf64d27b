//! Builds programs from crates.io with Cargo, below `target/`.

use std::path::PathBuf;

use anyhow::{Context as _, Result};

use crate::{process, workspace};

/// A program that a crate of the same name provides.
#[derive(Debug)]
pub struct Program {
    /// The name of the crate and of the program.
    pub name: &'static str,
    /// The exact version of the crate.
    pub version: &'static str,
}

impl Program {
    /// Builds the program, unless it has been built.
    ///
    /// # Errors
    ///
    /// If crates.io cannot be reached or it does not compile.
    pub fn install(&self, why: &str) -> Result<PathBuf> {
        if let Some(found) = self.find() {
            return Ok(found);
        }
        let Self { name, version } = self;
        println!("  building {name} {version} for {why}, once; it takes a minute or two");
        let mut command = process::cargo();
        command.args(["install", "--locked", "--force", name, "--version", version]);
        command.arg("--root").arg(self.folder());
        // Without optimization the build is faster and needs less memory. The program only forwards
        // messages, so its own speed does not matter.
        for (setting, value) in [("OPT_LEVEL", "0"), ("LTO", "off"), ("DEBUG", "0")] {
            command.env(format!("CARGO_PROFILE_RELEASE_{setting}"), value);
        }
        process::run(&mut command)
            .with_context(|| format!("{name} cannot be built; is the network available?"))?;
        self.find().with_context(|| format!("{name} was built, but is not found"))
    }

    /// Its path, if it has been built.
    pub fn find(&self) -> Option<PathBuf> {
        let file = format!("{}{}", self.name, std::env::consts::EXE_SUFFIX);
        Some(self.folder().join("bin").join(file)).filter(|path| path.is_file())
    }

    /// Each version has its own folder, so that a program of another version is never used.
    fn folder(&self) -> PathBuf {
        workspace::made("programs").join(format!("{}-{}", self.name, self.version))
    }
}
