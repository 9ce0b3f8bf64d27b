//! Caches the reading of the number until one of its inputs changes.

use super::State;
use crate::form::number::reading::{self, Reading, ReadingResult};
use lead_phone_number::{Region, Zone};
use std::rc::Rc;

/// A cached reading, with the inputs that it was made from.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct KeptReading {
    text: String,
    country: Region,
    unavailable: Vec<Zone>,
    revision: u32,
    reading: Rc<Reading>,
}

impl State {
    /// The reading of the number.
    ///
    /// Each change of the state caches it. It is computed here only if another form of the page
    /// has loaded plans in the meantime, so it is always up to date.
    pub fn reading(&self) -> Rc<Reading> {
        match self.kept_reading() {
            Some(reading) => Rc::clone(reading),
            None => Rc::new(self.read()),
        }
    }

    /// Reads the number and caches the result, unless the cache is current.
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
        self.plans.ask(|tables| {
            let mut reading =
                reading::read(tables, &self.fields.number, country, &self.unavailable);
            // While a number is shortened, its country stays until its calling code is gone: the
            // main country of the calling code would only be passed through.
            if let Some(before) = self.kept.as_ref().map(|kept| kept.reading.country)
                && reading.country != country
                && !matches!(&reading.result, ReadingResult::Read(number) if number.valid)
                && tables.calling_code(before) == tables.calling_code(reading.country)
            {
                reading.country = before;
            }
            reading
        })
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
#[path = "reading_tests.rs"]
mod tests;
