//! `cargo xtask demo` on a port of its own.

use std::process::Stdio;
use std::time::Duration;

use serde_json::Value;
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, Command};
use tokio::time::timeout;

use super::{Result, told};

const STARTS_WITHIN: Duration = Duration::from_secs(30);
const STOPS_WITHIN: Duration = Duration::from_secs(30);

/// A running demo, killed when it is dropped.
pub struct Demo {
    process: Child,
    origin: String,
    client: reqwest::Client,
}

impl Demo {
    /// Starts a demo that serves the widget as it ships. `options` are the options of the
    /// command; without `--db` the database is in memory.
    pub async fn start(options: &[&str]) -> Result<Self> {
        let mut command = Command::new(told("PAGES_XTASK")?);
        command.args(["demo", "--port", "0", "--no-watch", "--built", &told("PAGES_WIDGET")?]);
        if !options.contains(&"--db") {
            command.args(["--db", ":memory:"]);
        }
        command.args(options).stdin(Stdio::null()).stdout(Stdio::piped()).kill_on_drop(true);
        let mut process = command.spawn()?;

        let output = process.stdout.take().ok_or("the demo has no output")?;
        let mut lines = BufReader::new(output).lines();
        let address = timeout(STARTS_WITHIN, lines.next_line()).await??;
        let address = address.ok_or("the demo ended before it printed its address")?;
        let origin = address.trim_end_matches('/').to_owned();
        Ok(Self { process, origin, client: reqwest::Client::new() })
    }

    /// The address of a path, such as `/` or `/sandbox/leads`.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// The server's answer to a GET.
    pub async fn get(&self, path: &str) -> Result<Value> {
        let answer = self.client.get(self.url(path)).send().await?.error_for_status()?;
        Ok(answer.json().await?)
    }

    /// Posts to the server, to order a fault for example, and checks the status.
    pub async fn post(&self, path: &str, body: &Value) -> Result {
        self.client.post(self.url(path)).json(body).send().await?.error_for_status()?;
        Ok(())
    }

    /// Asks it to stop, as Ctrl-C does, and waits until it has.
    pub async fn stop(mut self) -> Result {
        let pid = self.process.id().ok_or("the demo has stopped already")?;
        Command::new("kill").args(["-TERM", &pid.to_string()]).status().await?;
        let status = timeout(STOPS_WITHIN, self.process.wait()).await??;
        if !status.success() {
            return Err(format!("the demo stopped with {status}").into());
        }
        Ok(())
    }
}
