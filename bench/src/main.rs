//! `cargo xtask bench`: compares the form with its alternatives.
//!
//! [`site`] builds the pages, [`server`] serves them, [`browser`] and [`tab`] drive Chromium,
//! [`measures`] has the measurements, and [`results`] their results.

#![allow(clippy::print_stdout, reason = "this command talks to a person on a terminal")]

mod browser;
mod chart;
mod conditions;
mod documents;
mod engine;
mod goals;
mod keyboard;
mod measures;
mod pages;
mod results;
mod samples;
mod server;
mod site;
mod statistics;
mod tab;
mod table;
mod trace;
mod traffic;

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};
use clap::Parser as _;

use browser::Browser;
use measures::{Bench, Measure};
use pages::Page;
use results::{Part, Results};
use samples::{Samples, Unit};
use server::Server;
use xtask::dist::{self, sizes};
use xtask::widget::{Bundle, Profile};
use xtask::workspace;

/// The chart that the README and the documents show.
const CHART: &str = "www/pictures/bench.svg";

/// The options of `cargo xtask bench`.
#[derive(Debug, clap::Parser)]
#[command(name = "cargo xtask bench", bin_name = "cargo xtask bench")]
#[command(about = "Measures the form beside what else a page could use")]
struct Options {
    /// How often each page is measured
    #[arg(long, default_value_t = 15, value_parser = clap::value_parser!(u32).range(1..))]
    rounds: u32,
    /// Measure only this part; may be repeated
    #[arg(long, value_name = "MEASURE")]
    only: Vec<Measure>,
    /// Measure only these pages, separated by commas
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    pages: Vec<Page>,
    /// Write the figures to bench/results, and to the documents' tables and chart
    #[arg(long)]
    keep: bool,
    /// Record everything that the browser does, to target/bench/traces; not with --keep
    #[arg(long, conflicts_with = "keep")]
    trace: bool,
    /// Measure the widget in this folder instead of building it
    #[arg(long, value_name = "FOLDER")]
    built: Option<PathBuf>,
    /// Also measure the widget in this folder, as the page ours-before
    #[arg(long, value_name = "FOLDER", conflicts_with = "keep")]
    before: Option<PathBuf>,
}

fn main() -> ExitCode {
    xtask::finish(run(&Options::parse()))
}

/// Builds, measures and prints.
fn run(options: &Options) -> Result<()> {
    if options.keep && !options.pages.is_empty() {
        bail!("figures are kept of all pages: leave out `--pages`, or `--keep`");
    }
    let mut pages = chosen(&options.pages, &Page::ALL);
    pages.retain(|&page| page != Page::OursBefore);
    if options.before.is_some() {
        pages.push(Page::OursBefore);
    }
    let measures = chosen(&options.only, &Measure::ALL);
    let folder = match &options.built {
        Some(folder) => folder.clone(),
        None => dist::run(&dist::Options::default())?,
    };
    let widget = Bundle::read(&folder)?;

    let mut results = Results::new();
    if measures.contains(&Measure::Size) {
        results.parts.insert(Measure::Size.name().to_owned(), size(&widget)?);
    }
    if measures.contains(&Measure::Engine) {
        engine::measure()?;
    }
    let in_browser: Vec<_> = measures.into_iter().filter(|part| part.has_pages()).collect();
    if !in_browser.is_empty() {
        // With one thread, the events of the browser are handled before an answer that came after
        // them.
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let parts = runtime.block_on(measure(options, &widget, &in_browser, &pages))?;
        results.parts.extend(parts);
    }
    let path = workspace::made("bench/results.json");
    results.write(&path)?;
    print!("\n{}", table::all(&results));
    println!("Every figure is in {}", workspace::shown(&path));
    if options.keep {
        keep(results, &widget)?;
    }
    Ok(())
}

/// Replaces the kept figures of the same parts, and updates the documents' tables and chart.
fn keep(results: Results, widget: &Bundle) -> Result<()> {
    let path = Results::kept();
    let mut kept = Results::read(&path)?;
    kept.parts.extend(results.parts);
    kept.write(&path)?;
    let plain = sizes::measure(&dist::build(Profile::Release)?)?;
    documents::write(&kept, &sizes::measure(widget)?, &plain)?;
    let chart = workspace::root().join(CHART);
    fs::write(&chart, chart::svg(&kept)).with_context(|| format!("{CHART} cannot be written"))?;
    println!("Kept in {}, {} and {CHART}", workspace::shown(&path), documents::PAGE);
    Ok(())
}

/// The items that were asked for, in the order of `all`; all of them if none was asked for.
fn chosen<T: Copy + PartialEq>(asked: &[T], all: &[T]) -> Vec<T> {
    all.iter().copied().filter(|one| asked.is_empty() || asked.contains(one)).collect()
}

/// The sizes of the shipped files, in bytes.
fn size(widget: &Bundle) -> Result<Part> {
    let mut samples = Samples::default();
    let sizes = sizes::measure(widget)?;
    let first = sizes::first_load(&sizes).brotli;
    samples.add(Page::Ours, "first load, brotli", Unit::Bytes, first as f64);
    for size in sizes.iter().filter(|size| size.is_loaded()) {
        let what = format!("{}, brotli", size.name);
        samples.add(Page::Ours, &what, Unit::Bytes, size.brotli as f64);
    }
    Ok(Part { browser: String::new(), rounds: 1, rows: samples.rows() })
}

/// Measures the parts that need a browser.
async fn measure(
    options: &Options,
    widget: &Bundle,
    measures: &[Measure],
    pages: &[Page],
) -> Result<Vec<(String, Part)>> {
    let builder = site::Builder::new()?;
    let before = options.before.as_deref().map(Bundle::read).transpose()?;
    let sites = pages.iter().map(|&page| {
        let widget = before.as_ref().filter(|_| page == Page::OursBefore).unwrap_or(widget);
        Ok((page, builder.build(page, widget)?))
    });
    let server = Server::start(sites.collect::<Result<_>>()?)?;
    let browser = Browser::start().await?;
    println!("  measuring in {}", browser.name);
    let traces = options.trace.then(|| workspace::made("bench/traces"));
    let samples = Samples::default();
    let mut bench = Bench { browser: &browser, server: &server, samples, saved: 0, traces };
    let measured = async {
        let mut parts = Vec::new();
        for &part in measures {
            bench.rounds(part, options.rounds, pages).await?;
            let rows = std::mem::take(&mut bench.samples).rows();
            let (name, rounds) = (browser.name.clone(), options.rounds);
            parts.push((part.name().to_owned(), Part { browser: name, rounds, rows }));
        }
        Ok(parts)
    };
    let parts = measured.await;
    browser.close().await;
    parts
}
