//! The client of the lead-phones API: its wire types, one request, and the meaning of each
//! answer.
//!
//! This module does not depend on Yew or on the page. [`answer`] is pure and is tested natively.
//! [`request`] is the only module that reaches the network, and the only one that reads the
//! token.

pub mod answer;
pub mod attempt;
pub mod credentials;
pub mod deadline;
pub mod integer;
pub mod object;
pub mod phone;
pub mod request;
pub mod retry;
pub mod retry_after;
pub mod token;
pub mod value;
