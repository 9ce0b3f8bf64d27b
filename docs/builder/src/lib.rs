//! Builds the documents of `docs/src` into a site with search, and checks them.
//!
//! [`tables`] writes the tables of the reference from `www/custom-elements.json` and
//! `locales/en.json`, [`mod@book`] builds the site with mdBook, [`links`] checks the links of the
//! site, and [`markdown`] those of all documents of the repository. It is a crate of its own, so that
//! the other commands do not compile mdBook.

pub mod book;
pub mod links;
pub mod markdown;
pub mod paths;
pub mod tables;
