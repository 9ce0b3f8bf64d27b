//! The number's part of the state: its country, its reading, and what follows from them.

use super::caret;
use super::edit::{self, Edit};
use super::fields::Fields;
use super::line::Line;
use super::paste::{self, Pasted};
use super::reading::{self, Reading, ReadingResult};
use super::state::{Effect, State};
use super::texts::Text;
use crate::api::phone::Phone;
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

    /// The line to show after an edit.
    pub(super) fn edited_line(&self, before: &Line, now: Line, edit: Edit) -> Line {
        let country = self.country();
        self.plans.ask(|tables| edit::edited(tables, country, before, now, edit))
    }

    /// What of a text is the number.
    pub(super) fn take_number_of(&self, text: &str) -> Pasted {
        let country = self.country();
        self.plans.ask(|tables| paste::take(tables, text, country, &self.unavailable))
    }

    /// After a paste: what it comes to is complete, and what cannot be read is said.
    pub(super) fn pasted(&mut self, pasted: Pasted) -> Vec<Effect> {
        self.fields.number = pasted.text;
        self.touched.number = true;
        let mut effects = self.number_changed();
        effects.extend(self.move_extension());
        if pasted.more {
            self.status = Some(Text::SeveralPasted.into());
        }
        if !pasted.found {
            let why = match self.reading().result {
                ReadingResult::Refused(text) => Some(text),
                ReadingResult::Read(number) => number.impossible,
                _ => None,
            };
            let is_number = caret::significant(&self.fields.number).is_some();
            let why = why.map(|text| if is_number { text } else { Text::NothingPasted });
            self.errors.number = why.map(Into::into);
        }
        effects
    }

    /// What a phone has, as it stands in the fields.
    pub(super) fn fields_of(&self, phone: &Phone) -> Fields {
        let mut fields = Fields::of(phone);
        let country = self.settings.country;
        let number = self.plans.ask(|tables| reading::readable(tables, &fields.number, country));
        fields.number = number.unwrap_or(fields.number);
        fields
    }

    /// The number that the API holds, where it is the one in the field.
    pub(super) fn saved_number(&self) -> Option<&str> {
        let number = self.phone.as_ref()?.number.as_deref().filter(|number| !number.is_empty())?;
        let is_it = self.fields.number == self.baseline.number && !self.has_another_country();
        is_it.then_some(number)
    }

    /// Whether the number that the API holds is another one, as it stands in the field, by
    /// the country that the user has chosen.
    pub(super) fn has_another_country(&self) -> bool {
        let saved = self.phone.as_ref().and_then(|phone| phone.number.as_ref());
        self.chosen.is_some()
            && !self.baseline.number.is_empty()
            && match self.reading().result {
                ReadingResult::Read(number) => Some(&number.e164) != saved,
                _ => true,
            }
    }

    /// Formats the number again, after its country or the plans have changed.
    fn format_again(&mut self) {
        if self.saved_number().is_some()
            && let Some(phone) = self.phone.as_ref()
        {
            let number = self.fields_of(phone).number;
            self.baseline.number.clone_from(&number);
            self.fields.number = number;
            return;
        }
        let country = self.country();
        let text = &self.fields.number;
        if let Some(text) = self.plans.ask(|tables| caret::formatted(tables, text, country)) {
            self.fields.number = text;
        }
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
        self.written()
    }

    /// After the fields have been written: the plan that is needed next.
    pub(super) fn written(&self) -> Vec<Effect> {
        let zone = self
            .plans
            .ask(|tables| number::typed_zone(tables, &self.fields.number, Some(self.country())));
        let zone = match self.reading().result {
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
        self.format_again();
        self.read_again()
    }

    pub(super) fn plan_loaded(&mut self, zone: Zone, is_there: bool) -> Vec<Effect> {
        self.unavailable.retain(|unavailable| *unavailable != zone);
        if !is_there {
            self.unavailable.push(zone);
        }
        let waited = self.waits_for_plan;
        self.format_again();
        let mut effects = self.read_again();
        if waited && !matches!(self.reading().result, ReadingResult::Waiting(_)) {
            self.waits_for_plan = false;
            effects.extend(self.submit(false));
        }
        effects
    }

    /// An extension that was typed with the number goes into its own field.
    pub(super) fn move_extension(&mut self) -> Vec<Effect> {
        let taken = self.take_out_number();
        let ReadingResult::Read(number) = self.reading().result else { return Vec::new() };
        let Some(extension) = number.extension else { return taken };
        let country = self.country();
        let rest = self.plans.ask(|tables| {
            let rest = reading::without_extension(tables, &self.fields.number, country);
            caret::formatted(tables, rest, country).unwrap_or_else(|| rest.to_owned())
        });
        self.fields.number = rest;
        self.fields.extension = extension;
        self.touched.extension = true;
        self.errors.extension = None;
        vec![Effect::WriteFields]
    }

    /// A number that was typed with words around it, or with its extension in a way that
    /// the engine does not know, is taken out of them: if there is only one.
    fn take_out_number(&mut self) -> Vec<Effect> {
        let is_read = match self.reading().result {
            ReadingResult::Read(number) => number.impossible.is_none(),
            ReadingResult::Refused(_) => false,
            _ => true,
        };
        if is_read || caret::significant(&self.fields.number).is_some() {
            return Vec::new();
        }
        let pasted = self.take_number_of(&self.fields.number);
        if !pasted.found || pasted.more {
            return Vec::new();
        }
        self.fields.number = pasted.text;
        self.errors.number = None;
        self.read_again()
    }
}

#[cfg(test)]
#[path = "number_field_tests.rs"]
mod tests;
