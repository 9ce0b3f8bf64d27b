//! `cargo xtask chaos`: does random things to forms, and looks whether the promises about saves are kept.
//!
//! An otherwise ignored page test does it. `cargo xtask test` runs one seed, always the same.

use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::Result;

use crate::browsers::{BROWSERS, Browser};
use crate::widget::Profile;
use crate::{dist, process, test, workspace};

/// The options of `cargo xtask chaos`.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// What the steps are drawn from; another each time where it is left out
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// How many seeds to run, one after the other
    #[arg(long, value_name = "N", default_value_t = 1)]
    seeds: u64,
    /// How many saves each run asks for
    #[arg(long, value_name = "N", default_value_t = 300)]
    saves: u64,
    /// Only the steps of these numbers, with commas between them, as a failing run prints them
    #[arg(long, value_name = "NUMBERS")]
    steps: Option<String>,
    /// Only in this browser; can be repeated
    #[arg(long, value_name = "ENGINE")]
    engine: Vec<String>,
    /// Use a development build, which builds faster and has panic messages
    #[arg(long)]
    dev: bool,
    /// Use the widget in this folder, as `cargo xtask dist` writes it
    #[arg(long, value_name = "FOLDER")]
    built: Option<PathBuf>,
}

/// A seed that is another each time. The steps of small seeds are easier to talk about.
fn new_seed() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::from(since.subsec_nanos()) ^ (since.as_secs() << 8) & 0xffff_ffff
}

/// Runs the seeds in each browser.
///
/// # Errors
///
/// If a promise is not kept; the output then has the fewest steps and the command that repeats them.
pub fn run(options: &Options) -> Result<()> {
    let widget = match &options.built {
        Some(folder) => folder.canonicalize()?,
        None if options.dev => {
            let folder = workspace::made("widget/dev/packed/lead-phone-form");
            dist::pack(dist::build(Profile::Dev)?, &folder, false)?;
            folder
        }
        None => dist::run(&dist::Options::default())?,
    };
    let browsers = match options.engine.as_slice() {
        [] => BROWSERS.iter().collect(),
        names => names.iter().map(|name| Browser::named(name)).collect::<Result<Vec<_>>>()?,
    };
    let seed = options.seed.unwrap_or_else(new_seed);
    for browser in browsers {
        let mut command = test::page_tests(&browser.install()?, &widget)?;
        command
            .args(["--", "--ignored", "--exact", "chaos::as_asked", "--nocapture"])
            .env("CHAOS_SEED", seed.to_string())
            .env("CHAOS_SEEDS", options.seeds.to_string())
            .env("CHAOS_SAVES", options.saves.to_string())
            .env("CHAOS_STEPS", options.steps.as_deref().unwrap_or_default());
        process::run(&mut command)?;
    }
    Ok(())
}
