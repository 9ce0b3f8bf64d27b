//! Undo and redo for the number's field.
//!
//! A browser's own history ends when a script writes the field's value, which formatting does all
//! the time.

use crate::form::number::line::Line;
use crate::form::number::paste::NextNumbers;
use std::rc::Rc;

/// The most steps that are kept.
const LONGEST: usize = 200;

/// One step that can be undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The number before it.
    pub before: Line,
    /// The number after it.
    pub after: Line,
    /// The extension before and after the step, if the step moved one to its own field.
    pub extension: Option<(String, String)>,
    /// The other pasted numbers before and after it.
    pub next: [Rc<NextNumbers>; 2],
}

/// The steps that can be undone and redone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    steps: Vec<Step>,
    /// How many of the steps are done; the others were undone.
    done: usize,
}

impl History {
    /// Adds a step. Undone steps can no longer be redone.
    pub fn record(&mut self, step: Step) {
        self.steps.truncate(self.done);
        if self.done == LONGEST {
            self.steps.remove(0);
        }
        self.steps.push(step);
        self.done = self.steps.len();
    }

    /// The step to undo.
    pub fn undo(&mut self) -> Option<Step> {
        self.done = self.done.checked_sub(1)?;
        self.steps.get(self.done).cloned()
    }

    /// The step to redo.
    pub fn redo(&mut self) -> Option<Step> {
        let step = self.steps.get(self.done)?;
        self.done += 1;
        Some(step.clone())
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        *self = History::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(before: &str, after: &str) -> Step {
        Step {
            before: Line::new(before),
            after: Line::new(after),
            extension: None,
            next: Default::default(),
        }
    }

    #[test]
    fn steps_are_undone_and_done_again() {
        let mut history = History::default();
        assert_eq!((history.undo(), history.redo()), (None, None));
        history.record(step("", "5"));
        history.record(step("5", "51"));
        assert_eq!(history.undo(), Some(step("5", "51")));
        assert_eq!(history.undo(), Some(step("", "5")));
        assert_eq!(history.undo(), None);
        assert_eq!(history.redo(), Some(step("", "5")));
        history.record(step("5", "52"));
        assert_eq!(history.redo(), None);
        assert_eq!(history.undo(), Some(step("5", "52")));
        history.clear();
        assert_eq!((history.undo(), history.redo()), (None, None));
    }

    #[test]
    fn the_oldest_steps_are_forgotten() {
        let mut history = History::default();
        for number in 0..1_000 {
            history.record(step("", &number.to_string()));
        }
        let undone = std::iter::from_fn(|| history.undo());
        let undone: Vec<Step> = undone.collect();
        assert_eq!(undone.len(), LONGEST);
        assert_eq!(undone.last(), Some(&step("", "800")));
    }
}
