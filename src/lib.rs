//! A phone form for a CRM lead, as a custom element in WebAssembly.

pub mod number;
