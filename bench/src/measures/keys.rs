//! What a key costs the page's main thread: scripts, styles, layout, painting, and the tasks that
//! follow, such as animation frames and timers.

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

/// From the answer to a key to the next key, for someone who types well: each key is drawn by
/// itself. The page is not asked for anything meanwhile, which would cost it time too.
const PAUSE: Duration = Duration::from_millis(100);
/// From one key to the next, whether or not the page has drawn the first: as a burst of keys, a
/// scanner or a password manager types.
const BURST: Duration = Duration::from_millis(30);
/// How long after the last key the tasks that it leads to still count.
const AFTER: Duration = Duration::from_secs(1);

/// Types ten digits, then changes some in the middle; and on the page loaded anew, ten digits in
/// a burst.
pub(crate) async fn measure(bench: &mut Bench<'_>, page: Page) -> Result<()> {
    let address = bench.server.address(page, "first.html");
    let [typed, edited] = bench
        .browser
        .visit(Conditions::SLOW_PROCESSOR, async |tab| {
            focused(tab, &address).await?;
            let typed = counted(tab, async |tab| paused(tab, &Key::of(TYPED)).await).await?;
            for _ in 0..5 {
                tab.press(Key::Left).await?;
            }
            let editing = ['7', '8', '9'].map(|digit| [Key::Backspace, Key::Character(digit)]);
            let edited = counted(tab, async |tab| paused(tab, editing.as_flattened()).await);
            Ok([typed, edited.await?])
        })
        .await?;
    let burst = bench
        .browser
        .visit(Conditions::SLOW_PROCESSOR, async |tab| {
            focused(tab, &address).await?;
            counted(tab, async |tab| burst(tab, &Key::of(TYPED)).await).await
        })
        .await?;
    for (how, cost) in [("typing", typed), ("in a burst", burst), ("in the middle", edited)] {
        for (what, value) in cost.rows() {
            bench.samples.add(page, &format!("{what} per key, {how}"), Milliseconds, value);
        }
    }
    Ok(())
}

/// Loads the page, and waits until it has nothing left to do but be typed into.
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
    /// Everything.
    task: f64,
    script: f64,
    style_and_layout: f64,
}

impl Cost {
    /// What the page has cost since it was opened.
    async fn so_far(tab: &Tab) -> Result<Self> {
        let metrics = tab.metrics().await?;
        let of = |name: &str| metrics.get(name).copied().unwrap_or_default() * 1_000.0;
        Ok(Self {
            task: of("TaskDuration"),
            script: of("ScriptDuration"),
            style_and_layout: of("RecalcStyleDuration") + of("LayoutDuration"),
        })
    }

    /// This part for each of so many keys.
    fn rows(self) -> [(&'static str, f64); 3] {
        [
            ("task time", self.task),
            ("script time", self.script),
            ("style and layout", self.style_and_layout),
        ]
    }
}

/// What each of the pressed keys costs, with all that follows from it.
async fn counted(tab: &mut Tab, press: impl AsyncFnOnce(&Tab) -> Result<usize>) -> Result<Cost> {
    let before = Cost::so_far(tab).await?;
    let keys = press(tab).await? as f64;
    sleep(AFTER).await;
    tab.idle().await?;
    let after = Cost::so_far(tab).await?;
    Ok(Cost {
        task: (after.task - before.task) / keys,
        script: (after.script - before.script) / keys,
        style_and_layout: (after.style_and_layout - before.style_and_layout) / keys,
    })
}

/// Presses keys one after the other.
async fn paused(tab: &Tab, keys: &[Key]) -> Result<usize> {
    for &key in keys {
        tab.press(key).await?;
        sleep(PAUSE).await;
    }
    Ok(keys.len())
}

/// Presses keys at their time, without waiting for what the page does.
async fn burst(tab: &Tab, keys: &[Key]) -> Result<usize> {
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
    Ok(keys.len())
}
