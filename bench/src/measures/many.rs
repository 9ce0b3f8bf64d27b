//! Many forms on one page: time, elements, memory, and how each grows.

use anyhow::Result;

use super::Bench;
use crate::conditions::Conditions;
use crate::pages::Page;
use crate::samples::Unit::{Bytes, Count, Milliseconds};

/// How many forms each page has.
const FORMS: [u32; 3] = [1, 10, 100];
/// How many forms a page makes after it has loaded.
const LATER: u32 = 100;

/// Loads pages with more and more forms, and one that makes its forms later.
pub(crate) async fn measure(bench: &mut Bench<'_>, page: Page) -> Result<()> {
    for forms in FORMS {
        from_the_start(bench, page, forms).await?;
    }
    later(bench, page).await
}

/// Forms that the page has from the start. Ours are drawn before the WebAssembly is loaded.
async fn from_the_start(bench: &mut Bench<'_>, page: Page, forms: u32) -> Result<()> {
    let address = bench.server.address(page, &format!("first.html?forms={forms}"));
    let of = if forms == 1 { "1 form".to_owned() } else { format!("{forms} forms") };
    let rows = bench
        .browser
        .visit(Conditions::SLOW_PROCESSOR, async |tab| {
            tab.load(&address).await?;
            let ready = tab.told("ready").await?;
            let idle = tab.number("bench.idle()").await?;
            tab.quiet().await?;
            let work = tab.work().await?;
            // The other measurements are counts, so the processor need not be slow for them.
            tab.slow_down(1).await?;
            Ok([
                ("ready", Milliseconds, ready),
                ("nothing left to do", Milliseconds, idle),
                ("task time", Milliseconds, work),
                ("elements", Count, tab.number("bench.elements()").await?),
                ("JavaScript heap", Bytes, tab.heap().await?),
                ("WebAssembly memory", Bytes, tab.number("bench.memory()").await?),
            ])
        })
        .await?;
    for (what, unit, value) in rows {
        bench.samples.add(page, &format!("{what}, {of}"), unit, value);
    }
    Ok(())
}

/// Forms that a page makes later: it has one form already and is idle, so the code is loaded and
/// has run; ours includes the WebAssembly.
async fn later(bench: &mut Bench<'_>, page: Page) -> Result<()> {
    let address = bench.server.address(page, "first.html");
    let rows = bench
        .browser
        .visit(Conditions::SLOW_PROCESSOR, async |tab| {
            tab.load(&address).await?;
            tab.told("ready").await?;
            tab.quiet().await?;
            tab.idle().await?;
            let before = tab.work().await?;
            let times = tab.evaluate(&format!("bench.later({LATER})")).await?;
            let time = |name: &str| times.get(name).and_then(serde_json::Value::as_f64);
            let [ready, drawn, idle] =
                ["ready", "drawn", "idle"].map(|name| time(name).unwrap_or(f64::NAN));
            Ok([
                ("ready", ready),
                ("drawn", drawn),
                ("nothing left to do", idle),
                ("task time", tab.work().await? - before),
            ])
        })
        .await?;
    for (what, value) in rows {
        bench.samples.add(page, &format!("{what}, {LATER} forms made later"), Milliseconds, value);
    }
    Ok(())
}
