//! One session of the engine that the tests run in.

use std::ops::Deref;
use std::process::Stdio;
use std::time::Duration;

use serde::de::DeserializeOwned;
use serde_json::Value;
use thirtyfour::Capabilities;
use thirtyfour::prelude::*;
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, Command};
use tokio::time::timeout;

use super::{Result, console, told};

const STARTS_WITHIN: Duration = Duration::from_secs(60);

/// A browser with a new profile; everything that a [`WebDriver`] can do.
pub struct Browser {
    driver: WebDriver,
    /// Runs the driver. When its input ends, the driver and the browser end.
    process: Child,
}

impl Deref for Browser {
    type Target = WebDriver;

    fn deref(&self) -> &WebDriver {
        &self.driver
    }
}

impl Browser {
    /// Starts a browser.
    pub async fn start() -> Result<Self> {
        let capabilities = std::fs::read_to_string(told("PAGES_CAPABILITIES")?)?;
        let capabilities: Capabilities = serde_json::from_str(&capabilities)?;
        let mut command = Command::new(told("PAGES_XTASK")?);
        command.args(["web-driver", &told("PAGES_ENGINE")?]);
        let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let output = process.stdout.take().ok_or("the driver has no output")?;
        let mut lines = BufReader::new(output).lines();
        let address = timeout(STARTS_WITHIN, lines.next_line()).await??;
        let address = address.ok_or("the driver ended before it wrote its address")?;
        let driver = WebDriver::new(address, capabilities).await?;
        Ok(Self { driver, process })
    }

    /// Runs a function's body in the page, where `arguments` are these, and
    /// returns what it returns. A promise is waited for.
    ///
    /// It runs in a task of its own, as a page's script does: within a driver's script WebKit
    /// runs microtasks after each callback instead of at the script's end.
    pub async fn run<T: DeserializeOwned>(&self, body: &str, arguments: Vec<Value>) -> Result<T> {
        let script = format!(
            "const body = function () {{ {body}\n }};
             return new Promise((resolve, reject) => setTimeout(() => {{
               try {{
                 resolve(body.apply(window, arguments));
               }} catch (error) {{
                 reject(error);
               }}
             }}))"
        );
        Ok(self.driver.execute(script, arguments).await?.convert()?)
    }

    /// The lines of the page's console since the last call, with the browser's own messages.
    pub async fn console(&self) -> Result<Vec<String>> {
        if console::is_told()? {
            let log = self.driver.browser_log().await?;
            let lines = log.into_iter().map(|entry| format!("{}: {}", entry.level, entry.message));
            return Ok(lines.collect());
        }
        let kept: Option<_> = self.run("return console.kept?.splice(0) ?? null", vec![]).await?;
        kept.ok_or_else(|| "the page does not keep its console".into())
    }

    /// Starts to record the console of a page that the tests do not serve, or whose policy
    /// forbids inline scripts. It does nothing where the driver has a command for the console.
    pub async fn keep_console(&self) -> Result {
        if console::is_told()? { Ok(()) } else { self.run(console::KEEPER, vec![]).await }
    }

    /// Ends the session and its driver. If a test fails, the session is dropped instead; then
    /// the driver ends it, because the driver's input ends.
    pub async fn close(mut self) -> Result {
        // If the browser has ended, say so: the error of the failed command may not.
        if let Err(error) = self.driver.title().await {
            eprintln!("The browser's driver: {error}");
        }
        self.driver.clone().quit().await?;
        drop(self.process.stdin.take());
        self.process.wait().await?;
        Ok(())
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Otherwise thirtyfour ends the session here, and waits for minutes for the runtime
        // that it blocks. After `close` this does nothing.
        let _ = self.driver.clone().leak();
    }
}
