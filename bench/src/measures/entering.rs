//! The time from the navigation until the form is saved, if a person types five keys per second as
//! soon as the number can be typed.

use std::time::Duration;

use anyhow::Result;
use tokio::time::{MissedTickBehavior, interval};

use super::Bench;
use crate::conditions::Conditions;
use crate::keyboard::Key;
use crate::pages::Page;
use crate::samples::Unit::{Bytes, Milliseconds};

/// The time between two keys.
const PACE: Duration = Duration::from_millis(200);

/// Types a Canadian number and Enter, on slow 4G with a slow processor.
pub(crate) async fn measure(bench: &mut Bench<'_>, page: Page) -> Result<()> {
    let number = bench.canadian();
    let address = bench.server.address(page, "first.html");
    let (saved, bytes) = bench
        .browser
        .visit(Conditions::SLOW, async |tab| {
            tab.load(&address).await?;
            tab.told("ready").await?;
            tab.caret_to_end().await?;
            let mut time = interval(PACE);
            time.set_missed_tick_behavior(MissedTickBehavior::Delay);
            for key in Key::of(&number).into_iter().chain([Key::Enter]) {
                time.tick().await;
                tab.press(key).await?;
            }
            let saved = tab.told("saved").await?;
            tab.quiet().await?;
            Ok((saved, tab.traffic().bytes()))
        })
        .await?;
    bench.samples.add(page, "saved by a typist", Milliseconds, saved);
    bench.samples.add(page, "bytes until saved by a typist", Bytes, bytes);
    Ok(())
}
