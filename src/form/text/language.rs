//! Locales.

use crate::form::text::part;

/// The locale of a form that has none.
const DEFAULT: &str = "en";

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

    /// Whether texts with this tag are in the locale's language.
    pub fn is_of_language(&self, tag: &str) -> bool {
        let language = |tag| part::leading(tag, |byte| byte != b'-');
        language(&self.0) == language(tag)
    }
}

impl Default for Locale {
    fn default() -> Locale {
        Locale(DEFAULT.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_part_of_a_tag_is_its_language() {
        let is_french = |tag: &str| Locale::new(tag.to_owned()).is_of_language("fr-FR");
        assert!(is_french("fr") && is_french("fr-CA"));
        for other in ["de", "frc", "x-fr", ""] {
            assert!(!is_french(other), "{other}");
        }
    }
}
