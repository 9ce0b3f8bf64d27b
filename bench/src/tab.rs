//! One visitor of a page: a tab with its own cache.

use std::collections::HashMap;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use chromiumoxide::Page;
use chromiumoxide::cdp::browser_protocol::emulation::{
    SetCpuThrottlingRateParams, SetFocusEmulationEnabledParams,
};
use chromiumoxide::cdp::browser_protocol::input::InsertTextParams;
use chromiumoxide::cdp::browser_protocol::page::{
    AddScriptToEvaluateOnNewDocumentParams, NavigateParams,
};
use chromiumoxide::cdp::browser_protocol::performance::{
    DisableParams, EnableParams, EnableTimeDomain,
};
use chromiumoxide::cdp::js_protocol::heap_profiler::CollectGarbageParams;
use chromiumoxide::cdp::js_protocol::runtime::{
    AddBindingParams, EvaluateParams, EventBindingCalled,
};
use chromiumoxide::listeners::EventStream;
use futures::StreamExt as _;
use serde_json::Value;
use tokio::task::JoinHandle;
use tokio::time::timeout;

use crate::conditions::Conditions;
use crate::keyboard::Key;
use crate::traffic::Traffic;

/// The time limit for a page to become ready or to save. The slowest page takes a tenth of it.
const WITHIN: Duration = Duration::from_secs(60);
const OBSERVER: &str = include_str!("observer.js");

/// A tab. [`crate::browser::Browser::visit`] opens and closes it.
#[derive(Debug)]
pub(crate) struct Tab {
    page: Page,
    /// The reports of the page through `tellBench`.
    reports: EventStream<EventBindingCalled>,
    traffic: Traffic,
}

impl Tab {
    /// Prepares an empty tab, in which pages will load under these conditions.
    pub(crate) async fn new(page: Page, conditions: Conditions) -> Result<Self> {
        let reports = page.event_listener().await?;
        let traffic = Traffic::of(&page).await?;
        // The time domain can be chosen only when the `Performance` domain is enabled, and the
        // library has enabled it already. So disable it first.
        let by_thread = EnableParams { time_domain: Some(EnableTimeDomain::ThreadTicks) };
        page.execute(DisableParams {}).await?;
        page.execute(by_thread).await?;
        page.execute(AddBindingParams::new("tellBench")).await?;
        page.execute(AddScriptToEvaluateOnNewDocumentParams::new(OBSERVER)).await?;
        page.execute(SetFocusEmulationEnabledParams::new(true)).await?;
        page.execute(conditions.network.parameters()).await?;
        let tab = Self { page, reports, traffic };
        tab.slow_down(conditions.slower).await?;
        Ok(tab)
    }

    /// Makes the processor this many times slower.
    pub(crate) async fn slow_down(&self, times: u32) -> Result<()> {
        self.page.execute(SetCpuThrottlingRateParams::new(times)).await?;
        Ok(())
    }

    /// Begins to load a page.
    pub(crate) async fn load(&mut self, address: &str) -> Result<()> {
        self.traffic.forget();
        let page = self.page.clone();
        let navigation = NavigateParams::new(address);
        // The library waits for the whole page to load, but the measurements must begin before. If
        // the page does not load, the error of `told` includes its text.
        tokio::spawn(async move { page.execute(navigation).await });
        Ok(())
    }

    /// Waits until the page reports this, such as `ready` or `saved`. Returns the time, in
    /// milliseconds since its navigation began.
    pub(crate) async fn told(&mut self, what: &str) -> Result<f64> {
        let reports = &mut self.reports;
        let heard = timeout(WITHIN, async {
            while let Some(report) = reports.next().await {
                if let Some((name, value)) = report.payload.split_once(' ')
                    && name == what
                    && let Ok(value) = value.parse()
                {
                    return Ok(value);
                }
            }
            bail!("the browser is gone")
        });
        match heard.await {
            Ok(milliseconds) => milliseconds,
            Err(_) => {
                let shown = self.evaluate("document.body.innerText").await.unwrap_or_default();
                bail!("the page does not say `{what}`; it shows: {shown}")
            }
        }
    }

