//! Divides a run into numbers.

use super::candidate::Candidate;
use super::label::Label;
use super::run::Group;
use super::score::{Longer, beside_longer, score};
use super::search::Search;

/// A number of a run.
pub(super) struct Part<'a> {
    pub candidate: Candidate<'a>,
    /// The groups of the run that follow it and belong to no number.
    pub rest: &'a [Group<'a>],
}

/// The numbers of a run, in order: the candidate with the most weight, and those on both sides of
/// it. `label` is the word before the run.
pub(super) fn divide<'a>(
    search: &Search<'_>,
    run: &'a [Group<'a>],
    label: Option<Label>,
) -> Vec<Part<'a>> {
    let mut best: Option<(i32, Candidate<'a>)> = None;
    for from in 0..run.len() {
        let mut longer = Longer::None;
        for to in (from + 1..=run.len()).rev() {
            let Some(candidate) = Candidate::new(search, run, from, to, label) else { continue };
            let score = score(&candidate) + beside_longer(&candidate, longer);
            if to == run.len() {
                longer = Longer::of(&candidate);
            }
            if best.as_ref().is_none_or(|(most, _)| score > *most) {
                best = Some((score, candidate));
            }
        }
    }
    let Some((_, candidate)) = best else { return Vec::new() };
    let mut parts = divide(search, candidate.before, label);
    let after = divide(search, candidate.after, None);
    let rest = if after.is_empty() { candidate.after } else { &[] };
    parts.push(Part { candidate, rest });
    parts.extend(after);
    parts
}
