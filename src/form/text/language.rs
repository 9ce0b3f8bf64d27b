//! Languages and locales.

use crate::form::text::part;

/// A language that the form has texts in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English, and the fallback for all other languages.
    #[default]
    English,
    /// Canadian French.
    French,
    /// Latin American Spanish.
    Spanish,
}

impl Language {
    /// Every language.
    pub const ALL: [Language; 3] = [Language::English, Language::French, Language::Spanish];

    /// Its BCP 47 code.
    pub fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::French => "fr",
            Language::Spanish => "es",
        }
    }

    /// The language with this code.
    pub fn of_code(code: &str) -> Option<Language> {
        Language::ALL.into_iter().find(|language| language.code() == code)
    }

    /// Whether this count takes the singular.
    pub fn is_singular(self, count: u32) -> bool {
        match self {
            Language::English | Language::Spanish => count == 1,
            Language::French => count <= 1,
        }
    }
}

/// A BCP 47 language tag, which may also name a region or a script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locale(String);

impl Locale {
    /// Takes a well-formed, canonical tag. The browser's `Intl` makes it canonical.
    pub fn new(tag: String) -> Locale {
        Locale(tag)
    }

    /// The whole tag, for `Intl`.
    pub fn tag(&self) -> &str {
        &self.0
    }

    /// Its language, if the form has texts in it.
    pub fn spoken(&self) -> Option<Language> {
        Language::of_code(part::leading(&self.0, |byte| byte != b'-'))
    }
}

impl Default for Locale {
    fn default() -> Locale {
        Locale(Language::default().code().to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_part_of_a_tag_is_its_language() {
        let spoken = |tag: &str| Locale::new(tag.to_owned()).spoken();
        assert_eq!(spoken("fr"), Some(Language::French));
        assert_eq!(spoken("fr-CA"), Some(Language::French));
        assert_eq!(spoken("es-419-u-nu-arab"), Some(Language::Spanish));
        assert_eq!(spoken("en-CA"), Some(Language::English));
        for other in ["de", "frc", "est", "x-fr", "zh-Hant-TW", ""] {
            assert_eq!(spoken(other), None, "{other}");
        }
    }

    #[test]
    fn each_language_has_its_singular() {
        let singular = |language: Language| -> Vec<u32> {
            (0..200).filter(|count| language.is_singular(*count)).collect()
        };
        assert_eq!(singular(Language::English), [1]);
        assert_eq!(singular(Language::French), [0, 1]);
        assert_eq!(singular(Language::Spanish), [1]);
    }
}
