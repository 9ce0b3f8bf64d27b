//! As-you-type formatting.
//!
//! This is libphonenumber's `AsYouTypeFormatter`. It stays in one file because it is one state
//! machine: each method reads and changes the same fields.

use super::digits::digit;
use super::error::ParseError;
use super::format::{Groups, is_first_only, starts};
use super::parse::national_prefix;
use super::pattern::Digits;
use super::region::Region;
use super::tables::{Code, EXIT, Format, Plan, RULE, Tables};

/// Formats a number as it is typed: libphonenumber's `AsYouTypeFormatter`.
///
/// It takes digits of all scripts, and a `+` at the start. After any other character it no longer
/// formats and returns the text as it was typed. It does the same while the tables of the
/// number's zone are not loaded.
///
/// ```
/// use lead_phone_number::{Region, Tables, Typing};
///
/// let tables = Tables::new();
/// let mut typing = Typing::new(&tables, Region::new("CA"));
/// assert_eq!(typing.push('5'), "5");
/// assert_eq!(typing.push('1'), "51");
/// assert_eq!(typing.push('4'), "514");
/// assert_eq!(typing.push('1'), "514-1");
/// ```
pub struct Typing<'a> {
    tables: &'a Tables,
    region: Option<Region>,
    /// The numbering plan that formats the number: the region's, or that of the typed calling code.
    plan: Option<Plan<'a>>,
    /// Whether the tables that the number needs are not loaded.
    missing: bool,
    typed: String,
    /// The typed digits, and `+` or [`WIDE_PLUS`] at the start.
    plain: Vec<u8>,
    /// The digits after the prefix.
    national: Vec<u8>,
    /// The text before the national number: exit code, calling code, national prefix.
    prefix: Vec<u8>,
    /// The national prefix that was found first.
    national_prefix: Vec<u8>,
    space_after_prefix: bool,
    /// The formats that the number may still have, one bit each. No plan has 32 formats.
    formats: u32,
    /// Whether `formats` are from the list for international numbers.
    international: bool,
    /// The groups of the chosen format.
    groups: &'a [u8],
    /// The number in the chosen format, with [`PLACE`] for each digit that is not typed yet.
    template: Vec<u8>,
    /// Whether the number has its prefix. Without one, it may be a local number, so formats that
    /// need a national prefix do not apply.
    complete: bool,
    expects_code: bool,
    state: State,
    /// The formatted number; empty to show the text as it was typed.
    shown: Vec<u8>,
}

#[derive(PartialEq)]
enum State {
    Formatting,
    /// No format fits. One may fit later if the prefix is longer than was found.
    Unable,
    /// A character was typed that stops the formatting.
    Foreign,
}

/// A digit that is not typed yet.
const PLACE: u8 = 0;
/// A full-width plus sign. It is kept like a digit, not read as a plus sign.
const WIDE_PLUS: u8 = 0xFF;
/// How many digits the national number needs before a format is chosen.
const SOONEST: usize = 3;

/// Formats the part of a number that is typed so far: what [`Typing`] returns after its last
/// character.
///
/// ```
/// # use lead_phone_number::{Region, Tables, format_as_typed};
/// let shown = format_as_typed(&Tables::new(), "5141234", Region::new("CA"));
/// assert_eq!(shown, "514-1234");
/// # assert_eq!(format_as_typed(&Tables::new(), "51412344", Region::new("CA")), "(514) 123-44");
/// ```
#[must_use]
pub fn format_as_typed(tables: &Tables, typed: &str, region: Option<Region>) -> String {
    let mut typing = Typing::new(tables, region);
    for character in typed.chars() {
        typing.accept(character);
    }
    typing.text()
}

impl<'a> Typing<'a> {
    /// An empty number. A number without a calling code is read for `region`.
    #[must_use]
    pub fn new(tables: &'a Tables, region: Option<Region>) -> Self {
        let mut typing = Self {
            tables,
            region,
            plan: None,
            missing: false,
            typed: String::new(),
            plain: Vec::new(),
            national: Vec::new(),
            prefix: Vec::new(),
            national_prefix: Vec::new(),
            space_after_prefix: false,
            formats: 0,
            international: false,
            groups: &[],
            template: Vec::new(),
            complete: false,
            expects_code: false,
            state: State::Formatting,
            shown: Vec::new(),
        };
        if let Some(code) = region.and_then(|region| tables.find(region)) {
            typing.follow(code);
        }
        typing
    }

    /// Takes the next character and returns the whole formatted number: `input_digit` in
    /// libphonenumber.
    #[must_use]
    pub fn push(&mut self, character: char) -> String {
        self.accept(character);
        self.text()
    }

    fn accept(&mut self, character: char) {
        let first = self.typed.is_empty();
        self.typed.push(character);
        let byte = match digit(character) {
            Some(digit) => b'0' + digit.value,
            None if first && character == '+' => b'+',
            None if first && character == '\u{FF0B}' => WIDE_PLUS,
            None => {
                self.state = State::Foreign;
                PLACE
            }
        };
        if byte != PLACE {
            self.plain.push(byte);
            if byte != b'+' {
                self.national.push(byte);
            }
        }
        self.shown.clear();
        if !self.step(byte) || self.missing {
            self.shown.clear();
        }
    }

