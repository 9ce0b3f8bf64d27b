//! Compiles the short numbers of a region for the engine.
//!
//! To the engine, every number of fewer than [`SHORTEST`] digits is a short number. So the pattern
//! in the tables may match such numbers or not, and what can match nothing else is left out of it.

use super::columns::Result;
use super::metadata::Region;
use super::regex::{self, Node};

/// The fewest digits of a number that a plan can give to a subscriber. Shared with
/// `number/src/validate.rs`.
const SHORTEST: u32 = 4;

/// The tokens of the pattern of a region's short numbers; empty if the region has none that are
/// long enough.
pub(super) fn tokens(region: &Region) -> Result<Vec<u8>> {
    if region.lengths.iter().any(|length| *length < SHORTEST) {
        return Err(format!("{} has numbers of fewer than {SHORTEST} digits", region.name));
    }
    let Some(short) = &region.short else { return Ok(Vec::new()) };
    let node = regex::parse(&short.pattern)?;
    // The engine does not store the lengths of short numbers, because the pattern implies them.
    let possible = short.lengths.iter().fold(0, |set, length| set | 1 << length);
    if node.lengths() & !possible != 0 {
        return Err(format!("the short numbers of {} have lengths of their own", region.name));
    }
    Ok(long_enough(node, 0).map(|node| node.tokens()).unwrap_or_default())
}

/// The node without the alternatives that match only numbers of fewer than [`SHORTEST`] digits.
/// `around` is the most digits that the rest of the pattern matches with the node. `None` if
/// nothing is left.
fn long_enough(node: Node, around: u32) -> Option<Node> {
    if most(&node) + around < SHORTEST {
        return None;
    }
    match node {
        Node::Either(choices) => {
            let mut left: Vec<Node> =
                choices.into_iter().filter_map(|choice| long_enough(choice, around)).collect();
            if left.len() == 1 { left.pop() } else { Some(Node::Either(left)) }
        }
        Node::Sequence(items) => {
            let whole = around + items.iter().map(most).sum::<u32>();
            let items = items.into_iter().map(|item| {
                let rest = whole - most(&item);
                long_enough(item, rest)
            });
            items.collect::<Option<_>>().map(Node::Sequence)
        }
        other => Some(other),
    }
}

/// The most digits that a node matches.
fn most(node: &Node) -> u32 {
    node.lengths().checked_ilog2().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::super::metadata::Short;
    use super::*;

    fn region(pattern: &str, lengths: &[u32]) -> Region {
        let short = Short { pattern: pattern.to_owned(), lengths: lengths.to_vec() };
        Region {
            name: "XX".to_owned(),
            lengths: vec![7, 10],
            short: Some(short),
            ..Region::default()
        }
    }

    #[test]
    fn what_matches_only_numbers_of_fewer_digits_is_left_out() {
        for (pattern, left) in [
            ("112|[2-9]\\d{3,5}|9(?:11|88)", "[2-9]\\d{3,5}"),
            ("1(?:12|16\\d{3}|[578])|3\\d{3}", "1(?:16\\d{3})|3\\d{3}"),
            ("1(?:1(?:0|8\\d)|[56])\\d", "1(?:1(?:0|8\\d))\\d"),
            ("(?:1\\d|9)\\d\\d", "(?:1\\d)\\d\\d"),
            ("1\\d{2,4}", "1\\d{2,4}"),
            ("18(?:\\d\\d)?", "18(?:\\d\\d)?"),
        ] {
            let tokens = tokens(&region(pattern, &[2, 3, 4, 5, 6])).unwrap();
            assert_eq!(tokens, regex::parse(left).unwrap().tokens(), "{pattern}");
        }
        assert!(tokens(&region("11[02]|9(?:11|88)", &[3])).unwrap().is_empty());
        assert!(tokens(&Region::default()).unwrap().is_empty());
    }

    #[test]
    fn what_the_engine_would_answer_otherwise_is_refused() {
        let lengths = tokens(&region("11\\d{1,2}", &[3])).unwrap_err();
        assert_eq!(lengths, "the short numbers of XX have lengths of their own");
        let shorter = Region { lengths: vec![3, 7], ..region("112", &[3]) };
        assert_eq!(tokens(&shorter).unwrap_err(), "XX has numbers of fewer than 4 digits");
    }
}
