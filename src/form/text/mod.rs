//! The texts of the form, by name and in each language.

pub mod language;
pub mod message_id;
pub mod messages;
pub mod notice;
pub(crate) mod part;
