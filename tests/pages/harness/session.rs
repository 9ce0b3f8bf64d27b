//! The sessions of the engine that the tests run in.
//!
//! Starting a browser takes longer than most tests. So a test that passes leaves its browser to
//! the next one, empty: each test serves its pages from ports of its own, so that nothing that a
//! browser keeps for an origin is of another test.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use thirtyfour::Capabilities;
use thirtyfour::prelude::*;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use super::{Result, console, told};

const STARTS_WITHIN: Duration = Duration::from_secs(60);

/// Within what time a driver answers a command. A page's script may take as long as a test.
const ANSWERS_WITHIN: Duration = Duration::from_secs(120);

/// How many tests use a browser. Each page that a browser has shown takes some of its memory.
const MOST_TESTS: u32 = 20;

/// The sessions that wait for a test. They end with this program, because the input of their
/// drivers ends.
static IDLE: Mutex<Vec<Session>> = Mutex::new(Vec::new());

/// A browser that started with a new profile, and its driver.
pub struct Session {
    driver: WebDriver,
    /// Runs the driver. When its input ends, the driver and the browser end.
    process: Child,
    /// How many tests have used it.
    tests: u32,
}

impl Session {
    /// A session that waits for a test, or a new one.
    pub async fn take() -> Result<Self> {
        let idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner).pop();
        match idle {
            Some(session) => Ok(session),
            None => Self::start().await,
        }
    }

    async fn start() -> Result<Self> {
        let capabilities = std::fs::read_to_string(told("PAGES_CAPABILITIES")?)?;
        let capabilities: Capabilities = serde_json::from_str(&capabilities)?;
        let mut command = Command::new(told("PAGES_XTASK")?);
        command.args(["web-driver", &told("PAGES_ENGINE")?]);
        let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let output = process.stdout.take().ok_or("the driver has no output")?;
        let line = spawn_blocking(|| BufReader::new(output).lines().next());
        let Ok(line) = timeout(STARTS_WITHIN, line).await else {
            // The reader, which this runtime waits for, ends with the driver.
            process.kill()?;
            return Err("the driver did not start".into());
        };
        let address = line?.ok_or("the driver ended before it wrote its address")??;
        let driver = WebDriver::builder(address, capabilities).client(client()?).await?;
        Ok(Self { driver, process, tests: 0 })
    }

    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// Empties the session and keeps it for the next test. Ends it where that is not possible.
    pub async fn keep(mut self) -> Result {
        self.tests += 1;
        if self.tests == MOST_TESTS || self.empty().await.is_err() {
            return self.end().await;
        }
        IDLE.lock().unwrap_or_else(PoisonError::into_inner).push(self);
        Ok(())
    }

    /// Leaves the page and forgets its console. It is an error if that is not all there is.
    async fn empty(&self) -> Result {
        if self.driver.windows().await?.len() > 1 {
            return Err("there is another window".into());
        }
        self.driver.enter_default_frame().await?;
        self.driver.action_chain().reset_actions().await?;
        self.driver.goto("about:blank").await?;
        if console::is_told()? {
            self.driver.browser_log().await?;
        }
        Ok(())
    }

    /// Ends the session and its driver.
    pub async fn end(self) -> Result {
        let mut session = self;
        session.driver.clone().quit().await?;
        let wait = move || {
            let process = &mut session.process;
            drop(process.stdin.take());
            process.wait()
        };
        spawn_blocking(wait).await??;
        Ok(())
    }
}

/// A client that opens a connection for each command. A connection that is kept ends with the
/// runtime of the test that opened it, and the next test would send its command to it.
fn client() -> Result<reqwest::Client> {
    Ok(reqwest::Client::builder().timeout(ANSWERS_WITHIN).pool_max_idle_per_host(0).build()?)
}

impl Drop for Session {
    fn drop(&mut self) {
        // Otherwise thirtyfour ends the session here, and waits for minutes for the runtime
        // that it blocks. After `end` this does nothing.
        let _ = self.driver.clone().leak();
    }
}
