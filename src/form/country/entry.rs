//! A country as the list has it.

use lead_phone_number::Region;

/// A country in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Country {
    /// Which one.
    pub region: Region,
    /// Its name in the user's language; its two letters where the browser has none.
    pub name: String,
    /// The name as it is searched in.
    pub folded: String,
    /// Its calling code.
    pub calling_code: u16,
    /// Whether it stands out.
    pub place: Place,
}

/// What a country is among those of its calling code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// One that the host puts first.
    Preferred,
    /// The one that the code is known for.
    Main,
    /// Another.
    Other,
}
