//! A recording of all that the browser does, for its Performance panel.

use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use super::devtools::DevTools;

/// What is recorded: tasks, scripts, WebAssembly, styles, layout, painting and requests.
const CATEGORIES: [&str; 8] = [
    "-*",
    "toplevel",
    "blink.user_timing",
    "devtools.timeline",
    "disabled-by-default-devtools.timeline",
    "v8",
    "v8.execute",
    "v8.wasm",
];
const ENDS_WITHIN: Duration = Duration::from_secs(60);

/// Begins to record.
pub(super) fn start(devtools: &mut DevTools) -> Result<()> {
    let categories = CATEGORIES.join(",");
    let config = json!({ "categories": categories, "transferMode": "ReportEvents" });
    devtools.command(None, "Tracing.start", config).map(drop)
}

/// Ends the recording and writes it to a file.
pub(super) fn write(devtools: &mut DevTools, path: &Path) -> Result<()> {
    devtools.command(None, "Tracing.end", json!({}))?;
    let mut events = Vec::new();
    // What the browser says of itself has no session.
    let ended = devtools.wait_for("", ENDS_WITHIN, |event| {
        if let Some(Value::Array(some)) = event.params.get("value") {
            events.extend(some.iter().cloned());
        }
        (event.method == "Tracing.tracingComplete").then_some(())
    })?;
    ended.context("the browser does not end its recording")?;
    fs::write(path, json!({ "traceEvents": events }).to_string())
        .with_context(|| format!("{} cannot be written", path.display()))
}
