//! What the form says: each sentence by its name, in each language.

pub mod language;
pub mod message_id;
pub mod messages;
pub mod notice;
pub(crate) mod part;