    fn text(&self) -> String {
        if self.shown.is_empty() {
            return self.typed.clone();
        }
        let mut text = String::new();
        for byte in &self.shown {
            text.push(if *byte == WIDE_PLUS { '\u{FF0B}' } else { char::from(*byte) });
        }
        text
    }

    /// Formats with the numbering plan of a calling code from now on.
    fn follow(&mut self, code: &'a Code) {
        let plan = self.tables.plan(code);
        self.missing = matches!(plan, Err(ParseError::ZoneMissing(_)));
        self.plan = plan.ok();
    }

    /// Takes a digit or a plus sign. Returns false to show the text as it was typed.
    fn step(&mut self, byte: u8) -> bool {
        match self.state {
            State::Foreign => return false,
            // Even after the longest prefix, too many digits are left for any format.
            State::Unable if self.plain.len() > 64 => return false,
            State::Unable => {
                // A long exit code or national prefix can be the reason why no format fits.
                if self.find_exit_code() {
                    return self.find_calling_code() && self.start_over();
                }
                if self.find_longer_prefix() {
                    self.prefix.push(b' ');
                    return self.start_over();
                }
                return false;
            }
            State::Formatting => {}
        }
        match self.plain.len() {
            0..SOONEST => return false,
            SOONEST if self.find_exit_code() => self.expects_code = true,
            SOONEST => {
                self.national_prefix = self.take_national_prefix();
                return self.choose();
            }
            _ => {}
        }
        if self.expects_code {
            self.expects_code = !self.find_calling_code();
            self.shown.extend_from_slice(&self.prefix);
            self.shown.extend_from_slice(&self.national);
            return true;
        }
        if self.formats == 0 {
            return self.choose();
        }
        let filled = self.fill(byte);
        if self.exact() {
            return true;
        }
        self.narrow();
        if self.next_template() {
            return self.fill_all();
        }
        self.show_filled(filled)
    }

    fn start_over(&mut self) -> bool {
        self.state = State::Formatting;
        self.expects_code = false;
        self.formats = 0;
        self.template.clear();
        self.groups = &[];
        self.choose()
    }

    /// Collects the formats that may fit, and formats with the first.
    fn choose(&mut self) -> bool {
        if self.national.len() < SOONEST {
            self.show_prefix();
            self.shown.extend_from_slice(&self.national);
            return true;
        }
        let prefixed = !self.national_prefix.is_empty();
        self.international = self.complete && !prefixed;
        let count = self.plan.map_or(0, |plan| plan.formats().count);
        for index in 0..count.min(32) {
            let Some(format) = self.format(index) else { continue };
            let bare = is_first_only(format.text(RULE));
            let optional = format.optional_prefix();
            let unfit = if prefixed {
                bare && !optional && !format.carrier()
            } else {
                !self.complete && !bare && !optional
            };
            if !unfit && format.exists() && Groups::of(&format).is_plain() {
                self.formats |= 1 << index;
            }
        }
        self.narrow();
        self.exact() || self.next_template() && self.fill_all()
    }

