//! The tools that the commands need on the machine. Each is found, or installed
//! if this program may, or the error says exactly what to install.

pub mod apt;
pub mod crates;
pub mod nginx;
pub mod node;
pub mod npm;
pub mod rust;

/// Whether this runs in CI, where no test may be skipped.
pub fn in_ci() -> bool {
    std::env::var_os("CI").is_some_and(|value| !value.is_empty() && value != "false")
}
