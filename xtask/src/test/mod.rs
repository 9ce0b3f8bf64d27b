//! `cargo xtask test`: every check, in order, from the quick ones to the slow.
//!
//! Without cargo-nextest: it is a program and no library, so a machine that lacks it would compile
//! it for minutes first, and it does not run the examples in the documentation.

mod browsers;
mod cargo;
mod steps;
mod types;
mod without_browser;
mod yew_host;

use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Context as _, Result, bail};

use crate::browsers::{BROWSERS, Browser};
use crate::tools;
pub use browsers::page_tests;
use cargo::Count;
use steps::Step;

/// What `cargo xtask test` can be told.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// Leave out what needs Node or a browser
    #[arg(long)]
    quick: bool,
    /// Test pages with a development build: sooner, and a panic says what it was
    #[arg(long)]
    dev: bool,
    /// Only this step; may be given again
    #[arg(long, value_name = "STEP")]
    only: Vec<Step>,
    /// Only in this browser; may be given again
    #[arg(long, value_name = "ENGINE")]
    engine: Vec<String>,
    /// Only the tests whose names contain this, and no checks but tests
    filter: Option<String>,
}

/// What the steps share.
#[derive(Debug)]
struct Run<'a> {
    filter: Option<&'a str>,
    count: Count,
    /// Whether pages are tested with a development build.
    dev: bool,
    /// The folder of the widget that pages are tested with, once it is built.
    widget: Option<PathBuf>,
    /// The browsers to test in.
    browsers: Vec<&'static Browser>,
    /// What was left out, in sentences.
    left_out: Vec<String>,
    /// Which tests were not meant for a browser, and which were run again, in sentences.
    remarks: Vec<String>,
}

/// Runs the steps and sums up.
///
/// # Errors
///
/// The first step's that fails, with what to do.
pub fn run(options: &Options) -> Result<()> {
    let mut run = Run {
        filter: options.filter.as_deref(),
        count: Count::default(),
        dev: options.dev,
        widget: None,
        browsers: options.browsers()?,
        left_out: Vec::new(),
        remarks: Vec::new(),
    };
    let steps: Vec<Step> = options.steps().collect();
    let result = steps.iter().enumerate().try_for_each(|(nth, step)| {
        println!("\n── step {} of {}: {}", nth + 1, steps.len(), step.headline());
        run.step(*step)
    });
    let failed = match result {
        Ok(()) => run.count.failed,
        // A check that is no test counts as one.
        Err(_) => run.count.failed.max(1),
    };
    if let (Ok(()), Some(filter), 0) = (&result, run.filter, run.count.passed) {
        bail!("no test's name contains `{filter}`");
    }
    for sentence in &run.left_out {
        println!("left out: {sentence}");
    }
    for sentence in &run.remarks {
        println!("{sentence}");
    }
    println!("\n{} passed, {failed} failed", run.count.passed);
    result
}

impl Options {
    fn browsers(&self) -> Result<Vec<&'static Browser>> {
        if self.engine.is_empty() {
            return Ok(BROWSERS.iter().collect());
        }
        self.engine.iter().map(|name| Browser::named(name)).collect()
    }

    fn steps(&self) -> impl Iterator<Item = Step> + '_ {
        Step::ALL.into_iter().filter(|step| {
            let named = self.only.is_empty() || self.only.contains(step);
            let quick = !self.quick || step.is_quick();
            let filtered = self.filter.is_none() || step.has_tests();
            named && quick && filtered
        })
    }
}

impl Run<'_> {
    fn step(&mut self, step: Step) -> Result<()> {
        let started = Instant::now();
        step.run(self).with_context(|| step.advice())?;
        println!("   {:.1} s", started.elapsed().as_secs_f32());
        Ok(())
    }

    /// Notes how many tests a browser was spared, as it has not what they need.
    fn not_for(&mut self, browser: &str, tests: usize) {
        if tests > 0 {
            self.remark(format!("not for {browser}: {tests} tests that need Chromium's DevTools"));
        }
    }

    /// Says something at once, and again at the end.
    fn remark(&mut self, sentence: String) {
        println!("   {sentence}");
        self.remarks.push(sentence);
    }

    /// Notes that something could not be tested; on a server that is an error.
    fn leave_out(&mut self, error: anyhow::Error) -> Result<()> {
        if tools::in_ci() {
            return Err(error);
        }
        println!("   left out: {error:#}");
        self.left_out.push(format!("{error:#}"));
        Ok(())
    }
}
