//! What the documents say of the form is what its sources say: its names, its sentences and its
//! languages.

use std::collections::BTreeSet;

use anyhow::{Context as _, Result};
use lead_phone_docs::paths;
use serde_json::Value;

fn page(name: &str) -> Result<String> {
    paths::read(&paths::pages().join(name))
}

fn source(name: &str) -> Result<String> {
    paths::read(&paths::root().join(name))
}

/// All pages, one after another.
fn pages() -> Result<String> {
    paths::files(&paths::pages(), ".md")?.iter().map(|file| paths::read(file)).collect()
}

/// The names that follow this in a text: their letters, digits and hyphens.
fn names_after(text: &str, begin: &str) -> BTreeSet<String> {
    let name = |rest: &str| {
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
        rest[..end.unwrap_or(rest.len())].trim_end_matches('-').to_owned()
    };
    let names = text.split(begin).skip(1).map(name);
    names.filter(|name| !name.is_empty()).collect()
}

/// The names of the first column of a table, where they are code.
fn first_column(text: &str) -> BTreeSet<&str> {
    let cells = text.lines().filter_map(|line| line.strip_prefix("| `"));
    cells.filter_map(|cell| cell.split('`').next()).collect()
}

#[test]
fn each_part_state_event_and_custom_property_is_in_the_manifest() -> Result<()> {
    let manifest: Value = serde_json::from_str(&source("www/custom-elements.json")?)?;
    let element = &manifest["modules"][0]["declarations"][0];
    let text = pages()?;
    for (list, begin) in [
        ("cssParts", "::part("),
        ("cssStates", ":state("),
        ("cssProperties", "--lead-phone-"),
        ("events", "`lead-phone-"),
        ("events", "\"lead-phone-"),
    ] {
        let members = element[list].as_array().context("a list is missing")?;
        let known = members.iter().filter_map(|member| member["name"].as_str());
        let known: BTreeSet<_> = known
            .map(|name| name.trim_start_matches("--").trim_start_matches("lead-phone-"))
            .collect();
        let names = names_after(&text, begin);
        assert!(names.len() > 1, "{begin}");
        for name in names {
            // The names of files, and of the element itself.
            if !name.starts_with("form") {
                assert!(known.contains(&*name), "{begin}{name} is not in {list}");
            }
        }
    }
    Ok(())
}

#[test]
fn each_kind_of_error_is_described_and_no_other_is() -> Result<()> {
    let declarations = source("www/lead-phone-form.d.ts")?;
    let (_, kinds) = declarations.split_once("export type ErrorKind =").context("no kinds")?;
    let kinds: BTreeSet<_> =
        kinds.split(';').next().unwrap_or_default().split('"').skip(1).step_by(2).collect();
    assert!(kinds.len() > 10);
    let (reference, troubles) = (page("reference/errors.md")?, page("troubleshooting.md")?);
    // The first table has them in its second column.
    let (_, table) = reference.split_once("| `kind` |").context("there is no table")?;
    let (table, _) = table.split_once("\n\n").context("the table has no end")?;
    let cells = table.lines().filter_map(|line| line.split('|').nth(2));
    let described: BTreeSet<_> = cells.filter_map(|cell| cell.split('`').nth(1)).collect();
    assert_eq!(described, kinds);
    for kind in kinds {
        assert!(troubles.contains(&format!("`{kind}`")), "{kind} is not in troubleshooting.md");
    }
    Ok(())
}

