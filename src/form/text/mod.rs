//! The texts of the form and the names of countries, in each language.

pub mod country_name;
pub mod language;
pub mod message_id;
pub mod messages;
pub mod notice;
pub(crate) mod part;
