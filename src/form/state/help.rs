//! The help below the number while it is typed: the number that will be saved, or that its plan
//! is loading.

use crate::form::number::reading::{ReadNumber, ReadingResult};
use crate::form::state::State;
use crate::form::text::message_id::MessageId;
use crate::form::text::notice::Notice;

/// The help below the number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Help {
    /// The words.
    pub words: String,
    /// The number in them, if there is one.
    pub number: String,
    /// Whether it is a warning.
    pub warning: bool,
}

impl State {
    /// The help for the current number.
    pub fn help(&self) -> Help {
        let (notice, warning) = self.notice_of_number();
        let number = match &self.reading().result {
            ReadingResult::Read(number) if number.impossible.is_none() => {
                number.international.clone()
            }
            ReadingResult::Unjudged(number) => number.clone(),
            _ => String::new(),
        };
        Help { words: notice.say(&self.texts()), number, warning }
    }

    /// The help as a notice, and whether it is a warning.
    pub(super) fn notice_of_number(&self) -> (Notice, bool) {
        match &self.reading().result {
            ReadingResult::Waiting(_) => (MessageId::PlanLoading.into(), false),
            ReadingResult::Unjudged(number) => (self.will_be_saved(number), false),
            ReadingResult::Read(number) if number.impossible.is_none() => {
                let international = &number.international;
                match number.valid {
                    true => (self.will_be_saved(international), false),
                    false => (Notice::new(MessageId::NotInUse).with("number", international), true),
                }
            }
            // The line is never empty, so that nothing moves.
            _ => (MessageId::Hint.into(), false),
        }
    }

    fn will_be_saved(&self, number: &str) -> Notice {
        let extension = match &self.reading().result {
            ReadingResult::Read(ReadNumber { extension: Some(typed), .. })
                if self.settings.has_extension =>
            {
                Some(typed.clone())
            }
            _ => self.fields.extension_digits(),
        };
        let extension = extension.unwrap_or_default();
        Notice::new(MessageId::WillBeSaved).with_number(number.to_owned(), &extension)
    }
}
