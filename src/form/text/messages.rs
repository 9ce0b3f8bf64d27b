//! The words of each text: from a language, or from the host.

use crate::form::text::country_name::country_name;
use crate::form::text::language::Language;
use crate::form::text::message_id::MessageId;
use crate::form::text::words::Words;
use lead_phone_number::Region;
use std::rc::Rc;

/// The texts that the host has replaced.
pub type Messages = Rc<[(MessageId, String)]>;

/// The current texts. The default is English.
#[derive(Clone, Copy, Debug, Default)]
pub struct Texts<'a> {
    words: Option<&'a Words>,
    messages: &'a [(MessageId, String)],
    locale: &'a str,
}

impl<'a> Texts<'a> {
    /// The texts of a language, or in English without its words, with the host's replacements.
    pub fn new(words: Option<&'a Words>, messages: &'a [(MessageId, String)]) -> Texts<'a> {
        let texts = Texts { words, messages, locale: "" };
        texts.in_locale(texts.language().code())
    }

    /// The same texts with the names of countries in a locale, which may be one that the form has
    /// no texts in. The list of countries has these names too.
    pub fn in_locale(self, locale: &'a str) -> Texts<'a> {
        Texts { locale, ..self }
    }

    /// The language of the words.
    pub fn language(&self) -> Language {
        self.words.map(Words::language).unwrap_or_default()
    }

    /// The words of a text, with `{name}` as the placeholder for a value.
    pub fn get(&self, text: MessageId) -> &'a str {
        match self.messages.iter().find(|message| message.0 == text) {
            Some((_, words)) => words,
            None => self.words.map_or_else(|| text.english(), |words| words.get(text)),
        }
    }

    /// The words of a text with a count: singular or plural.
    pub fn count(&self, text: MessageId, count: u32) -> &'a str {
        self.get(if self.language().is_singular(count) { text.singular() } else { text })
    }

    /// The names of countries, with commas between them.
    pub fn names(&self, countries: &[Region]) -> String {
        let mut names = String::new();
        for country in countries {
            if !names.is_empty() {
                names.push_str(", ");
            }
            names.push_str(&country_name(*country, self.locale));
        }
        names
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::text::locale_files;

    #[test]
    fn a_replaced_text_stays_so_in_each_language_and_the_others_follow_it() {
        let messages = [(MessageId::Submit, "OK".to_owned())];
        for (language, label) in [(Language::English, "Country"), (Language::French, "Pays")] {
            let words = locale_files::words(language);
            let texts = Texts::new(words.as_ref(), &messages);
            assert_eq!(
                (texts.get(MessageId::Submit), texts.get(MessageId::Country)),
                ("OK", label)
            );
        }
    }

    #[test]
    fn one_is_told_apart_and_can_be_replaced_apart() {
        let messages = [(MessageId::SaveAgainInOne, "soon".to_owned())];
        let words = locale_files::words(Language::French);
        let texts = Texts::new(words.as_ref(), &messages);
        assert_eq!(texts.count(MessageId::SaveAgainIn, 0), "soon");
        assert!(texts.count(MessageId::SaveAgainIn, 2).ends_with("{seconds} secondes."));
        assert_eq!(texts.count(MessageId::Submit, 1), texts.get(MessageId::Submit));
    }
}
