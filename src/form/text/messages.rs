//! The words of each text: from a language, or from the host.

use crate::form::text::country_name::country_name;
use crate::form::text::intl;
use crate::form::text::message_id::MessageId;
use crate::form::text::plural;
use crate::form::text::words::Words;
use lead_phone_number::Region;
use std::rc::Rc;

/// The texts that the host has replaced, each as a line of a language's file.
pub type Messages = Rc<[(MessageId, String)]>;

/// The current texts.
#[derive(Clone, Copy, Debug)]
pub struct Texts<'a> {
    words: &'a Words,
    messages: &'a [(MessageId, String)],
    locale: &'a str,
}

impl<'a> Texts<'a> {
    /// The texts of a language, with the host's replacements.
    pub fn new(words: &'a Words, messages: &'a [(MessageId, String)]) -> Texts<'a> {
        Texts { words, messages, locale: words.tag() }
    }

    /// The same texts with the names of countries in a locale, which may be one that the form has
    /// no texts in. The list of countries has these names too.
    pub fn in_locale(self, locale: &'a str) -> Texts<'a> {
        Texts { locale, ..self }
    }

    /// The words of a text, with `{name}` as the placeholder for a value.
    pub fn get(&self, text: MessageId) -> &'a str {
        self.of_category(text, plural::OTHER)
    }

    /// The words of a text for a count.
    pub fn count(&self, text: MessageId, count: u32) -> &'a str {
        self.of_category(text, &intl::plural_category(self.words.tag(), count))
    }

    fn of_category(&self, text: MessageId, category: &str) -> &'a str {
        let replaced = self.messages.iter().find(|message| message.0 == text);
        replaced
            .and_then(|(_, line)| plural::choose(line, category))
            .unwrap_or_else(|| self.words.get(text, category))
    }

    /// An integer.
    pub fn integer(&self, integer: u32) -> String {
        intl::integer(self.words.tag(), integer)
    }

    /// A list with "or" before its last word.
    pub fn any_of(&self, words: &[String]) -> String {
        intl::any_of(self.words.tag(), words)
    }

    /// The names of countries, with commas between them.
    pub fn names(&self, countries: &[Region]) -> String {
        let mut names = String::new();
        for country in countries {
            if !names.is_empty() {
                names.push_str(intl::comma(self.words.tag()));
            }
            names.push_str(&country_name(*country, self.locale));
        }
        names
    }
}

#[cfg(test)]
impl Default for Texts<'static> {
    fn default() -> Texts<'static> {
        // As long as the tests.
        Texts::new(Box::leak(Box::new(Words::default())), &[])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::text::locale_files;

    #[test]
    fn a_replaced_text_stays_so_in_each_language_and_the_others_follow_it() {
        let messages = [(MessageId::Submit, "OK".to_owned())];
        for (language, label) in [("en", "Country"), ("fr", "Pays")] {
            let words = locale_files::words(language);
            let texts = Texts::new(&words, &messages);
            assert_eq!(
                (texts.get(MessageId::Submit), texts.get(MessageId::Country)),
                ("OK", label)
            );
        }
    }

    #[test]
    fn one_is_told_apart_and_can_be_replaced_apart() {
        let messages = [(MessageId::SaveAgainIn, "one\tsoon".to_owned())];
        let words = locale_files::words("fr");
        let texts = Texts::new(&words, &messages);
        assert_eq!(texts.count(MessageId::SaveAgainIn, 1), "soon");
        assert!(texts.count(MessageId::SaveAgainIn, 2).ends_with("{seconds} secondes."));
        assert_eq!(texts.count(MessageId::Submit, 1), texts.get(MessageId::Submit));
    }
}
