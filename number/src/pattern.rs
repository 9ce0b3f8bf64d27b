//! The matcher: patterns of one-byte tokens over strings of digits.
//!
//! The patterns of a numbering plan use few features of regular expressions: digits, classes of
//! digits, groups, alternatives and `?`. The matcher therefore needs no backtracking. It carries
//! the *set* of positions that the pattern so far may have reached, one bit each, and reads the
//! pattern once from left to right. A digit shifts each position at which it matches one bit to
//! the left. Alternatives are the union of their sets. `?` adds the set from before.
//!
//! The time is proportional to the length of the pattern, for any pattern. A damaged table can
//! neither loop nor overflow the stack: groups nest at most [`DEPTH`] deep.

/// Ends a pattern, and every other string of a table.
pub(super) const END: u8 = 0;
/// `1 ..= ANY`: this many digits, `\d{n}`.
pub(super) const ANY: u8 = 15;
/// `\d{m,n}`; the next byte is `m << 4 | n`.
pub(super) const BETWEEN: u8 = 16;
/// `(?:`
pub(super) const OPEN: u8 = 17;
/// `|`
pub(super) const OR: u8 = 18;
/// `)`. As a whole string: the same as the region's string of the previous kind.
pub(super) const CLOSE: u8 = 19;
/// `?` after a digit, a class or a group.
pub(super) const OPTIONAL: u8 = 20;
/// `$`
pub(super) const LAST: u8 = 21;
/// Ends a pattern that another one follows. The rule for a national prefix of which a part stays
/// in the number uses it between its patterns: for the digits before that part, the part, and the
/// digits after it.
pub(super) const NEXT: u8 = 22;
/// As a whole string: the same as that string of the calling code's main region.
pub(super) const SAME: u8 = 23;
/// `CLASS ..= CLASS + 3`: a class of digits. Bits 8 and 9 are in the token, 0 to 7 in the next
/// byte, which is never zero.
pub(super) const CLASS: u8 = 24;
/// `OR_DIGIT + d`: `|` and the digit `d`. This token and the next two make the files smaller.
pub(super) const OR_DIGIT: u8 = 28;
/// `OPEN_DIGIT + d`: `(?:` and the digit.
pub(super) const OPEN_DIGIT: u8 = 38;
/// `CLOSE_OR_DIGIT + d`: `)|` and the digit.
pub(super) const CLOSE_OR_DIGIT: u8 = 48;
/// `RANGE + 10 * a + b`: the digits from `a` to `b`.
pub(super) const RANGE: u8 = 0x80;

/// The most digits that a set has room for. Longer strings match no pattern as a whole.
const ROOM: usize = 31;
/// How deep groups may nest. A deeper group does not match.
const DEPTH: u8 = 12;

/// A string of digits, ready to be matched.
pub(super) struct Digits {
    /// The values of the digits; [`NONE`] for any other byte.
    values: [u8; ROOM],
    /// The bit of the position after the last digit; 0 if there is no room for it.
    end: u32,
}

/// The value of a byte that is not a digit. It is in no class.
const NONE: u8 = 15;

/// The result of matching a pattern.
#[derive(Clone, Copy)]
pub(super) struct Match {
    /// The positions at which the match may end, one bit each.
    pub ends: u32,
    /// The string ended while the pattern could still go on: more digits may match.
    pub partial: bool,
}

impl Match {
    /// The longest match's length.
    pub fn longest(self) -> Option<usize> {
        self.ends.checked_ilog2().map(|length| length as usize)
    }

    /// The length of the longest match, which is then removed.
    pub fn take_longest(&mut self) -> Option<usize> {
        let longest = self.longest()?;
        self.ends &= !(1 << longest);
        Some(longest)
    }
}

impl Digits {
    /// Takes ASCII digits. No pattern matches any other byte.
    pub fn new(text: &[u8]) -> Self {
        let end = if text.len() < 32 { 1 << text.len() } else { 0 };
        let mut digits = Self { values: [NONE; ROOM], end };
        for (value, byte) in digits.values.iter_mut().zip(text) {
            *value = byte.wrapping_sub(b'0').min(NONE);
        }
        digits
    }

