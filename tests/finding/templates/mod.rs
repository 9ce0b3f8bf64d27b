//! The texts that people copy a number from, by kind.

mod address;
mod call_log;
mod card;
mod chat;
mod data;
mod dealer;
mod identity;
mod invoice;
mod link;
mod list;
mod log;
mod mail;
mod no_number;
mod notification;
mod page;
mod sentence;
mod sheet;
mod signature;
mod source;

/// Texts of one kind, with fields that [`Draft`](crate::draft::Draft) writes.
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
pub const ITALIAN: &[&str] = &["IT", "CH"];
pub const PORTUGUESE: &[&str] = &["BR"];
pub const JAPANESE: &[&str] = &["JP"];
pub const CHINESE: &[&str] = &["CN"];
/// Countries whose numbers all have one length, so that a reader sees where one ends.
pub const ONE_LENGTH: &[&str] = &["CA", "US", "FR", "ES", "MX", "CH"];

/// All kinds.
pub fn all() -> impl Iterator<Item = &'static Kind> {
    let files = [
        address::KINDS,
        call_log::KINDS,
        card::KINDS,
        chat::KINDS,
        data::KINDS,
        dealer::KINDS,
        identity::KINDS,
        invoice::KINDS,
        link::KINDS,
        list::KINDS,
        log::KINDS,
        mail::KINDS,
        no_number::KINDS,
        notification::KINDS,
        page::KINDS,
        sentence::KINDS,
        sheet::KINDS,
        signature::KINDS,
        source::KINDS,
    ];
    files.into_iter().flatten()
}
