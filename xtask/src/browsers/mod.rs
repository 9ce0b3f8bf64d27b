//! The browsers that the tests run in. Each browser is one entry in
//! [`BROWSERS`], and all other code reads that entry.

pub mod chromium;
mod display;
mod driver;
mod firefox;
mod group;
pub mod serve;
mod webkit;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

pub use driver::Driver;

use crate::tools::{apt, crates};
use crate::workspace;

/// A browser and how it is driven.
#[derive(Debug)]
pub struct Browser {
    /// Its name in the tests' output.
    pub name: &'static str,
    /// Whether its driver passes on commands of Chromium's DevTools.
    pub has_devtools: bool,
    /// The names that the browser's command may have. Empty if only the driver
    /// knows where the browser is.
    commands: &'static [&'static str],
    /// Its WebDriver.
    driver: DriverProgram,
    /// The driver's arguments, besides the port.
    arguments: &'static [&'static str],
    /// The option that tells the driver its port.
    port: &'static str,
    /// Whether it needs a display.
    needs_display: bool,
    /// The Debian packages that contain the browser and, if packaged, its driver.
    packages: &'static [&'static str],
    /// The environment variable that gives wasm-bindgen's test runner the address
    /// of a running driver.
    remote: &'static str,
    /// The WebDriver capabilities of a session, for the browser at this path.
    capabilities: fn(&str) -> Value,
}

/// Where a WebDriver comes from.
#[derive(Debug)]
enum DriverProgram {
    /// From the Debian packages, as this command.
    Packaged(&'static str),
    /// From crates.io, because Debian has no package.
    Crate(crates::Program),
}

/// Every browser that the tests know.
pub const BROWSERS: &[Browser] = &[chromium::CHROMIUM, firefox::FIREFOX, webkit::WEBKIT];

/// A browser that is on this machine.
#[derive(Debug)]
pub struct Installed {
    browser: &'static Browser,
    driver: PathBuf,
    capabilities: Value,
}

impl Browser {
    /// Finds a browser by its name. Case does not matter.
    ///
    /// # Errors
    ///
    /// If there is none of this name. The error lists the known names.
    pub fn named(name: &str) -> Result<&'static Self> {
        let found = BROWSERS.iter().find(|browser| browser.name.eq_ignore_ascii_case(name));
        found.with_context(|| {
            let names: Vec<_> = BROWSERS.iter().map(|browser| browser.name).collect();
            format!("there is no browser `{name}`; there are {}", names.join(", "))
        })
    }

    /// Finds the browser, or installs it if this program may.
    ///
    /// # Errors
    ///
    /// If it is missing and cannot be installed. The error says what to install.
    pub fn install(&'static self) -> Result<Installed> {
        let missing = self.missing_commands();
        if !missing.is_empty() {
            apt::install(self.packages, &format!("testing in {}", self.name))?;
        }
        let missing = self.missing_commands();
        if let [missing, ..] = missing.as_slice() {
            bail!(
                "{} was installed, but there is no `{missing}` in PATH",
                self.packages.join(" and "),
            );
        }
        if let DriverProgram::Crate(program) = &self.driver {
            program.install(&format!("testing in {}", self.name))?;
        }
        self.find().with_context(|| format!("{} was installed, but is not found", self.name))
    }

    /// The commands from Debian's packages that this machine does not have.
    fn missing_commands(&self) -> Vec<String> {
        let driver = match self.driver {
            DriverProgram::Packaged(command) => Some(command),
            DriverProgram::Crate(_) => None,
        };
        let display = self.needs_display.then_some(display::COMMAND);
        [self.commands, driver.as_slice(), display.as_slice()]
            .into_iter()
            .filter(|names| !names.is_empty() && first(names).is_none())
            .map(|names| names.join("` or `"))
            .collect()
    }

    /// Finds the browser without its driver, or installs it if this program may.
    ///
    /// # Errors
    ///
    /// As [`Browser::install`].
    pub fn executable(&'static self) -> Result<PathBuf> {
        if let Some(browser) = first(self.commands) {
            return Ok(browser);
        }
        apt::install(self.packages, &format!("measuring in {}", self.name))?;
        first(self.commands)
            .with_context(|| format!("there is no `{}` in PATH", self.commands.join("` or `")))
    }

    fn find(&'static self) -> Option<Installed> {
        if !self.missing_commands().is_empty() {
            return None;
        }
        let browser = first(self.commands).unwrap_or_default();
        Some(Installed {
            browser: self,
            driver: match &self.driver {
                DriverProgram::Packaged(command) => apt::find(command)?,
                DriverProgram::Crate(program) => program.find()?,
            },
            capabilities: (self.capabilities)(&browser.to_string_lossy()),
        })
    }
}

/// The path of the first of these commands that is in `PATH`.
fn first(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| apt::find(name))
}

impl Installed {
    /// The browser's name.
    pub fn name(&self) -> &'static str {
        self.browser.name
    }

    /// Whether its driver passes on commands of Chromium's DevTools.
    pub fn has_devtools(&self) -> bool {
        self.browser.has_devtools
    }

    /// The environment variable that gives wasm-bindgen's test runner the address
    /// of a running driver.
    pub fn remote(&self) -> &'static str {
        self.browser.remote
    }

    /// Writes the WebDriver capabilities to a file, and returns its path.
    ///
    /// # Errors
    ///
    /// If the file cannot be written.
    pub fn write_capabilities(&self) -> Result<PathBuf> {
        let folder = workspace::made("browser-tests");
        let file = folder.join(format!("{}.json", self.name().to_ascii_lowercase()));
        fs::create_dir_all(&folder)?;
        fs::write(&file, self.capabilities.to_string())
            .with_context(|| format!("{} cannot be written", file.display()))?;
        Ok(file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_found_by_its_name_in_any_case_or_the_others_are_named() {
        for name in ["Firefox", "firefox", "WEBKIT"] {
            let browser = Browser::named(name).unwrap();
            assert!(browser.name.eq_ignore_ascii_case(name));
        }
        let error = Browser::named("Gecko").unwrap_err().to_string();
        assert!(error.contains("Gecko") && error.contains("Firefox"), "{error}");
    }

    #[test]
    fn each_browser_has_a_driver_of_its_own_for_the_test_runner() {
        for (nth, browser) in BROWSERS.iter().enumerate() {
            assert!(BROWSERS[..nth].iter().all(|other| other.remote != browser.remote));
            assert!(
                browser.packages.contains(&"fonts-liberation"),
                "{} draws no text",
                browser.name
            );
        }
    }
}
