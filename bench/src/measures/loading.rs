//! The time from the navigation until the number can be typed, and until it is saved: with an empty
//! cache, and on a second page with the cache that the first has filled.

use anyhow::Result;

use super::Bench;
use crate::conditions::Conditions;
use crate::keyboard::Key;
use crate::pages::Page;
use crate::samples::Unit::{Bytes, Count, Milliseconds, Score};
use crate::tab::Tab;

/// The measurements of one load of a page.
#[derive(Debug)]
struct Load {
    /// Milliseconds since the navigation.
    ready: f64,
    saved: f64,
    /// Milliseconds of the main thread until ready.
    work: f64,
    /// The bytes of the requests that were complete when the number could be typed.
    bytes_typing: f64,
    /// The bytes of the requests that had begun when the form was ready and drawn.
    bytes_ready: f64,
    bytes_saved: f64,
    shift: f64,
    long_tasks: f64,
    longest_task: f64,
}

/// All measurements, under the conditions for which the goals are set.
pub(crate) async fn slow(bench: &mut Bench<'_>, page: Page) -> Result<()> {
    for (country, number) in [("Canadian", bench.canadian()), ("French", bench.french())] {
        let (cold, warm) = visit(bench, page, Conditions::SLOW, &number).await?;
        let samples = &mut bench.samples;
        let mut add = |what: &str, unit, value| samples.add(page, what, unit, value);
        if country == "Canadian" {
            add("bytes before typing", Bytes, cold.bytes_typing);
            add("bytes until ready", Bytes, cold.bytes_ready);
            add("ready", Milliseconds, cold.ready);
            add("ready, warm cache", Milliseconds, warm.ready);
            add("bytes until ready, warm cache", Bytes, warm.bytes_ready);
            add("task time until ready", Milliseconds, cold.work);
            add("task time until ready, warm cache", Milliseconds, warm.work);
            add("layout shift", Score, cold.shift);
            add("tasks over 50 ms", Count, cold.long_tasks);
            add("longest task over 50 ms", Milliseconds, cold.longest_task);
        }
        add(&format!("bytes until saved, {country} number"), Bytes, cold.bytes_saved);
        add(&format!("saved, {country} number"), Milliseconds, cold.saved);
        add(&format!("saved, {country} number, warm cache"), Milliseconds, warm.saved);
    }
    Ok(())
}

/// Only the times, under other conditions.
pub(crate) async fn times(bench: &mut Bench<'_>, page: Page, on: Conditions) -> Result<()> {
    let number = bench.canadian();
    let (cold, warm) = visit(bench, page, on, &number).await?;
    let samples = &mut bench.samples;
    for (cache, load) in [("", cold), (", warm cache", warm)] {
        samples.add(page, &format!("ready, {on}{cache}"), Milliseconds, load.ready);
        samples.add(page, &format!("saved, {on}{cache}"), Milliseconds, load.saved);
    }
    Ok(())
}

/// A visitor's first page, and the second.
async fn visit(
    bench: &mut Bench<'_>,
    page: Page,
    on: Conditions,
    number: &str,
) -> Result<(Load, Load)> {
    let second = bench.canadian();
    let addresses = ["first.html", "second.html"].map(|file| bench.server.address(page, file));
    bench
        .browser
        .visit(on, async |tab| {
            let cold = load(tab, page, &addresses[0], number).await?;
            let warm = load(tab, page, &addresses[1], &second).await?;
            Ok((cold, warm))
        })
        .await
}

async fn load(tab: &mut Tab, page: Page, address: &str, number: &str) -> Result<Load> {
    tab.load(address).await?;
    let ready = tab.told("ready").await?;
    let bytes_typing = tab.traffic().bytes();
    let work = tab.work().await?;
    // Drawing may start more requests, such as one for a flag.
    tab.drawn().await?;
    tab.traffic().mark();
    save(tab, page, number).await?;
    let saved = tab.told("saved").await?;
    tab.quiet().await?;
    Ok(Load {
        ready,
        saved,
        work,
        bytes_typing,
        bytes_ready: tab.traffic().bytes_of_marked(),
        bytes_saved: tab.traffic().bytes(),
        shift: tab.number("bench.observed.shift").await?,
        long_tasks: tab.number("bench.observed.longTasks.length").await?,
        longest_task: tab.number("Math.max(0, ...bench.observed.longTasks)").await?,
    })
}

/// Inserts a number into the field, as a paste or a phone's keyboard does, and presses Enter.
pub(crate) async fn save(tab: &Tab, page: Page, number: &str) -> Result<()> {
    // Some pages fill in the beginning of the number. A number with a calling code replaces it.
    let is_international = number.starts_with('+');
    if is_international {
        tab.evaluate("{ const field = bench.field(); field.focus(); field.select(); }").await?;
    } else {
        tab.caret_to_end().await?;
    }
    if is_international && page == Page::RipValid {
        // This page accepts the number of another country only as single keys. On the page with
        // intl-tel-input, single keys would search its list of countries instead.
        for key in Key::of(number) {
            tab.press(key).await?;
        }
    } else {
        tab.insert(number).await?;
    }
    tab.press(Key::Enter).await
}
