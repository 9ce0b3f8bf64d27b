//! Formatting a number while it is typed.

use super::digits::digit;
use super::format::{Groups, is_first_only, push_code, starts};
use super::parse::national_prefix;
use super::pattern::{Digits, END};
use super::region::{Region, Zone};
use super::tables::{EXIT, Format, Plan, RULE, Tables, byte_at};
use super::text::is_plus;

/// Formats a number while it is typed: libphonenumber's `AsYouTypeFormatter`.
///
/// It takes digits of all scripts and a `+` at the start. At any other character it gives up and
/// shows what was typed; so it does where the tables of the number's zone are not here.
pub struct Typing<'a> {
    tables: &'a Tables,
    region: Option<Region>,
    /// The plan that the number is formatted by; the region's, then that of its calling code.
    plan: Option<Plan<'a>>,
    /// Tables that would be needed are not here.
    missing: bool,
    typed: String,
    /// The typed digits, and `+` or [`WIDE_PLUS`] at the start.
    plain: Vec<u8>,
    /// Those after the prefix.
    national: Vec<u8>,
    /// What is shown before the national number: exit code, calling code, national prefix.
    prefix: Vec<u8>,
    /// The national prefix that was found first.
    national_prefix: Vec<u8>,
    space_after_prefix: bool,
    /// Formats that the number may still turn out to have.
    formats: Vec<Format<'a>>,
    /// The groups of the format that is followed.
    groups: &'a [u8],
    /// How it will look, with [`PLACE`] for digits to come.
    template: Vec<u8>,
    /// No prefix is missing, so formats for local numbers do not count.
    complete: bool,
    expects_code: bool,
    state: State,
}

#[derive(PartialEq)]
enum State {
    Formatting,
    /// No format fits; one may if the prefix turns out to be longer.
    Unable,
    /// Something was typed that numbers are not formatted with.
    Foreign,
}

/// A digit to come.
const PLACE: u8 = 0;
/// A full-width plus sign, which is not read as one here but kept like a digit.
const WIDE_PLUS: u8 = 0xFF;
/// No format is chosen before so many digits of the national number.
const SOONEST: usize = 3;

/// Formats a number that is typed so far: what [`Typing`] shows after all its characters.
///
/// ```
/// # use lead_phone_form::number::{Region, Tables, format_as_typed};
/// let shown = format_as_typed(&Tables::new(), "5141234", Region::new("CA"));
/// assert_eq!(shown, "514-1234");
/// # assert_eq!(format_as_typed(&Tables::new(), "51412344", Region::new("CA")), "(514) 123-44");
/// ```
#[must_use]
pub fn format_as_typed(tables: &Tables, typed: &str, region: Option<Region>) -> String {
    let mut typing = Typing::new(tables, region);
    let mut shown = String::new();
    for character in typed.chars() {
        shown = typing.push(character);
    }
    shown
}

