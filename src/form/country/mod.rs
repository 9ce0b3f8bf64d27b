//! The list of countries: its order, the search, the keyboard and the popover.

pub mod combobox;
pub mod entry;
pub mod folding;
mod further;
pub mod list;
pub(crate) mod popup;
pub mod search;
