//! A running WebDriver, stopped when it is dropped.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Stdio};

use anyhow::{Context as _, Result, bail};

use super::Installed;
use crate::{process, workspace};

/// A WebDriver on a port of its own, which the command of [`super::serve`] runs.
#[derive(Debug)]
pub struct Driver {
    serving: Child,
    url: String,
}

impl Driver {
    /// Starts the browser's driver and waits until it answers.
    ///
    /// # Errors
    ///
    /// If it ends or stays silent.
    pub fn start(installed: &Installed) -> Result<Self> {
        let mut command = process::command(workspace::xtask()?);
        command.args(["web-driver", installed.name()]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut serving = command
            .spawn()
            .with_context(|| format!("cannot start `{}`", process::line(&command)))?;
        let output = serving.stdout.take().context("the driver has no output")?;
        let mut driver = Self { serving, url: String::new() };
        BufReader::new(output).read_line(&mut driver.url)?;
        driver.url.truncate(driver.url.trim_end().len());
        if driver.url.is_empty() {
            bail!("the driver of {} did not start", installed.name());
        }
        Ok(driver)
    }

    /// Its address, such as `http://127.0.0.1:40123`.
    pub fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The driver and its browsers end when the input ends.
        drop(self.serving.stdin.take());
        // An error means that the process is gone already.
        let _ = self.serving.wait();
    }
}
