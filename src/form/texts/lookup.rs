//! From a key to a text, and from a text to its words.

use super::Text;
use crate::form::language::Language;
use crate::form::part;

impl Text {
    /// Its name in the `messages` property.
    pub fn key(self) -> &'static str {
        self.line_of(Text::KEYS)
    }

    /// The text in a language, with `{name}` where a value belongs.
    pub fn in_language(self, language: Language) -> &'static str {
        self.line_of(match language {
            Language::English => Text::ENGLISH,
            Language::French => Text::FRENCH,
            Language::Spanish => Text::SPANISH,
        })
    }

    fn line_of(self, lines: &'static str) -> &'static str {
        part::split(lines, |byte| byte == b'\n').nth(self as usize).unwrap_or_default()
    }

    /// The text of this name in the `messages` property.
    pub fn of_key(key: &str) -> Option<Text> {
        let nth = part::split(Text::KEYS, |byte| byte == b'\n').position(|known| known == key)?;
        Text::ALL.get(nth).copied()
    }

    /// The text for one, where this is the text for several; their keys end in `-one` and
    /// `-other`.
    pub fn singular(self) -> Text {
        match self {
            Text::TryingAgainIn => Text::TryingAgainInOne,
            Text::SaveAgainIn => Text::SaveAgainInOne,
            Text::SaveAgainInMinutes => Text::SaveAgainInMinutesOne,
            text => text,
        }
    }
}
