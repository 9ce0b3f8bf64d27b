//! The page that a text is pasted into, for those that write numbers.

use crate::number;
use crate::random::Random;
use lead_phone_number::{Number, Region, Tables};

/// The countries of the pages.
pub const REGIONS: &[&str] = &[
    "CA", "US", "MX", "FR", "DE", "CH", "AT", "GB", "ES", "BR", "BE", "IT", "AU", "JP", "CN", "IN",
];

/// The page of one text.
pub struct Page<'a> {
    pub tables: &'a Tables,
    pub random: &'a mut Random,
    /// The country of the page, and of most numbers of the text.
    pub region: Region,
}

impl Page<'_> {
    /// A valid number; so often of another country, in percent.
    pub fn number(&mut self, foreign: usize) -> Number {
        let region = match self.random.chance(foreign) {
            true => Region::new(self.random.pick(REGIONS)).expect("a region"),
            false => self.region,
        };
        number::valid(self.tables, region, self.random)
    }
}
