//! From the navigation until the number can be typed, and until it is saved;
//! cold, and on a second page with what the first has left in the cache.

use anyhow::Result;

use super::Bench;
use crate::bench::conditions::Conditions;
use crate::bench::pages::Page;
use crate::bench::samples::Unit::{Bytes, Count, Milliseconds, Score};
use crate::bench::tab::{Key, Tab};

/// What one load of a page took.
#[derive(Debug)]
struct Load {
    /// Milliseconds since the navigation.
    ready: f64,
    saved: f64,
    /// Milliseconds of the main thread by then.
    work: f64,
    /// What had been asked for when the form was ready and drawn.
    bytes_ready: f64,
    bytes_saved: f64,
    shift: f64,
    long_tasks: f64,
    longest_task: f64,
}

/// Everything, under the conditions that the goals are about.
pub(super) fn slow(bench: &mut Bench<'_>, page: Page) -> Result<()> {
    for (country, number) in [("Canadian", bench.canadian()), ("French", bench.french())] {
        let (cold, warm) = visit(bench, page, Conditions::SLOW, &number)?;
        let samples = &mut bench.samples;
        let mut add = |what: &str, unit, value| samples.add(page, what, unit, value);
        if country == "Canadian" {
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

/// The times alone, under other conditions.
pub(super) fn times(bench: &mut Bench<'_>, page: Page, on: Conditions) -> Result<()> {
    let number = bench.canadian();
    let (cold, warm) = visit(bench, page, on, &number)?;
    let samples = &mut bench.samples;
    for (cache, load) in [("", cold), (", warm cache", warm)] {
        samples.add(page, &format!("ready, {on}{cache}"), Milliseconds, load.ready);
        samples.add(page, &format!("saved, {on}{cache}"), Milliseconds, load.saved);
    }
    Ok(())
}

/// A visitor's first page, and the second.
fn visit(bench: &mut Bench<'_>, page: Page, on: Conditions, number: &str) -> Result<(Load, Load)> {
    let second = bench.canadian();
    let mut tab = Tab::open(bench.browser, on)?;
    let cold = load(&mut tab, page, &bench.server.address(page, "first.html"), number)?;
    let warm = load(&mut tab, page, &bench.server.address(page, "second.html"), &second)?;
    Ok((cold, warm))
}

fn load(tab: &mut Tab<'_>, page: Page, address: &str, number: &str) -> Result<Load> {
    tab.load(address)?;
    let ready = tab.told("ready")?;
    let work = tab.metric("TaskDuration")? * 1_000.0;
    // What is drawn may ask for more, such as a flag.
    tab.drawn()?;
    tab.traffic().mark();
    save(tab, page, number)?;
    let saved = tab.told("saved")?;
    tab.quiet()?;
    Ok(Load {
        ready,
        saved,
        work,
        bytes_ready: tab.traffic().bytes(true),
        bytes_saved: tab.traffic().bytes(false),
        shift: tab.number("bench.observed.shift")?,
        long_tasks: tab.number("bench.observed.longTasks.length")?,
        longest_task: tab.number("Math.max(0, ...bench.observed.longTasks)")?,
    })
}

/// Puts a number into the field as a paste or a phone's keyboard does, and
/// presses Enter.
pub(super) fn save(tab: &mut Tab<'_>, page: Page, number: &str) -> Result<()> {
    // Some pages begin the number themselves; one with a calling code takes its place.
    let is_international = number.starts_with('+');
    let caret = if is_international { "select()" } else { "setSelectionRange(99, 99)" };
    tab.evaluate(&format!("{{ const field = bench.field(); field.focus(); field.{caret}; }}"))?;
    if is_international && page == Page::RipValid {
        // It takes another country's number only key by key. With keys,
        // intl-tel-input would search its countries instead.
        for character in number.chars() {
            tab.press(Key::Character(character))?;
        }
    } else {
        tab.insert(number)?;
    }
    tab.press(Key::Enter)
}