/// A text of the form with "…" for each value.
fn shown(text: &str) -> String {
    let text = match text.strip_prefix("{product}") {
        Some(rest) => format!("The CRM{rest}"),
        None => text.replace("{product}", "the CRM"),
    };
    let mut shown = String::new();
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once('{') {
        shown += &format!("{before}…");
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    shown + rest
}

#[test]
fn each_sentence_of_an_error_is_found_in_the_troubleshooting() -> Result<()> {
    let english: Value = serde_json::from_str(&source("locales/en.json")?)?;
    let english = english.as_object().context("the words are no object")?;
    let texts: Vec<_> = english.iter().filter(|(key, _)| !key.ends_with("_comment")).collect();
    let place = |wanted: &str| {
        texts.iter().position(|(key, _)| *key == wanted).with_context(|| format!("no {wanted}"))
    };
    let (page, mut count) = (page("troubleshooting.md")?, 0);
    for (from, to) in [
        ("unauthenticated", "malformed-response"),
        ("saved-earlier", "saved-earlier"),
        ("internal", "internal"),
        ("setting-unreadable", "token-unusable"),
    ] {
        for (key, text) in &texts[place(from)?..=place(to)?] {
            let text = shown(text.as_str().unwrap_or_default());
            let text = text.trim_start_matches("This form is not set up correctly: ");
            assert!(page.contains(&format!("\"{text}")), "{key}: {text}");
            count += 1;
        }
    }
    assert!(count > 20, "{count}");
    Ok(())
}

#[test]
fn each_refusal_of_a_number_is_found_in_the_page_on_numbers() -> Result<()> {
    let english: Value = serde_json::from_str(&source("locales/en.json")?)?;
    let page = page("numbers.md")?;
    for key in [
        "number-missing",
        "not-a-number",
        "calling-code-unknown",
        "too-short",
        "too-long",
        "length-unknown",
        "area-code-missing",
        "country-not-allowed-other",
    ] {
        let text = english[key].as_str().with_context(|| format!("no {key}"))?;
        let begin = shown(text);
        let begin = begin.trim_start_matches('…').split('…').next().unwrap_or_default();
        assert!(begin.len() > 5 && page.contains(begin.trim_end()), "{key}: {begin}");
    }
    Ok(())
}

/// The pieces of the sentences in a script: of each text of several words, what is between its values.
fn sentences(script: &str) -> Vec<String> {
    let code: Vec<&str> = script
        .lines()
        .filter(|line| !["//", "/*", "*"].iter().any(|mark| line.trim_start().starts_with(mark)))
        .collect();
    let mut pieces = Vec::new();
    for quote in ['"', '`'] {
        for line in &code {
            for text in line.split(quote).skip(1).step_by(2) {
                let mut rest = text;
                while let Some((before, after)) = rest.split_once("${") {
                    pieces.push(before.to_owned());
                    rest = after.split_once('}').map_or("", |(_, after)| after);
                }
                pieces.push(rest.to_owned());
            }
        }
    }
    let is_sentence =
        |piece: &String| piece.split_whitespace().count() > 2 && !piece.contains("\\");
    pieces.into_iter().filter(is_sentence).map(|piece| piece.trim().to_owned()).collect()
}

#[test]
fn each_sentence_of_the_scripts_is_found_in_the_troubleshooting() -> Result<()> {
    let page = page("troubleshooting.md")?.replace("&lt;", "<").replace("&gt;", ">");
    let mut count = 0;
    for name in
        ["instance", "load-failure", "support", "versions", "words", "lead-phone-form.classic"]
    {
        for sentence in sentences(&source(&format!("www/{name}.js"))?) {
            // A selector and a media query are no sentences.
            if !sentence.starts_with("lead-phone-form:not") && !sentence.starts_with("use strict") {
                assert!(page.contains(&sentence), "www/{name}.js: {sentence}");
                count += 1;
            }
        }
    }
    assert!(count > 15, "{count}");
    Ok(())
}

#[test]
fn the_languages_are_those_of_the_locale_files() -> Result<()> {
    let page = page("languages.md")?;
    let files = paths::files(&paths::root().join("locales"), ".json")?;
    let codes: BTreeSet<_> = files.iter().filter_map(|file| file.file_stem()?.to_str()).collect();
    assert_eq!(first_column(&page), codes);
    let count = format!("{} languages", codes.len());
    assert!(source("README.md")?.contains(&count), "README.md does not say {count}");
    Ok(())
}
