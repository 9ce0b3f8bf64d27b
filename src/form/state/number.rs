//! The number's part of the state: its country, its reading, and their effects.

use crate::api::phone::Phone;
use crate::form::number::caret;
use crate::form::number::reading::{self, ReadingResult};
use crate::form::state::fields::Fields;
use crate::form::state::{Effect, State};
use lead_phone_number::{self as number, Region, Style, Zone};
use std::rc::Rc;

impl State {
    /// The country for which a number in national format is read.
    pub fn country(&self) -> Region {
        self.chosen.unwrap_or(self.settings.country())
    }

    /// An example number of the country in national format, for an empty field; `None` if the
    /// field is not empty, or until the country's plan is loaded.
    pub fn example(&self) -> Option<String> {
        // A hidden placeholder costs the browser as much per key as a visible one.
        if !self.fields.number.is_empty() {
            return None;
        }
        let country = self.country();
        self.plans.ask(|tables| {
            let example = number::example(tables, country, false)?;
            Some(number::format(tables, &example, Style::National))
        })
    }

    /// The values of a phone, as the fields show them.
    pub(in crate::form) fn fields_of(&self, phone: &Phone) -> Fields {
        let mut fields = Fields::of(phone);
        let country = self.settings.country();
        let number = self.plans.ask(|tables| reading::readable(tables, &fields.number, country));
        fields.number = number.unwrap_or(fields.number);
        fields
    }

    /// Shows the phone that the API holds, or empty fields.
    pub(in crate::form) fn show_held(&mut self) {
        self.next = Rc::default();
        self.unsaved = None;
        let fields = self.phone.as_ref().map(|phone| self.fields_of(phone));
        self.show(fields.unwrap_or_else(|| self.no_fields()));
        self.forget_notices();
        self.write_fields();
        self.read_again();
    }

    /// The number that the API holds, if it is the one in the field.
    pub(in crate::form) fn saved_number(&self) -> Option<&str> {
        let number = self.phone.as_ref()?.number.as_deref().filter(|number| !number.is_empty())?;
        let is_it = self.fields.number == self.baseline.number && !self.has_another_country();
        is_it.then_some(number)
    }

    /// Whether the country that the user has chosen turns the API's number, as the field shows
    /// it, into another number.
    pub(in crate::form) fn has_another_country(&self) -> bool {
        let saved = self.phone.as_ref().and_then(|phone| phone.number.as_ref());
        self.chosen.is_some()
            && !self.baseline.number.is_empty()
            && match &self.reading().result {
                ReadingResult::Read(number) => Some(&number.e164) != saved,
                _ => true,
            }
    }

    /// A number in E.164 as people write it, in international format.
    pub(in crate::form) fn written(&self, e164: &str) -> String {
        self.plans.ask(|tables| match number::parse(tables, e164, None) {
            Ok(number) => number::format(tables, &number, Style::International),
            Err(_) => e164.to_owned(),
        })
    }

    /// Reformats the number after its country or the plans have changed. `is_being_typed` keeps
    /// brackets that no format has, as they are kept while a number is typed.
    fn format_again(&mut self, is_being_typed: bool) {
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
        let formatted = self.plans.ask(|tables| caret::formatted(tables, text, country));
        let keeps =
            |formatted: &String| is_being_typed && text.contains('(') && !formatted.contains('(');
        if let Some(formatted) = formatted.filter(|formatted| !keeps(formatted)) {
            self.fields.number = formatted;
        }
    }

    /// Whether the current number cannot be sent.
    pub(in crate::form) fn is_refused(&self) -> bool {
        match &self.reading().result {
            ReadingResult::Refused(_) => true,
            ReadingResult::Read(number) => number.impossible.is_some(),
            _ => false,
        }
    }

    /// Handles a possible edit of the number's text. Another number does not keep the extension
    /// of the previous one.
    pub(in crate::form) fn edit_number(&mut self, text: String) {
        if text != self.fields.number {
            self.number_edited(text);
        }
    }