    /// Waits until no request is under way.
    pub(crate) async fn quiet(&mut self) -> Result<()> {
        let quiet = timeout(WITHIN, self.traffic.quiet()).await;
        quiet.context("the page's requests do not end")?
    }

    /// The transferred bytes of the page's requests; complete after [`Tab::quiet`].
    pub(crate) fn traffic(&mut self) -> &mut Traffic {
        &mut self.traffic
    }

    /// The value of an expression in the page. A promise is awaited.
    pub(crate) async fn evaluate(&self, expression: &str) -> Result<Value> {
        let params = EvaluateParams {
            await_promise: Some(true),
            return_by_value: Some(true),
            ..EvaluateParams::new(expression)
        };
        let answer = self.page.execute(params).await?.result;
        if let Some(details) = answer.exception_details {
            let thrown = details.exception.and_then(|exception| exception.description);
            bail!("`{expression}` fails in the page: {}", thrown.unwrap_or(details.text));
        }
        Ok(answer.result.value.unwrap_or_default())
    }

    /// The value of an expression that is a number.
    pub(crate) async fn number(&self, expression: &str) -> Result<f64> {
        let value = self.evaluate(expression).await?;
        value.as_f64().with_context(|| format!("`{expression}` is {value} and not a number"))
    }

    /// Waits until all changes are drawn.
    pub(crate) async fn drawn(&self) -> Result<()> {
        self.evaluate("bench.frames(2)").await.map(drop)
    }

    /// Waits until the page's main thread has nothing to do.
    pub(crate) async fn idle(&self) -> Result<()> {
        self.evaluate("bench.idle()").await.map(drop)
    }

    /// Puts the caret at the end of the page's first number field.
    pub(crate) async fn caret_to_end(&self) -> Result<()> {
        let script =
            "{ const field = bench.field(); field.focus(); field.setSelectionRange(99, 99); }";
        self.evaluate(script).await.map(drop)
    }

    /// The browser's own figures about the page, such as `TaskDuration`.
    pub(crate) async fn metrics(&self) -> Result<HashMap<String, f64>> {
        let metrics = self.page.metrics().await?;
        Ok(metrics.into_iter().map(|metric| (metric.name, metric.value)).collect())
    }

    /// One of these figures.
    pub(crate) async fn metric(&self, name: &str) -> Result<f64> {
        let found = self.metrics().await?.get(name).copied();
        found.with_context(|| format!("this browser has no {name}"))
    }

    /// The milliseconds of main thread time so far.
    pub(crate) async fn work(&self) -> Result<f64> {
        Ok(self.metric("TaskDuration").await? * 1_000.0)
    }

    /// The bytes of the JavaScript heap that are in use after a garbage collection.
    pub(crate) async fn heap(&self) -> Result<f64> {
        for _ in 0..2 {
            self.page.execute(CollectGarbageParams {}).await?;
            // Finalizers run in a separate turn of the event loop.
            self.evaluate("new Promise((resolve) => setTimeout(resolve))").await?;
        }
        self.metric("JSHeapUsedSize").await
    }

    /// Inserts a text in one piece, as a paste or a phone's keyboard does.
    pub(crate) async fn insert(&self, text: &str) -> Result<()> {
        self.page.execute(InsertTextParams::new(text)).await?;
        Ok(())
    }

    /// Presses and releases a key, and waits until the page has handled both.
    pub(crate) async fn press(&self, key: Key) -> Result<()> {
        press(self.page.clone(), key).await
    }

    /// Presses and releases a key. The handle completes when the page has handled both.
    pub(crate) fn press_soon(&self, key: Key) -> JoinHandle<Result<()>> {
        tokio::spawn(press(self.page.clone(), key))
    }
}

async fn press(page: Page, key: Key) -> Result<()> {
    for event in key.events() {
        page.execute(event).await?;
    }
    Ok(())
}
