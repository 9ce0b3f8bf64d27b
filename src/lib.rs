//! A phone form for a CRM lead, as a custom element in WebAssembly.
//!
//! What a host page may rely on is in the README; how the parts fit is in
//! ARCHITECTURE.md.

pub mod api;
pub mod component;
#[cfg(feature = "element")]
pub mod element;
pub mod form;
pub mod number;

/// As fast as the standard library's for the few small blocks that a form takes, and a third
/// of its size.
#[cfg(all(target_arch = "wasm32", feature = "element"))]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
