//! Pastes texts as people copy them into the number's field, and compares the numbers that are taken
//! out of them with those that a reader would take.
//!
//! The texts are made of templates, in `templates/`. `FINDING_SEED` and `FINDING_TEXTS` make others,
//! and more of them.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test fails by a panic, in its helpers too")]

mod draft;
mod extension;
mod judge;
mod link;
mod matcher;
mod noise;
mod number;
mod random;
mod report;
mod templates;
mod writing;

use draft::{Draft, Expected};
use judge::Verdict;
use lead_phone_form::form::number::caret;
use lead_phone_number::{Region, Tables};
use random::Random;
use report::Report;
use templates::Kind;

/// The countries of the pages.
const REGIONS: &[&str] = &[
    "CA", "US", "MX", "FR", "DE", "CH", "AT", "GB", "ES", "BR", "BE", "IT", "AU", "JP", "CN", "IN",
];

const SEED: u64 = 20_261_124;
const TEXTS: usize = 8_000;

/// A text with the numbers that a reader would take out of it, in the order of the form.
struct Text {
    kind: &'static str,
    template: &'static str,
    region: Region,
    text: String,
    expected: Vec<Expected>,
}

fn world() -> Tables {
    let mut tables = Tables::new();
    for digit in 2..=9 {
        let file = format!("{}/number/data/zone-{digit}.bin", env!("CARGO_MANIFEST_DIR"));
        let plans = std::fs::read(file).expect("the file is in the repository");
        tables.add_zone(&plans).expect("the file is whole");
    }
    tables
}

/// A number of the environment.
fn setting<N: std::str::FromStr>(name: &str, default: N) -> N {
    match std::env::var(name) {
        Ok(text) => text.parse().unwrap_or_else(|_| panic!("{name}: {text:?} is not a number")),
        Err(_) => default,
    }
}

/// All templates of all kinds, each as often as the others.
fn texts(tables: &Tables) -> impl Iterator<Item = Text> {
    let (seed, count) = (setting("FINDING_SEED", SEED), setting("FINDING_TEXTS", TEXTS));
    let templates: Vec<(&Kind, &str)> = templates::all()
        .flat_map(|kind| kind.templates.iter().map(move |template| (kind, *template)))
        .collect();
    (0..count).map(move |index| {
        let (kind, template) = templates[index % templates.len()];
        let mut random = Random::of_text(seed, index);
        let region = Region::new(random.pick(kind.regions)).expect("a region");
        let mut draft = Draft::new(tables, &mut random, region);
        draft.fill(template);
        let (text, expected) = draft.finish();
        Text { kind: kind.name, template, region, text, expected }
    })
}

#[test]
fn the_numbers_of_a_text_are_those_that_a_reader_would_take() {
    let tables = world();
    let mut report = Report::default();
    for text in texts(&tables) {
        let taken = judge::take(&tables, &text.text, text.region);
        let verdict = judge::judge(taken.as_ref(), &text.expected);
        report.add(&text, verdict, taken.as_ref());
    }
    assert!(report.all() >= 3_000 && report.count(Verdict::Wrong) == 0, "{report}");
    assert!(report.count(Verdict::Right) * 100 >= report.all() * 99, "{report}");
}

#[test]
fn every_way_to_write_a_number_is_read_as_that_number() {
    let tables = world();
    for index in 0..setting("FINDING_TEXTS", TEXTS) {
        let mut random = Random::of_text(setting("FINDING_SEED", SEED), index);
        let region = Region::new(random.pick(REGIONS)).expect("a region");
        let mut draft = Draft::new(&tables, &mut random, region);
        draft.fill(["{phone}", "{national}", "{international}", "{possible}"][index % 4]);
        let (text, expected) = draft.finish();
        // As the field shows it.
        let shown = caret::formatted(&tables, &text, region).unwrap_or_else(|| text.clone());
        let saved = judge::saved(&tables, &shown, region);
        assert_eq!(saved.as_ref(), expected.first(), "{text:?} in {region}");
    }
}
