//! What a test says when texts fail.

use crate::judge::{Taken, Verdict};
use crate::text::Text;
use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};

/// The most texts that are shown.
const SHOWN: usize = 40;

/// The verdicts on all texts.
#[derive(Default)]
pub struct Report {
    verdicts: Vec<Verdict>,
    failures: BTreeMap<&'static str, Vec<Failure>>,
}

struct Failure {
    verdict: Verdict,
    template: &'static str,
    shown: String,
}

impl Report {
    pub fn add(&mut self, text: &Text, verdict: Verdict, taken: Option<&Taken>) {
        self.verdicts.push(verdict);
        if verdict == Verdict::Right {
            return;
        }
        let Text { kind, template, region, text, expected } = text;
        let shown = format!("{region} {text:?}\n      expected {expected:?}\n      got {taken:?}");
        self.failures.entry(kind).or_default().push(Failure { verdict, template, shown });
    }

    pub fn all(&self) -> usize {
        self.verdicts.len()
    }

    pub fn count(&self, verdict: Verdict) -> usize {
        self.verdicts.iter().filter(|found| **found == verdict).count()
    }
}

impl Display for Report {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        let all = [Verdict::Right, Verdict::Wrong, Verdict::NotFound, Verdict::Incomplete];
        write!(out, "{} texts:", self.all())?;
        for verdict in all {
            write!(out, " {verdict:?} {}", self.count(verdict))?;
        }
        writeln!(out)?;
        // One text of each template in turn, so that none hides the others.
        let mut left = SHOWN;
        for (kind, failures) in &self.failures {
            writeln!(out, "{kind}: {} failed", failures.len())?;
            let mut templates: Vec<&str> = Vec::new();
            let share = SHOWN.div_ceil(self.failures.len());
            for failure in failures {
                if left == 0 || templates.len() == share {
                    break;
                }
                if !templates.contains(&failure.template) {
                    templates.push(failure.template);
                    left -= 1;
                    writeln!(out, "  {:?}: {}", failure.verdict, failure.shown)?;
                }
            }
        }
        Ok(())
    }
}
