//! The list of countries: their names, the search, and the keys that move in it.

pub mod combobox;
pub mod entry;
pub mod list;
pub(crate) mod popup;
pub mod search;
