use super::*;
use crate::form::text::locale_files;
use std::collections::{BTreeMap, HashSet};
use std::fs;

/// What is after a text's key in the key of its comment.
const COMMENT: &str = "_comment";

/// The texts with a count, which may have words for each plural category.
const COUNTED: [MessageId; 11] = [
    MessageId::TooShort,
    MessageId::TooLong,
    MessageId::LengthUnknown,
    MessageId::CountryNotAllowed,
    MessageId::CountryNotAllowedMore,
    MessageId::NextOfSeveral,
    MessageId::SeveralPasted,
    MessageId::CountriesFound,
    MessageId::TryingAgainIn,
    MessageId::SaveAgainIn,
    MessageId::SaveAgainInMinutes,
];

/// The names of counts.
const COUNTS: [&str; 3] = ["count", "seconds", "minutes"];

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

/// The languages but English.
fn translated() -> Vec<String> {
    let mut tags = locale_files::tags();
    tags.retain(|tag| tag != "en");
    tags
}

/// `locales/en.json`: the words of each text, after a comment for translators.
fn english_file() -> String {
    let mut texts = serde_json::Map::new();
    for (text, (words, one, comment)) in MessageId::ALL.iter().zip(MessageId::ENGLISH) {
        let key = text.key();
        texts.insert([key, COMMENT].concat(), comment.trim().into());
        match one {
            [one] => {
                texts.insert([key, "-one"].concat(), (*one).into());
                texts.insert([key, "-other"].concat(), (*words).into())
            }
            _ => texts.insert(key.to_owned(), (*words).into()),
        };
    }
    format!("{:#}\n", serde_json::Value::Object(texts))
}

/// `cargo xtask locales` runs this with `WRITE_LOCALES`.
#[test]
fn the_english_file_has_the_words_of_the_sources() {
    let file = english_file();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/locales/en.json");
    if std::env::var_os("WRITE_LOCALES").is_some() {
        fs::write(path, &file).unwrap();
    }
    let committed = fs::read_to_string(path).unwrap();
    assert!(committed == file, "locales/en.json is old: run `cargo xtask locales`");
}

/// `cargo xtask locales` shows what this finds.
#[test]
fn each_file_has_the_same_texts_in_the_same_order() {
    let keys: Vec<_> = MessageId::ALL.iter().map(|text| text.key()).collect();
    for tag in locale_files::tags() {
        let mut found = Vec::new();
        for key in locale_files::texts(&tag).keys().filter(|key| !key.ends_with(COMMENT)) {
            let (text, category) = MessageId::of_key(key)
                .unwrap_or_else(|| panic!("locales/{tag}.json has an unknown text {key}"));
            let is_counted = COUNTED.contains(&text);
            assert!(category.is_none() || is_counted, "locales/{tag}.json: {key} has no count");
            found.push(text.key());
        }
        found.dedup();
        let missing: Vec<_> = keys.iter().filter(|key| !found.contains(key)).collect();
        assert!(missing.is_empty(), "locales/{tag}.json has no {missing:?}");
        assert_eq!(found, keys, "locales/{tag}.json");
    }
}

