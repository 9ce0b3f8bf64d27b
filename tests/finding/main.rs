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
mod page;
mod random;
mod report;
mod templates;
mod text;
mod world;
mod writing;

use draft::Draft;
use judge::Verdict;
use lead_phone_form::form::number::caret;
use lead_phone_number::Region;
use page::{Page, REGIONS};
use report::Report;

#[test]
fn the_numbers_of_a_text_are_those_that_a_reader_would_take() {
    let tables = world::world();
    let mut report = Report::default();
    for text in text::all(&tables) {
        let taken = judge::take(&tables, &text.text, text.region);
        let verdict = judge::judge(taken.as_ref(), &text.expected);
        report.add(&text, verdict, taken.as_ref());
    }
    assert!(report.all() >= 3_000 && report.count(Verdict::Wrong) == 0, "{report}");
    assert!(report.count(Verdict::Right) * 100 >= report.all() * 99, "{report}");
}

#[test]
fn every_way_to_write_a_number_is_read_as_that_number() {
    let tables = world::world();
    for index in 0..text::count() {
        let mut random = text::random(index);
        let region = Region::new(random.pick(REGIONS)).expect("a region");
        let page = Page { tables: &tables, random: &mut random, region };
        let field = ["{phone}", "{national}", "{international}", "{possible}"][index % 4];
        let (text, expected) = Draft::fill(page, field);
        // As the field shows it.
        let shown = caret::formatted(&tables, &text, region).unwrap_or_else(|| text.clone());
        let saved = judge::saved(&tables, &shown, region);
        assert_eq!(saved.as_ref(), expected.first(), "{text:?} in {region}");
    }
}
