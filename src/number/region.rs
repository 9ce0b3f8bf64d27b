//! Regions and world zones.

use core::fmt;

/// A region with a numbering plan: a country or a territory, as ISO 3166-1 alpha-2.
///
/// Any two capital letters make one; whether it has a numbering plan, and which calling code, is
/// for [`Tables::calling_code`](super::Tables::calling_code) to say.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region(pub(super) [u8; 2]);

impl Region {
    /// What stands for the plans that are no region's, such as +800: 001, "the world".
    pub(super) const WORLD: Self = Self([0; 2]);

    /// Reads `CA`. Lower case, and anything but two letters, is none.
    #[must_use]
    pub fn new(code: &str) -> Option<Self> {
        match *code.as_bytes() {
            [a, b] if a.is_ascii_uppercase() && b.is_ascii_uppercase() => Some(Self([a, b])),
            _ => None,
        }
    }

    /// The two letters, or `001` for a number that belongs to no region.
    #[must_use]
    pub fn as_str(&self) -> &str {
        if *self == Self::WORLD {
            return "001";
        }
        // Both bytes are letters: `new` and the table reader let nothing else in.
        core::str::from_utf8(&self.0).unwrap_or("001")
    }
}

impl fmt::Debug for Region {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl fmt::Display for Region {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

/// A world zone: the first digit of a calling code, 1 to 9. Each has its file of tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Zone(pub(super) u8);

impl Zone {
    /// The zone of the digit 1 to 9.
    #[must_use]
    pub fn new(digit: u8) -> Option<Self> {
        matches!(digit, 1..=9).then_some(Self(digit))
    }

    /// The digit.
    #[must_use]
    pub fn digit(self) -> u8 {
        self.0
    }

    /// The zone of a calling code.
    pub(super) fn of(mut code: u16) -> Self {
        while code >= 10 {
            code /= 10;
        }
        Self(code as u8)
    }
}
