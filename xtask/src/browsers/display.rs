//! A virtual display, for a browser that cannot run without one.
//!
//! Each driver has its own, even if the machine has a display: two windows on
//! one display take the keyboard focus from each other.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result};

use super::group::Group;
use crate::process;

/// The program that provides a virtual display.
pub(super) const COMMAND: &str = "Xvfb";

/// A running virtual display.
#[derive(Debug)]
pub(super) struct Display {
    _server: Group,
    name: String,
}

impl Display {
    /// Starts a display with the first free number.
    ///
    /// # Errors
    ///
    /// If it does not start.
    pub(super) fn start() -> Result<Self> {
        let mut command = process::command(COMMAND);
        command.args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut server = Group::start(&mut command)?;
        let mut number = String::new();
        let output = server.take_stdout().context("the display has no output")?;
        // Xvfb writes its number as soon as the display can be used.
        BufReader::new(output).read_line(&mut number)?;
        let number: u32 = number
            .trim()
            .parse()
            .with_context(|| format!("`{}` did not start", process::line(&command)))?;
        Ok(Self { _server: server, name: format!(":{number}") })
    }

    /// Makes a command use this display.
    pub(super) fn show(&self, command: &mut Command) {
        command.env("DISPLAY", &self.name).env_remove("WAYLAND_DISPLAY");
    }
}
