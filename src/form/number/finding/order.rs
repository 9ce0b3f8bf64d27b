//! Puts the numbers of a text in the order in which they are taken.

use super::{Found, Rank};

/// Puts the numbers of a text in order, and drops those that are more likely something else.
pub(super) fn put_in_order(text: &[u8], found: &mut Vec<Found>) {
    // Beside a number that says what it is, one that does not comes last or is something else.
    // Bars separate the fields of a record; one bar can also stand between two numbers.
    let is_record = text.iter().filter(|byte| **byte == b'|').count() > 1 && !text.contains(&b'\n');
    let best = found.iter().map(|found| found.rank).min();
    for number in found.iter_mut() {
        number.rank = match (number.rank, best) {
            (Rank::Bare, Some(Rank::Labelled)) => Rank::Other,
            (Rank::Bare, Some(Rank::Phone | Rank::Unmarked)) if is_record => Rank::Other,
            (Rank::Unmarked, Some(Rank::Phone)) if is_record => Rank::Other,
            (Rank::Unmarked, Some(Rank::Labelled)) => Rank::Unmarked,
            (Rank::Labelled | Rank::Unmarked | Rank::Bare, _) => Rank::Phone,
            (rank, _) => rank,
        };
    }
    // A sort that keeps the order of equal ranks. The standard library's is larger than this
    // module.
    for end in 1..found.len() {
        for place in (1..=end).rev() {
            let pair = found.get(place - 1).zip(found.get(place));
            if pair.is_some_and(|(one, other)| one.rank > other.rank) {
                found.swap(place - 1, place);
            }
        }
    }
    let others = found.iter().filter(|found| found.rank == Rank::Other).count();
    if others < found.len() {
        found.truncate(found.len() - others);
    }
}
