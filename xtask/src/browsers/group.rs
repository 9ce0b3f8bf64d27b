//! A program and all the processes that it starts. Dropping it ends them together.

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
    /// Starts the program in a new process group.
    ///
    /// # Errors
    ///
    /// If the program cannot be started.
    pub(super) fn start(command: &mut Command) -> Result<Self> {
        let leader = command
            .process_group(0)
            .spawn()
            .with_context(|| format!("cannot start `{}`", process::line(command)))?;
        Ok(Self { leader })
    }

    /// The program's standard output, if it is piped and not taken yet.
    pub(super) fn take_stdout(&mut self) -> Option<ChildStdout> {
        self.leader.stdout.take()
    }

    /// The program's exit status, if it has ended.
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
        // On SIGTERM, a driver ends its browsers and removes their profiles.
        if self.signal("-TERM") {
            let asked = Instant::now();
            while asked.elapsed() < STOPS_WITHIN && matches!(self.leader.try_wait(), Ok(None)) {
                sleep(Duration::from_millis(20));
            }
        }
        // End what is left, since some drivers do not end their browser. An error
        // means that all are gone already.
        self.signal("-KILL");
        let _ = self.leader.kill();
        let _ = self.leader.wait();
    }
}
