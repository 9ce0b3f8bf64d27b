//! Finds the fewest steps that still fail, by leaving out more and more of them (delta debugging).

/// A search. [`Shrinking::next`] says what to try, [`Shrinking::told`] hears how it went.
#[derive(Debug)]
pub struct Shrinking {
    /// The numbers of the steps that fail.
    kept: Vec<usize>,
    /// How many steps the next try leaves out.
    chunk: usize,
    /// Where the next try leaves them out.
    at: usize,
}

impl Shrinking {
    /// A search that begins with these numbers of steps, which fail.
    #[must_use]
    pub fn new(failing: Vec<usize>) -> Self {
        let chunk = failing.len().div_ceil(2);
        // The steps after the fault are often the last ones.
        let at = failing.len().saturating_sub(chunk);
        Self { kept: failing, chunk, at }
    }

    /// The fewest steps that are known to fail.
    #[must_use]
    pub fn fewest(&self) -> &[usize] {
        &self.kept
    }

    /// The steps to try next; none when no single step can be left out any more.
    #[must_use]
    pub fn next(&self) -> Option<Vec<usize>> {
        if self.chunk == 0 || self.kept.is_empty() {
            return None;
        }
        let end = (self.at + self.chunk).min(self.kept.len());
        Some([&self.kept[..self.at], &self.kept[end..]].concat())
    }

    /// Hears whether the steps of [`Shrinking::next`] fail too.
    pub fn told(&mut self, fails: bool) {
        if fails && let Some(fewer) = self.next() {
            self.kept = fewer;
        }
        if self.at > 0 {
            self.at = self.at.saturating_sub(self.chunk);
            return;
        }
        // All places were tried. Smaller parts are next; single steps until none can be left out.
        self.chunk = if self.chunk == 1 && !fails { 0 } else { self.chunk.div_ceil(2) };
        self.chunk = self.chunk.min(self.kept.len());
        self.at = self.kept.len().saturating_sub(self.chunk);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The fewest of `count` steps for which `fails`, and how many tries that took.
    fn shrunk(count: usize, fails: impl Fn(&[usize]) -> bool) -> (Vec<usize>, usize) {
        let mut shrinking = Shrinking::new((0..count).collect());
        let mut tries = 0;
        while let Some(steps) = shrinking.next() {
            tries += 1;
            assert!(tries < 10_000, "it does not end");
            shrinking.told(fails(&steps));
        }
        (shrinking.fewest().to_vec(), tries)
    }

    #[test]
    fn only_what_is_needed_is_left() {
        for needed in [vec![0], vec![999], vec![3, 400, 998], vec![10, 11, 12, 13], vec![]] {
            let (fewest, tries) =
                shrunk(1000, |steps| needed.iter().all(|step| steps.contains(step)));
            assert_eq!(fewest, needed);
            assert!(tries < 120, "{tries} tries for {needed:?}");
        }
    }

    #[test]
    fn what_fails_in_two_ways_is_left_in_one() {
        let fails = |steps: &[usize]| steps.contains(&5) || steps.contains(&70);
        assert_eq!(shrunk(100, fails).0.len(), 1);
    }

    #[test]
    fn few_steps_and_none_end_at_once() {
        assert_eq!(shrunk(0, |_| true), (vec![], 0));
        assert_eq!(shrunk(1, |_| false).0, [0]);
        assert_eq!(shrunk(1, |_| true).0, Vec::<usize>::new());
        assert_eq!(shrunk(2, |steps| steps.contains(&0)).0, [0]);
    }
}
