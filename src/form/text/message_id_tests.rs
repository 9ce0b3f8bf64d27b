use super::*;
use crate::form::text::language::Language;
use crate::form::text::locale_files;
use std::collections::{BTreeMap, HashSet};
use std::fs;

/// Words that are the same in two languages or for two texts.
const ALIKE: [&str; 4] =
    ["{number}, ext. {extension}", "{number}: {reason}", "{count} pays", "{country}."];

/// The names in braces, sorted.
fn placeholders(words: &str) -> Vec<&str> {
    let mut names: Vec<_> = words
        .split('{')
        .skip(1)
        .map(|rest| rest.split_once('}').expect("a brace that is closed").0)
        .collect();
    names.sort_unstable();
    names
}

/// The words of a text in the file of a language.
fn say(text: MessageId, language: Language) -> String {
    locale_files::words_of(language, text.key()).unwrap()
}

/// `cargo xtask locales` runs this with `WRITE_LOCALES`.
#[test]
fn the_english_file_has_the_words_of_the_sources() {
    let texts: serde_json::Map<_, _> =
        MessageId::ALL.iter().map(|text| (text.key().to_owned(), text.english().into())).collect();
    let file = format!("{:#}\n", serde_json::Value::Object(texts));
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/locales/en.json");
    if std::env::var_os("WRITE_LOCALES").is_some() {
        fs::write(path, &file).unwrap();
    }
    let committed = fs::read_to_string(path).unwrap();
    assert!(committed == file, "locales/en.json is old: run `cargo xtask locales`");
}

#[test]
fn each_file_has_the_same_texts_in_the_same_order() {
    let keys: Vec<_> = MessageId::ALL.iter().map(|text| text.key()).collect();
    for language in Language::ALL {
        let texts = locale_files::texts(language);
        let missing: Vec<_> = keys.iter().filter(|key| !texts.contains_key(**key)).collect();
        assert!(missing.is_empty(), "{language:?} has no {missing:?}");
        assert_eq!(texts.keys().collect::<Vec<_>>(), keys, "{language:?}");
    }
}

#[test]
fn each_text_has_a_name_of_its_own() {
    let keys: HashSet<_> = MessageId::ALL.iter().map(|text| text.key()).collect();
    assert_eq!(keys.len(), MessageId::ALL.len());
    for text in MessageId::ALL {
        assert!(text.key().bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{text:?}");
        assert_eq!(MessageId::of_key(text.key()), Some(*text));
    }
    assert_eq!(MessageId::of_key("Submit"), None);
}

#[test]
fn each_text_is_one_line() {
    for lines in [MessageId::KEYS, MessageId::ENGLISH] {
        assert_eq!(lines.matches('\n').count(), MessageId::ALL.len());
    }
    for language in Language::ALL {
        let lines = locale_files::compiled(language);
        assert_eq!(lines.matches('\n').count(), MessageId::ALL.len());
    }
    assert_eq!(MessageId::Country.english(), "Country");
    assert_eq!(MessageId::of_key(""), None);
}

#[test]
fn the_languages_say_the_same() {
    for text in MessageId::ALL {
        let english = text.english();
        for language in Language::ALL {
            let words = &*say(*text, language);
            assert_eq!(words.trim(), words, "{text:?}, {language:?}");
            assert!(!words.is_empty(), "{text:?}, {language:?}");
            assert_eq!(placeholders(words), placeholders(english), "{text:?}, {language:?}");
            for end in ['.', '…'] {
                assert_eq!(words.ends_with(end), english.ends_with(end), "{text:?}, {language:?}");
            }
        }
    }
}

#[test]
fn no_text_is_another_languages() {
    let mut seen = BTreeMap::new();
    for text in MessageId::ALL {
        for language in Language::ALL {
            let words = say(*text, language);
            let before = seen.insert(words.clone(), (text, language));
            assert!(before.is_none() || ALIKE.contains(&&*words), "{words}: {before:?}, {text:?}");
        }
    }
}

#[test]
fn each_language_is_typeset_its_way() {
    for text in MessageId::ALL {
        // Canadian French: no space before `;`, a no-break space before `:` and inside `«»`.
        let french = say(*text, Language::French);
        for (mark, before) in [(":", "\u{a0}"), ("»", "\u{a0}")] {
            for (at, _) in french.match_indices(mark) {
                assert!(french[..at].ends_with(before), "{french}");
            }
        }
        for (at, _) in french.match_indices('«') {
            assert!(french[at + '«'.len_utf8()..].starts_with('\u{a0}'), "{french}");
        }
        for wrong in ["'", "\"", "“", "”", " ;", " ?", " !", "\u{a0};"] {
            assert!(!french.contains(wrong), "{french}");
        }
        for language in Language::ALL {
            let words = say(*text, language);
            for wrong in ["  ", "...", "\n"] {
                assert!(!words.contains(wrong), "{words}");
            }
        }
    }
}

#[test]
fn texts_that_count_come_in_pairs() {
    for text in MessageId::ALL {
        let singular = text.singular();
        match text.key().strip_suffix("-other") {
            Some(stem) => assert_eq!(singular.key(), [stem, "-one"].concat()),
            None => assert_eq!(singular, *text),
        }
        if let Some(stem) = text.key().strip_suffix("-one") {
            let other =
                MessageId::of_key(&[stem, "-other"].concat()).expect("the text for several");
            assert_eq!(other.singular(), *text);
            for language in Language::ALL {
                let (one, several) = (say(*text, language), say(other, language));
                assert_eq!(placeholders(&one), placeholders(&several));
            }
        }
    }
}

#[test]
fn the_declarations_have_each_texts_name() {
    let declarations = include_str!("../../../www/lead-phone-form.d.ts");
    let union = declarations.split("export type MessageKey =").nth(1).unwrap();
    let names: Vec<_> = union.split(';').next().unwrap().split('"').skip(1).step_by(2).collect();
    let texts: Vec<_> = MessageId::ALL.iter().map(|text| text.key()).collect();
    assert_eq!(names, texts);
}
