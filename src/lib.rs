//! A phone form for a CRM lead, as a custom element in WebAssembly.
//!
//! What a host page may rely on is in the README; how the parts fit is in
//! ARCHITECTURE.md.

pub mod api;
pub mod component;
#[cfg(feature = "element")]
pub mod element;
pub mod form;

/// Smaller by far than the standard library's, and as fast for the small blocks that a form
/// takes. What is freed of a block of many megabytes, such as what someone pasted, is used
/// again, but not as part of a still larger one.
#[cfg(all(target_arch = "wasm32", feature = "element"))]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
