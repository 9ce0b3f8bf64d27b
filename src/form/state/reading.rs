//! The reading of the number, kept until something that it is made from changes.

use super::State;
use crate::form::number::reading::{self, Reading};
use lead_phone_number::{Region, Zone};
use std::rc::Rc;

/// A reading, and what it was made from.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct KeptReading {
    text: String,
    country: Region,
    unavailable: Vec<Zone>,
    revision: u32,
    reading: Rc<Reading>,
}

impl State {
    /// What the form makes of the number.
    ///
    /// Each change of the state keeps it. It is made anew here only where another form of the
    /// page has loaded plans since, so it is never out of date.
    pub fn reading(&self) -> Rc<Reading> {
        match self.kept_reading() {
            Some(reading) => Rc::clone(reading),
            None => Rc::new(self.read()),
        }
    }

    /// Reads the number, unless that has been done.
    pub(super) fn keep_reading(&mut self) {
        if self.kept_reading().is_none() {
            self.kept = Some(KeptReading {
                text: self.fields.number.clone(),
                country: self.country(),
                unavailable: self.unavailable.clone(),
                revision: self.plans.revision(),
                reading: Rc::new(self.read()),
            });
        }
    }

    fn kept_reading(&self) -> Option<&Rc<Reading>> {
        let kept = self.kept.as_ref()?;
        let is_current = kept.text == self.fields.number
            && kept.country == self.country()
            && kept.unavailable == self.unavailable
            && kept.revision == self.plans.revision();
        is_current.then_some(&kept.reading)
    }

    fn read(&self) -> Reading {
        let country = self.country();
        self.plans
            .ask(|tables| reading::read(tables, &self.fields.number, country, &self.unavailable))
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
#[path = "reading_tests.rs"]
mod tests;
