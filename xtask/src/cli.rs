//! The command line: one variant for each command, and the function that runs it.

use std::os::unix::process::CommandExt as _;

use anyhow::{Context as _, Result};
use clap::{Parser, Subcommand};

use crate::{browsers, chaos, demo, dist, flags, numbers, process, screenshots, test, widget};

/// The command line of `cargo xtask`.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
#[command(about = "Builds, serves, tests and packs <lead-phone-form>")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the demo page, the widget and the sandbox; rebuild on every change
    Demo(demo::Options),
    /// Run every check, in order, and stop at the first that fails
    Test(test::Options),
    /// Do random things to forms, and look whether the promises about saves are kept
    Chaos(chaos::Options),
    /// Write what ships to dist/lead-phone-form and print its size
    Dist(dist::Options),
    /// Measure the form and compare it with alternatives
    #[command(disable_help_flag = true)]
    Bench {
        /// The options of the benchmark; `--help` lists them
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        options: Vec<std::ffi::OsString>,
    },
    /// Generate the numbering plan tables and their test files from Google's metadata
    Numbers(numbers::Options),
    /// Generate www/flags.txt, the flags of all countries, from the npm package of flags
    Flags(flags::Options),
    /// Generate www/markup.js, the markup of the prerendered form
    Markup,
    /// Generate locales/en.json, and check the words of the other languages
    Locales,
    /// Write the tables of the documents' reference, and build the documents into target/docs
    #[command(disable_help_flag = true)]
    Docs {
        /// The options of the builder
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        options: Vec<std::ffi::OsString>,
    },
    /// Take the README's screenshots again, in Chromium
    Screenshots,
    /// Run a browser's WebDriver until the input ends
    #[command(hide = true)]
    WebDriver(browsers::serve::Options),
}

/// Reads the command line and runs the command.
///
/// # Errors
///
/// The error of the command, which says what to do.
pub fn run() -> Result<()> {
    let cli = Cli::parse();
    match cli.command {
        Command::Demo(options) => demo::run(&options),
        Command::Test(options) => test::run(&options),
        Command::Chaos(options) => chaos::run(&options),
        Command::Dist(options) => dist::run(&options).map(drop),
        Command::Bench { options } => replace_with("lead-phone-bench", &options),
        Command::Docs { options } => replace_with("lead-phone-docs", &options),
        Command::Numbers(options) => numbers::run(&options),
        Command::Flags(options) => flags::run(&options),
        Command::Markup => widget::draw_markup(),
        Command::Locales => widget::write_english(),
        Command::Screenshots => screenshots::run(),
        Command::WebDriver(options) => browsers::serve::run(&options),
    }
}

/// Replaces this process with the program of a crate of its own, which the other commands do not
/// compile.
fn replace_with(package: &str, options: &[std::ffi::OsString]) -> Result<()> {
    let mut cargo = process::cargo();
    cargo.args(["run", "--package", package, "--"]).args(options);
    Err(cargo.exec()).with_context(|| format!("cannot start `{}`", process::line(&cargo)))
}
