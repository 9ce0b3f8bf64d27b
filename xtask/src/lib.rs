//! Everything a person runs: `cargo xtask demo`, `test`, `dist`, `bench`, `screenshots`; and, as a
//! library, what `bench/` shares with them.
//!
//! Cargo is the only thing to install by hand; [`tools`] finds or installs the rest. [`widget`]
//! builds what a host page loads, [`demo`] serves it beside the sandbox, [`dist`] writes what
//! ships, [`mod@test`] checks all of it, and [`screenshots`] makes the README's pictures. The
//! benchmark is a crate of its own in `bench/`, so that only those who measure compile it.

#![allow(clippy::print_stdout, reason = "these commands talk to a person on a terminal")]

pub mod browsers;
mod cli;
mod demo;
pub mod dist;
mod numbers;
pub mod process;
mod screenshots;
mod test;
pub mod tools;
pub mod widget;
pub mod workspace;
mod yew;

use std::process::ExitCode;

/// Runs the command that the command line names.
pub fn main() -> ExitCode {
    finish(cli::run())
}

/// Says what went wrong, if anything did.
pub fn finish(result: anyhow::Result<()>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {}", sentences(&error));
            ExitCode::FAILURE
        }
    }
}

/// What went wrong and why, one cause on each line.
fn sentences(error: &anyhow::Error) -> String {
    let causes: Vec<String> = error.chain().map(ToString::to_string).collect();
    causes.join("\n  because: ")
}
