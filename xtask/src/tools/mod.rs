//! What the other commands need on the machine: found, installed where this
//! program may, or asked for in a sentence that says exactly what to install.

pub mod apt;
pub mod crates;
pub mod nginx;
pub mod node;
pub mod npm;
pub mod rust;

/// Whether this runs as a check on a server, where nothing may be skipped.
pub fn in_ci() -> bool {
    std::env::var_os("CI").is_some_and(|value| !value.is_empty() && value != "false")
}
