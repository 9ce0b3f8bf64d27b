//! The random numbers that the texts are made with: SplitMix64, whose numbers follow from the seed
//! alone.

/// A source of random numbers.
pub struct Random(u64);

impl Random {
    /// The source for one text. Each text has its own, so a text stays the same when others are
    /// left out.
    pub fn of_text(seed: u64, index: usize) -> Self {
        let mut seeds = Self(seed);
        let start = seeds.next();
        Self(start ^ (index as u64).wrapping_mul(0xD134_2543_DE82_EF95))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    /// A number of a range, both ends included.
    pub fn between(&mut self, first: usize, last: usize) -> usize {
        first + self.below(last - first + 1)
    }

    /// One of several things.
    pub fn pick<'a, T: ?Sized>(&mut self, things: &[&'a T]) -> &'a T {
        things[self.below(things.len())]
    }

    /// True as often as this, in percent.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// So many digits.
    pub fn digits(&mut self, count: usize) -> String {
        self.letters("0123456789", count)
    }

    /// So many digits, of which the first is not zero.
    pub fn whole(&mut self, count: usize) -> String {
        self.letters("123456789", 1) + &self.digits(count - 1)
    }

    /// So many characters of an alphabet in ASCII.
    pub fn letters(&mut self, alphabet: &str, count: usize) -> String {
        let letters = alphabet.as_bytes();
        (0..count).map(|_| char::from(letters[self.below(letters.len())])).collect()
    }
}
