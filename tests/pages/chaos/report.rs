//! What the pages of a run report, and what is found in them.

use serde::Deserialize;
use serde_json::Value;

/// What a page reports of the time until it was left.
#[derive(Debug, Default, Deserialize)]
pub struct Report {
    pub wrong: Vec<Wrong>,
    pub submits: Vec<Submit>,
    pub console: Vec<String>,
    pub uncaught: Vec<String>,
    /// Whether the page was left before its saves had ended.
    #[serde(default)]
    pub is_left: bool,
}

/// What is not as promised.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Wrong {
    /// The number of the step after which it was seen, if it was not seen at the end.
    pub step: Option<usize>,
    pub slot: Option<usize>,
    pub what: String,
}

impl Wrong {
    pub fn at_the_end(what: String) -> Self {
        Self { what, ..Self::default() }
    }

    /// What it is about: the words without the values.
    pub fn kind(&self) -> String {
        let words = self.what.split(['{', '[', '"', '(']).next().unwrap_or_default();
        words.chars().filter(|letter| !letter.is_ascii_digit()).collect()
    }
}

/// A `lead-phone-submit`, and the events that have ended it.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Submit {
    pub slot: usize,
    pub operation: String,
    pub body: Value,
    pub cancelled: bool,
    pub asks_again: bool,
    pub ends: Vec<End>,
}

/// The event that ended a save.
#[derive(Debug, Deserialize)]
pub struct End {
    pub name: String,
    pub detail: Value,
}

/// What was found in a run, and how much it did.
#[derive(Debug, Default)]
pub struct Outcome {
    pub wrong: Vec<Wrong>,
    pub saves: usize,
    pub requests: usize,
}
