//! Takes the listings out of the documents.

use std::fs;
use std::path::Path;

use crate::harness::Result;
use crate::harness::server::files_in;

/// A code block of a document.
#[derive(Clone, Debug)]
pub(super) struct Listing {
    /// The path of the document, such as `docs/src/start.md`.
    pub(super) page: String,
    /// The page with the line at which the listing begins, for messages.
    pub(super) place: String,
    pub(super) language: String,
    pub(super) text: String,
}

/// The listings of README.md and of `docs/src`, in order.
pub(super) fn all() -> Result<Vec<Listing>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut pages = vec![("README.md".to_owned(), fs::read(root.join("README.md"))?)];
    let documents = files_in(&root.join("docs/src"))?.into_iter();
    pages.extend(documents.map(|(name, text)| (format!("docs/src/{name}"), text)));
    pages.sort();
    let mut listings = Vec::new();
    for (page, text) in pages {
        listings.extend(of_page(&page, &String::from_utf8(text)?)?);
    }
    Ok(listings)
}

/// The listings in this language.
pub(super) fn of(language: &str) -> Result<Vec<Listing>> {
    Ok(all()?.into_iter().filter(|listing| listing.language == language).collect())
}

/// The only listing of a page that contains this.
pub(super) fn with(page: &str, part: &str) -> Result<Listing> {
    let is_it = |listing: &Listing| listing.page == page && listing.text.contains(part);
    let mut found: Vec<_> = all()?.into_iter().filter(is_it).collect();
    match (found.pop(), found.len()) {
        (Some(listing), 0) => Ok(listing),
        (_, more) => {
            Err(format!("{more} listings more or less than one of {page} have {part}").into())
        }
    }
}

fn of_page(page: &str, text: &str) -> Result<Vec<Listing>> {
    let mut listings = Vec::new();
    let mut open: Option<Listing> = None;
    for (nth, line) in text.lines().enumerate() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(language)) => {
                open = Some(Listing {
                    page: page.to_owned(),
                    place: format!("{page}:{}", nth + 1),
                    language: language.to_owned(),
                    text: String::new(),
                });
            }
            (Some(_), Some("")) => listings.extend(open.take().map(|mut listing| {
                listing.text.truncate(listing.text.trim_end().len());
                listing
            })),
            (Some(listing), _) => {
                listing.text.push_str(line);
                listing.text.push('\n');
            }
            (None, None) => {}
        }
    }
    match open {
        Some(listing) => Err(format!("{} is not closed", listing.place).into()),
        None => Ok(listings),
    }
}
