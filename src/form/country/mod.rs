//! The list of countries: its order, the search, the keyboard and the popover.

pub mod combobox;
pub mod entry;
mod further;
pub mod list;
pub(crate) mod popup;
pub mod search;
