//! The words of a language other than English. Each language is a file beside the WebAssembly.

use crate::form::text::language::Language;
use crate::form::text::message_id::MessageId;
use crate::form::text::part;
use std::rc::Rc;

/// The words of every text in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    language: Language,
    lines: Rc<str>,
}

impl Words {
    /// Reads a file that `cargo xtask` has made from `locales/`: the code of the language, then the
    /// words of each text, one on each line, in the order of [`MessageId::ALL`]. `None` if it is
    /// another file.
    pub fn read(file: &str) -> Option<Words> {
        let is_end = |byte| byte == b'\n';
        let (code, lines) = part::split_once(file, is_end)?;
        let language = Language::of_code(code)?;
        let is_whole = part::split(lines, is_end).count() == MessageId::ALL.len();
        is_whole.then(|| Words { language, lines: lines.into() })
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The words of a text, with `{name}` as the placeholder for a value.
    pub fn get(&self, text: MessageId) -> &str {
        text.line_of(&self.lines)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::text::locale_files;

    #[test]
    fn a_file_has_a_language_and_all_its_texts() {
        let file = locale_files::compiled(Language::French);
        let words = Words::read(&file).unwrap();
        assert_eq!(words.language(), Language::French);
        assert_eq!(words.get(MessageId::Country), "Pays");
        for text in MessageId::ALL {
            assert_eq!(
                Some(words.get(*text)),
                locale_files::words_of(Language::French, text.key()).as_deref()
            );
        }
        let cut = &file[..file.rfind('\n').unwrap()];
        for other in ["", "fr", "fr\nPays", cut, &file[1..], &format!("{file}\n")] {
            assert_eq!(Words::read(other), None, "{other}");
        }
    }
}
