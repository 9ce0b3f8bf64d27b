//! A message of the form as an id and values, without the words.

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
    /// A count.
    Count(u32),
    /// These countries, by their names.
    Countries(Vec<Region>),
    /// These numbers of digits, ascending.
    Lengths(Vec<u8>),
    /// A sentence.
    Sentence(Notice),
    /// A number and its extension.
    WithExtension(String, String),
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

    /// Adds a number, with its extension if it has one, for `{number}` in the text.
    pub fn with_number(mut self, number: String, extension: &str) -> Notice {
        if extension.is_empty() {
            return self.with("number", number);
        }
        let value = Value::WithExtension(number, extension.to_owned());
        self.0.values.push(("number", value));
        self
    }

    /// Adds how many digits a number may have for `{name}` in the text, such as "9 or 10".
    pub fn with_lengths(mut self, name: &'static str, lengths: Vec<u8>) -> Notice {
        self.0.values.push((name, Value::Lengths(lengths)));
        self
    }

    /// Adds a sentence for `{reason}` in the text.
    pub fn with_reason(mut self, reason: Notice) -> Notice {
        self.0.values.push(("reason", Value::Sentence(reason)));
        self
    }

    /// Adds a count for `{name}` in the text, which decides the text's plural category.
    pub fn with_count(mut self, name: &'static str, count: u32) -> Notice {
        self.0.count = Some(count);
        self.0.values.push((name, Value::Count(count)));
        self
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

    /// The number in the words; empty if there is none.
    pub fn number(&self) -> &str {
        match self.0.values.iter().find(|value| value.0 == "number") {
            Some((_, Value::Text(number) | Value::WithExtension(number, _))) => number,
            _ => "",
        }
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
        let name = part::split_once(after, |byte| byte == b'}');
        if let Some(("product", after)) = name {
            push_product(&mut filled, texts.get(MessageId::Product));
            rest = after;
            continue;
        }
        let value = name
            .and_then(|(name, after)| values.iter().find(|v| v.0 == name).map(|v| (&v.1, after)));
        match value {
            Some((value, after)) => {
                filled.push_str(open);
                match value {
                    Value::Text(value) => filled.push_str(value),
                    Value::Count(count) => filled.push_str(&texts.integer(*count)),
                    Value::Countries(countries) => filled.push_str(&texts.names(countries)),
                    Value::Lengths(lengths) => filled.push_str(&write_lengths(lengths, texts)),
                    Value::Sentence(notice) => filled.push_str(&notice.say(texts)),
                    Value::WithExtension(number, extension) => {
                        let notice = Notice::new(MessageId::WithExtension)
                            .with("number", number)
                            .with("extension", extension);
                        filled.push_str(&notice.say(texts));
                    }
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

/// Adds the name of the host's system. The article of a name that begins a sentence gets a
/// capital; a name like "iCRM" keeps its own.
fn push_product(filled: &mut String, product: &str) {
    // An article may be one letter, or go on with a letter beyond ASCII.
    let is_word = matches!(product.as_bytes(), [b'a'..=b'z', b'a'..=b'z' | b' ' | 128.., ..]);
    match product.split_at_checked(1) {
        Some((first, rest)) if filled.is_empty() && is_word => {
            filled.push_str(&first.to_ascii_uppercase());
            filled.push_str(rest);
        }
        _ => filled.push_str(product),
    }
}

/// Numbers of digits, ascending: each, or the first and the last of three or more in a row.
fn write_lengths(lengths: &[u8], texts: &Texts<'_>) -> String {
    let mut parts = Vec::new();
    let mut rest = lengths;
    while let Some((first, _)) = rest.split_first() {
        let mut count = 1;
        while rest.get(count).is_some_and(|length| usize::from(*length - first) == count) {
            count += 1;
        }
        if count < 3 {
            count = 1;
        }
        let (run, after) = rest.split_at(count);
        let mut part = texts.integer((*first).into());
        if let [_, .., last] = run {
            part.push('–');
            part.push_str(&texts.integer((*last).into()));
        }
        parts.push(part);
        rest = after;
    }
    texts.any_of(&parts)
}

/// Whether a text has a letter of Hebrew, Arabic or another right-to-left script of the
/// neighbouring Unicode blocks.
fn is_right_to_left(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{590}'..='\u{8ff}'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::text::locale_files;
    use crate::form::text::words::Words;

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
            notice.say(&Texts::new(&Words::default(), &messages)),
            "تم حفظ \u{2068}+1 514-222-3344\u{2069}."
        );
        assert_eq!(notice.say(&Texts::default()), "Saved +1 514-222-3344.");
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
            notice.say(&Texts::new(&locale_files::words(language), &[]))
        };
        assert_eq!(said("en", 0), "Trying again in 0 seconds.");
        assert_eq!(said("en", 1), "Trying again in 1 second.");
        // The browser's rules are tested in browsers: for 0, French has the singular.
        assert_eq!(said("fr", 1), "Nouvelle tentative dans 1 seconde.");
        assert_eq!(said("fr", 2), "Nouvelle tentative dans 2 secondes.");
        assert_eq!(said("es", 1), "Nuevo intento en 1 segundo.");
    }

    #[test]
    fn the_hosts_system_has_its_own_name() {
        let said = |name: Option<&str>, language| {
            let messages: Vec<_> =
                name.iter().map(|name| (MessageId::Product, (*name).to_owned())).collect();
            let words = locale_files::words(language);
            Notice::new(MessageId::Timeout).say(&Texts::new(&words, &messages))
        };
        assert_eq!(said(None, "en"), "The CRM didn’t answer in time.");
        assert_eq!(said(None, "fr"), "Le CRM n’a pas répondu à temps.");
        assert_eq!(said(None, "pt-BR"), "O CRM não respondeu a tempo.");
        assert_eq!(said(Some("iCRM"), "en"), "iCRM didn’t answer in time.");
        assert_eq!(said(Some("e-CRM"), "en"), "e-CRM didn’t answer in time.");
        assert_eq!(said(Some("your portal"), "en"), "Your portal didn’t answer in time.");
        let notice = Notice::new(MessageId::Unauthenticated).say(&Texts::default());
        assert_eq!(notice, "You’re signed out of the CRM. Sign in, then save again.");
    }

    #[test]
    fn a_sentence_about_the_hosts_system_begins_with_a_capital_in_each_language() {
        for tag in locale_files::tags() {
            let words = locale_files::words(&tag);
            for text in MessageId::ALL.iter().filter(|text| **text != MessageId::Product) {
                let texts = Texts::new(&words, &[]);
                if !texts.get(*text).starts_with("{product}") {
                    continue;
                }
                let said = Notice::new(*text).say(&texts);
                assert!(!said.starts_with(char::is_lowercase), "{tag}: {said}");
            }
        }
    }

    #[test]
    fn lengths_in_a_row_are_put_together() {
        for (lengths, words) in [
            (&[10][..], "10"),
            (&[9, 10], "9 or 10"),
            (&[7, 9, 10], "7, 9 or 10"),
            (&[4, 5, 6, 7], "4–7"),
            (&[5, 7, 8, 9, 11], "5, 7–9 or 11"),
            (&[5, 7, 8, 9], "5 or 7–9"),
            (&[], ""),
        ] {
            assert_eq!(write_lengths(lengths, &Texts::default()), words);
        }
    }

    #[test]
    fn a_number_has_its_extension() {
        let said = |extension| {
            Notice::new(MessageId::Created)
                .with_number("+1 514-222-3344".into(), extension)
                .say(&Texts::default())
        };
        assert_eq!(said(""), "Added +1 514-222-3344 to the lead.");
        assert_eq!(said("12"), "Added +1 514-222-3344, ext. 12 to the lead.");
    }

    #[test]
    fn a_second_sentence_follows() {
        let notice = Notice::new(MessageId::Duplicate).then(MessageId::PerhapsSaved);
        assert_eq!(
            notice.say(&Texts::default()),
            "This lead already has this number. The number may have been saved. Check the lead before \
             you save again."
        );
    }
}
