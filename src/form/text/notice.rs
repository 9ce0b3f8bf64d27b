//! Something that the form says, kept apart from its words.

use crate::api::integer::write_integer;
use crate::form::text::message_id::MessageId;
use crate::form::text::messages::Texts;
use crate::form::text::part;

/// A text and the values that belong into it. Kept in the state in place of the words,
/// so that they can be said in another language at any time.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    text: MessageId,
    values: Vec<(&'static str, String)>,
    /// How many of something it tells of.
    count: Option<u32>,
    /// Said after it.
    then: Option<MessageId>,
}

impl Notice {
    /// A notice with no value in it yet.
    pub fn new(text: MessageId) -> Notice {
        Notice { text, values: Vec::new(), count: None, then: None }
    }

    /// With `value` where the text has `{name}`.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Notice {
        self.values.push((name, value.into()));
        self
    }

    /// With how many of something it tells of, where the text has `{name}`: one of it may
    /// have a text of its own, by [`Text::singular`].
    pub fn with_count(mut self, name: &'static str, count: u32) -> Notice {
        self.count = Some(count);
        self.with(name, write_integer(count))
    }

    /// With another sentence after it.
    pub fn then(mut self, text: MessageId) -> Notice {
        self.then = Some(text);
        self
    }

    /// Which text it is.
    pub fn text(&self) -> MessageId {
        self.text
    }

    /// The words.
    pub fn say(&self, texts: &Texts<'_>) -> String {
        let text = match self.count {
            Some(count) => texts.count(self.text, count),
            None => texts.get(self.text),
        };
        let mut words = fill(text, &self.values);
        if let Some(then) = self.then {
            words.push(' ');
            words.push_str(texts.get(then));
        }
        words
    }
}

impl From<MessageId> for Notice {
    fn from(text: MessageId) -> Notice {
        Notice::new(text)
    }
}

/// Sentences, one after the other.
pub(in crate::form) fn together(sentences: &[&Option<String>]) -> String {
    let mut words = String::new();
    for sentence in sentences {
        let Some(sentence) = sentence else { continue };
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(sentence);
    }
    words
}

/// Puts the values where the text has their names in braces. One pass, so that a value
/// that has braces itself stays as it is.
///
/// In a host's text from right to left a number would have its groups in the wrong order,
/// so that values there are isolated (Unicode Standard Annex #9).
fn fill(text: &str, values: &[(&'static str, String)]) -> String {
    let (open, close) = if is_right_to_left(text) { ("\u{2068}", "\u{2069}") } else { ("", "") };
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, after)) = part::split_once(rest, |byte| byte == b'{') {
        filled.push_str(before);
        let value = part::split_once(after, |byte| byte == b'}')
            .and_then(|(name, after)| values.iter().find(|v| v.0 == name).map(|v| (&v.1, after)));
        match value {
            Some((value, after)) => {
                filled.push_str(open);
                filled.push_str(value);
                filled.push_str(close);
                rest = after;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

/// Whether there is a letter of Hebrew, Arabic, or a script between them or near.
fn is_right_to_left(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{590}'..='\u{8ff}'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::text::language::Language;

    #[test]
    fn values_go_where_their_names_are() {
        let notice = Notice::new(MessageId::SettingUnreadable)
            .with("setting", "lead-id")
            .with("value", "{setting}");
        assert_eq!(
            notice.say(&Texts::default()),
            "This form is not set up correctly: lead-id cannot be “{setting}”."
        );
    }

    #[test]
    fn a_number_keeps_its_direction_in_a_text_from_right_to_left() {
        let messages = [(MessageId::Updated, "تم حفظ {number}.".to_owned())];
        let notice = Notice::new(MessageId::Updated).with("number", "+1 514-222-3344");
        assert_eq!(
            notice.say(&Texts::new(Language::English, &messages)),
            "تم حفظ \u{2068}+1 514-222-3344\u{2069}."
        );
        assert!(notice.say(&Texts::default()).starts_with("+1"));
    }

    #[test]
    fn braces_without_a_value_stay() {
        let values = [("a", "1".to_owned())];
        assert_eq!(fill("{a}{b}{ {a", &values), "1{b}{ {a");
        assert_eq!(fill("", &values), "");
    }

    #[test]
    fn a_count_is_said_in_its_languages_singular_or_plural() {
        let said = |language, count| {
            let notice = Notice::new(MessageId::TryingAgainIn).with_count("seconds", count);
            notice.say(&Texts::new(language, &[]))
        };
        assert_eq!(said(Language::English, 0), "Trying again in 0 seconds.");
        assert_eq!(said(Language::English, 1), "Trying again in 1 second.");
        assert_eq!(said(Language::French, 0), "Nouvelle tentative dans 0 seconde.");
        assert_eq!(said(Language::French, 1), "Nouvelle tentative dans 1 seconde.");
        assert_eq!(said(Language::French, 2), "Nouvelle tentative dans 2 secondes.");
        assert_eq!(said(Language::Spanish, 0), "Nuevo intento en 0 segundos.");
        assert_eq!(said(Language::Spanish, 1), "Nuevo intento en 1 segundo.");
    }

    #[test]
    fn a_second_sentence_follows() {
        let notice = Notice::new(MessageId::Duplicate).then(MessageId::PerhapsSaved);
        assert_eq!(
            notice.say(&Texts::default()),
            "This number is already on this lead. The phone may have been saved all the same."
        );
    }
}
