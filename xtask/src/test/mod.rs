//! `cargo xtask test`: runs every check, the quick ones first.
//!
//! cargo-nextest is not used. It is a program and not a library, so a machine without it would
//! first compile it for minutes, and it does not run the examples in the documentation.

mod browsers;
mod cargo;
mod crates;
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

/// The options of `cargo xtask test`.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// Leave out the steps that need Node or a browser
    #[arg(long)]
    quick: bool,
    /// Test pages with a development build, which builds faster and has panic messages
    #[arg(long)]
    dev: bool,
    /// Only this step; can be repeated
    #[arg(long, value_name = "STEP")]
    only: Vec<Step>,
    /// Only in this browser; can be repeated
    #[arg(long, value_name = "ENGINE")]
    engine: Vec<String>,
    /// Only the tests whose names contain this; no other checks
    filter: Option<String>,
}

/// The state that the steps share.
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
    /// Sentences about what was left out.
    left_out: Vec<String>,
    /// Sentences about tests that do not apply to a browser, and tests that ran again.
    remarks: Vec<String>,
}

/// Runs the steps and prints a summary.
///
/// # Errors
///
/// The error of the first step that fails, which says what to do.
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
        // A failed check that is not a test counts as one failure.
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

    /// Notes how many tests do not run in a browser.
    fn not_for(&mut self, browser: &str, tests: usize) {
        if tests > 0 {
            self.remark(format!("not for {browser}: {tests} tests that run in Chromium alone"));
        }
    }

    /// Prints a sentence now, and again in the summary.
    fn remark(&mut self, sentence: String) {
        println!("   {sentence}");
        self.remarks.push(sentence);
    }

    /// Notes that something could not be tested. In CI that is an error.
    fn leave_out(&mut self, error: anyhow::Error) -> Result<()> {
        if tools::in_ci() {
            return Err(error);
        }
        println!("   left out: {error:#}");
        self.left_out.push(format!("{error:#}"));
        Ok(())
    }
}
