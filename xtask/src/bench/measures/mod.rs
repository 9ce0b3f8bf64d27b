//! What is measured, one file for each kind.

mod keys;
mod loading;
mod many;
mod saving;

use std::fs;
use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Context as _, Result};

use super::browser::Browser;
use super::conditions::Conditions;
use super::pages::Page;
use super::samples::Samples;
use super::server::Server;
use super::trace;

/// A part of the benchmark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub(super) enum Measure {
    /// What ships, in bytes
    Size,
    /// The number engine by itself, in Node
    Engine,
    /// Ready and saved on slow 4G with a slow processor: bytes, time, shift, long tasks
    Loading,
    /// The same on other networks and processors: time
    Conditions,
    /// Task time per keystroke
    Keys,
    /// One, ten and a hundred forms on a page
    Many,
    /// From Enter to the event, without the API's own time
    Saving,
}

impl Measure {
    pub(super) const ALL: [Self; 7] = [
        Self::Size,
        Self::Engine,
        Self::Loading,
        Self::Conditions,
        Self::Keys,
        Self::Many,
        Self::Saving,
    ];

    /// Whether it is measured on pages, in a browser.
    pub(super) fn has_pages(self) -> bool {
        !matches!(self, Self::Size | Self::Engine)
    }

    /// What it is called on the command line and in the results.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Size => "size",
            Self::Engine => "engine",
            Self::Loading => "loading",
            Self::Conditions => "conditions",
            Self::Keys => "keys",
            Self::Many => "many",
            Self::Saving => "saving",
        }
    }
}

/// What a measurement works with.
#[derive(Debug)]
pub(super) struct Bench<'a> {
    pub(super) browser: &'a mut Browser,
    pub(super) server: &'a Server,
    pub(super) samples: Samples,
    /// How many numbers have been saved: the API takes each only once.
    pub(super) saved: u32,
    /// Where recordings go, if they are made.
    pub(super) traces: Option<PathBuf>,
}

impl Bench<'_> {
    /// Measures on a page, and once more where that fails: in an hour a browser may lose one,
    /// and all that was measured with it. What it had said by then does not count.
    fn recorded_or_again(&mut self, measure: Measure, page: Page) -> Result<()> {
        let before = self.samples.clone();
        let Err(error) = self.recorded(measure, page) else { return Ok(()) };
        println!("  {}: the page {page} once more: {error:#}", measure.name());
        self.samples = before;
        self.recorded(measure, page)
    }

    /// Measures once on a page, and records it if that is asked for.
    fn recorded(&mut self, measure: Measure, page: Page) -> Result<()> {
        let Some(folder) = self.traces.clone() else { return self.once(measure, page) };
        trace::start(&mut self.browser.devtools)?;
        self.once(measure, page)?;
        fs::create_dir_all(&folder)?;
        let file = folder.join(format!("{}-{page}.json", measure.name()));
        trace::write(&mut self.browser.devtools, &file)
    }

    /// Measures once on a page.
    fn once(&mut self, measure: Measure, page: Page) -> Result<()> {
        match measure {
            // Measured without a browser.
            Measure::Size | Measure::Engine => Ok(()),
            Measure::Loading => loading::slow(self, page),
            Measure::Conditions => {
                Conditions::OTHERS.into_iter().try_for_each(|on| loading::times(self, page, on))
            }
            Measure::Keys => keys::measure(self, page),
            Measure::Many => many::measure(self, page),
            Measure::Saving => saving::measure(self, page),
        }
    }

    /// Measures in rounds, in each of which every page has its turn, so that
    /// whatever else the machine does befalls all of them alike.
    pub(super) fn rounds(&mut self, measure: Measure, rounds: u32, pages: &[Page]) -> Result<()> {
        for round in 1..=rounds {
            let started = Instant::now();
            let first = round as usize % pages.len();
            for &page in pages.iter().cycle().skip(first).take(pages.len()) {
                self.recorded_or_again(measure, page).with_context(|| {
                    format!(
                        "the page {page} cannot be measured; `--only {} --pages {page} --rounds 1` \
                         does only that",
                        measure.name()
                    )
                })?;
            }
            println!(
                "  {}: round {round} of {rounds}, {:.0} s",
                measure.name(),
                started.elapsed().as_secs_f32()
            );
        }
        Ok(())
    }

    /// A mobile number of Montréal as one types it there, which no lead has yet.
    fn canadian(&mut self) -> String {
        self.saved += 1;
        format!("514{}", 2_220_000 + self.saved)
    }

    /// A French mobile number as one types it abroad, which no lead has yet.
    fn french(&mut self) -> String {
        self.saved += 1;
        format!("+336{}", 12_000_000 + self.saved)
    }
}
