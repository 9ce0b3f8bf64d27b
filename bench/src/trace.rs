//! A recording of everything that the browser does, for its Performance panel.

use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context as _, Result};
use chromiumoxide::cdp::browser_protocol::tracing::{
    EndParams, EventDataCollected, EventTracingComplete, StartParams, StartTransferMode,
    TraceConfig,
};
use chromiumoxide::listeners::EventStream;
use futures::{FutureExt as _, StreamExt as _};
use serde_json::json;
use tokio::time::timeout;

use crate::browser::Browser;

/// The recorded categories: tasks, scripts, WebAssembly, styles, layout, painting and requests.
const CATEGORIES: [&str; 7] = [
    "toplevel",
    "blink.user_timing",
    "devtools.timeline",
    "disabled-by-default-devtools.timeline",
    "v8",
    "v8.execute",
    "v8.wasm",
];
/// The time limit for ending a recording. A minute of recording has about 80 MB, which take long
/// to send and to read.
const ENDS_WITHIN: Duration = Duration::from_secs(300);

/// A recording in progress.
#[derive(Debug)]
pub(crate) struct Recording {
    collected: EventStream<EventDataCollected>,
    complete: EventStream<EventTracingComplete>,
}

impl Recording {
    /// Begins to record.
    pub(crate) async fn start(browser: &Browser) -> Result<Self> {
        let chromium = browser.chromium();
        let collected = chromium.event_listener().await?;
        let complete = chromium.event_listener().await?;
        let config = TraceConfig {
            included_categories: Some(CATEGORIES.map(str::to_owned).to_vec()),
            excluded_categories: Some(vec!["*".to_owned()]),
            ..TraceConfig::default()
        };
        let params = StartParams::builder()
            .transfer_mode(StartTransferMode::ReportEvents)
            .trace_config(config)
            .build();
        chromium.execute(params).await?;
        Ok(Self { collected, complete })
    }

    /// Ends the recording and writes it to a file.
    pub(crate) async fn write(mut self, browser: &Browser, path: &Path) -> Result<()> {
        browser.chromium().execute(EndParams {}).await?;
        let mut events = Vec::new();
        let ended = timeout(ENDS_WITHIN, self.complete.next()).await.ok().flatten();
        ended.context("the browser does not end its recording")?;
        // All data comes before the event that ends the recording.
        while let Some(Some(some)) = self.collected.next().now_or_never() {
            events.extend(some.value.iter().cloned());
        }
        fs::write(path, json!({ "traceEvents": events }).to_string())
            .with_context(|| format!("{} cannot be written", path.display()))
    }
}
