//! The texts of the test.

use crate::draft::{Draft, Expected};
use crate::page::Page;
use crate::random::Random;
use crate::templates::{self, Kind};
use lead_phone_number::{Region, Tables};

const SEED: u64 = 20_261_124;
const TEXTS: usize = 8_000;

/// A text with the numbers that a reader would take out of it, in the order of the form.
pub struct Text {
    pub kind: &'static str,
    pub template: &'static str,
    pub region: Region,
    pub text: String,
    pub expected: Vec<Expected>,
}

/// How many texts there are.
pub fn count() -> usize {
    setting("FINDING_TEXTS", TEXTS)
}

/// The random numbers of one text.
pub fn random(index: usize) -> Random {
    Random::of_text(setting("FINDING_SEED", SEED), index)
}

/// A number of the environment.
fn setting<N: std::str::FromStr>(name: &str, default: N) -> N {
    match std::env::var(name) {
        Ok(text) => text.parse().unwrap_or_else(|_| panic!("{name}: {text:?} is not a number")),
        Err(_) => default,
    }
}

/// The texts of all templates of all kinds, each as often as the others.
pub fn all(tables: &Tables) -> impl Iterator<Item = Text> {
    let templates: Vec<(&Kind, &str)> = templates::all()
        .flat_map(|kind| kind.templates.iter().map(move |template| (kind, *template)))
        .collect();
    (0..count()).map(move |index| {
        let (kind, template) = templates[index % templates.len()];
        let mut random = random(index);
        let region = Region::new(random.pick(kind.regions)).expect("a region");
        let page = Page { tables, random: &mut random, region };
        let (text, expected) = Draft::fill(page, template);
        Text { kind: kind.name, template, region, text, expected }
    })
}
