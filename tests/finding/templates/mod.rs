//! The texts that people copy a number from, by kind.

mod dealer;
mod list;
mod no_number;
mod signature;

/// Texts of one kind, with fields that [`Draft::fill`](crate::draft::Draft::fill) writes.
pub struct Kind {
    pub name: &'static str,
    /// The countries that have such texts.
    pub regions: &'static [&'static str],
    pub templates: &'static [&'static str],
}

pub const ENGLISH: &[&str] = &["CA", "US", "GB", "AU", "IN"];
pub const NORTH_AMERICA: &[&str] = &["CA", "US"];
pub const FRENCH: &[&str] = &["CA", "FR", "BE", "CH"];
pub const SPANISH: &[&str] = &["ES", "MX", "US"];
pub const GERMAN: &[&str] = &["DE", "CH", "AT"];

/// All kinds.
pub fn all() -> impl Iterator<Item = &'static Kind> {
    [dealer::KINDS, list::KINDS, no_number::KINDS, signature::KINDS].into_iter().flatten()
}
