//! Looks up a text by its key, and its words in a language.

use super::MessageId;
use crate::form::text::language::Language;
use crate::form::text::part;

impl MessageId {
    /// Its key in the `messages` property.
    pub fn key(self) -> &'static str {
        self.line_of(MessageId::KEYS)
    }

    /// The words in a language, with `{name}` as the placeholder for a value.
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

    /// The text with this key in the `messages` property.
    pub fn of_key(key: &str) -> Option<MessageId> {
        let nth =
            part::split(MessageId::KEYS, |byte| byte == b'\n').position(|known| known == key)?;
        MessageId::ALL.get(nth).copied()
    }

    /// The singular of this text, if it has one. The keys end in `-one` and `-other`.
    pub fn singular(self) -> MessageId {
        match self {
            MessageId::CountryNotAllowed => MessageId::CountryNotAllowedOne,
            MessageId::TryingAgainIn => MessageId::TryingAgainInOne,
            MessageId::SaveAgainIn => MessageId::SaveAgainInOne,
            MessageId::SaveAgainInMinutes => MessageId::SaveAgainInMinutesOne,
            text => text,
        }
    }
}
