//! A phone form for a CRM lead, as a custom element in WebAssembly.
//!
//! The documents in `docs/src` describe the public interface. ARCHITECTURE.md explains how the parts fit
//! together.

pub mod api;
pub mod component;
#[cfg(feature = "element")]
pub mod element;
pub mod form;

/// This allocator is much smaller than the standard library's, and as fast for the small blocks
/// that a form needs. A freed block of many megabytes, such as a long pasted text, is reused, but
/// not as part of a larger block.
#[cfg(all(target_arch = "wasm32", feature = "element"))]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
