//! What is said below the number while it is typed: what will be sent, or what it waits for.

use crate::form::number::reading::ReadingResult;
use crate::form::state::State;
use crate::form::text::message_id::MessageId;
use crate::form::text::notice::Notice;

/// What is said below the number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Help {
    /// In words, where there is something to say.
    pub words: Option<String>,
    /// Whether it is a warning.
    pub warning: bool,
}

impl State {
    /// What there is to say of the number.
    pub fn help(&self) -> Help {
        let (notice, warning) = self.notice_of_number();
        Help { words: notice.map(|notice| notice.say(&self.texts())), warning }
    }

    /// The same, before it is put into words.
    pub(super) fn notice_of_number(&self) -> (Option<Notice>, bool) {
        match &self.reading().result {
            ReadingResult::Waiting(_) => (Some(MessageId::PlanLoading.into()), false),
            ReadingResult::Unjudged(number) => (Some(will_be_saved(number)), false),
            ReadingResult::Read(number) if number.impossible.is_some() => (None, false),
            ReadingResult::Read(number) if number.valid => {
                (Some(will_be_saved(&number.international)), false)
            }
            ReadingResult::Read(number) => {
                let number = number.international.clone();
                (Some(Notice::new(MessageId::NotInUse).with("number", number)), true)
            }
            ReadingResult::Empty | ReadingResult::Refused(_) => (None, false),
        }
    }
}

fn will_be_saved(number: &str) -> Notice {
    Notice::new(MessageId::WillBeSaved).with("number", number)
}
