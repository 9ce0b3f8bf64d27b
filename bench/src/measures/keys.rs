//! The cost of a key on the page's main thread: scripts, styles, layout, painting, and the tasks
//! that follow, such as animation frames and timers.

use std::ops::{Add, Div, Sub};
use std::time::Duration;

use anyhow::Result;
use tokio::time::{MissedTickBehavior, interval, sleep};

use super::Bench;
use crate::conditions::Conditions;
use crate::keyboard::Key;
use crate::pages::Page;
use crate::samples::Unit::Milliseconds;
use crate::tab::Tab;

const TYPED: &str = "5142223344";

/// The time between the page's answer to a key and the next key, so that each key has its own
/// frame. The page is not queried during this time, because a query would also cost it time.
const PAUSE: Duration = Duration::from_millis(100);
/// The time between two keys in a burst. It does not depend on the page: keys that come before a
/// frame is drawn share that frame.
const BURST: Duration = Duration::from_millis(30);
/// How long tasks still count after the last key. No page sets a timer during typing.
const AFTER: Duration = Duration::from_millis(300);

/// Types ten digits with a pause after each, then changes some in the middle. Then loads the page
/// again, and types ten digits in a burst.
pub(crate) async fn measure(bench: &mut Bench<'_>, page: Page) -> Result<()> {
    let address = bench.server.address(page, "first.html");
    let (typed, first, edited) = bench
        .browser
        .visit(Conditions::SLOW_PROCESSOR, async |tab| {
            focused(tab, &address).await?;
            let before = Cost::so_far(tab).await?;
            let (first, others) = TYPED.split_at(1);
            paused(tab, &Key::of(first)).await?;
            let first = Cost::so_far(tab).await? - before;
            let others = counted(tab, async |tab| paused(tab, &Key::of(others)).await).await?;
            for _ in 0..5 {
                tab.press(Key::Left).await?;
            }
            let editing = ['7', '8', '9'].map(|digit| [Key::Backspace, Key::Character(digit)]);
            let editing = editing.as_flattened();
            let edited = counted(tab, async |tab| paused(tab, editing).await).await?;
            Ok(((first + others) / TYPED.len(), first, edited / editing.len()))
        })
        .await?;
    let burst = bench
        .browser
        .visit(Conditions::SLOW_PROCESSOR, async |tab| {
            focused(tab, &address).await?;
            let cost = counted(tab, async |tab| burst(tab, &Key::of(TYPED)).await).await?;
            Ok(cost / TYPED.len())
        })
        .await?;
    let ways = [
        ("per key, typing", typed),
        ("of the first key", first),
        ("per key, in a burst", burst),
        ("per key, in the middle", edited),
    ];
    for (how, Cost { task, script, style_and_layout }) in ways {
        let parts =
            [("task time", task), ("script", script), ("style and layout", style_and_layout)];
        for (what, value) in parts {
            bench.samples.add(page, &format!("{what} {how}"), Milliseconds, value);
        }
    }
    Ok(())
}

/// Loads the page, focuses the number, and waits until the page is idle.
async fn focused(tab: &mut Tab, address: &str) -> Result<()> {
    tab.load(address).await?;
    tab.told("ready").await?;
    tab.evaluate("bench.field().focus()").await?;
    tab.quiet().await?;
    tab.idle().await
}

/// Milliseconds of the main thread.
#[derive(Clone, Copy, Debug)]
struct Cost {
    /// Everything, including the work that the browser does for a key on any page.
    task: f64,
    /// The page's own code, JavaScript and WebAssembly.
    script: f64,
    style_and_layout: f64,
}

impl Cost {
    /// The cost of the page since it was opened.
    async fn so_far(tab: &Tab) -> Result<Self> {
        let metrics = tab.metrics().await?;
        let of = |name: &str| metrics.get(name).copied().unwrap_or_default() * 1_000.0;
        Ok(Self {
            task: of("TaskDuration"),
            script: of("ScriptDuration"),
            style_and_layout: of("RecalcStyleDuration") + of("LayoutDuration"),
        })
    }
}

impl Add for Cost {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            task: self.task + other.task,
            script: self.script + other.script,
            style_and_layout: self.style_and_layout + other.style_and_layout,
        }
    }
}

impl Sub for Cost {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + Self {
            task: -other.task,
            script: -other.script,
            style_and_layout: -other.style_and_layout,
        }
    }
}

impl Div<usize> for Cost {
    type Output = Self;

    fn div(self, parts: usize) -> Self {
        let parts = parts as f64;
        Self {
            task: self.task / parts,
            script: self.script / parts,
            style_and_layout: self.style_and_layout / parts,
        }
    }
}

/// The cost of pressing keys, with the tasks that follow.
async fn counted(tab: &Tab, press: impl AsyncFnOnce(&Tab) -> Result<()>) -> Result<Cost> {
    let before = Cost::so_far(tab).await?;
    press(tab).await?;
    sleep(AFTER).await;
    tab.idle().await?;
    Ok(Cost::so_far(tab).await? - before)
}

/// Presses keys one after the other.
async fn paused(tab: &Tab, keys: &[Key]) -> Result<()> {
    for &key in keys {
        tab.press(key).await?;
        sleep(PAUSE).await;
    }
    Ok(())
}

/// Presses keys at fixed times, without waiting for the page.
async fn burst(tab: &Tab, keys: &[Key]) -> Result<()> {
    let mut time = interval(BURST);
    time.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut pressed = Vec::new();
    for &key in keys {
        time.tick().await;
        pressed.push(tab.press_soon(key));
    }
    for key in pressed {
        key.await??;
    }
    Ok(())
}
