//! The summary of many measurements of the same thing.

use serde::{Deserialize, Serialize};

/// The median and the quartiles of some measurements.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// Half of the measurements are at most this.
    pub median: f64,
    /// A quarter of them are at most this.
    pub lower: f64,
    /// Three quarters of them are at most this.
    pub upper: f64,
    /// How many measurements there were.
    pub count: usize,
}

impl Summary {
    /// Summarizes values; `None` if there are none.
    pub fn of(values: &[f64]) -> Option<Self> {
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        Some(Self {
            median: quantile(&sorted, 0.5)?,
            lower: quantile(&sorted, 0.25)?,
            upper: quantile(&sorted, 0.75)?,
            count: sorted.len(),
        })
    }
}

/// The value below which this part of the sorted values lies, with linear interpolation between the
/// two nearest values: the default of R and numpy.
fn quantile(sorted: &[f64], part: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let position = part * last as f64;
    let below = sorted.get(position.floor() as usize)?;
    let above = sorted.get(position.ceil() as usize)?;
    Some(below + (above - below) * position.fract())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_is_of_the_sorted_values_and_lies_between_them() {
        let odd = Summary::of(&[9.0, 1.0, 5.0]);
        assert_eq!(odd, Some(Summary { median: 5.0, lower: 3.0, upper: 7.0, count: 3 }));
        let even = Summary::of(&[4.0, 1.0, 2.0, 3.0]);
        assert_eq!(even, Some(Summary { median: 2.5, lower: 1.75, upper: 3.25, count: 4 }));
        let one = Summary::of(&[7.0]);
        assert_eq!(one, Some(Summary { median: 7.0, lower: 7.0, upper: 7.0, count: 1 }));
        assert_eq!(Summary::of(&[]), None);
    }
}
