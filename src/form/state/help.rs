//! The help below the number while it is typed: the number that will be saved, or that its plan
//! is loading.

use crate::form::number::reading::{ReadNumber, ReadingResult};
use crate::form::state::State;
use crate::form::text::message_id::MessageId;
use crate::form::text::notice::Notice;

/// The help below the number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Help {
    /// The words, if there are any.
    pub words: Option<String>,
    /// Whether it is a warning.
    pub warning: bool,
}

impl State {
    /// The help for the current number.
    pub fn help(&self) -> Help {
        let (notice, warning) = self.notice_of_number();
        Help { words: notice.map(|notice| notice.say(&self.texts())), warning }
    }

    /// The help as a notice, and whether it is a warning.
    pub(super) fn notice_of_number(&self) -> (Option<Notice>, bool) {
        match &self.reading().result {
            ReadingResult::Waiting(_) => (Some(MessageId::PlanLoading.into()), false),
            ReadingResult::Unjudged(number) => (Some(self.will_be_saved(number)), false),
            ReadingResult::Read(number) if number.impossible.is_some() => (None, false),
            ReadingResult::Read(number) if number.valid => {
                (Some(self.will_be_saved(&number.international)), false)
            }
            ReadingResult::Read(number) => {
                let number = number.international.clone();
                (Some(Notice::new(MessageId::NotInUse).with("number", number)), true)
            }
            ReadingResult::Empty | ReadingResult::Refused(_) => (None, false),
        }
    }

    fn will_be_saved(&self, number: &str) -> Notice {
        let extension = match &self.reading().result {
            ReadingResult::Read(ReadNumber { extension: Some(typed), .. }) => Some(typed.clone()),
            _ => self.fields.extension_digits(),
        };
        let extension = extension.unwrap_or_default();
        Notice::new(MessageId::WillBeSaved).with_number(number.to_owned(), &extension)
    }
}
