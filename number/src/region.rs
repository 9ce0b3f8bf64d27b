//! Regions and world zones.

use core::fmt;

/// Two letters for each region, in the order of the calling codes; `00` for a calling code without
/// a region.
static NAMES: &str = include_str!("../data/regions.txt");

/// A region with a numbering plan: a country or a territory, by its ISO 3166-1 alpha-2 code.
///
/// ```
/// use lead_phone_number::Region;
///
/// let canada = Region::new("CA").ok_or("no region")?;
/// assert_eq!(canada.as_str(), "CA");
/// assert_eq!(Region::new("ca"), None);
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Region(u8);

impl Region {
    /// Stands for the calling codes without a region, such as +800: `001`, "the world".
    pub(super) const WORLD: Self = Self(u8::MAX);

    /// The region with this code, such as `CA`. `None` for lower case, and for a code that is not a
    /// region with a numbering plan.
    #[must_use]
    pub fn new(code: &str) -> Option<Self> {
        for (index, name) in NAMES.as_bytes().chunks_exact(2).enumerate() {
            if name == code.as_bytes() && !name.starts_with(b"0") {
                return Some(Self(index as u8));
            }
        }
        None
    }

    /// The two letters, or `001` for a calling code without a region.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        let start = 2 * self.index();
        NAMES.get(start..start + 2).unwrap_or("001")
    }

    /// The region at this index of the list.
    pub(super) fn at(index: usize) -> Self {
        match NAMES.as_bytes().get(2 * index) {
            Some(b'A'..=b'Z') => Self(index as u8),
            _ => Self::WORLD,
        }
    }

    /// The region's index in the list.
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

/// A world zone: the calling codes that start with the same digit, 1 to 9. Each zone has a file
/// with its numbering plans.
///
/// ```
/// use lead_phone_number::{Region, Tables, Zone};
///
/// let france = Region::new("FR").ok_or("no region")?;
/// assert_eq!(Tables::new().zone(france), Zone::new(3));
/// assert_eq!(Zone::new(0), None);
/// # Ok::<(), &str>(())
/// ```
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