    pub(super) fn number_edited(&mut self, text: String) {
        if is_another(&self.fields.number, &text) {
            self.take_moved_extension_back();
        }
        self.put_number(text);
    }

    /// Takes the extension back that came with the number, unless it was edited since.
    pub(super) fn take_moved_extension_back(&mut self) {
        if self.moved_extension.take().is_some_and(|moved| moved == self.fields.extension) {
            self.fields.extension = self.baseline.extension.clone();
            self.touched.extension = false;
            self.write_fields();
        }
    }

    /// Sets the number's text. The extension stays.
    pub(in crate::form) fn put_number(&mut self, text: String) {
        self.fields.number = text;
        self.touched.number = true;
        self.left_early = false;
        self.changed();
        if self.fields.number.chars().all(char::is_whitespace) {
            // A new number is a reason to try to load its plan again.
            self.unavailable.clear();
        }
        self.read_again();
    }

    /// Updates what depends on the number, after the number, its country or the plans have
    /// changed.
    pub(in crate::form) fn read_again(&mut self) {
        self.keep_reading();
        let reading = self.reading();
        let mobile = match &reading.result {
            ReadingResult::Read(number) if self.touched.number => number.mobile,
            _ => None,
        };
        let likely = mobile.unwrap_or(self.baseline.mobile);
        if !self.touched.mobile && self.fields.mobile != likely {
            self.fields.mobile = likely;
            self.write_fields();
        }
        let likely = self.likely_type(mobile);
        if !self.touched.phone_type && self.fields.phone_type != likely {
            self.fields.phone_type = likely.to_owned();
            self.write_fields();
        }
        let zone = self
            .plans
            .ask(|tables| number::typed_zone(tables, &self.fields.number, Some(self.country())));
        let zone = match reading.result {
            ReadingResult::Waiting(zone) => Some(zone),
            _ => zone,
        };
        if let Some(zone) = zone {
            self.load(zone);
        }
    }

    /// Requests a world zone's plans, unless that is already done.
    pub(in crate::form) fn load(&mut self, zone: Zone) {
        let known = self.plans.has(zone)
            || self.unavailable.contains(&zone)
            || self.asked_for.contains(&zone);
        if !known {
            self.asked_for.push(zone);
            self.ask(Effect::Load(zone));
        }
    }

    pub(in crate::form) fn choose(&mut self, country: Region) {
        // A number in international format would override the choice, so it becomes a national
        // number of the chosen country. A number that cannot be read stays as it is.
        let digits = self.plans.ask(|tables| {
            let number = number::parse(tables, &self.fields.number, Some(self.country())).ok()?;
            number.was_international().then(|| number.national().to_owned())
        });
        if let Some(digits) = digits {
            self.fields.number = digits;
            self.touched.number = true;
        }
        self.chosen = Some(country);
        self.chosen_after = None;
        self.unavailable.clear();
        self.country_changed();
    }

    pub(in crate::form) fn country_changed(&mut self) {
        self.changed();
        self.format_again(false);
        self.write_fields();
        self.read_again();
    }

    fn changed(&mut self) {
        self.errors.number = None;
        self.offered = None;
        self.offers_later = None;
        self.waits_for_plan = false;
        self.edited();
    }

    pub(in crate::form) fn plan_loaded(&mut self, zone: Zone, is_there: bool) {
        self.asked_for.retain(|asked_for| *asked_for != zone);
        self.unavailable.retain(|unavailable| *unavailable != zone);
        if !is_there {
            self.unavailable.push(zone);
        }
        let mut waited = self.waits_for_plan;
        if let Some(is_same_number) = self.paste_again() {
            // The save was asked for the number that was shown.
            waited &= is_same_number;
        } else {
            self.format_again(true);
            self.read_again();
        }
        self.write_fields();
        if self.left_early {
            self.number_left();
        }
        if let Some(refusal) = self.offers_later {
            self.make_offer(refusal);
        }
        if waited && !matches!(self.reading().result, ReadingResult::Waiting(_)) {
            self.waits_for_plan = false;
            self.submit(false);
        }
    }

