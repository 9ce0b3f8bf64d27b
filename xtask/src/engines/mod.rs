//! The browser engines that the tests run in. An engine is one entry in
//! [`ENGINES`]; everything else asks it.

pub mod chromium;
mod driver;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

pub use driver::Driver;

use crate::tools::apt;
use crate::workspace;

/// A browser engine and how it is driven.
#[derive(Debug)]
pub struct Engine {
    /// What the tests and the headlines call it.
    pub name: &'static str,
    /// The browser's command, under each name that it is installed by.
    browser: &'static [&'static str],
    /// The command of its WebDriver, likewise.
    driver: &'static [&'static str],
    /// What the driver is called with, beside the port.
    arguments: &'static [&'static str],
    /// The option that tells the driver its port.
    port: &'static str,
    /// Debian's packages with both.
    packages: &'static [&'static str],
    /// The variable by which wasm-bindgen's test runner takes a running driver.
    remote: &'static str,
    /// What to ask of a session, for the browser at this path.
    capabilities: fn(&str) -> Value,
}

/// Every engine that the tests know.
pub const ENGINES: &[Engine] = &[chromium::CHROMIUM];

/// An engine that is on this machine.
#[derive(Debug)]
pub struct Installed {
    engine: &'static Engine,
    driver: PathBuf,
    capabilities: Value,
}

impl Engine {
    /// Finds the engine, installing it where this program may.
    ///
    /// # Errors
    ///
    /// If it is not there and cannot be installed, with what to install.
    pub fn install(&'static self) -> Result<Installed> {
        if self.find().is_none() {
            apt::install(self.packages, &format!("testing in {}", self.name))?;
        }
        match self.find() {
            Some(found) => Ok(found),
            None => bail!(
                "{} was installed, but there is no `{}` or no `{}` in PATH",
                self.packages.join(" and "),
                self.browser.join("` or `"),
                self.driver.join("` or `")
            ),
        }
    }

    /// Finds the browser alone, installing it where this program may.
    ///
    /// # Errors
    ///
    /// As [`Engine::install`].
    pub fn browser(&'static self) -> Result<PathBuf> {
        let find = || self.browser.iter().find_map(|name| apt::find(name));
        if let Some(browser) = find() {
            return Ok(browser);
        }
        apt::install(self.packages, &format!("measuring in {}", self.name))?;
        find().with_context(|| format!("there is no `{}` in PATH", self.browser.join("` or `")))
    }

    fn find(&'static self) -> Option<Installed> {
        let first = |names: &[&str]| names.iter().find_map(|name| apt::find(name));
        let browser = first(self.browser)?;
        Some(Installed {
            engine: self,
            driver: first(self.driver)?,
            capabilities: (self.capabilities)(&browser.to_string_lossy()),
        })
    }
}

impl Installed {
    /// What the engine is called.
    pub fn name(&self) -> &'static str {
        self.engine.name
    }

    /// The variable by which wasm-bindgen's test runner takes a running driver.
    pub fn remote(&self) -> &'static str {
        self.engine.remote
    }

    /// Writes what to ask of a session to a file, and returns its path.
    ///
    /// # Errors
    ///
    /// If the file cannot be written.
    pub fn write_capabilities(&self) -> Result<PathBuf> {
        let folder = workspace::made("browser-tests");
        let file = folder.join(format!("{}.json", self.name().to_lowercase()));
        fs::create_dir_all(&folder)?;
        fs::write(&file, self.capabilities.to_string())
            .with_context(|| format!("{} cannot be written", file.display()))?;
        Ok(file)
    }
}
