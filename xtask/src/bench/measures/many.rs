//! Many forms on one page: time, elements, memory, and how each grows.

use anyhow::Result;
use serde_json::json;

use super::Bench;
use crate::bench::conditions::Conditions;
use crate::bench::pages::Page;
use crate::bench::samples::Unit::{Bytes, Count, Milliseconds};
use crate::bench::tab::Tab;

/// How many forms each page has.
const FORMS: [u32; 3] = [1, 10, 100];

/// Loads pages with more and more forms.
pub(super) fn measure(bench: &mut Bench<'_>, page: Page) -> Result<()> {
    for forms in FORMS {
        let mut tab = Tab::open(bench.browser, Conditions::SLOW_PROCESSOR)?;
        tab.load(&bench.server.address(page, &format!("first.html?forms={forms}")))?;
        let ready = tab.told("ready")?;
        let idle = tab.number(
            "new Promise((resolve) => requestIdleCallback(() => resolve(performance.now())))",
        )?;
        tab.quiet()?;
        // The rest is counted, and takes as long as it likes.
        tab.command("Emulation.setCPUThrottlingRate", json!({ "rate": 1 }))?;
        let elements = tab.number("bench.elements()")?;
        let heap = heap(&mut tab)?;
        let memory = tab.number("bench.memory()")?;

        let of = if forms == 1 { "1 form".to_owned() } else { format!("{forms} forms") };
        let samples = &mut bench.samples;
        samples.add(page, &format!("ready, {of}"), Milliseconds, ready);
        samples.add(page, &format!("nothing left to do, {of}"), Milliseconds, idle);
        samples.add(page, &format!("elements, {of}"), Count, elements);
        samples.add(page, &format!("JavaScript heap, {of}"), Bytes, heap);
        samples.add(page, &format!("WebAssembly memory, {of}"), Bytes, memory);
        if forms == 1 {
            tab.command("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }))?;
            // The code is there and has run: what is left is the forms' own.
            let created = tab.number(
                "(async () => {
                   const started = performance.now();
                   await createForms(100);
                   return performance.now() - started;
                 })()",
            )?;
            samples.add(page, "100 more forms, ready", Milliseconds, created);
        }
    }
    Ok(())
}

/// Bytes of the JavaScript heap that something still needs.
fn heap(tab: &mut Tab<'_>) -> Result<f64> {
    for _ in 0..2 {
        tab.command("HeapProfiler.collectGarbage", json!({}))?;
        // Finalizers run in a turn of their own.
        tab.evaluate("new Promise((resolve) => setTimeout(resolve))")?;
    }
    tab.metric("JSHeapUsedSize")
}
