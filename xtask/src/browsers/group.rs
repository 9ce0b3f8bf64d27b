//! A program with every process that it starts, ended together when dropped.

use std::os::unix::process::CommandExt as _;
use std::process::{Child, ChildStdout, Command, ExitStatus};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};

use crate::process;

const STOPS_WITHIN: Duration = Duration::from_secs(5);

/// A program that leads a process group.
#[derive(Debug)]
pub(super) struct Group {
    leader: Child,
}

impl Group {
    /// Starts it.
    ///
    /// # Errors
    ///
    /// If there is no such program.
    pub(super) fn start(command: &mut Command) -> Result<Self> {
        let leader = command
            .process_group(0)
            .spawn()
            .with_context(|| format!("cannot start `{}`", process::line(command)))?;
        Ok(Self { leader })
    }

    /// What the program writes, if that is piped and not taken yet.
    pub(super) fn take_stdout(&mut self) -> Option<ChildStdout> {
        self.leader.stdout.take()
    }

    /// How the program ended, if it has.
    pub(super) fn ended(&mut self) -> Result<Option<ExitStatus>> {
        Ok(self.leader.try_wait()?)
    }

    fn signal(&self, signal: &str) -> bool {
        let group = format!("-{}", self.leader.id());
        process::succeeds(process::command("kill").args([signal, "--", &group]))
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        // Asked politely, a driver ends its browsers and removes their profiles.
        if self.signal("-TERM") {
            let asked = Instant::now();
            while asked.elapsed() < STOPS_WITHIN && matches!(self.leader.try_wait(), Ok(None)) {
                sleep(Duration::from_millis(20));
            }
        }
        // Whoever is left, of a driver that forgets its browser. Nothing is left
        // to do if all are gone.
        self.signal("-KILL");
        let _ = self.leader.kill();
        let _ = self.leader.wait();
    }
}
