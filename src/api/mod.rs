//! The lead-phones API: its wire types, one request, and what an answer means.
//!
//! Nothing here knows of Yew or of the page. [`answer`] is pure and is tested natively;
//! [`request`] is the only place that reaches the network, and the only one that reads
//! the token.

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
