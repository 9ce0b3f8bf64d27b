//! The chart that the README and the documents show: bars, as an SVG that is readable on a light
//! page and on a dark one.

use std::fmt::Write as _;

use crate::pages::Page;
use crate::results::Results;
use crate::samples::Row;
use crate::table::figure;

/// The groups of bars: the row of the results, and the title above it.
const GROUPS: [(&str, &str); 7] = [
    ("ready", "Until the number can be typed: slow 4G, CPU ÷4, milliseconds"),
    ("bytes before typing", "Transferred by then: bytes, with brotli"),
    ("saved by a typist", "Until the number is typed, five keys a second, and saved: milliseconds"),
    ("bytes until saved by a typist", "Transferred by then: bytes, with brotli"),
    ("task time per key, typing", "Each key typed: CPU ÷4, milliseconds of the main thread"),
    (
        "ready, 100 forms",
        "A page with a hundred forms: CPU ÷4, milliseconds until all can be typed in",
    ),
    (
        "ready, 100 forms made later",
        "A hundred forms made after the page has loaded: CPU ÷4, milliseconds",
    ),
];

const WIDTH: u32 = 720;
/// The position at which bars begin, and the length of the longest bar.
const LEFT: u32 = 150;
const LONGEST: f64 = 480.0;
const LINE: u32 = 20;

const STYLE: &str = "\
text { font: 12px system-ui, sans-serif; fill: #1f2328; }
.title { font-weight: 600; }
.name { text-anchor: end; }
.other { fill: #afb8c1; }
.ours { fill: #0969da; }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3; }
  .other { fill: #57606a; }
  .ours { fill: #4493f8; }
}
";

/// The chart of those groups that were measured.
pub(crate) fn svg(results: &Results) -> String {
    let mut body = String::new();
    let mut y = 0;
    for (what, title) in GROUPS {
        if let Some(row) = results.row(what) {
            group(&mut body, row, title, &mut y);
        }
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{y}\" \
         viewBox=\"0 0 {WIDTH} {y}\" role=\"img\">\n\
         <title>The form beside what else a page could use; less is better</title>\n\
         <style>\n{STYLE}</style>\n{body}</svg>\n"
    )
}

/// A title and a bar for each page, from the shortest to the longest.
fn group(body: &mut String, row: &Row, title: &str, y: &mut u32) {
    let measured = Page::ALL.into_iter().filter_map(|page| Some((page, row.median(page)?)));
    let mut bars: Vec<(Page, f64)> = measured.collect();
    bars.sort_by(|(_, one), (_, other)| one.total_cmp(other));
    let most = bars.last().map_or(1.0, |(_, value)| value.max(f64::MIN_POSITIVE));

    *y += LINE;
    line(body, &format!("<text class=\"title\" x=\"0\" y=\"{y}\">{title}</text>", y = *y - 5));
    for (page, value) in bars {
        let (text, bar) = (*y + 14, *y + 3);
        let kind = if page.script().is_none() { "ours" } else { "other" };
        let width = value / most * LONGEST;
        let end = f64::from(LEFT) + width + 6.0;
        let name = label(page);
        let figure = figure(value, row.unit);
        line(body, &format!("<text class=\"name\" x=\"{}\" y=\"{text}\">{name}</text>", LEFT - 8));
        line(
            body,
            &format!(
                "<rect class=\"{kind}\" x=\"{LEFT}\" y=\"{bar}\" width=\"{width:.1}\" height=\"14\" rx=\"2\"/>"
            ),
        );
        line(body, &format!("<text x=\"{end:.1}\" y=\"{text}\">{figure}</text>"));
        *y += LINE;
    }
    *y += LINE / 2;
}

/// A page's name for readers who do not know the names in the results.
fn label(page: Page) -> &'static str {
    match page {
        Page::Ours => "lead-phone-form",
        Page::OursPreloaded => "… preloaded",
        Page::OursBefore => "… before",
        page => page.name(),
    }
}

fn line(body: &mut String, text: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(body, "{text}");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::results::Part;
    use crate::samples::{Samples, Unit};

    #[test]
    fn bars_are_as_long_as_what_they_stand_for_and_in_its_order() {
        let mut samples = Samples::default();
        samples.add(Page::Ours, "ready", Unit::Milliseconds, 800.0);
        samples.add(Page::VanillaNone, "ready", Unit::Milliseconds, 500.0);
        samples.add(Page::ItiUtils, "ready", Unit::Milliseconds, 1_000.0);
        let part = Part { browser: String::new(), rounds: 1, rows: samples.rows() };
        let mut results = Results::new();
        results.parts.insert("loading".to_owned(), part);

        let svg = svg(&results);
        let found = |text: &str| svg.find(text).unwrap_or_else(|| panic!("no {text} in {svg}"));
        let first = found("<rect class=\"other\" x=\"150\" y=\"23\" width=\"240.0\"");
        let ours = found("<rect class=\"ours\" x=\"150\" y=\"43\" width=\"384.0\"");
        let last = found("<rect class=\"other\" x=\"150\" y=\"63\" width=\"480.0\"");
        assert!(first < ours && ours < last, "{svg}");
        found(">1,000</text>");
        found("prefers-color-scheme: dark");
        // A group that was not measured is left out.
        assert_eq!(svg.matches("class=\"title\"").count(), 1, "{svg}");
    }
}
