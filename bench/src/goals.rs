//! What the form is held to, against the same run's figures of other pages.

use crate::pages::Page;
use crate::results::Results;

/// A goal: our figure is at most this part of another page's.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Goal {
    /// The row of the results that it is about.
    what: &'static str,
    /// The other page; without one, the goal is a figure by itself.
    against: Option<Page>,
    at_most: f64,
    /// What would be better still.
    stretch: f64,
}

/// A goal, and where we are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Standing {
    /// What it is about.
    pub(crate) what: &'static str,
    pub(crate) against: Option<Page>,
    pub(crate) at_most: f64,
    pub(crate) stretch: f64,
    pub(crate) ours: f64,
    /// The part of the other page's figure; our own where there is none.
    pub(crate) ratio: f64,
}

const fn goal(what: &'static str, against: Page, at_most: f64, stretch: f64) -> Goal {
    Goal { what, against: Some(against), at_most, stretch }
}

/// Every goal.
pub(crate) const GOALS: [Goal; 12] = [
    Goal { what: "first load, brotli", against: None, at_most: 85_000.0, stretch: 66_900.0 },
    goal("ready", Page::VanillaNone, 1.10, 0.90),
    goal("ready", Page::VanillaLpnMax, 1.10, 0.95),
    goal("ready", Page::ItiUtils, 0.85, 0.75),
    goal("ready", Page::RpniMin, 0.65, 0.55),
    goal("ready, warm cache", Page::ItiUtils, 1.0, 1.0),
    goal("ready, warm cache", Page::VanillaLpnMax, 1.0, 1.0),
    goal("task time per key, typing", Page::VanillaLpnMax, 1.0, 0.8),
    goal("task time per key, in the middle", Page::VanillaLpnMax, 1.0, 0.8),
    goal("ready, 100 forms", Page::VanillaLpnMax, 0.5, 0.35),
    goal("ready, 100 forms", Page::ItiUtils, 0.15, 0.1),
    Goal { what: "elements, 100 forms", against: None, at_most: 6_000.0, stretch: 6_000.0 },
];

impl Goal {
    /// Where we are; `None` where that was not measured.
    pub(crate) fn standing(&self, results: &Results) -> Option<Standing> {
        let row = results.row(self.what)?;
        let ours = row.median(Page::Ours)?;
        let ratio = match self.against {
            Some(page) => ours / row.median(page)?,
            None => ours,
        };
        let Self { what, against, at_most, stretch } = *self;
        Some(Standing { what, against, at_most, stretch, ours, ratio })
    }
}

impl Standing {
    /// How it stands, in a word or two.
    pub(crate) fn verdict(&self) -> &'static str {
        if self.ratio <= self.stretch {
            "better than asked"
        } else if self.ratio <= self.at_most {
            "met"
        } else {
            "missed"
        }
    }
}
