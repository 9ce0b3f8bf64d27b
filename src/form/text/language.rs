//! Languages and locales.

use crate::form::text::part;

/// A language that the form speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English, also for whoever speaks none of these.
    #[default]
    English,
    /// French, as in Canada.
    French,
    /// Spanish, as in Latin America.
    Spanish,
}

impl Language {
    /// Every language.
    pub const ALL: [Language; 3] = [Language::English, Language::French, Language::Spanish];

    /// Its code in BCP 47.
    pub fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::French => "fr",
            Language::Spanish => "es",
        }
    }

    /// Whether so many of something are told in the singular.
    pub fn is_singular(self, count: u32) -> bool {
        match self {
            Language::English | Language::Spanish => count == 1,
            Language::French => count <= 1,
        }
    }
}

/// A language tag as BCP 47 has it, which names a region or a script too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locale(String);

impl Locale {
    /// A tag that is well-formed and canonical; the browser's `Intl` knows which are.
    pub fn new(tag: String) -> Locale {
        Locale(tag)
    }

    /// The whole tag, for `Intl`.
    pub fn tag(&self) -> &str {
        &self.0
    }

    /// Its language, where the form speaks it.
    pub fn spoken(&self) -> Option<Language> {
        let code = part::leading(&self.0, |byte| byte != b'-');
        Language::ALL.into_iter().find(|language| language.code() == code)
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
