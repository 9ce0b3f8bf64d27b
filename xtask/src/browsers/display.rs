//! A display that nobody looks at, for a browser that cannot do without one.
//!
//! Each driver has its own, also where there is a display: two windows of one
//! display take the keyboard from each other.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result};

use super::group::Group;
use crate::process;

/// The program that makes one.
pub(super) const COMMAND: &str = "Xvfb";

/// A running display.
#[derive(Debug)]
pub(super) struct Display {
    _server: Group,
    name: String,
}

impl Display {
    /// Starts one, under the first number that is free.
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
        // Written once it can be used.
        BufReader::new(output).read_line(&mut number)?;
        let number: u32 = number
            .trim()
            .parse()
            .with_context(|| format!("`{}` did not start", process::line(&command)))?;
        Ok(Self { _server: server, name: format!(":{number}") })
    }

    /// Has a command use it.
    pub(super) fn show(&self, command: &mut Command) {
        command.env("DISPLAY", &self.name).env_remove("WAYLAND_DISPLAY");
    }
}
