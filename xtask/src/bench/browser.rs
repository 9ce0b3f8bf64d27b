//! The browser that is measured in: one process for all measurements.

use std::fs;
use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};

use super::devtools::DevTools;
use crate::engines::chromium::{CHROMIUM, FLAGS};
use crate::{process, workspace};

const STARTS_WITHIN: Duration = Duration::from_secs(30);

/// A running browser, ended when it is dropped.
#[derive(Debug)]
pub(super) struct Browser {
    child: Child,
    profile: PathBuf,
    pub(super) devtools: DevTools,
    /// What it calls itself, with its version.
    pub(super) name: String,
}

impl Browser {
    /// Starts Chromium with a profile of its own.
    pub(super) fn start() -> Result<Self> {
        let program = CHROMIUM.browser()?;
        let profile = workspace::made("bench").join(format!("profile-{}", std::process::id()));
        fs::create_dir_all(&profile)?;
        let mut command = process::command(program);
        command
            .args(FLAGS)
            .arg("--remote-debugging-port=0")
            // Pages that nobody looks at would be slowed down.
            .arg("--disable-renderer-backgrounding")
            .arg("--disable-backgrounding-occluded-windows")
            .arg(format!("--user-data-dir={}", profile.display()))
            .arg("about:blank")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let mut child = command
            .spawn()
            .with_context(|| format!("cannot start `{}`", process::line(&command)))?;
        match connect(&mut child, &profile) {
            Ok((devtools, name)) => Ok(Self { child, profile, devtools, name }),
            Err(error) => {
                end(&mut child, &profile);
                Err(error).with_context(|| format!("`{}` is of no use", process::line(&command)))
            }
        }
    }
}

/// Waits for the file in which the browser says where it listens.
fn connect(child: &mut Child, profile: &std::path::Path) -> Result<(DevTools, String)> {
    let started = Instant::now();
    loop {
        let text = fs::read_to_string(profile.join("DevToolsActivePort")).unwrap_or_default();
        if let Some((port, path)) = text.split_once('\n')
            && let Ok(port) = port.parse()
        {
            let mut devtools = DevTools::connect(port, path.trim())?;
            let version = devtools.command(None, "Browser.getVersion", json!({}))?;
            let name = version.get("product").and_then(Value::as_str).unwrap_or("Chromium");
            return Ok((devtools, name.to_owned()));
        }
        if let Some(status) = child.try_wait()? {
            bail!("it ended at once ({status})");
        }
        if started.elapsed() > STARTS_WITHIN {
            bail!("it does not say where it listens");
        }
        sleep(Duration::from_millis(20));
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Asked, it also ends its own processes; killed, they notice by themselves.
        let _ = self.devtools.command(None, "Browser.close", json!({}));
        end(&mut self.child, &self.profile);
    }
}

fn end(child: &mut Child, profile: &std::path::Path) {
    let asked = Instant::now();
    while asked.elapsed() < Duration::from_secs(5) && matches!(child.try_wait(), Ok(None)) {
        sleep(Duration::from_millis(20));
    }
    let _ = child.kill();
    let _ = child.wait();
    // It lies below target/ where it stays.
    let _ = fs::remove_dir_all(profile);
}
