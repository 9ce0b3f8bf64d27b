//! The number's part of the state: its country, its reading, and what follows from them.

use super::reading::{self, Reading, ReadingResult};
use super::state::{Effect, State};
use crate::number::{self, Region, Style, Zone};

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

    /// Whether the number as it stands cannot be sent.
    pub(super) fn is_refused(&self) -> bool {
        match self.reading().result {
            ReadingResult::Refused(_) => true,
            ReadingResult::Read(number) => number.impossible.is_some(),
            _ => false,
        }
    }

    /// The number's text was edited.
    pub(super) fn number_edited(&mut self, text: String) -> Vec<Effect> {
        if is_another(&self.fields.number, &text)
            && self.moved_extension.take().is_some_and(|moved| moved == self.fields.extension)
        {
            self.fields.extension = self.baseline.extension.clone();
            self.touched.extension = false;
        }
        self.fields.number = text;
        self.touched.number = true;
        self.left_early = false;
        self.changed();
        if self.fields.number.trim().is_empty() {
            // A number typed anew is a new occasion to load its plan.
            self.unavailable.clear();
        }
        self.read_again()
    }

    /// After the number, its country or the plans have changed.
    pub(super) fn read_again(&mut self) -> Vec<Effect> {
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
        let load = zone.and_then(|zone| self.load(zone));
        [Effect::WriteFields].into_iter().chain(load).collect()
    }

    /// Asks for a world zone's plans, where that has not been done.
    pub(super) fn load(&mut self, zone: Zone) -> Option<Effect> {
        let known = self.plans.has(zone)
            || self.unavailable.contains(&zone)
            || self.asked_for.contains(&zone);
        (!known).then(|| {
            self.asked_for.push(zone);
            Effect::Load(zone)
        })
    }

    pub(super) fn choose(&mut self, country: Region) -> Vec<Effect> {
        // A number in international form would turn the choice back: it becomes a number
        // of the country instead. One that cannot be read stays as it is.
        let digits = self.plans.ask(|tables| {
            let number = number::parse(tables, &self.fields.number, Some(self.country())).ok()?;
            number.was_international().then(|| number.national().to_owned())
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
        self.changed();
        self.read_again()
    }

    fn changed(&mut self) {
        self.errors.number = None;
        self.may_save_anyway = false;
        self.waits_for_plan = false;
        self.edited();
    }

    pub(super) fn plan_loaded(&mut self, zone: Zone, is_there: bool) -> Vec<Effect> {
        self.asked_for.retain(|asked_for| *asked_for != zone);
        self.unavailable.retain(|unavailable| *unavailable != zone);
        if !is_there {
            self.unavailable.push(zone);
        }
        let waited = self.waits_for_plan;
        let mut effects = self.read_again();
        if self.left_early {
            effects.extend(self.number_left());
        }
        if waited && !matches!(self.reading().result, ReadingResult::Waiting(_)) {
            self.waits_for_plan = false;
            effects.extend(self.submit(false));
        }
        effects
    }

    /// The number is complete for now.
    pub(super) fn number_left(&mut self) -> Vec<Effect> {
        self.left_early = matches!(self.reading().result, ReadingResult::Waiting(_));
        self.move_extension()
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
        self.moved_extension = Some(extension.clone());
        self.fields.extension = extension;
        self.touched.extension = true;
        self.errors.extension = None;
        vec![Effect::WriteFields]
    }
}

/// Whether a text is another number, and not an edit of this one: less than half of this
/// one's digits are left at its ends.
fn is_another(this: &str, other: &str) -> bool {
    let digits = |text: &str| -> Vec<char> { text.chars().filter(|c| c.is_numeric()).collect() };
    let (this, other) = (digits(this), digits(other));
    let same =
        |pairs: &mut dyn Iterator<Item = (&char, &char)>| pairs.take_while(|(a, b)| a == b).count();
    let start = same(&mut this.iter().zip(&other));
    let end = same(&mut this.iter().rev().zip(other.iter().rev()));
    2 * (start + end) < this.len()
}

#[cfg(test)]
#[path = "number_field_tests.rs"]
mod tests;