    fn format(&self, index: usize) -> Option<Format<'a>> {
        Some(self.plan?.formats().get(index, self.international))
    }

    /// The first format at the index `from` or later that may fit.
    fn candidate(&self, from: usize) -> Option<(usize, Format<'a>)> {
        let rest = self.formats.checked_shr(from as u32).filter(|rest| *rest != 0)?;
        let index = from + rest.trailing_zeros() as usize;
        Some((index, self.format(index)?))
    }

    /// Drops the formats whose numbers start with other digits.
    fn narrow(&mut self) {
        let digits = Digits::new(&self.national);
        let level = self.national.len().saturating_sub(SOONEST);
        let mut next = 0;
        while let Some((index, format)) = self.candidate(next) {
            next = index + 1;
            if !starts(&format, &digits, level) {
                self.formats &= !(1 << index);
            }
        }
    }

    /// Shows the number in the first format that fits its digits exactly, if that keeps every
    /// typed digit.
    fn exact(&mut self) -> bool {
        let numeric = self.national.iter().all(u8::is_ascii_digit);
        let mut next = 0;
        while let Some((index, format)) = self.candidate(next) {
            next = index + 1;
            let groups = Groups::of(&format);
            if !numeric || !groups.fit(self.national.len()) {
                continue;
            }
            self.space_after_prefix = has_space(&format);
            self.shown.clear();
            self.show_prefix();
            groups.write(&self.national, &[], &mut self.shown);
            let mut typed = self.plain.iter();
            let dialled = |byte: &u8| byte.is_ascii_digit() || *byte == b'+';
            if self.shown.iter().all(|byte| !dialled(byte) || typed.next() == Some(byte))
                && typed.next().is_none()
            {
                return true;
            }
        }
        self.shown.clear();
        false
    }

    /// Chooses the first format that has room for the number. Returns false if that one is already
    /// chosen, or if there is none.
    fn next_template(&mut self) -> bool {
        while let Some((index, format)) = self.candidate(0) {
            let groups = Groups::of(&format);
            if self.groups == groups.tokens {
                return false;
            }
            if groups.most() >= self.national.len() {
                self.template.clear();
                let places = [PLACE; 15];
                groups.write(
                    places.get(..groups.most()).unwrap_or(&places),
                    &[],
                    &mut self.template,
                );
                self.groups = groups.tokens;
                self.space_after_prefix = has_space(&format);
                return true;
            }
            self.formats &= !(1 << index);
        }
        self.state = State::Unable;
        false
    }

    /// Puts a digit into the template, and returns the length of the filled part.
    fn fill(&mut self, byte: u8) -> usize {
        for (place, slot) in self.template.iter_mut().enumerate() {
            if *slot == PLACE {
                *slot = byte;
                return place + 1;
            }
        }
        if self.formats.is_power_of_two() {
            self.state = State::Unable;
        }
        self.groups = &[];
        0
    }

    fn fill_all(&mut self) -> bool {
        let mut filled = 0;
        for index in 0..self.national.len() {
            if let Some(byte) = self.national.get(index) {
                filled = self.fill(*byte);
            }
        }
        self.show_filled(filled)
    }

    fn show_filled(&mut self, filled: usize) -> bool {
        if self.state != State::Formatting || filled == 0 {
            return false;
        }
        self.show_prefix();
        self.shown.extend_from_slice(self.template.get(..filled).unwrap_or_default());
        true
    }

    fn show_prefix(&mut self) {
        self.shown.extend_from_slice(&self.prefix);
        if self.space_after_prefix && self.shown.last().is_some_and(|last| *last != b' ') {
            self.shown.push(b' ');
        }
    }

    /// Moves a national prefix from the national number to `prefix`, and returns it.
    fn take_national_prefix(&mut self) -> Vec<u8> {
        let Some(plan) = self.plan else { return Vec::new() };
        let mut end = 0;
        if plan.code() == 1 && matches!(*self.national, [b'1', second, ..] if second > b'1') {
            // Area codes start with 2 to 9; 10 and 11 start short numbers.
            end = 1;
            self.prefix.extend_from_slice(b"1 ");
        } else if let Some((length, _)) = national_prefix(plan, &self.national) {
            end = length.min(self.national.len());
            self.prefix.extend_from_slice(self.national.get(..end).unwrap_or_default());
        }
        self.complete |= end > 0;
        let rest = self.national.split_off(end);
        core::mem::replace(&mut self.national, rest)
    }

    /// Looks for a longer national prefix that starts with the one found first.
    fn find_longer_prefix(&mut self) -> bool {
        if !self.national_prefix.is_empty() {
            let mut whole = self.national_prefix.clone();
            whole.extend_from_slice(&self.national);
            self.national = whole;
            let length = self.national_prefix.len();
            // If libphonenumber does not find the prefix, it drops one character.
            let mut end = self.prefix.len().saturating_sub(1);
            for at in 0..self.prefix.len() {
                if self.prefix.get(at..at + length) == Some(&*self.national_prefix) {
                    end = at;
                }
            }
            self.prefix.truncate(end);
        }
        self.take_national_prefix() != self.national_prefix
    }

    /// Moves a plus sign or an exit code from the number to `prefix`.
    fn find_exit_code(&mut self) -> bool {
        let plus = self.plain.first() == Some(&b'+');
        let end = match self.plan {
            _ if plus => Some(1),
            // A plan without a region has no exit code; libphonenumber finds an empty one there.
            Some(plan) => Digits::new(&self.plain).start(plan.text(EXIT)).longest(),
            None => None,
        };
        let Some((code, rest)) = end.and_then(|end| self.plain.split_at_checked(end)) else {
            return false;
        };
        self.complete = true;
        self.prefix.clear();
        self.prefix.extend_from_slice(code);
        self.national.clear();
        self.national.extend_from_slice(rest);
        if !plus {
            self.prefix.push(b' ');
        }
        true
    }

    /// Moves a calling code from the number to `prefix`, and formats with its numbering plan.
    fn find_calling_code(&mut self) -> bool {
        let Some((code, length)) = self.tables.leading_code(&self.national) else { return false };
        if Some(code.region(0)) != self.region {
            self.follow(code);
        }
        let rest = self.national.split_off(length);
        self.prefix.extend_from_slice(&self.national);
        self.prefix.push(b' ');
        self.national = rest;
        self.national_prefix.clear();
        true
    }
}

/// Whether a format separates the national prefix from the number.
fn has_space(format: &Format<'_>) -> bool {
    !format.international && format.text(RULE).iter().any(|byte| matches!(byte, b' ' | b'-'))
}