    /// Whether the pattern matches from the first digit to the last.
    pub fn is(&self, pattern: &[u8]) -> bool {
        self.start(pattern).ends & self.end != 0
    }

    /// Matches from the first digit on.
    pub fn start(&self, pattern: &[u8]) -> Match {
        self.reader(pattern).run(1)
    }

    /// Reads several patterns in a row, see [`NEXT`].
    pub fn reader<'a>(&'a self, pattern: &'a [u8]) -> Reader<'a> {
        Reader { digits: self, pattern, at: 0, rest: 0, partial: false }
    }

    fn step(&self, mut from: u32, class: u16) -> u32 {
        let mut reached = 0;
        while from != 0 {
            let place = from & from.wrapping_neg();
            from ^= place;
            // The set has at most one position more than it has room for digits.
            let value = self.values.get(place.trailing_zeros() as usize).copied().unwrap_or(NONE);
            if class >> value & 1 != 0 {
                reached |= place << 1;
            }
        }
        reached
    }
}

/// A pattern that is being read.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    digits: &'a Digits,
    pattern: &'a [u8],
    at: usize,
    /// The tokens of the last byte that are not read yet; the next one is in the low byte.
    rest: u16,
    partial: bool,
}

impl Reader<'_> {
    /// Matches up to the pattern's end or the next [`NEXT`], from any of the given positions.
    pub fn run(&mut self, from: u32) -> Match {
        self.partial = false;
        self.rest = 0;
        let ends = self.alternatives(from, DEPTH);
        Match { ends, partial: self.partial }
    }

    fn byte(&mut self) -> u8 {
        self.at += 1;
        self.pattern.get(self.at - 1).copied().unwrap_or(END)
    }

    /// The next token.
    fn next(&mut self) -> u8 {
        let token = self.rest as u8;
        if token != 0 {
            self.rest >>= 8;
            return token;
        }
        let token = self.byte();
        if !(OR_DIGIT..CLOSE_OR_DIGIT + 10).contains(&token) {
            return token;
        }
        let digit = token - OR_DIGIT;
        self.rest = u16::from(RANGE + 11 * (digit % 10));
        match digit / 10 {
            0 => OR,
            1 => OPEN,
            _ => {
                self.rest = self.rest << 8 | u16::from(OR);
                CLOSE
            }
        }
    }

    /// Moves to the end of a sequence that can no longer match.
    fn skip(&mut self) {
        if self.rest as u8 == OR {
            return;
        }
        self.rest = 0;
        let mut depth = 0_u16;
        loop {
            let token = self.byte();
            match token {
                OPEN | OPEN_DIGIT..CLOSE_OR_DIGIT => depth += 1,
                CLOSE if depth > 0 => depth -= 1,
                CLOSE_OR_DIGIT..=57 if depth > 0 => {
                    depth -= 1;
                    if depth == 0 {
                        // This skips the group, but not the bar after it.
                        let digit = RANGE + 11 * (token - CLOSE_OR_DIGIT);
                        self.rest = u16::from(digit) << 8 | u16::from(OR);
                        return;
                    }
                }
                OR | OR_DIGIT..OPEN_DIGIT if depth > 0 => {}
                // These tokens have a second byte.
                BETWEEN | CLASS..OR_DIGIT => self.at += 1,
                END | NEXT | OR | CLOSE | OR_DIGIT..=57 => {
                    self.at -= 1;
                    return;
                }
                _ => {}
            }
        }
    }

    fn consume(&mut self, from: u32, class: u16) -> u32 {
        self.partial |= from & self.digits.end != 0;
        self.digits.step(from, class)
    }

    fn alternatives(&mut self, from: u32, depth: u8) -> u32 {
        const ALL: u16 = 0x3FF;
        let (mut ends, mut now) = (0, from);
        loop {
            if now == 0 {
                self.skip();
            }
            let before = now;
            let token = self.next();
            match token {
                1..=BETWEEN => {
                    let (least, most) = if token == BETWEEN {
                        let bounds = self.byte();
                        (bounds >> 4, bounds & 15)
                    } else {
                        (token, token)
                    };
                    let (mut reached, mut count) = (0, 0);
                    loop {
                        if count >= least {
                            reached |= now;
                        }
                        if count >= most {
                            break;
                        }
                        now = self.consume(now, ALL);
                        count += 1;
                    }
                    now = reached;
                }
                OPEN if depth > 0 => now = self.alternatives(now, depth - 1),
                OR => {
                    ends |= now;
                    now = from;
                    continue;
                }
                LAST => now &= self.digits.end,
                CLASS..=27 => {
                    let class = u16::from(token - CLASS) << 8 | u16::from(self.byte());
                    now = self.consume(now, class);
                }
                RANGE.. => {
                    let (first, last) = ((token - RANGE) / 10, (token - RANGE) % 10);
                    now = self.consume(now, (2_u16 << last).wrapping_sub(1 << first));
                }
                // The end, the end of a group, or a token that is not valid here.
                _ => return ends | now,
            }
            if self.rest == 0 && self.pattern.get(self.at) == Some(&OPTIONAL) {
                self.at += 1;
                now |= before;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digit(digit: u8) -> u8 {
        RANGE + 11 * digit
    }

    fn lengths(pattern: &[u8], text: &str) -> (Vec<usize>, bool) {
        let mut found = Digits::new(text.as_bytes()).start(pattern);
        let partial = found.partial;
        (core::iter::from_fn(|| found.take_longest()).collect(), partial)
    }

    #[test]
    fn all_lengths_are_found_at_once() {
        // 1\d{2,4}
        let pattern = [digit(1), BETWEEN, 0x24, END];
        assert_eq!(lengths(&pattern, "1234567"), (vec![5, 4, 3], false));
        assert_eq!(lengths(&pattern, "1234"), (vec![4, 3], true));
        assert_eq!(lengths(&pattern, "12"), (vec![], true));
        assert_eq!(lengths(&pattern, "2345"), (vec![], false));
    }

    #[test]
    fn a_digit_may_be_part_of_the_token_before() {
        // (?:0[1-9]|[1589]\d)\d{4}, whose second class looks like such a token.
        let pattern = [OPEN_DIGIT, RANGE + 19, OR, CLASS + 3, 0b0010_0010, 1, CLOSE, 4, END];
        assert!(Digits::new(b"062889").is(&pattern));
        assert!(Digits::new(b"512889").is(&pattern));
        assert!(!Digits::new(b"002889").is(&pattern));
        assert!(!Digits::new(b"06288").is(&pattern));
        // (?:1|2)|3?4
        let pattern = [OPEN_DIGIT + 1, OR_DIGIT + 2, CLOSE_OR_DIGIT + 3, OPTIONAL, digit(4)];
        for (text, is) in [("1", true), ("2", true), ("34", true), ("4", true), ("3", false)] {
            assert_eq!(Digits::new(text.as_bytes()).is(&pattern), is, "{text}");
        }
    }

    #[test]
    fn groups_and_the_end() {
        // (?:12)?3$
        let pattern = [OPEN_DIGIT + 1, digit(2), CLOSE, OPTIONAL, digit(3), LAST, END];
        for (text, is) in [("123", true), ("3", true), ("13", false), ("33", false)] {
            assert_eq!(Digits::new(text.as_bytes()).start(&pattern).ends != 0, is, "{text}");
        }
    }

    #[test]
    fn what_is_no_digit_matches_nothing() {
        assert!(!Digits::new(b"+1").is(&[2]));
        assert!(Digits::new(&[b'1'; 31]).is(&[15, 15, 1]));
        assert!(!Digits::new(&[b'1'; 40]).is(&[15, 15, 10]));
    }

    #[test]
    fn patterns_in_a_row() {
        let pattern = [digit(1), NEXT, digit(2), END];
        let digits = Digits::new(b"12");
        let mut reader = digits.reader(&pattern);
        reader.run(0);
        assert_eq!(reader.run(1 << 1).longest(), Some(2));
        let mut reader = digits.reader(&pattern);
        let first = reader.run(1);
        assert_eq!(first.longest(), Some(1));
        assert_eq!(reader.run(first.ends).longest(), Some(2));
    }

    #[test]
    fn what_is_no_pattern_is_left() {
        for pattern in [&[OPEN; 300][..], &[CLOSE, OR, OPTIONAL], &[BETWEEN, 0xF0], &[0xFF, 0xE9]] {
            let _ = Digits::new(b"123456789").start(pattern);
        }
    }
}
