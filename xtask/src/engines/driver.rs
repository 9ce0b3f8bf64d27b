//! A running WebDriver, stopped when it is dropped.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use super::Installed;
use crate::process;

const STARTS_WITHIN: Duration = Duration::from_secs(30);
const STOPS_WITHIN: Duration = Duration::from_secs(5);

/// A WebDriver on a port of its own.
#[derive(Debug)]
pub struct Driver {
    child: Child,
    url: String,
}

impl Driver {
    /// Starts the engine's driver and waits until it answers.
    ///
    /// # Errors
    ///
    /// If it ends or stays silent.
    pub fn start(installed: &Installed) -> Result<Self> {
        let engine = installed.engine;
        // Free a moment ago; a driver cannot be told to choose and say.
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let mut command = process::command(&installed.driver);
        command.args(engine.arguments).arg(format!("{}{port}", engine.port));
        command.stdin(Stdio::null()).stdout(Stdio::null());
        let child = command
            .spawn()
            .with_context(|| format!("cannot start `{}`", process::line(&command)))?;
        let mut driver = Self { child, url: format!("http://127.0.0.1:{port}") };

        let started = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if let Some(status) = driver.child.try_wait()? {
                bail!("`{}` ended at once ({status})", process::line(&command));
            }
            if started.elapsed() > STARTS_WITHIN {
                bail!("`{}` does not answer", process::line(&command));
            }
            sleep(Duration::from_millis(20));
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
        // Asked politely, it ends the browsers of tests that did not.
        let pid = self.child.id().to_string();
        if process::succeeds(process::command("kill").args(["-TERM", &pid])) {
            let asked = Instant::now();
            while asked.elapsed() < STOPS_WITHIN {
                if !matches!(self.child.try_wait(), Ok(None)) {
                    return;
                }
                sleep(Duration::from_millis(20));
            }
        }
        // Nothing is left to do if it is gone already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
