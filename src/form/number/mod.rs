//! The number in its field: editing, formatting and reading it.
//!
//! These modules are pure and are tested natively.

pub mod caret;
pub mod edit;
pub(in crate::form) mod finding;
pub mod history;
pub mod input;
pub mod line;
pub mod paste;
pub mod plans;
pub mod reading;
