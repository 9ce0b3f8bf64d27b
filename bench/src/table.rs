//! The results as tables, for the terminal and the documents.

use std::fmt::Write as _;

use crate::goals::{GOALS, Standing};
use crate::pages::Page;
use crate::results::Results;
use crate::samples::{Row, Unit};
use crate::statistics::Summary;

/// All figures, with a table for each part, and then the goals.
pub(crate) fn all(results: &Results) -> String {
    let mut text = String::new();
    for (measure, part) in results.in_order() {
        let pages: Vec<_> = Page::ALL
            .into_iter()
            .filter(|page| part.rows.iter().any(|row| row.median(*page).is_some()))
            .collect();
        let mut lines = vec![heading(measure.name(), &pages)];
        lines.extend(part.rows.iter().map(|row| line(row, &pages)));
        text.push_str(&aligned(&lines));
        text.push('\n');
    }
    let standings: Vec<_> = GOALS.iter().filter_map(|goal| goal.standing(results)).collect();
    if !standings.is_empty() {
        let words = ["goal", "against", "is", "at most", ""].map(str::to_owned);
        let mut lines = vec![words.to_vec()];
        lines.extend(standings.iter().map(standing));
        text.push_str(&aligned(&lines));
    }
    text
}

fn heading(name: &str, pages: &[Page]) -> Vec<String> {
    let pages = pages.iter().map(|page| page.name().to_owned());
    std::iter::once(name.to_owned()).chain(pages).collect()
}

/// Each median, and half the distance between the quartiles.
fn line(row: &Row, pages: &[Page]) -> Vec<String> {
    let cell = |page: &Page| match row.pages.get(page.name()) {
        Some(Summary { median, lower, upper, .. }) if lower == upper => figure(*median, row.unit),
        Some(Summary { median, lower, upper, .. }) => {
            let spread = (upper - lower) / 2.0;
            format!("{} ±{}", figure(*median, row.unit), figure(spread, row.unit))
        }
        None => "–".to_owned(),
    };
    let name = match row.unit {
        Unit::Milliseconds => format!("{}, ms", row.what),
        _ => row.what.clone(),
    };
    std::iter::once(name).chain(pages.iter().map(cell)).collect()
}

fn standing(standing: &Standing) -> Vec<String> {
    let written = |value: f64| match standing.against {
        Some(_) => format!("{value:.2} ×"),
        None => figure(value, Unit::Count),
    };
    let against = standing.against.map_or("", Page::name).to_owned();
    let (ratio, at_most) = (written(standing.ratio), written(standing.at_most));
    vec![standing.what.to_owned(), against, ratio, at_most, standing.verdict().to_owned()]
}

/// A figure for readers: with separated thousands, and with decimals if these matter.
pub(crate) fn figure(value: f64, unit: Unit) -> String {
    match unit {
        Unit::Score => format!("{value:.3}"),
        Unit::Milliseconds if value < 100.0 => format!("{value:.1}"),
        Unit::Milliseconds | Unit::Bytes | Unit::Count => thousands(value.round() as i64),
    }
}

fn thousands(value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut text = String::from(if value < 0 { "−" } else { "" });
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Aligned columns, each as wide as its longest cell. Only the first column is aligned left.
fn aligned(lines: &[Vec<String>]) -> String {
    let columns = lines.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        let words = lines.iter().filter_map(|line| line.get(column));
        words.map(|word| word.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<_> = (0..columns).map(width).collect();
    let mut text = String::new();
    for line in lines {
        let mut whole = String::new();
        for (index, (word, width)) in line.iter().zip(&widths).enumerate() {
            // Writing to a string cannot fail.
            let _ = match index {
                0 => write!(whole, "{word:width$}"),
                _ => write!(whole, "  {word:>width$}"),
            };
        }
        text.push_str(whole.trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::results::Part;
    use crate::samples::Samples;

    #[test]
    fn a_table_has_the_median_the_spread_and_the_goal() {
        let mut samples = Samples::default();
        for (ours, theirs) in [(1_200.0, 800.0), (1_240.0, 800.0), (1_220.0, 800.0)] {
            samples.add(Page::Ours, "ready", Unit::Milliseconds, ours);
            samples.add(Page::VanillaLpnMax, "ready", Unit::Milliseconds, theirs);
        }
        samples.add(Page::Ours, "layout shift", Unit::Score, 0.0);
        let part = Part { browser: String::new(), rounds: 3, rows: samples.rows() };
        let mut results = Results::new();
        results.parts.insert("loading".to_owned(), part);
        let expected = "\
loading              ours  vanilla-lpn-max
ready, ms     1,220 ±10.0              800
layout shift        0.000                –

goal           against      is  at most
ready  vanilla-lpn-max  1.52 ×   1.10 ×  missed
";
        assert_eq!(all(&results), expected);
    }

    #[test]
    fn thousands_are_set_apart() {
        let written = [0, 999, 1_000, 85_000, 1_234_567, -1_500].map(thousands);
        assert_eq!(written, ["0", "999", "1,000", "85,000", "1,234,567", "−1,500"]);
    }
}
