//! The number's part of the state: its country, its reading, and what follows from them.

use super::reading::{self, Reading, ReadingResult};
use super::state::{Effect, State};
use crate::number::{self, Number, Region, Style, Zone};

impl State {
    /// The country that a number in national form is read for.
    pub fn country(&self) -> Region {
        self.chosen.unwrap_or(self.settings.country)
    }

    /// What the form makes of the number.
    pub fn reading(&self) -> Reading {
        let country = self.country();
        self.plans
            .ask(|tables| reading::read(tables, &self.fields.number, country, &self.unavailable))
    }

    /// A number of the country as people write it, for an empty field; `None` until the
    /// country's plan is there.
    pub fn example(&self) -> Option<String> {
        let country = self.country();
        self.plans.ask(|tables| {
            let example = number::example(tables, country, false)?;
            Some(number::format(tables, &example, Style::National))
        })
    }

    /// After the number's text has changed.
    pub(super) fn number_changed(&mut self) -> Vec<Effect> {
        self.errors.number = None;
        self.may_save_anyway = false;
        self.edited();
        if self.fields.number.trim().is_empty() {
            // A number typed anew is a new occasion to load its plan.
            self.unavailable.clear();
        }
        self.read_again()
    }

    /// After the number, its country or the plans have changed.
    fn read_again(&mut self) -> Vec<Effect> {
        let reading = self.reading();
        if !self.touched.mobile {
            let known = match &reading.result {
                ReadingResult::Read(number) if self.touched.number => number.mobile,
                _ => None,
            };
            self.fields.mobile = known.unwrap_or(self.baseline.mobile);
        }
        let zone = self
            .plans
            .ask(|tables| number::typed_zone(tables, &self.fields.number, Some(self.country())));
        let zone = match reading.result {
            ReadingResult::Waiting(zone) => Some(zone),
            _ => zone,
        };
        let missing =
            zone.filter(|zone| !self.plans.has(*zone) && !self.unavailable.contains(zone));
        [Effect::WriteFields].into_iter().chain(missing.map(Effect::Load)).collect()
    }

    pub(super) fn choose(&mut self, country: Region) -> Vec<Effect> {
        // A number in international form would turn the choice back: it becomes a number
        // of the country instead.
        let digits = self.plans.ask(|tables| {
            let typed =
                number::typed_international(tables, &self.fields.number, Some(self.country()))?;
            let number = number::parse(tables, &self.fields.number, Some(self.country()));
            let national = number.as_ref().map(Number::national).unwrap_or_default();
            Some(if national.is_empty() { typed } else { national.to_owned() })
        });
        if let Some(digits) = digits {
            self.fields.number = digits;
            self.touched.number = true;
        }
        self.chosen = Some(country);
        self.unavailable.clear();
        self.country_changed()
    }

    pub(super) fn country_changed(&mut self) -> Vec<Effect> {
        self.errors.number = None;
        self.may_save_anyway = false;
        self.edited();
        self.read_again()
    }

    pub(super) fn plan_loaded(&mut self, zone: Zone, is_there: bool) -> Vec<Effect> {
        self.unavailable.retain(|unavailable| *unavailable != zone);
        if !is_there {
            self.unavailable.push(zone);
        }
        let waited = self.waits_for_plan;
        let mut effects = self.read_again();
        if waited && !matches!(self.reading().result, ReadingResult::Waiting(_)) {
            self.waits_for_plan = false;
            effects.extend(self.submit(false));
        }
        effects
    }

    /// An extension that was typed with the number goes into its own field.
    pub(super) fn move_extension(&mut self) -> Vec<Effect> {
        let ReadingResult::Read(number) = self.reading().result else { return Vec::new() };
        let Some(extension) = number.extension else { return Vec::new() };
        let country = self.country();
        let rest = self.plans.ask(|tables| {
            reading::without_extension(tables, &self.fields.number, country).to_owned()
        });
        self.fields.number = rest;
        self.fields.extension = extension;
        self.touched.extension = true;
        self.errors.extension = None;
        vec![Effect::WriteFields]
    }
}

#[cfg(test)]
#[path = "number_field_tests.rs"]
mod tests;
