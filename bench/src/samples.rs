//! Single measurements, and their summaries.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::pages::Page;
use crate::statistics::Summary;

/// The unit of a measurement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Unit {
    Milliseconds,
    Bytes,
    Count,
    /// The browser's layout shift score: how much of a page has moved, and how far.
    Score,
}

/// All measurements of one thing, by page.
#[derive(Clone, Debug)]
struct Series {
    what: String,
    unit: Unit,
    values: BTreeMap<Page, Vec<f64>>,
}

/// Measurements, in the order in which things were first measured.
#[derive(Clone, Debug, Default)]
pub(crate) struct Samples {
    series: Vec<Series>,
}

impl Samples {
    /// Adds one measurement.
    pub(crate) fn add(&mut self, page: Page, what: &str, unit: Unit, value: f64) {
        let known = self.series.iter().position(|series| series.what == what);
        let index = known.unwrap_or_else(|| {
            let values = BTreeMap::new();
            self.series.push(Series { what: what.to_owned(), unit, values });
            self.series.len() - 1
        });
        if let Some(series) = self.series.get_mut(index) {
            series.values.entry(page).or_default().push(value);
        }
    }

    /// Summarizes the measurements.
    pub(crate) fn rows(&self) -> Vec<Row> {
        let row = |series: &Series| {
            let summary = |(page, values): (&Page, &Vec<f64>)| {
                Some((page.name().to_owned(), Summary::of(values)?))
            };
            let pages = series.values.iter().filter_map(summary).collect();
            Row { what: series.what.clone(), unit: series.unit, pages }
        };
        self.series.iter().map(row).collect()
    }
}

/// The summary of one thing that was measured, by page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Row {
    /// The thing that was measured, and the conditions.
    pub(crate) what: String,
    pub(crate) unit: Unit,
    pub(crate) pages: BTreeMap<String, Summary>,
}

impl Row {
    /// The median on a page.
    pub(crate) fn median(&self, page: Page) -> Option<f64> {
        self.pages.get(page.name()).map(|summary| summary.median)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measurements_are_summed_up_by_what_they_are_of_and_by_page() {
        let mut samples = Samples::default();
        samples.add(Page::Ours, "ready", Unit::Milliseconds, 3.0);
        samples.add(Page::ItiUtils, "ready", Unit::Milliseconds, 9.0);
        samples.add(Page::Ours, "bytes", Unit::Bytes, 100.0);
        samples.add(Page::Ours, "ready", Unit::Milliseconds, 5.0);
        let rows = samples.rows();
        let names: Vec<_> = rows.iter().map(|row| row.what.as_str()).collect();
        assert_eq!(names, ["ready", "bytes"]);
        assert_eq!(rows[0].median(Page::Ours), Some(4.0));
        assert_eq!(rows[0].median(Page::ItiUtils), Some(9.0));
        assert_eq!(rows[1].median(Page::ItiUtils), None);
    }
}
