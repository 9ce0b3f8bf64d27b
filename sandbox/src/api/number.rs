//! Checks whether a number is possible and valid, with the patterns of Google's libphonenumber.
//!
//! `metadata.tsv` contains Google's patterns unchanged, and a regular expression library matches
//! them. This module shares no code with the widget's number engine, so a mistake there is not
//! repeated here. It compiles in two seconds. The ports of libphonenumber on crates.io take half a
//! minute or more, and the first run of the demo would have to wait for them.

use regex_lite::Regex;

/// One region on each line, in the order in which libphonenumber tries the regions of a calling
/// code. The columns are the calling code, the possible lengths, the leading digits, the pattern of
/// all numbers, and the patterns of each type. `cargo xtask numbers` writes the file.
const METADATA: &str = include_str!("metadata.tsv");

/// The numbering plan of one region.
struct Plan<'a> {
    lengths: &'a str,
    leading: &'a str,
    general: &'a str,
    types: Vec<&'a str>,
}

/// Whether an E.164 number is valid. `None` if it is not E.164, or if its length is not possible in
/// its numbering plan. Lengths for local use do not count, because they are without the area code.
pub fn judge(text: &str) -> Option<bool> {
    let digits = text.strip_prefix('+')?;
    if !(1..=15).contains(&digits.len()) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (code, national) = (1..=3).find_map(|length| {
        let (code, national) = digits.split_at_checked(length)?;
        plans(code).next().map(|_| (code, national))
    })?;
    // All regions of a calling code share the lengths of its main region.
    let is_possible = plans(code).next()?.has_length(national.len());
    // Like in libphonenumber, the first region that may have the number decides.
    is_possible.then(|| match plans(code).find(|plan| plan.may_have(national)) {
        Some(plan) => plan.has(national),
        None => false,
    })
}

/// The plans of a calling code, the main region's first.
fn plans(code: &str) -> impl Iterator<Item = Plan<'static>> {
    METADATA.lines().filter_map(move |line| {
        let mut fields = line.split('\t');
        (fields.next() == Some(code)).then_some(())?;
        Some(Plan {
            lengths: fields.next()?,
            leading: fields.next()?,
            general: fields.next()?,
            types: fields.collect(),
        })
    })
}

impl Plan<'_> {
    fn has_length(&self, length: usize) -> bool {
        self.lengths.split(',').any(|possible| possible.parse() == Ok(length))
    }

    fn may_have(&self, national: &str) -> bool {
        if self.leading.is_empty() {
            self.has(national)
        } else {
            matches(&format!("^(?:{})", self.leading), national)
        }
    }

    fn has(&self, national: &str) -> bool {
        let is_all_of = |pattern: &str| matches(&format!("^(?:{pattern})$"), national);
        is_all_of(self.general) && self.types.iter().any(|pattern| is_all_of(pattern))
    }
}

fn matches(pattern: &str, national: &str) -> bool {
    // A test compiles every pattern of the metadata.
    Regex::new(pattern).is_ok_and(|pattern| pattern.is_match(national))
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn every_pattern_of_the_metadata_is_understood() {
        for line in METADATA.lines() {
            for pattern in line.split('\t').skip(2) {
                assert!(Regex::new(pattern).is_ok(), "{pattern}");
            }
        }
    }

    /// Compares the results with libphonenumber's Python port, for each number of the engine's test
    /// files.
    #[test]
    fn it_says_what_libphonenumber_says() {
        let file = include_bytes!("../../../number/tests/libphonenumber/corpus.tsv.gz");
        let mut text = String::new();
        flate2::read::GzDecoder::new(&file[..]).read_to_string(&mut text).unwrap();
        let mut numbers = std::collections::BTreeMap::new();
        for line in text.lines().skip(1) {
            let fields: Vec<&str> = line.split('\t').collect();
            let [_, _, "1", valid, reason, e164, ..] = fields[..] else { continue };
            // Longer numbers are not E.164, even if libphonenumber accepts them.
            if e164.len() <= "+".len() + 15 {
                numbers.insert(e164, (reason == "IS_POSSIBLE").then_some(valid == "1"));
            }
        }
        assert!(numbers.len() > 5_000, "{}", numbers.len());
        for verdict in [None, Some(false), Some(true)] {
            assert!(numbers.values().any(|theirs| *theirs == verdict), "{verdict:?}");
        }
        for (number, verdict) in numbers {
            assert_eq!(judge(number), verdict, "{number}");
        }
    }
}
