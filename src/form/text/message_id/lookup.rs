//! Looks up a text by its key, and its words in a list.

use super::MessageId;
use crate::form::text::part;

impl MessageId {
    /// Its key in the `messages` property.
    pub fn key(self) -> &'static str {
        self.line_of(MessageId::KEYS)
    }

    /// The English words, with `{name}` as the placeholder for a value.
    pub fn english(self) -> &'static str {
        self.line_of(MessageId::ENGLISH)
    }

    /// This text's line, where each text has one, in the order of [`MessageId::ALL`].
    pub(in crate::form::text) fn line_of(self, lines: &str) -> &str {
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
            MessageId::CountriesFound => MessageId::CountriesFoundOne,
            MessageId::TryingAgainIn => MessageId::TryingAgainInOne,
            MessageId::SaveAgainIn => MessageId::SaveAgainInOne,
            MessageId::SaveAgainInMinutes => MessageId::SaveAgainInMinutesOne,
            text => text,
        }
    }
}
