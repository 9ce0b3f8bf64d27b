//! What stands in the form now, for the host.

use super::State;
use crate::form::number::reading::ReadingResult;
use crate::form::text::message_id::MessageId;
use lead_phone_number::{self as number, NumberType, Region};

/// What stands in the form now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The number in E.164, if it is possible.
    pub number: Option<String>,
    /// The country that is shown.
    pub country: Region,
    /// The extension, as typed.
    pub extension: String,
    /// Whether "Mobile phone" is checked.
    pub mobile: bool,
    /// The chosen type; `None` without a list of types.
    pub phone_type: Option<String>,
    /// Whether the number is possible.
    pub possible: bool,
    /// Whether the number is valid.
    pub valid: bool,
    /// Whether the number is possible, in a word of libphonenumber; `None` while nothing can be said.
    pub reason: Option<&'static str>,
    /// The number's type in a word of libphonenumber; `None` if there is no number.
    pub number_type: Option<&'static str>,
    /// Whether something is not saved.
    pub dirty: bool,
}

impl State {
    /// What stands in the form now.
    pub fn entry(&self) -> Entry {
        let reading = self.reading();
        let (number, valid, refusal) = match &reading.result {
            ReadingResult::Empty | ReadingResult::Waiting(_) => (None, false, None),
            ReadingResult::Refused(text) => (None, false, Some(*text)),
            ReadingResult::Unjudged(number) => (Some(number), false, None),
            ReadingResult::Read(number) => (Some(&number.e164), number.valid, number.impossible),
        };
        let possible = number.is_some() && refusal.is_none();
        let number = number.filter(|_| possible).map(String::as_str);
        Entry {
            number: self.saved_number().or(number).map(str::to_owned),
            country: reading.country,
            extension: self.fields.extension.clone(),
            mobile: self.fields.mobile,
            phone_type: (!self.settings.phone_types.is_empty())
                .then(|| self.fields.phone_type.clone()),
            possible,
            valid,
            reason: if possible { Some("IS_POSSIBLE") } else { refusal.map(word) },
            number_type: number.and_then(|_| self.number_type()),
            dirty: self.dirty(),
        }
    }

    /// The states of the form that a style sheet can ask for, with spaces between them.
    pub fn states(&self) -> String {
        let errors = &self.errors;
        let mut names = Vec::new();
        for (name, is_on) in [
            ("saving", self.sending.is_some() || self.waits_for_plan),
            ("saved", self.has_saved()),
            ("dirty", self.dirty()),
            ("invalid", errors.number.is_some() || errors.extension.is_some()),
            ("warning", self.warning()),
            ("offline", self.offline),
        ] {
            if is_on {
                names.push(name);
            }
        }
        names.join(" ")
    }

    fn number_type(&self) -> Option<&'static str> {
        let found = self.plans.ask(|tables| {
            let number = number::parse(tables, &self.fields.number, Some(self.country())).ok()?;
            Some(number::number_type(tables, &number))
        });
        found.map(NumberType::name)
    }
}

/// The word of libphonenumber for a refusal.
fn word(refusal: MessageId) -> &'static str {
    match refusal {
        MessageId::TooShort => "TOO_SHORT",
        MessageId::TooLong => "TOO_LONG",
        MessageId::LengthUnknown => "INVALID_LENGTH",
        MessageId::AreaCodeMissing => "IS_POSSIBLE_LOCAL_ONLY",
        MessageId::CallingCodeUnknown => "INVALID_COUNTRY_CODE",
        _ => "NOT_A_NUMBER",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::state::Action;

    #[test]
    fn an_entry_has_the_words_of_libphonenumber() {
        let entry = |text: &str| {
            let mut state = State::default();
            state.reduce(Action::typed(text));
            state.entry()
        };
        let read = entry("514 222 3344");
        assert_eq!(read.number.as_deref(), Some("+15142223344"));
        assert_eq!((read.possible, read.valid, read.dirty), (true, true, true));
        assert_eq!(
            (read.reason, read.number_type),
            (Some("IS_POSSIBLE"), Some("FIXED_LINE_OR_MOBILE"))
        );
        let empty = entry("");
        assert_eq!((empty.number, empty.reason, empty.number_type), (None, None, None));
        assert!(!empty.possible && !empty.dirty && empty.phone_type.is_none());
        for (text, reason) in [
            ("514 222 33", "TOO_SHORT"),
            ("514 222 33445566", "TOO_LONG"),
            ("222 3344", "IS_POSSIBLE_LOCAL_ONLY"),
            ("+999 123456", "INVALID_COUNTRY_CODE"),
            ("Bob", "NOT_A_NUMBER"),
        ] {
            let entry = entry(text);
            assert_eq!((entry.number, entry.reason), (None, Some(reason)), "{text}");
        }
        assert_eq!(entry("800 222 3344").number_type, Some("TOLL_FREE"));
    }
}
