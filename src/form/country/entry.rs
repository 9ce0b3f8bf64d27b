//! An entry of the list of countries.

use lead_phone_number::Region;

/// A country in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Country {
    /// Its region.
    pub region: Region,
    /// Its name in the user's language; its two-letter code if the browser has no name.
    pub name: String,
    /// The name as the search compares it.
    pub folded: String,
    /// Its calling code.
    pub calling_code: u16,
    /// Its rank among the countries with the same calling code.
    pub place: Place,
}

/// The rank of a country among those with the same calling code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// One that the host prefers.
    Preferred,
    /// The main country of the calling code.
    Main,
    /// Any other country.
    Other,
}
