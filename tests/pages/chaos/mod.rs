//! Hosts, users, pages and an API that do anything, at random from a seed: what is promised about saves
//! is kept.
//!
//! `chaos_plan` draws the steps, [`run`] carries them out in a page, [`api`] is an API that knows the
//! truth, and [`truth`] compares. `cargo xtask chaos` runs other seeds, and more saves.

#![expect(clippy::print_stdout, reason = "a run says what it does, and how to repeat it")]

mod api;
mod report;
mod run;
mod truth;
mod wire;

use std::time::{Duration, Instant};

use chaos_plan::{Shrinking, Step, What, draw};
use report::Wrong;

use crate::harness::{Browser, Result, told};

/// How many saves a run of the tests asks for.
const SAVES: usize = 60;

/// The seed that is the same each time.
const SEED: u64 = 20_261_130;

/// How long a failing run may be shrunk.
const SHRINKS_WITHIN: Duration = Duration::from_secs(90);

/// The steps of these numbers.
fn chosen(steps: &[Step], numbers: &[usize]) -> Vec<(usize, Step)> {
    let step = |nth: &usize| steps.get(*nth).map(|step| (*nth, step.clone()));
    numbers.iter().filter_map(step).collect()
}

/// What was wrong in a run. A browser that does not answer any more is wrong as well; the next run gets
/// another.
async fn wrong(browser: &mut Browser, steps: &[(usize, Step)]) -> Result<Vec<Wrong>> {
    match run::run(browser, steps).await {
        Ok(outcome) => {
            println!(
                "{} steps, {} saves, {} requests",
                steps.len(),
                outcome.saves,
                outcome.requests
            );
            Ok(outcome.wrong)
        }
        Err(error) => {
            *browser = Browser::start().await?;
            Ok(vec![Wrong::at_the_end(error.to_string())])
        }
    }
}

/// Leaves out steps at once that have probably nothing to do with a fault: those after it, and those of
/// other forms.
fn probable(steps: &[(usize, Step)], wrong: &Wrong) -> Vec<usize> {
    let is_for_all =
        |what: &What| matches!(what, What::TakeOver | What::Leave(_) | What::Trap | What::Restore);
    let is_of = |(nth, step): &&(usize, Step)| {
        wrong.step.is_none_or(|last| *nth <= last)
            && (wrong.slot.is_none_or(|slot| slot == step.form) || is_for_all(&step.what))
    };
    steps.iter().filter(is_of).map(|(nth, _)| *nth).collect()
}

/// Runs a seed. If it fails, finds the fewest steps that do, and says how to repeat them.
async fn keeps_its_promises(seed: u64, saves: usize, only: Option<Vec<usize>>) -> Result {
    let steps = draw(seed, saves);
    let mut numbers = only.unwrap_or_else(|| (0..steps.len()).collect());
    let mut browser = Browser::start().await?;
    let mut found = wrong(&mut browser, &chosen(&steps, &numbers)).await?;
    let Some(first) = found.first().cloned() else { return browser.close().await };
    println!("The seed {seed} fails: {found:#?}");
    // Another fault is found by another run.
    let is_same = |now: &[Wrong]| now.iter().any(|wrong| wrong.kind() == first.kind());
    let started = Instant::now();
    if let Some(last) = first.step {
        numbers.retain(|nth| *nth <= last);
    }
    let fewer = probable(&chosen(&steps, &numbers), &first);
    let now = wrong(&mut browser, &chosen(&steps, &fewer)).await?;
    if is_same(&now) {
        (numbers, found) = (fewer, now);
    }
    let mut shrinking = Shrinking::new(numbers);
    while let Some(fewer) = shrinking.next()
        && started.elapsed() < SHRINKS_WITHIN
    {
        let now = wrong(&mut browser, &chosen(&steps, &fewer)).await?;
        shrinking.told(is_same(&now));
        if is_same(&now) {
            found = now;
        }
    }
    let fewest = shrinking.fewest();
    for (nth, step) in chosen(&steps, fewest) {
        println!("{nth}: {}", serde_json::to_string(&step)?);
    }
    println!("These {} steps fail: {found:#?}", fewest.len());
    let list: Vec<_> = fewest.iter().map(usize::to_string).collect();
    let engine = told("PAGES_ENGINE")?.to_ascii_lowercase();
    browser.close().await?;
    Err(format!(
        "repeat it with: cargo xtask chaos --engine {engine} --seed {seed} --saves {saves} --steps {}",
        list.join(",")
    )
    .into())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_known_seed_finds_nothing() -> Result {
    keeps_its_promises(SEED, SAVES, None).await
}

/// `cargo xtask chaos`.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "a command of its own"]
async fn as_asked() -> Result {
    let number = |name: &str| -> Result<u64> { Ok(told(name)?.parse()?) };
    let (first, saves) = (number("CHAOS_SEED")?, number("CHAOS_SAVES")?);
    let only = told("CHAOS_STEPS").ok().filter(|list| !list.is_empty());
    let only =
        only.map(|list| list.split(',').map(str::parse).collect::<std::result::Result<_, _>>());
    let only: Option<Vec<usize>> = only.transpose()?;
    let mut failed = Vec::new();
    for seed in first..first + number("CHAOS_SEEDS")? {
        println!("The seed {seed}");
        let result = keeps_its_promises(seed, saves.try_into()?, only.clone()).await;
        failed.extend(result.err().map(|error| error.to_string()));
    }
    if failed.is_empty() { Ok(()) } else { Err(failed.join("\n").into()) }
}
