//! Checks the links of the repository's documents as they are read in the repository: every file and
//! every heading that they lead to is there.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Result;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::paths;

/// The links of all documents that lead nowhere, one sentence each.
///
/// # Errors
///
/// If a document cannot be read.
pub fn faults() -> Result<Vec<String>> {
    let mut faults = Vec::new();
    for file in paths::files(paths::root(), ".md")? {
        for link in links(&paths::read(&file)?) {
            if let Some(why) = fault(&file, &link)? {
                faults.push(format!("{} links to {link}: {why}", paths::shown(&file)));
            }
        }
    }
    Ok(faults)
}

/// Why a link leads nowhere, if it does.
fn fault(from: &Path, link: &str) -> Result<Option<String>> {
    if link.contains("://") || link.starts_with("mailto:") {
        return Ok(None);
    }
    let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
    let folder = from.parent().unwrap_or(from);
    let file = if path.is_empty() { from.to_owned() } else { folder.join(path) };
    // A path of the demo's server.
    if path.starts_with('/') {
        return Ok(None);
    }
    if !file.exists() {
        return Ok(Some("there is no such file".to_owned()));
    }
    let is_document = file.extension().is_some_and(|end| end == "md");
    if anchor.is_empty() || !is_document || headings(&file)?.contains(anchor) {
        return Ok(None);
    }
    Ok(Some("there is no such heading".to_owned()))
}

/// The addresses of all links and pictures.
fn links(text: &str) -> Vec<String> {
    let links = parser(text).filter_map(|event| match event {
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
            Some(dest_url.into_string())
        }
        _ => None,
    });
    links.collect()
}

/// The anchors of a document's headings, as the repository's site makes them.
fn headings(file: &Path) -> Result<BTreeSet<String>> {
    let text = paths::read(file)?;
    let mut anchors = BTreeSet::new();
    let mut heading: Option<String> = None;
    for event in parser(&text) {
        match event {
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => {
                let anchor = slug(&heading.take().unwrap_or_default());
                let again = (1..).map(|nth| format!("{anchor}-{nth}"));
                let names = std::iter::once(anchor.clone()).chain(again);
                anchors.extend(names.into_iter().find(|name| !anchors.contains(name)));
            }
            Event::Text(text) | Event::Code(text) => {
                if let Some(heading) = &mut heading {
                    heading.push_str(&text);
                }
            }
            _ => {}
        }
    }
    Ok(anchors)
}

fn parser(text: &str) -> Parser<'_> {
    Parser::new_ext(text, Options::ENABLE_TABLES)
}

/// A heading as an anchor: its letters, digits, `-` and `_`, with `-` for a space.
fn slug(heading: &str) -> String {
    let kept = heading.chars().filter_map(|c| match c {
        ' ' => Some('-'),
        '-' | '_' => Some(c),
        c => c.is_alphanumeric().then(|| c.to_ascii_lowercase()),
    });
    kept.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_links_of_the_documents_lead_somewhere() -> Result<()> {
        assert_eq!(faults()?, Vec::<String>::new());
        Ok(())
    }

    #[test]
    fn a_link_to_nothing_is_a_fault() -> Result<()> {
        let readme = paths::root().join("README.md");
        let fault = |link: &str| fault(&readme, link);
        for link in ["gone.md", "docs/gone.md#a", "LICENSE-GONE", "README.md#gone", "#gone"] {
            assert!(fault(link)?.is_some(), "{link}");
        }
        for link in ["LICENSE-MIT", "CONTRIBUTING.md#the-commands", "https://yew.rs", "/docs/"] {
            assert_eq!(fault(link)?, None, "{link}");
        }
        Ok(())
    }

    #[test]
    fn an_anchor_is_made_of_a_headings_letters_and_digits() {
        assert_eq!(slug("React 18 and 19, `Next.js`"), "react-18-and-19-nextjs");
        let listing = "a [link](one.md#b), ![picture](two.svg)\n\n```md\n[none](three.md)\n```\n";
        assert_eq!(links(listing), ["one.md#b", "two.svg"]);
    }
}
