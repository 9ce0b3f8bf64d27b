//! The form: what it holds, what it says, and what it looks like.
//!
//! [`state`] is a pure reducer and is tested natively. [`controller`] is the thin shell
//! around it: it turns what happens on the page into actions and carries out the effects
//! that the reducer asks for. [`view`] is the Yew component; it only draws.

pub mod caret;
pub mod combobox;
pub mod controller;
pub mod countries;
mod dom;
pub mod edit;
pub mod error_event;
pub mod explanation;
mod extension_label;
pub mod fields;
mod help;
pub mod history;
pub mod host;
pub mod language;
pub mod line;
pub(crate) mod listener;
pub mod messages;
pub mod notice;
mod number_field;
pub(crate) mod part;
pub mod paste;
mod phone_type;
pub mod plans;
mod popup;
pub mod reading;
pub mod search;
pub mod settings;
pub mod state;
mod submission;
pub mod texts;
pub mod view;
