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
        let (notice, warning) = match self.reading().result {
            ReadingResult::Waiting(_) => (MessageId::PlanLoading.into(), false),
            ReadingResult::Unjudged(number) => (will_be_saved(number), false),
            ReadingResult::Read(number) if number.impossible.is_some() => return Help::default(),
            ReadingResult::Read(number) if number.valid => {
                (will_be_saved(number.international), false)
            }
            ReadingResult::Read(number) => {
                (Notice::new(MessageId::NotInUse).with("number", number.international), true)
            }
            ReadingResult::Empty | ReadingResult::Refused(_) => return Help::default(),
        };
        Help { words: Some(notice.say(&self.texts())), warning }
    }
}

fn will_be_saved(number: String) -> Notice {
    Notice::new(MessageId::WillBeSaved).with("number", number)
}
