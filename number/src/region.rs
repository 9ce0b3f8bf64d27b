//! Regions and world zones.

use core::fmt;

/// Two letters each, in the order of the calling codes; `00` where a code is of no region.
static NAMES: &str = include_str!("../data/regions.txt");

/// A region with a numbering plan: a country or a territory, as ISO 3166-1 alpha-2.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Region(u8);

impl Region {
    /// What stands for the plans that are no region's, such as +800: 001, "the world".
    pub(super) const WORLD: Self = Self(u8::MAX);

    /// Finds `CA`. Lower case, and whatever is no region with a numbering plan, is none.
    #[must_use]
    pub fn new(code: &str) -> Option<Self> {
        for (index, name) in NAMES.as_bytes().chunks_exact(2).enumerate() {
            if name == code.as_bytes() && !name.starts_with(b"0") {
                return Some(Self(index as u8));
            }
        }
        None
    }

    /// The two letters, or `001` for a number that belongs to no region.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        let start = 2 * self.index();
        NAMES.get(start..start + 2).unwrap_or("001")
    }

    /// The region that is listed there.
    pub(super) fn at(index: usize) -> Self {
        match NAMES.as_bytes().get(2 * index) {
            Some(b'A'..=b'Z') => Self(index as u8),
            _ => Self::WORLD,
        }
    }

    /// Where it is listed.
    pub(super) fn index(self) -> usize {
        usize::from(self.0)
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