#[test]
fn each_text_has_a_name_of_its_own() {
    let keys: HashSet<_> = MessageId::ALL.iter().map(|text| text.key()).collect();
    assert_eq!(keys.len(), MessageId::ALL.len());
    for text in MessageId::ALL {
        assert!(text.key().bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{text:?}");
        assert_eq!(MessageId::of_key(text.key()), Some((*text, None)));
        let few = [text.key(), "-few"].concat();
        assert_eq!(MessageId::of_key(&few), Some((*text, Some("few"))));
    }
    for other in ["Submit", "", "-few", "submit-several"] {
        assert_eq!(MessageId::of_key(other), None, "{other}");
    }
}

#[test]
fn the_languages_say_the_same() {
    for text in MessageId::ALL {
        let english = &locale_files::words_of("en", *text).pop().unwrap().1;
        let is_counted = COUNTED.contains(text);
        for tag in locale_files::tags() {
            for (category, words) in locale_files::words_of(&tag, *text) {
                let place = format!("{text:?} {category}, {tag}: {words}");
                assert!(!words.is_empty() && words.trim() == words, "{place}");
                let (found, all) = (placeholders(&words), placeholders(english));
                let unknown: Vec<_> = found.iter().filter(|name| !all.contains(name)).collect();
                assert!(unknown.is_empty(), "{place}");
                // Words for one or two need no digits.
                let is_exact = matches!(&*category, "zero" | "one" | "two") && is_counted;
                let may_lack = |name: &&&str| !is_exact || !COUNTS.contains(*name);
                let missing: Vec<_> =
                    all.iter().filter(|name| !found.contains(name)).filter(may_lack).collect();
                assert!(missing.is_empty(), "{place}");
            }
        }
    }
}

#[test]
fn each_language_has_its_plurals() {
    for tag in translated() {
        for text in COUNTED {
            let found: Vec<_> =
                locale_files::words_of(&tag, text).into_iter().map(|(name, _)| name).collect();
            let is_plain = found == [""];
            assert!(is_plain || found.iter().any(|name| name == "other"), "{tag}: {text:?}");
        }
    }
}

#[test]
fn the_word_in_the_extensions_field_has_room_there() {
    for tag in locale_files::tags() {
        let words = locale_files::words_of(&tag, MessageId::Optional);
        assert!(words.iter().all(|(_, word)| word.chars().count() <= 12), "{tag}: {words:?}");
    }
}

#[test]
fn no_text_is_another_languages() {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    for text in MessageId::ALL {
        for tag in locale_files::tags() {
            for (_, words) in locale_files::words_of(&tag, *text) {
                // Regions of a language share words, and short words are the same in several.
                if words.len() < 40 || words.starts_with('{') {
                    continue;
                }
                let language = tag.split('-').next().unwrap_or_default().to_owned();
                let before = seen.insert(words.clone(), language.clone());
                assert!(before.is_none_or(|before| before == language), "{tag}: {words}");
            }
        }
    }
}

#[test]
fn each_language_is_typeset_its_way() {
    for tag in locale_files::tags() {
        let file = locale_files::compiled(&tag);
        for wrong in ["'", "\"", "  ", "...", " \u{a0}", "\u{a0} "] {
            let line = file.lines().find(|line| line.contains(wrong));
            assert_eq!(line, None, "{tag}: {wrong:?}");
        }
    }
    // One pair of quotes in each.
    for tag in locale_files::tags() {
        let file = locale_files::compiled(&tag);
        let quotes = ["{text}", "{field}", "{value}"].map(|name| {
            let parts = file.split_once(name);
            let (before, after) = parts.unwrap_or_else(|| panic!("{tag}: no {name}"));
            (before.trim_end().chars().next_back(), after.trim_start().chars().next())
        });
        assert!(quotes.iter().all(|pair| *pair == quotes[0]), "{tag}: {quotes:?}");
    }
    // Canadian French: no space before `;`, a no-break space before `:` and inside `«»`.
    let french = locale_files::compiled("fr");
    for (mark, before) in [(":", "\u{a0}"), ("»", "\u{a0}")] {
        for (at, _) in french.match_indices(mark) {
            assert!(french[..at].ends_with(before), "{}", &french[..at + 1]);
        }
    }
    for (at, _) in french.match_indices('«') {
        assert!(french[at + '«'.len_utf8()..].starts_with('\u{a0}'), "{}", &french[..at]);
    }
    for wrong in ["“", "”", " ;", " ?", " !", "\u{a0};"] {
        assert!(!french.contains(wrong), "{wrong}");
    }
}

#[test]
fn the_declarations_have_each_texts_name() {
    let declarations = include_str!("../../../www/lead-phone-form.d.ts");
    let names = |kind: &str| -> Vec<&str> {
        let union = declarations.split(kind).nth(1).unwrap();
        union.split(';').next().unwrap().split('"').skip(1).step_by(2).collect()
    };
    let keys = |texts: &[MessageId]| texts.iter().map(|text| text.key()).collect::<Vec<_>>();
    assert_eq!(names("export type MessageKey ="), keys(MessageId::ALL));
    assert_eq!(names("type CountedMessageKey ="), keys(&COUNTED));
}
