//! The words of a language. Each language is a file beside the WebAssembly, which has none.

use crate::form::text::message_id::MessageId;
use crate::form::text::part;
use crate::form::text::plural;
use std::rc::Rc;

/// The words of every text in a language. Without a file, all texts are empty: the element creates
/// a form only when it has words.
///
/// Clones share the words.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(test), derive(Default))]
pub struct Words {
    /// The language's tag, then the words of each text.
    lines: Rc<Vec<String>>,
}

impl Words {
    /// Reads a file that `cargo xtask` has made from `locales/`: the tag of the language, then the
    /// words of each text, one on each line, in the order of [`MessageId::ALL`]. A text with a count
    /// has each plural category and its words in turn, with tabs between them. `None` if it is
    /// another file.
    pub fn read(file: &str) -> Option<Words> {
        let mut lines = Vec::new();
        for line in part::split(file, |byte| byte == b'\n') {
            lines.push(line.to_owned());
        }
        (lines.len() == MessageId::ALL.len() + 1).then(|| Words { lines: Rc::new(lines) })
    }

    /// The language's tag.
    pub fn tag(&self) -> &str {
        self.line(0)
    }

    /// The words of a text for a plural category, with `{name}` as the placeholder for a value.
    pub fn get(&self, text: MessageId, category: &str) -> &str {
        let line = self.line(text as usize + 1);
        plural::choose(line, category).or(plural::choose(line, plural::OTHER)).unwrap_or_default()
    }

    fn line(&self, nth: usize) -> &str {
        self.lines.get(nth).map_or("", |line| line)
    }
}

/// Unit tests are in English.
#[cfg(test)]
impl Default for Words {
    fn default() -> Words {
        crate::form::text::locale_files::english()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::text::locale_files;

    #[test]
    fn a_file_has_a_language_and_all_its_texts() {
        let file = locale_files::compiled("fr");
        let words = Words::read(&file).unwrap();
        assert_eq!(words.tag(), "fr");
        assert_eq!(words.get(MessageId::Country, "other"), "Pays");
        for text in MessageId::ALL {
            assert!(!words.get(*text, "one").is_empty(), "{text:?}");
        }
        let cut = &file[..file.rfind('\n').unwrap()];
        for other in ["", "fr", "fr\nPays", cut, &format!("{file}\n")] {
            assert_eq!(Words::read(other), None, "{other}");
        }
    }

    #[test]
    fn a_category_that_a_language_lacks_is_the_other() {
        let words = locale_files::words("en");
        let text = MessageId::TryingAgainIn;
        assert_ne!(words.get(text, "one"), words.get(text, "other"));
        assert_eq!(words.get(text, "few"), words.get(text, "other"));
    }
}
