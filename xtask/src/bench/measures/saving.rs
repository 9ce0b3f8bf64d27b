//! From Enter to the event that the phone is created, without the API's share.

use anyhow::{Context as _, Result};

use super::{Bench, loading};
use crate::bench::conditions::Conditions;
use crate::bench::pages::Page;
use crate::bench::samples::Unit::Milliseconds;
use crate::bench::tab::Tab;

/// Saves a number.
pub(super) fn measure(bench: &mut Bench<'_>, page: Page) -> Result<()> {
    let number = bench.canadian();
    let mut tab = Tab::open(bench.browser, Conditions::UNTHROTTLED)?;
    tab.load(&bench.server.address(page, "first.html"))?;
    tab.told("ready")?;
    tab.drawn()?;
    loading::save(&mut tab, page, &number)?;
    let saved = tab.told("saved")?;
    let pressed = tab.number("bench.observed.pressed")?;
    let api = bench.server.last_save().context("the API was not asked")?;
    let own = saved - pressed - api.as_secs_f64() * 1_000.0;
    bench.samples.add(page, "from Enter to the event", Milliseconds, own);
    Ok(())
}
