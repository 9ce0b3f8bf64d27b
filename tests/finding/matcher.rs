//! Compares what the form takes out of a text with what libphonenumber finds in it.
//!
//! `cargo xtask numbers` makes `matcher.tsv.gz`. Texts in which libphonenumber finds several numbers
//! are left out: it may have made two of one number and the digits beside it.

use crate::draft::Expected;
use crate::judge;
use crate::world::world;
use flate2::read::GzDecoder;
use lead_phone_number::{Region, Tables};
use std::collections::BTreeSet;
use std::io::Read;

/// The most texts that are shown.
const SHOWN: usize = 40;

/// What stands before an extension that libphonenumber does not find.
const LABELS: &[&str] = &[
    "poste ",
    "p. ",
    "local ",
    "loc. ",
    "bur. ",
    "interne ",
    "interno ",
    "ramal ",
    "Durchwahl ",
    "DW ",
    "分机 ",
    "转",
    ",,",
];

/// Texts in which libphonenumber finds another number than a reader: the text, the reader's number,
/// and why it is that one.
const EXCEPTIONS: &[(&str, &str, &str)] =
    &[("02 12345 13:15", "+390212345", "the hour is no part of a number that may be longer")];

struct Row {
    region: Region,
    template: String,
    why: String,
    text: String,
    numbers: Vec<Expected>,
}

fn rows() -> Vec<Row> {
    let name = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/finding/matcher.tsv.gz");
    let file = std::fs::File::open(name).expect("the file is in the repository");
    let mut text = String::new();
    GzDecoder::new(file).read_to_string(&mut text).expect("the file is gzipped UTF-8");
    let row = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let [region, template, why, text, numbers] = cells[..] else { panic!("{line}") };
        Row {
            region: Region::new(region).expect("a region"),
            template: template.to_owned(),
            why: why.to_owned(),
            text: unescaped(text),
            numbers: numbers.split_whitespace().map(number).collect(),
        }
    };
    text.lines().skip(1).map(row).collect()
}

fn unescaped(text: &str) -> String {
    let mut unescaped = String::new();
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        unescaped.push(match character {
            '\\' => match characters.next() {
                Some('n') => '\n',
                Some('t') => '\t',
                _ => '\\',
            },
            other => other,
        });
    }
    unescaped
}

fn number(text: &str) -> Expected {
    match text.split_once(";ext=") {
        Some((e164, extension)) => {
            Expected { e164: e164.to_owned(), extension: Some(extension.to_owned()) }
        }
        None => Expected { e164: text.to_owned(), extension: None },
    }
}

/// What the form takes first.
fn taken(tables: &Tables, row: &Row) -> Option<Expected> {
    judge::take(tables, &row.text, row.region).and_then(|taken| taken.first)
}

/// What makes the form's answer right although it is not libphonenumber's: the label of an extension,
/// or the text of an exception.
fn reason(row: &Row, theirs: &Expected, ours: &Expected) -> Option<&'static str> {
    if let Some((text, e164, _)) = EXCEPTIONS.iter().find(|(text, ..)| *text == row.text) {
        return (ours.e164 == *e164 && ours.extension.is_none()).then_some(*text);
    }
    let extension = ours.extension.as_deref()?;
    let is_before = |label: &&&str| row.text.contains(&[**label, extension].concat());
    let label = LABELS.iter().find(is_before)?;
    (theirs.extension.is_none() && theirs.e164 == ours.e164).then_some(*label)
}

#[test]
fn one_number_is_found_where_libphonenumber_finds_it() {
    let tables = world();
    let rows = rows();
    assert!(rows.len() >= 2_000);
    let mut reasons: BTreeSet<&str> = BTreeSet::new();
    let mut failures = Vec::new();
    for row in &rows {
        let ours = taken(&tables, row);
        let first = row.numbers.first();
        let is_right = match (first, &ours) {
            // Several numbers.
            (Some(first), _) if row.numbers.iter().any(|number| number != first) => true,
            (None, None) => true,
            (None, Some(_)) => !row.why.is_empty(),
            (Some(_), None) => false,
            (Some(theirs), Some(ours)) if theirs == ours => true,
            (Some(theirs), Some(ours)) => {
                let reason = reason(row, theirs, ours);
                reasons.extend(reason);
                reason.is_some()
            }
        };
        if !is_right {
            failures.push(format!(
                "{}: {} {:?}: expected {first:?}, got {ours:?}",
                row.template, row.region, row.text
            ));
        }
    }
    let shown = failures.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join("\n");
    assert!(failures.is_empty(), "{} of {} texts:\n{shown}", failures.len(), rows.len());
    for name in LABELS.iter().chain(EXCEPTIONS.iter().map(|(text, ..)| text)) {
        assert!(reasons.contains(name), "{name:?} is no exception any more");
    }
}
