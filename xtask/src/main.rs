//! Everything a person runs: `cargo xtask demo`, `test`, `dist`,
//! `bench`, `screenshots`.
//!
//! Cargo is the only thing to install by hand; [`tools`] finds or installs the
//! rest. [`widget`] builds what a host page loads, [`demo`] serves it beside
//! the sandbox, [`dist`] writes what ships, [`mod@test`] checks all of it, [`mod@bench`] measures it, and
//! [`screenshots`] makes the README's pictures.

#![allow(clippy::print_stdout, reason = "these commands talk to a person on a terminal")]

mod bench;
mod cli;
mod demo;
mod dist;
mod engines;
mod numbers;
mod process;
mod screenshots;
mod test;
mod tools;
mod widget;
mod workspace;

use std::process::ExitCode;

fn main() -> ExitCode {
    match cli::run() {
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
