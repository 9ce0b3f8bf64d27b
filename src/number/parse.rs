//! Reading a text as a number.

use super::digits::decimal;
use super::error::ParseError;
use super::pattern::{Digits, END, NEXT};
use super::region::{Region, Zone};
use super::symbols::{extension, is_viable, normalize, plus_signs, symbol};
use super::tables::{EXIT, GENERAL, PREFIX, Plan, TRANSFORM, Tables, byte_at};
use super::text::{self, LONGEST};
use super::validate::{Possibility, length};

/// A phone number, as [`parse`] makes it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Number {
    pub(super) calling_code: u16,
    pub(super) national: String,
    pub(super) extension: String,
    pub(super) international: bool,
}

impl Number {
    /// The calling code, 1 to 999: 1 of `+1 514 123 4455`.
    #[must_use]
    pub fn calling_code(&self) -> u16 {
        self.calling_code
    }

    /// The national significant number, 2 to 17 ASCII digits, leading zeros included:
    /// `national_significant_number` in libphonenumber.
    #[must_use]
    pub fn national(&self) -> &str {
        &self.national
    }

    /// The extension, up to 20 decimal digits of whatever script they were written in.
    #[must_use]
    pub fn extension(&self) -> Option<&str> {
        Some(&*self.extension).filter(|extension| !extension.is_empty())
    }

    /// The same number without its extension.
    #[must_use]
    pub fn without_extension(mut self) -> Self {
        self.extension.clear();
        self
    }

    /// Whether it was written with a `+` or an exit code, so that the region that it was read for
    /// made no difference.
    #[must_use]
    pub fn was_international(&self) -> bool {
        self.international
    }
}

/// Reads a text as a number. `region` is the one that numbers without a calling code are of.
///
/// This is libphonenumber's `parse`: it takes any text, ignores what stands around the number, and
/// knows exit codes, national prefixes, vanity letters, digits of all scripts, RFC 3966 and
/// extensions. That it can be read says little, see [`possible`](super::possible) and
/// [`is_valid`](super::is_valid).
///
/// # Errors
///
/// Where there is no number, or where the tables of its zone are not here.
///
/// ```
/// # use lead_phone_form::number::{Region, Tables, parse};
/// let number = parse(&Tables::new(), "(514) 123-4455 ext. 12", Region::new("CA"))?;
/// assert_eq!(number.national(), "5141234455");
/// assert_eq!(number.extension(), Some("12"));
/// # Ok::<(), lead_phone_form::number::ParseError>(())
/// ```
pub fn parse(tables: &Tables, input: &str, region: Option<Region>) -> Result<Number, ParseError> {
    let mut characters: Vec<char> = input.chars().take(LONGEST + 1).collect();
    if characters.len() > LONGEST {
        return Err(ParseError::TooLong);
    }
    characters = text::candidate(&characters);
    let symbols: Vec<u8> = characters.iter().map(|character| symbol(*character)).collect();
    if !is_viable(&symbols) {
        return Err(ParseError::NotANumber);
    }
    let plus = plus_signs(&symbols);
    let home = region.and_then(|region| tables.plan_of(region));
    if home.is_none() && plus == 0 {
        return Err(ParseError::InvalidCallingCode);
    }

    let mut symbols = &symbols[..];
    let mut written = String::new();
    if let Some(start) = extension(symbols, 0, symbols.len()) {
        if let Some(before) = symbols.get(..start).filter(|before| is_viable(before)) {
            symbols = before;
            // Nothing but the extension itself has digits after the label's start.
            let rest = characters.iter().skip(start);
            written.extend(rest.filter(|character| decimal(**character).is_some()));
        }
    }

    let mut found = calling_code(tables, symbols, home);
    if found == Err(ParseError::InvalidCallingCode) && plus > 0 {
        // The plus sign may have been a mistake.
        found = calling_code(tables, symbols.get(plus..).unwrap_or(&[]), home);
        if matches!(found, Ok(Found { code: 0, .. })) {
            found = Err(ParseError::InvalidCallingCode);
        }
    }
    let mut found = found?;
    let plan = if found.code != 0 { tables.main_plan(found.code) } else { home };
    // There is a plan: the code was found in the tables, or the number is one of the region.
    let plan = plan.ok_or(ParseError::InvalidCallingCode)?.map_err(ParseError::ZoneMissing)?;
    if found.code == 0 {
        found.national = normalize(symbols);
    }

    if found.national.len() < 2 {
        return Err(ParseError::TooShort);
    }
    let stripped = strip_prefix(plan, &found.national);
    if !matches!(
        length(plan, stripped.len()),
        Possibility::TooShort | Possibility::LocalOnly | Possibility::InvalidLength
    ) {
        found.national = stripped;
    }
    match found.national.len() {
        0..=1 => Err(ParseError::TooShort),
        2..=17 => Ok(Number {
            calling_code: plan.code,
            national: found.national.into_iter().map(char::from).collect(),
            extension: written,
            international: found.international,
        }),
        _ => Err(ParseError::TooLong),
    }
}

#[derive(PartialEq)]
struct Found {
    /// 0 if there is none.
    code: u16,
    national: Vec<u8>,
    international: bool,
}

type Home<'a> = Option<Result<Plan<'a>, Zone>>;

