//! A message of the form as an id and values, without the words.

use crate::api::integer::write_integer;
use crate::form::text::message_id::MessageId;
use crate::form::text::messages::Texts;
use crate::form::text::part;
use lead_phone_number::Region;

/// A text and its values. The state keeps this instead of the words, so that the message can be
/// shown in another language at any time.
#[derive(Clone, Debug, PartialEq)]
// Boxed, because the state has many optional notices, and moving them is code.
pub struct Notice(Box<Message>);

#[derive(Clone, Debug, PartialEq)]
struct Message {
    text: MessageId,
    values: Vec<(&'static str, Value)>,
    /// The count, for a text with a plural form.
    count: Option<u32>,
    /// The text that follows.
    then: Option<MessageId>,
}

/// A value in a text.
#[derive(Clone, Debug, PartialEq)]
enum Value {
    Text(String),
    /// These countries, by their names.
    Countries(Vec<Region>),
}

impl Notice {
    /// A notice without values.
    pub fn new(text: MessageId) -> Notice {
        Notice(Box::new(Message { text, values: Vec::new(), count: None, then: None }))
    }

    /// Adds `value` for `{name}` in the text.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Notice {
        self.0.values.push((name, Value::Text(value.into())));
        self
    }

    /// Adds the names of countries for `{name}` in the text.
    pub fn with_countries(mut self, name: &'static str, countries: &[Region]) -> Notice {
        self.0.values.push((name, Value::Countries(countries.to_owned())));
        self
    }

    /// Adds a count for `{name}` in the text. The text may have a singular form, see
    /// [`MessageId::singular`].
    pub fn with_count(mut self, name: &'static str, count: u32) -> Notice {
        self.0.count = Some(count);
        self.with(name, write_integer(count))
    }

    /// Adds another text after this one. It has the same values.
    pub fn then(mut self, text: MessageId) -> Notice {
        self.0.then = Some(text);
        self
    }

    /// Which text it is.
    pub fn text(&self) -> MessageId {
        self.0.text
    }

    /// The words.
    pub fn say(&self, texts: &Texts<'_>) -> String {
        let text = match self.0.count {
            Some(count) => texts.count(self.0.text, count),
            None => texts.get(self.0.text),
        };
        let mut words = fill(text, &self.0.values, texts);
        if let Some(then) = self.0.then {
            words.push(' ');
            words.push_str(&fill(texts.get(then), &self.0.values, texts));
        }
        words
    }
}

impl From<MessageId> for Notice {
    fn from(text: MessageId) -> Notice {
        Notice::new(text)
    }
}

/// Joins sentences with spaces.
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

/// Replaces each name in braces by its value. One pass, so that braces in a value stay as they
/// are.
///
/// In a host's right-to-left text, the groups of a number would be in the wrong order. Values in
/// such a text are therefore isolated (Unicode Standard Annex #9).
fn fill(text: &str, values: &[(&'static str, Value)], texts: &Texts<'_>) -> String {
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
                match value {
                    Value::Text(value) => filled.push_str(value),
                    Value::Countries(countries) => filled.push_str(&texts.names(countries)),
                }
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

/// Whether a text has a letter of Hebrew, Arabic or another right-to-left script of the
/// neighbouring Unicode blocks.
fn is_right_to_left(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{590}'..='\u{8ff}'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::text::language::Language;
    use crate::form::text::locale_files;

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
            notice.say(&Texts::new(None, &messages)),
            "تم حفظ \u{2068}+1 514-222-3344\u{2069}."
        );
        assert!(notice.say(&Texts::default()).starts_with("+1"));
    }

    #[test]
    fn braces_without_a_value_stay() {
        let (values, texts) = ([("a", Value::Text("1".to_owned()))], Texts::default());
        assert_eq!(fill("{a}{b}{ {a", &values, &texts), "1{b}{ {a");
        assert_eq!(fill("", &values, &texts), "");
    }

    #[test]
    fn countries_are_named() {
        let countries = ["CA", "US"].map(|code| Region::new(code).unwrap());
        let said = |countries: &[Region]| {
            let notice =
                Notice::new(MessageId::CountryNotAllowed).with_countries("countries", countries);
            notice.say(&Texts::default())
        };
        assert_eq!(said(&countries), "Enter a number from one of these countries: CA, US.");
        assert_eq!(said(&countries[1..]), "Enter a number from one of these countries: US.");
    }

    #[test]
    fn a_count_is_said_in_its_languages_singular_or_plural() {
        let said = |language, count| {
            let notice = Notice::new(MessageId::TryingAgainIn).with_count("seconds", count);
            notice.say(&Texts::new(locale_files::words(language).as_ref(), &[]))
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