    /// The user has left the number, so it is complete for now.
    pub(in crate::form) fn number_left(&mut self) {
        self.left_early = matches!(self.reading().result, ReadingResult::Waiting(_));
        self.move_extension(false);
        self.format_whole_number();
    }

    /// Formats a number whose brackets stayed as they were typed: those of `(06) 12`, and of
    /// `+33 (0)6`, where the zero is not part of the number.
    fn format_whole_number(&mut self) {
        let text = &self.fields.number;
        let Some(digits) = caret::significant(text).filter(|_| text.contains('(')) else { return };
        let number = match &self.reading().result {
            ReadingResult::Read(number) if number.impossible.is_none() => number.clone(),
            _ => return,
        };
        let country = self.country();
        let formatted = match digits.starts_with('+') && digits != number.e164 {
            true => Some(number.international),
            false => self.plans.ask(|tables| caret::formatted(tables, &digits, country)),
        };
        if let Some(formatted) = formatted.filter(|formatted| formatted != text) {
            self.fields.number = formatted;
            self.write_fields();
            self.read_again();
        }
    }

    /// Moves an extension that was typed with the number into its own field. If that field is not
    /// shown, the extension stays where the user sees it and can delete it.
    /// Returns whether the text had more than the number and its extension, which the form says
    /// at a submit.
    pub(in crate::form) fn move_extension(&mut self, is_submit: bool) -> bool {
        let has_more = self.take_out_number(is_submit);
        let reading = self.reading();
        let ReadingResult::Read(number) = &reading.result else { return has_more };
        let extension = number.extension.clone().filter(|_| self.settings.has_extension);
        let Some(extension) = extension else { return has_more };
        let country = self.country();
        let rest = self.plans.ask(|tables| {
            let rest = reading::without_extension(tables, &self.fields.number, country);
            caret::formatted(tables, rest, country).unwrap_or_else(|| rest.to_owned())
        });
        self.fields.number = rest;
        self.moved_extension = Some(extension.clone());
        self.fields.extension = extension;
        self.touched.extension = true;
        self.errors.extension = None;
        self.write_fields();
        has_more
    }

    /// Moves an extension that was typed before its field was hidden to the number, where the user
    /// sees it and can delete it.
    pub(in crate::form) fn show_extension(&mut self) {
        let Fields { number, extension, .. } = &mut self.fields;
        if !self.settings.has_extension && self.touched.extension {
            if !extension.is_empty() && *extension != self.baseline.extension {
                let is_labelled = !extension.starts_with(|first: char| first.is_ascii_digit());
                *number = [&**number, if is_labelled { " " } else { " x" }, &**extension].concat();
                self.touched.number = true;
            }
            self.touched.extension = false;
            extension.clone_from(&self.baseline.extension);
            self.write_fields();
            self.read_again();
        }
    }
}

/// Whether a text is another number and not an edit of this one: less than half of this one's
/// digits remain at its ends.
fn is_another(this: &str, other: &str) -> bool {
    let digits = |text: &str| {
        let mut digits = String::new();
        for character in text.chars() {
            digits.extend(caret::digit(character));
        }
        digits
    };
    let (this, other) = (digits(this), digits(other));
    let (this, other) = (this.as_bytes(), other.as_bytes());
    let same = |nth: fn(&[u8], usize) -> Option<&u8>| {
        let mut count = 0;
        while let Some(digit) = nth(this, count)
            && nth(other, count) == Some(digit)
        {
            count += 1;
        }
        count
    };
    let start = same(|digits, nth| digits.get(nth));
    let end = same(|digits, nth| digits.get(digits.len().checked_sub(nth + 1)?));
    2 * (start + end) < this.len()
}

#[cfg(test)]
#[path = "number_tests.rs"]
mod tests;
