//! `cargo xtask docs`: writes the tables of the reference and builds the book into `target/docs`.
//!
//! `--as-is` builds the pages as they are and changes no source.

#![allow(clippy::print_stdout, reason = "this command talks to a person on a terminal")]

use std::process::ExitCode;

use anyhow::{Result, bail};
use lead_phone_docs::{book, links, markdown, paths, tables};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    match std::env::args().skip(1).collect::<Vec<_>>().as_slice() {
        [] => {
            for file in tables::write()? {
                println!("written: {}", paths::shown(&file));
            }
        }
        [option] if option == "--as-is" => {}
        options => bail!("`{}` is no option; there is only `--as-is`", options.join(" ")),
    }
    let site = paths::site();
    book::build(&site)?;
    let mut faults = links::faults(&site)?;
    faults.extend(markdown::faults()?);
    for fault in &faults {
        eprintln!("{fault}");
    }
    if !faults.is_empty() {
        bail!("{} links lead nowhere", faults.len());
    }
    println!("The documents are in {}; `cargo xtask demo` serves them.", paths::shown(&site));
    Ok(())
}