/// Looks for a calling code: after a plus sign, after an exit code, or at the start of what is
/// too long or no number without it.
fn calling_code(tables: &Tables, symbols: &[u8], home: Home<'_>) -> Result<Found, ParseError> {
    let plus = plus_signs(symbols);
    let mut digits = normalize(symbols.get(plus..).unwrap_or(&[]));
    let mut international = plus > 0;
    let mut plan = None;
    if !international && !symbols.is_empty() {
        plan = home.transpose().map_err(ParseError::ZoneMissing)?;
        if let Some(after) = plan.and_then(|plan| after_exit(plan, &digits)) {
            digits.drain(..after);
            international = true;
        }
    }
    let none = Found { code: 0, national: Vec::new(), international };
    if international {
        if digits.len() <= 2 {
            return Err(ParseError::TooShortAfterExitCode);
        }
        let (code, length) = tables.leading_code(&digits).ok_or(ParseError::InvalidCallingCode)?;
        digits.drain(..length);
        return Ok(Found { code, national: digits, international });
    }
    let Some(plan) = plan else { return Ok(none) };
    match tables.leading_code(&digits) {
        Some((code, code_length)) if code == plan.code => {
            let national = strip_prefix(plan, digits.get(code_length..).unwrap_or(&[]));
            if !is_general(plan, &digits) && is_general(plan, &national)
                || length(plan, digits.len()) == Possibility::TooLong
            {
                return Ok(Found { code, national, international });
            }
            Ok(none)
        }
        _ => Ok(none),
    }
}

/// Where an exit code ends. No calling code starts with a zero, so nothing is an exit code before
/// one.
fn after_exit(plan: Plan<'_>, digits: &[u8]) -> Option<usize> {
    let pattern = plan.text(EXIT);
    if byte_at(pattern, 0) == END {
        return None;
    }
    let end = Digits::new(digits).start(pattern).longest()?;
    (digits.get(end) != Some(&b'0')).then_some(end)
}

fn is_general(plan: Plan<'_>, national: &[u8]) -> bool {
    Digits::new(national).is(plan.text(GENERAL))
}

/// What a national prefix makes of a number.
pub(super) struct Prefix<'a> {
    /// How many digits the prefix has, with the part of it that stays.
    pub end: usize,
    /// What stands for it: digits of the plan, and that part.
    kept: [&'a [u8]; 2],
}

/// Finds a national prefix.
pub(super) fn national_prefix<'a>(plan: Plan<'a>, national: &'a [u8]) -> Option<Prefix<'a>> {
    let digits = Digits::new(national);
    let rule = plan.text(TRANSFORM);
    if byte_at(rule, 0) != END {
        let head = rule.iter().position(|byte| *byte == NEXT).unwrap_or(0);
        let mut before = digits.reader(rule.get(head + 1..).unwrap_or(&[]));
        for start in longest_first(before.run(1).ends) {
            let mut kept = before;
            for end in longest_first(kept.run(1 << start).ends) {
                let mut after = kept;
                if let Some(whole) = after.run(1 << end).longest() {
                    let kept = national.get(start..end).unwrap_or(&[]);
                    return Some(Prefix { end: whole, kept: [rule.get(..head)?, kept] });
                }
            }
        }
    }
    let pattern = plan.text(PREFIX);
    if byte_at(pattern, 0) == END {
        return None;
    }
    digits.start(pattern).longest().map(|end| Prefix { end, kept: [&[], &[]] })
}

fn longest_first(set: u32) -> impl Iterator<Item = usize> {
    (0..32).rev().filter(move |bit| set >> bit & 1 != 0)
}

/// The number without a national prefix, unless it is one only with it.
fn strip_prefix(plan: Plan<'_>, national: &[u8]) -> Vec<u8> {
    if let Some(prefix) = national_prefix(plan, national) {
        let rest = national.get(prefix.end..).unwrap_or(&[]);
        let stripped = [prefix.kept[0], prefix.kept[1], rest].concat();
        if !is_general(plan, national) || is_general(plan, &stripped) {
            return stripped;
        }
    }
    national.to_vec()
}

/// The zone of the number that is being typed, for a form that fetches tables while it is.
///
/// That is the zone of the calling code after a `+` or an exit code, from its first digit on;
/// otherwise the region's. Which exit codes a region has is in its own tables, so its own zone
/// comes first. `None` where neither is known.
#[must_use]
pub fn typed_zone(tables: &Tables, typed: &str, region: Option<Region>) -> Option<Zone> {
    let characters: Vec<char> =
        typed.chars().skip_while(|character| !text::is_start(*character)).take(LONGEST).collect();
    let symbols: Vec<u8> = characters.into_iter().map(symbol).collect();
    let plus = plus_signs(&symbols);
    let mut digits = normalize(&symbols);
    if plus == 0 {
        let plan = tables.plan_of(region?)?;
        let zone = tables.zone(region?)?;
        let Some(after) = plan.ok().and_then(|plan| after_exit(plan, &digits)) else {
            return Some(zone);
        };
        digits.drain(..after);
        if digits.is_empty() {
            return Some(zone);
        }
    }
    Zone::new(digits.first()?.wrapping_sub(b'0'))
}
