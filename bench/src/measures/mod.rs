//! The measurements, one file for each kind.

mod entering;
mod keys;
mod loading;
mod many;
mod saving;

use std::fs;
use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Context as _, Result};

use crate::browser::Browser;
use crate::conditions::Conditions;
use crate::pages::Page;
use crate::samples::Samples;
use crate::server::Server;
use crate::trace::Recording;

/// A part of the benchmark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub(crate) enum Measure {
    /// The sizes of the shipped files, in bytes
    Size,
    /// The number engine alone, in Node
    Engine,
    /// Ready and saved on slow 4G with a slow processor: bytes, time, shift, long tasks
    Loading,
    /// The same on other networks and processors: time
    Conditions,
    /// Saved by a person who types five keys a second from ready on: time, bytes
    Entering,
    /// Task time per keystroke
    Keys,
    /// One, ten and a hundred forms on a page
    Many,
    /// From Enter to the event, without the API's own time
    Saving,
}

impl Measure {
    pub(crate) const ALL: [Self; 8] = [
        Self::Size,
        Self::Engine,
        Self::Loading,
        Self::Conditions,
        Self::Entering,
        Self::Keys,
        Self::Many,
        Self::Saving,
    ];

    /// Whether it is measured on pages, in a browser.
    pub(crate) fn has_pages(self) -> bool {
        !matches!(self, Self::Size | Self::Engine)
    }

    /// Its name on the command line and in the results.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Size => "size",
            Self::Engine => "engine",
            Self::Loading => "loading",
            Self::Conditions => "conditions",
            Self::Entering => "entering",
            Self::Keys => "keys",
            Self::Many => "many",
            Self::Saving => "saving",
        }
    }
}

/// The state that all measurements share.
#[derive(Debug)]
pub(crate) struct Bench<'a> {
    pub(crate) browser: &'a Browser,
    pub(crate) server: &'a Server,
    pub(crate) samples: Samples,
    /// How many numbers have been saved: the API takes each only once.
    pub(crate) saved: u32,
    /// The folder for recordings, if they are made.
    pub(crate) traces: Option<PathBuf>,
}

impl Bench<'_> {
    /// Measures on a page, and tries once more if that fails: a browser that runs for an hour may
    /// lose a tab with its measurements. The figures of the failed try do not count.
    async fn recorded_or_again(&mut self, measure: Measure, page: Page) -> Result<()> {
        let before = self.samples.clone();
        let Err(error) = self.recorded(measure, page).await else { return Ok(()) };
        println!("  {}: the page {page} once more: {error:#}", measure.name());
        self.samples = before;
        self.recorded(measure, page).await
    }

    /// Measures once on a page, and records it if that is asked for.
    async fn recorded(&mut self, measure: Measure, page: Page) -> Result<()> {
        let Some(folder) = self.traces.clone() else { return self.once(measure, page).await };
        let recording = Recording::start(self.browser).await?;
        self.once(measure, page).await?;
        fs::create_dir_all(&folder)?;
        let file = folder.join(format!("{}-{page}.json", measure.name()));
        recording.write(self.browser, &file).await
    }

    /// Measures once on a page.
    async fn once(&mut self, measure: Measure, page: Page) -> Result<()> {
        match measure {
            // Measured without a browser.
            Measure::Size | Measure::Engine => Ok(()),
            Measure::Loading => loading::slow(self, page).await,
            Measure::Conditions => {
                for on in Conditions::OTHERS {
                    loading::times(self, page, on).await?;
                }
                Ok(())
            }
            Measure::Entering => entering::measure(self, page).await,
            Measure::Keys => keys::measure(self, page).await,
            Measure::Many => many::measure(self, page).await,
            Measure::Saving => saving::measure(self, page).await,
        }
    }

    /// Measures in rounds. Every page has its turn in each, so that other work of the machine
    /// affects all of them alike.
    pub(crate) async fn rounds(
        &mut self,
        measure: Measure,
        rounds: u32,
        pages: &[Page],
    ) -> Result<()> {
        for round in 1..=rounds {
            let started = Instant::now();
            let first = round as usize % pages.len();
            for &page in pages.iter().cycle().skip(first).take(pages.len()) {
                self.recorded_or_again(measure, page).await.with_context(|| {
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

    /// A mobile number of Montréal, in the form that is typed there. No lead has it yet.
    fn canadian(&mut self) -> String {
        self.saved += 1;
        format!("514{}", 2_220_000 + self.saved)
    }

    /// A French mobile number, in the form that is typed abroad. No lead has it yet.
    fn french(&mut self) -> String {
        self.saved += 1;
        format!("+336{}", 12_000_000 + self.saved)
    }
}
