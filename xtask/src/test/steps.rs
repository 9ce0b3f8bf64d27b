//! The steps of `cargo xtask test`.

use anyhow::{Context as _, Result};

use super::{Run, browsers, cargo, crates, types};
use crate::tools::rust::TARGET;
use crate::widget::{self, Profile};
use crate::{process, tools, workspace, yew};

/// One step of `cargo xtask test`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Step {
    /// The formatting of the Rust sources
    Formatting,
    /// Clippy, for this machine and for WebAssembly
    Lints,
    /// The tests that run on this machine
    Native,
    /// The types of the JavaScript in www/, its declarations and its manifest
    Javascript,
    /// The tests that run in a browser, compiled to WebAssembly
    Browser,
    /// The crates' documentation, and the packages of the published crates
    Crates,
    /// The bundle that ships, and its size
    Bundle,
    /// Whole pages with the bundle that ships, in each browser
    Pages,
    /// Some of these pages in one browser, with Yew as it is published
    StockYew,
}

impl Step {
    pub(super) const ALL: [Self; 9] = [
        Self::Formatting,
        Self::Lints,
        Self::Native,
        Self::Javascript,
        Self::Browser,
        Self::Crates,
        Self::Bundle,
        Self::Pages,
        Self::StockYew,
    ];

    pub(super) fn headline(self) -> &'static str {
        match self {
            Self::Formatting => "formatting",
            Self::Lints => "lints, native and WebAssembly",
            Self::Native => "native tests",
            Self::Javascript => "types of the JavaScript",
            Self::Browser => "WebAssembly tests in a browser",
            Self::Crates => "documentation and package of the crates",
            Self::Bundle => "the bundle and its size",
            Self::Pages => "whole pages in a browser",
            Self::StockYew => "some pages with Yew as it is published",
        }
    }

    /// Whether it needs neither Node nor a browser.
    pub(super) fn is_quick(self) -> bool {
        matches!(self, Self::Formatting | Self::Lints | Self::Native)
    }

    /// Whether it runs tests that have names.
    pub(super) fn has_tests(self) -> bool {
        matches!(self, Self::Native | Self::Browser | Self::Pages)
    }

    /// What to do if it fails.
    pub(super) fn advice(self) -> &'static str {
        match self {
            Self::Formatting => "the formatting differs: run `cargo fmt --all`",
            Self::Lints => "fix what clippy reports above",
            Self::Native => "fix the tests that failed; `cargo xtask test NAME` runs one",
            Self::Javascript => "fix what the type checker reports",
            Self::Browser => {
                "fix the browser tests; `cargo xtask test --only browser NAME` runs one"
            }
            Self::Crates => "fix the links in the documentation, or what is missing in a package",
            Self::Bundle => "the bundle cannot ship; `cargo xtask dist` runs this step alone",
            Self::Pages => "fix the pages; `cargo xtask test --only pages NAME` runs one",
            Self::StockYew => "fix the patch in xtask/yew/ that changes behaviour, or the pages",
        }
    }

    pub(super) fn run(self, run: &mut Run<'_>) -> Result<()> {
        match self {
            Self::Formatting => {
                tools::rust::checkers()?;
                process::run(process::cargo().args(["fmt", "--all", "--", "--check"]))
            }
            Self::Lints => lints(),
            Self::Native => {
                let mut command = yew::cargo("test")?;
                command.args(["--workspace", "--no-fail-fast"]);
                command.args(run.filter.map(|filter| ["--", filter]).into_iter().flatten());
                cargo::test(&mut command, &mut run.count)
            }
            Self::Javascript => javascript(),
            Self::Browser => browsers::wasm(run),
            Self::Crates => crates::check(),
            Self::Bundle => browsers::bundle(run).map(drop),
            Self::Pages => browsers::pages(run),
            Self::StockYew => browsers::pages_with_stock_yew(run),
        }
    }
}

fn lints() -> Result<()> {
    tools::rust::checkers()?;
    tools::rust::wasm_target()?;
    let clippy = |arguments: &[&str]| {
        let mut command = yew::cargo("clippy")?;
        command.args(arguments).args(["--", "-D", "warnings"]);
        process::run(&mut command)
    };
    clippy(&["--workspace", "--all-targets"])?;
    // `--all-targets` leaves out the page tests, as plain `cargo test` does.
    clippy(&["--workspace", "--test", "pages"])?;
    clippy(&["--package", "lead-phone-form", "--target", TARGET, "--all-targets"])
}

fn javascript() -> Result<()> {
    let packages = tools::npm::packages()?;
    // The scripts import modules that a build generates, so these must exist.
    widget::build(Profile::Dev)?;
    for folder in ["www", "bench/pages"] {
        let mut command = packages.program("typescript/bin/tsc");
        command.args(["--project", folder]).current_dir(workspace::root());
        process::run(&mut command)
            .with_context(|| format!("the JavaScript in {folder}/ does not fit its types"))?;
    }
    types::check(&packages)
}