impl<'a> Typing<'a> {
    /// Nothing typed yet. `region` is the one that numbers without a calling code are of.
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
            formats: Vec::new(),
            groups: &[],
            template: Vec::new(),
            complete: false,
            expects_code: false,
            state: State::Formatting,
        };
        let code = region.and_then(|region| tables.calling_code(region));
        typing.follow(code.and_then(|code| tables.main_plan(code)));
        typing
    }

    /// Takes the next character and returns the whole number as it is to be shown:
    /// `input_digit` in libphonenumber.
    #[must_use]
    pub fn push(&mut self, character: char) -> String {
        let first = self.typed.is_empty();
        self.typed.push(character);
        let byte = match digit(character) {
            Some(digit) => b'0' + digit.value,
            None if first && character == '+' => b'+',
            None if first && is_plus(character) => WIDE_PLUS,
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
        let shown = self.step(byte);
        match shown.filter(|_| !self.missing) {
            Some(bytes) => {
                let wide = |byte| if byte == WIDE_PLUS { '\u{FF0B}' } else { char::from(byte) };
                bytes.into_iter().map(wide).collect()
            }
            None => self.typed.clone(),
        }
    }

    fn follow(&mut self, plan: Option<Result<Plan<'a>, Zone>>) {
        self.missing = matches!(plan, Some(Err(_)));
        self.plan = plan.and_then(Result::ok);
    }

    /// What is shown after a digit or a plus sign; nothing for what was typed.
    fn step(&mut self, byte: u8) -> Option<Vec<u8>> {
        match self.state {
            State::Foreign => return None,
            State::Unable => {
                // A long exit code or national prefix can be what no format fits.
                if self.find_exit_code() {
                    return if self.find_calling_code() { self.start_over() } else { None };
                }
                if self.find_longer_prefix() {
                    self.prefix.push(b' ');
                    return self.start_over();
                }
                return None;
            }
            State::Formatting => {}
        }
        match self.plain.len() {
            0..SOONEST => return None,
            SOONEST if self.find_exit_code() => self.expects_code = true,
            SOONEST => {
                self.national_prefix = self.take_national_prefix();
                return self.choose();
            }
            _ => {}
        }
        if self.expects_code {
            self.expects_code = !self.find_calling_code();
            return Some([&*self.prefix, &*self.national].concat());
        }
        if self.formats.is_empty() {
            return self.choose();
        }
        let filled = self.fill(byte);
        let exact = self.exact();
        if exact.is_some() {
            return exact;
        }
        self.narrow();
        if self.next_template() {
            return self.fill_all();
        }
        let filled = filled.filter(|_| self.state == State::Formatting)?;
        Some(self.with_prefix(&filled))
    }

    fn start_over(&mut self) -> Option<Vec<u8>> {
        self.state = State::Formatting;
        self.expects_code = false;
        self.formats.clear();
        self.template.clear();
        self.groups = &[];
        self.choose()
    }

    /// Collects the formats that may fit and follows the first.
    fn choose(&mut self) -> Option<Vec<u8>> {
        if self.national.len() < SOONEST {
            return Some(self.with_prefix(&self.national));
        }
        let prefixed = !self.national_prefix.is_empty();
        if let Some(plan) = self.plan {
            for format in plan.formats(self.complete && !prefixed) {
                let bare = is_first_only(format.text(RULE));
                let optional = format.optional_prefix();
                let unfit = if prefixed {
                    bare && !optional && !format.carrier()
                } else {
                    !self.complete && !bare && !optional
                };
                if !unfit && Groups::of(&format).is_plain(&format) {
                    self.formats.push(format);
                }
            }
        }
        self.narrow();
        let exact = self.exact();
        if exact.is_some() {
            return exact;
        }
        if self.next_template() { self.fill_all() } else { None }
    }

    /// Drops the formats whose numbers start otherwise.
    fn narrow(&mut self) {
        let digits = Digits::new(&self.national);
        let level = self.national.len().saturating_sub(SOONEST);
        self.formats.retain(|format| starts(format, &digits, level));
    }

    /// The number as a format has it that it fills completely, if that loses no digit.
    fn exact(&mut self) -> Option<Vec<u8>> {
        let numeric = self.national.iter().all(u8::is_ascii_digit);
        for index in 0..self.formats.len() {
            let format = *self.formats.get(index)?;
            let groups = Groups::of(&format);
            if !numeric || !groups.fit(self.national.len()) {
                continue;
            }
            self.space_after_prefix = has_space(&format);
            let mut grouped = Vec::new();
            groups.write(&format, &self.national, &[], &mut grouped);
            let shown = self.with_prefix(&grouped);
            let dialled = |byte: &&u8| byte.is_ascii_digit() || **byte == b'+';
            if shown.iter().filter(dialled).eq(&self.plain) {
                return Some(shown);
            }
        }
        None
    }

    /// Follows the first format that has room for the number; false if that is the one already
    /// followed, or if there is none.
    fn next_template(&mut self) -> bool {
        while let Some(format) = self.formats.first().copied() {
            let groups = Groups::of(&format);
            let bytes = groups.bytes(&format);
            if self.groups == bytes {
                return false;
            }
            if groups.most() >= self.national.len() {
                self.template.clear();
                groups.write(&format, &[b'9'; 15][..groups.most()], &[], &mut self.template);
                for byte in &mut self.template {
                    if *byte == b'9' {
                        *byte = PLACE;
                    }
                }
                self.groups = bytes;
                self.space_after_prefix = has_space(&format);
                return true;
            }
            self.formats.remove(0);
        }
        self.state = State::Unable;
        false
    }

    /// Puts a digit into the template and returns it up to there.
    fn fill(&mut self, byte: u8) -> Option<Vec<u8>> {
        let place = self.template.iter().position(|byte| *byte == PLACE);
        match place.and_then(|place| Some((place, self.template.get_mut(place)?))) {
            Some((place, slot)) => {
                *slot = byte;
                self.template.get(..=place).map(<[u8]>::to_vec)
            }
            None => {
                if self.formats.len() == 1 {
                    self.state = State::Unable;
                }
                self.groups = &[];
                None
            }
        }
    }

    fn fill_all(&mut self) -> Option<Vec<u8>> {
        let mut filled = None;
        for index in 0..self.national.len() {
            filled = self.fill(byte_at(&self.national, index));
        }
        let filled = filled.filter(|_| self.state == State::Formatting)?;
        Some(self.with_prefix(&filled))
    }

    fn with_prefix(&self, national: &[u8]) -> Vec<u8> {
        let mut shown = self.prefix.clone();
        if self.space_after_prefix && shown.last().is_some_and(|last| *last != b' ') {
            shown.push(b' ');
        }
        shown.extend_from_slice(national);
        shown
    }

    /// Moves a national prefix from the number to what stands before it, and returns it.
    fn take_national_prefix(&mut self) -> Vec<u8> {
        let Some(plan) = self.plan else { return Vec::new() };
        let mut end = 0;
        if plan.code == 1 && matches!(*self.national, [b'1', second, ..] if second > b'1') {
            // Area codes start with 2 to 9; 10 and 11 start short numbers.
            end = 1;
            self.prefix.extend_from_slice(b"1 ");
        } else if let Some(prefix) = national_prefix(plan, &self.national) {
            end = prefix.end.min(self.national.len());
            self.prefix.extend(self.national.iter().take(end));
        }
        self.complete |= end > 0;
        self.national.drain(..end).collect()
    }

    /// Looks for a national prefix that the first one was only the start of.
    fn find_longer_prefix(&mut self) -> bool {
        if !self.national_prefix.is_empty() {
            self.national.splice(..0, self.national_prefix.iter().copied());
            let length = self.national_prefix.len();
            let last = self.prefix.windows(length).rposition(|part| part == self.national_prefix);
            // libphonenumber drops one character where it finds none.
            let last = last.unwrap_or(self.prefix.len().saturating_sub(1));
            self.prefix.truncate(last);
        }
        self.take_national_prefix() != self.national_prefix
    }

    /// Moves a plus sign or an exit code to what stands before the number.
    fn find_exit_code(&mut self) -> bool {
        let plus = self.plain.first() == Some(&b'+');
        let end = if plus {
            1
        } else {
            let Some(plan) = self.plan else { return false };
            // Plans of no region have no exit codes, and libphonenumber finds an empty one.
            match Digits::new(&self.plain).start(plan.text(EXIT)).longest() {
                Some(end) => end,
                None => return false,
            }
        };
        let (code, rest) = self.plain.split_at(end.min(self.plain.len()));
        self.complete = true;
        self.prefix = code.to_vec();
        self.national = rest.to_vec();
        if !plus {
            self.prefix.push(b' ');
        }
        true
    }

    /// Moves a calling code to what stands before the number, which is then of its plan.
    fn find_calling_code(&mut self) -> bool {
        let Some((code, length)) = self.tables.leading_code(&self.national) else { return false };
        self.national.drain(..length);
        if self.tables.main_region(code) != self.region {
            self.follow(self.tables.main_plan(code));
        }
        let mut written = String::new();
        push_code(&mut written, code);
        self.prefix.extend_from_slice(written.as_bytes());
        self.prefix.push(b' ');
        self.national_prefix.clear();
        true
    }
}

/// Whether a format sets the national prefix apart from the number.
fn has_space(format: &Format<'_>) -> bool {
    !format.international
        && format
            .text(RULE)
            .iter()
            .take_while(|byte| **byte != END)
            .any(|byte| matches!(byte, b' ' | b'-'))
}
