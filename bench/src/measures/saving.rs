//! The time from Enter to the event for the created phone, without the time of the API.

use anyhow::{Context as _, Result};

use super::{Bench, loading};
use crate::conditions::Conditions;
use crate::pages::Page;
use crate::samples::Unit::Milliseconds;

/// Saves a number.
pub(crate) async fn measure(bench: &mut Bench<'_>, page: Page) -> Result<()> {
    let number = bench.canadian();
    let address = bench.server.address(page, "first.html");
    let [pressed, saved] = bench
        .browser
        .visit(Conditions::UNTHROTTLED, async |tab| {
            tab.load(&address).await?;
            tab.told("ready").await?;
            tab.drawn().await?;
            loading::save(tab, page, &number).await?;
            let saved = tab.told("saved").await?;
            Ok([tab.number("bench.observed.pressed").await?, saved])
        })
        .await?;
    let api = bench.server.last_save().context("the API was not asked")?;
    let own = saved - pressed - api.as_secs_f64() * 1_000.0;
    bench.samples.add(page, "from Enter to the event", Milliseconds, own);
    Ok(())
}
