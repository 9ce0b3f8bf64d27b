//! Compiles the formats of a numbering plan for the engine.

use super::columns::{Result, Strings, byte};
use super::metadata::Format;
use super::pattern::{self, Digits};
use super::regex::{self, Node};

const DERIVED: u8 = 1 << 3;
const OPTIONAL: u8 = 1 << 4;
const CARRIER: u8 = 1 << 5;

/// Writes the strings of a format and returns its flags.
pub(super) fn write(format: &Format, to: &mut Strings) -> Result<u8> {
    let node = regex::parse(&format.pattern)?;
    let groups = match node {
        Node::Sequence(items) => items,
        other => vec![other],
    };
    let mut shape = Vec::new();
    for group in &groups {
        match group {
            Node::Capture(inner) if matches!(**inner, Node::Class(0x3FF) | Node::Digits(..)) => {
                shape.extend(inner.tokens());
            }
            _ => return Err(format!("unusual groups {}", format.pattern)),
        }
    }
    let usual = (1..=groups.len()).map(|group| format!("\\{group}")).collect::<Vec<_>>().join(" ");
    if format.national != usual {
        shape.extend(template(&format.national));
    }
    to.push(0, &shape);
    to.push(
        1,
        &match format.international.as_str() {
            "=" => Vec::new(),
            "-" => vec![b'-'],
            other => template(other),
        },
    );
    let nodes: Vec<Vec<u8>> = format
        .leading
        .iter()
        .map(|text| regex::parse(text).map(|node| node.tokens()))
        .collect::<Result<_>>()?;
    let derived = nodes.split_last().is_some_and(|(last, rest)| derivable(rest, last));
    let leading = match nodes.last() {
        Some(last) if derived => last.clone(),
        _ => nodes.join(&pattern::NEXT),
    };
    to.push(2, &leading);
    to.push(3, &template(&format.rule));
    let count = byte(nodes.len())?;
    if count > 7 {
        return Err("leading digits".to_owned());
    }
    Ok(count
        | if derived { DERIVED } else { 0 }
        | if format.optional { OPTIONAL } else { 0 }
        | if format.carrier { CARRIER } else { 0 })
}

/// Encodes a template such as `\1 \2`, with one byte for each group.
fn template(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'\\' => rest.next().map_or(0, |group| group - b'0' + 0x80),
            other => other,
        });
    }
    bytes
}

/// Whether the engine can derive the coarser patterns from the last one. That is so if each coarser
/// pattern, for the number of digits that it is used with, matches exactly the digits that can be
/// the start of a match of the last pattern.
fn derivable(coarse: &[Vec<u8>], last: &[u8]) -> bool {
    coarse.iter().enumerate().all(|(index, pattern)| {
        let mut digits = Vec::new();
        agree(pattern, last, index + 3, &mut digits)
    })
}

fn agree(coarse: &[u8], last: &[u8], length: usize, digits: &mut Vec<u8>) -> bool {
    let these = Digits::new(digits);
    let (a, b) = (these.start(coarse), these.start(last));
    if digits.len() == length {
        return (a.ends != 0) == (b.ends != 0 || b.partial);
    }
    if a.ends == 0 && !a.partial && b.ends == 0 && !b.partial {
        return true;
    }
    (b'0'..=b'9').all(|digit| {
        digits.push(digit);
        let same = agree(coarse, last, length, digits);
        digits.pop();
        same
    })
}
