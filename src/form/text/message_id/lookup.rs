//! From a key to a text, and from a text to its words.

use super::MessageId;
use crate::form::text::language::Language;
use crate::form::text::part;

impl MessageId {
    /// Its name in the `messages` property.
    pub fn key(self) -> &'static str {
        self.line_of(MessageId::KEYS)
    }

    /// The text in a language, with `{name}` where a value belongs.
    pub fn in_language(self, language: Language) -> &'static str {
        self.line_of(match language {
            Language::English => MessageId::ENGLISH,
            Language::French => MessageId::FRENCH,
            Language::Spanish => MessageId::SPANISH,
        })
    }

    fn line_of(self, lines: &'static str) -> &'static str {
        part::split(lines, |byte| byte == b'\n').nth(self as usize).unwrap_or_default()
    }

    /// The text of this name in the `messages` property.
    pub fn of_key(key: &str) -> Option<MessageId> {
        let nth =
            part::split(MessageId::KEYS, |byte| byte == b'\n').position(|known| known == key)?;
        MessageId::ALL.get(nth).copied()
    }

    /// The text for one, where this is the text for several; their keys end in `-one` and
    /// `-other`.
    pub fn singular(self) -> MessageId {
        match self {
            MessageId::TryingAgainIn => MessageId::TryingAgainInOne,
            MessageId::SaveAgainIn => MessageId::SaveAgainInOne,
            MessageId::SaveAgainInMinutes => MessageId::SaveAgainInMinutesOne,
            text => text,
        }
    }
}
