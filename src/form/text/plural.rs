//! Words in the plural categories of a language (Unicode CLDR): English has "one" and "other",
//! Arabic has six.
//!
//! Words that depend on a count are one line with a category and its words in turn, separated by
//! tabs: `one⇥{count} country⇥other⇥{count} countries`. Other words are the line.

use crate::form::text::part;

/// The category that each language has.
pub const OTHER: &str = "other";

/// Every category.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", OTHER];

/// Splits a key at the category at its end.
pub fn split(key: &str) -> Option<(&str, &str)> {
    let at = key.bytes().rposition(|byte| byte == b'-')?;
    let category = key.get(at + 1..)?;
    CATEGORIES.contains(&category).then_some((key.get(..at)?, category))
}

/// The words of a category; `None` if the line has others only.
pub fn choose<'a>(line: &'a str, category: &str) -> Option<&'a str> {
    let mut parts = part::split(line, |byte| byte == b'\t');
    let first = parts.next()?;
    let Some(words) = parts.next() else { return Some(first) };
    if first == category {
        return Some(words);
    }
    while let (Some(other), words) = (parts.next(), parts.next()) {
        if other == category {
            return words;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_category_is_at_the_end_of_a_key() {
        assert_eq!(split("save-again-in-few"), Some(("save-again-in", "few")));
        for key in ["save-again-in", "few", "type-home", ""] {
            assert_eq!(split(key), None, "{key}");
        }
    }

    #[test]
    fn words_are_chosen_by_their_category() {
        let line = "one\ta day\ttwo\ttwo days\tother\tdays";
        for (category, words) in [
            ("one", Some("a day")),
            ("two", Some("two days")),
            ("other", Some("days")),
            ("few", None),
        ] {
            assert_eq!(choose(line, category), words, "{category}");
        }
        assert_eq!(choose("days", "few"), Some("days"));
        assert_eq!(choose("", "few"), Some(""));
    }
}
