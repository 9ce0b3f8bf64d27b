//! The commands of `cargo xtask`: `demo`, `test`, `chaos`, `dist`, `docs`, `bench`, `numbers`,
//! `markup`, `locales`, `flags` and `screenshots`. As a library, this crate also has the code that `bench/`
//! shares with them.
//!
//! Only Cargo has to be installed by hand. [`tools`] finds or installs the rest. [`widget`] builds
//! the files that a host page loads, [`demo`] serves them together with the sandbox, [`dist`]
//! writes the files that ship, [`mod@test`] runs all checks, [`chaos`] runs random ones, [`numbers`] generates the numbering
//! plan tables, [`flags`] the file of flags, and [`screenshots`] takes the README's pictures. The
//! benchmark and the builder of the documents are crates of their own, in `bench/` and
//! `docs/builder/`, so that the other commands do not compile them.

#![allow(rustdoc::private_intra_doc_links, reason = "only contributors read this documentation")]
#![allow(clippy::print_stdout, reason = "these commands talk to a person on a terminal")]

pub mod browsers;
mod chaos;
mod cli;
mod demo;
pub mod dist;
mod flags;
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

/// Prints the error, if there is one, and returns the exit code.
pub fn finish(result: anyhow::Result<()>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {}", sentences(&error));
            ExitCode::FAILURE
        }
    }
}

/// The error and its causes, one on each line.
fn sentences(error: &anyhow::Error) -> String {
    let causes: Vec<String> = error.chain().map(ToString::to_string).collect();
    causes.join("\n  because: ")
}
