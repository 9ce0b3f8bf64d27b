//! The goals for the form, relative to the figures of other pages in the same run.

use crate::pages::Page;
use crate::results::Results;

/// A goal: our figure is at most this part of another page's.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Goal {
    /// The row of the results to which it applies.
    what: &'static str,
    /// The other page; without one, the goal is a figure by itself.
    against: Option<Page>,
    at_most: f64,
}

/// A goal, and our current result.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Standing {
    /// The row of the results to which the goal applies.
    pub(crate) what: &'static str,
    pub(crate) against: Option<Page>,
    pub(crate) at_most: f64,
    /// Our figure divided by the other page's; our figure alone if there is no other page.
    pub(crate) ratio: f64,
}

const fn goal(what: &'static str, against: Page, at_most: f64) -> Goal {
    Goal { what, against: Some(against), at_most }
}

const fn figure(what: &'static str, at_most: f64) -> Goal {
    Goal { what, against: None, at_most }
}

/// Every goal.
pub(crate) const GOALS: [Goal; 17] = [
    figure("lead-phone-form.js, brotli", 13_000.0),
    figure("first load, brotli", 100_000.0),
    goal("ready", Page::VanillaNone, 1.10),
    goal("ready", Page::VanillaLpnMax, 1.10),
    goal("ready", Page::ItiUtils, 0.85),
    goal("ready", Page::RpniMin, 0.65),
    goal("ready, warm cache", Page::ItiUtils, 1.0),
    goal("ready, warm cache", Page::VanillaLpnMax, 1.05),
    goal("task time per key, typing", Page::VanillaLpnMax, 0.9),
    goal("task time per key, in a burst", Page::VanillaLpnMax, 0.9),
    goal("task time per key, in the middle", Page::VanillaLpnMax, 1.2),
    goal("script per key, typing", Page::VanillaLpnMax, 0.9),
    goal("script per key, in a burst", Page::VanillaLpnMax, 0.9),
    goal("ready, 100 forms", Page::VanillaLpnMax, 0.35),
    goal("ready, 100 forms made later", Page::VanillaLpnMax, 0.35),
    goal("ready, 100 forms", Page::ItiUtils, 0.15),
    figure("elements, 100 forms", 3_000.0),
];

impl Goal {
    /// Our current result; `None` if it was not measured.
    pub(crate) fn standing(&self, results: &Results) -> Option<Standing> {
        let row = results.row(self.what)?;
        let ours = row.median(Page::Ours)?;
        let ratio = match self.against {
            Some(page) => ours / row.median(page)?,
            None => ours,
        };
        let Self { what, against, at_most } = *self;
        Some(Standing { what, against, at_most, ratio })
    }
}

impl Standing {
    /// Whether the goal is met, as a word.
    pub(crate) fn verdict(&self) -> &'static str {
        if self.ratio <= self.at_most { "met" } else { "missed" }
    }
}
