//! The texts of the form and the names of countries, in each language.

pub mod country_name;
pub(crate) mod intl;
pub mod language;
#[cfg(test)]
pub(crate) mod locale_files;
pub mod message_id;
pub mod messages;
pub mod notice;
pub(crate) mod part;
pub(crate) mod plural;
pub mod words;
