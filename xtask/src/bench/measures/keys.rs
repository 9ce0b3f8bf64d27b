//! What a key costs the page's main thread: from the key to the drawn result.

use std::thread::sleep;
use std::time::Duration;

use anyhow::Result;

use super::Bench;
use crate::bench::conditions::Conditions;
use crate::bench::pages::Page;
use crate::bench::samples::Unit::Milliseconds;
use crate::bench::tab::{Key, Tab};

const TYPED: &str = "5142223344";

/// Between two keys, as somebody types who is good at it: each is drawn by
/// itself, and the page is not asked anything meanwhile, which would cost it
/// time too.
const PACE: Duration = Duration::from_millis(100);

/// Types ten digits, then changes some in the middle.
pub(super) fn measure(bench: &mut Bench<'_>, page: Page) -> Result<()> {
    let mut tab = Tab::open(bench.browser, Conditions::SLOW_PROCESSOR)?;
    tab.load(&bench.server.address(page, "first.html"))?;
    tab.told("ready")?;
    tab.evaluate("bench.field().focus()")?;
    tab.quiet()?;
    idle(&mut tab)?;

    let typing: Vec<_> = TYPED.chars().map(Key::Character).collect();
    let typed = per_key(&mut tab, &typing)?;
    for _ in 0..5 {
        tab.press(Key::Left)?;
    }
    let editing = ['7', '8', '9'].map(|digit| [Key::Backspace, Key::Character(digit)]);
    let edited = per_key(&mut tab, editing.as_flattened())?;
    bench.samples.add(page, "task time per key, typing", Milliseconds, typed);
    bench.samples.add(page, "task time per key, in the middle", Milliseconds, edited);
    Ok(())
}

/// Presses keys one after the other; milliseconds of the main thread for each.
fn per_key(tab: &mut Tab<'_>, keys: &[Key]) -> Result<f64> {
    let before = tab.metric("TaskDuration")?;
    for &key in keys {
        tab.press(key)?;
        sleep(PACE);
    }
    idle(tab)?;
    let seconds = tab.metric("TaskDuration")? - before;
    Ok(seconds * 1_000.0 / keys.len() as f64)
}

/// Waits until the page has nothing to do.
fn idle(tab: &mut Tab<'_>) -> Result<()> {
    tab.evaluate("new Promise((resolve) => requestIdleCallback(() => resolve()))").map(drop)
}
