//! Parsing: reading a text as a number.

use super::error::ParseError;
use super::number::Number;
use super::pattern::{Digits, NEXT};
use super::possible::{Possibility, length};
use super::region::{Region, Zone};
use super::symbols::{LONGEST, extension, is_digit, is_viable, normalize, plus_signs, symbols};
use super::tables::{Code, EXIT, GENERAL, PREFIX, Plan, TRANSFORM, Tables};
use super::text::{candidate, start};

/// Reads a text as a number. A number without a calling code is read for `region`.
///
/// This is libphonenumber's `parse`: it takes any text, ignores the characters around the number,
/// and knows exit codes, national prefixes, vanity letters, digits of all scripts, RFC 3966 and
/// extensions. A number that can be parsed need not be a real one: see
/// [`possible`](super::possible) and [`is_valid`](super::is_valid).
///
/// # Errors
///
/// If the text has no number, or the tables of the number's zone are not loaded.
///
/// ```
/// # use lead_phone_number::{Region, Tables, parse};
/// let number = parse(&Tables::new(), "(514) 123-4455 ext. 12", Region::new("CA"))?;
/// assert_eq!(number.national(), "5141234455");
/// assert_eq!(number.extension(), Some("12"));
/// # Ok::<(), lead_phone_number::ParseError>(())
/// ```
pub fn parse(tables: &Tables, input: &str, region: Option<Region>) -> Result<Number, ParseError> {
    let text = symbols(input);
    if text.len() > LONGEST {
        return Err(ParseError::TooLong);
    }
    let candidate = candidate(&text);
    let mut symbols = &*candidate.symbols;
    if !is_viable(symbols) {
        return Err(ParseError::NotANumber);
    }
    let mut number = Number {
        calling_code: 0,
        code_index: 0,
        national: String::new(),
        extension: String::new(),
        international: false,
    };
    if let Some((before, extension)) =
        extension(symbols, 0, symbols.len()).and_then(|start| symbols.split_at_checked(start))
        && is_viable(before)
    {
        for (index, symbol) in extension.iter().enumerate() {
            if !is_digit(*symbol) {
                continue;
            }
            // After the start of the label, only the extension itself has digits. They are kept in
            // the script that they were written in.
            let place = candidate.position(before.len() + index);
            for (other, character) in input.chars().enumerate() {
                if other == place {
                    number.extension.push(character);
                }
            }
        }
        symbols = before;
    }
    read(tables, symbols, region, &mut number)?;
    match number.national.len() {
        0..=1 => Err(ParseError::TooShort),
        2..=17 => Ok(number),
        _ => Err(ParseError::TooLong),
    }
}

/// Finds the calling code and the national significant number, without a national prefix, and
/// writes both to `number`.
fn read(
    tables: &Tables,
    symbols: &[u8],
    region: Option<Region>,
    number: &mut Number,
) -> Result<(), ParseError> {
    let home = match region {
        Some(region) => tables.plan_of(region),
        None => Err(ParseError::InvalidCallingCode),
    };
    let mut plan = home;
    let plus = plus_signs(symbols) > 0;
    let all = normalize(symbols);
    let mut digits = &*all;
    let own;
    let mut after = None;
    if plus {
        match after_code(tables, digits, 0) {
            // The plus sign may have been a mistake.
            Err(ParseError::InvalidCallingCode) => {}
            found => after = Some(found?),
        }
    }
    if after.is_none() {
        let home = home?;
        if let Some(end) = exit_code(home, digits) {
            after = Some(after_code(tables, digits, end)?);
        } else if let Some(national) = without_own_code(tables, home, digits) {
            plan = tables.main_plan(home.code_index());
            own = national;
            digits = &own;
        } else if plus {
            return Err(ParseError::InvalidCallingCode);
        }
    }
    if let Some((code, end)) = after {
        number.international = true;
        plan = tables.plan(code);
        digits = digits.get(end..).unwrap_or_default();
    }
    let plan = plan?;
    number.calling_code = plan.code();
    number.code_index = plan.code_index();
    if digits.len() < 2 {
        return Err(ParseError::TooShort);
    }
    let stripped = strip_prefix(plan, digits);
    if !matches!(
        length(plan, stripped.len()),
        Possibility::TooShort | Possibility::LocalOnly | Possibility::InvalidLength
    ) {
        digits = &stripped;
    }
    push_bytes(&mut number.national, digits);
    Ok(())
}

/// Writes ASCII bytes.
pub(super) fn push_bytes(out: &mut String, bytes: &[u8]) {
    for byte in bytes {
        out.push(char::from(*byte));
    }
}

/// The calling code that must start at a position, and the position where it ends.
fn after_code<'a>(
    tables: &'a Tables,
    digits: &[u8],
    start: usize,
) -> Result<(&'a Code, usize), ParseError> {
    let rest = digits.get(start..).unwrap_or_default();
    if rest.len() <= 2 {
        return Err(ParseError::TooShortAfterExitCode);
    }
    let (code, length) = tables.leading_code(rest).ok_or(ParseError::InvalidCallingCode)?;
    Ok((code, start + length))
}

/// The number without the region's own calling code, if it starts with that code and is too long
/// with it, or matches the general pattern only without it.
fn without_own_code(tables: &Tables, plan: Plan<'_>, digits: &[u8]) -> Option<Vec<u8>> {
    let (code, end) = tables.leading_code(digits)?;
    if code.code != plan.code() {
        return None;
    }
    let national = strip_prefix(plan, digits.get(end..)?);
    let better = !is_general(plan, digits) && is_general(plan, &national)
        || length(plan, digits.len()) == Possibility::TooLong;
    better.then_some(national)
}

/// Where an exit code ends. No calling code starts with a zero, so digits before a zero are no
/// exit code.
fn exit_code(plan: Plan<'_>, digits: &[u8]) -> Option<usize> {
    let pattern = plan.text(EXIT);
    if pattern.is_empty() {
        return None;
    }
    let end = Digits::new(digits).start(pattern).longest()?;
    (digits.get(end) != Some(&b'0')).then_some(end)
}

fn is_general(plan: Plan<'_>, national: &[u8]) -> bool {
    Digits::new(national).is(plan.text(GENERAL))
}

/// Finds a national prefix: its number of digits, and the two parts that replace it in the
/// national significant number.
pub(super) fn national_prefix<'a>(
    plan: Plan<'a>,
    national: &'a [u8],
) -> Option<(usize, [&'a [u8]; 2])> {
    let digits = Digits::new(national);
    let rule = plan.text(TRANSFORM);
    let head = rule.iter().take_while(|byte| **byte != NEXT).count();
    if let Some(patterns) = rule.get(head + 1..) {
        // The digits before the part that stays, that part, and the digits after it.
        let mut before = digits.reader(patterns);
        let mut starts = before.run(1);
        while let Some(start) = starts.take_longest() {
            let mut kept = before;
            let mut ends = kept.run(1 << start);
            while let Some(end) = ends.take_longest() {
                let mut after = kept;
                if let Some(whole) = after.run(1 << end).longest() {
                    return Some((whole, [rule.get(..head)?, national.get(start..end)?]));
                }
            }
        }
    }
    let pattern = plan.text(PREFIX);
    if pattern.is_empty() {
        return None;
    }
    Some((digits.start(pattern).longest()?, [&[]; 2]))
}

/// The number without its national prefix, unless it matches the general pattern only with it.
fn strip_prefix(plan: Plan<'_>, national: &[u8]) -> Vec<u8> {
    if let Some((end, [head, kept])) = national_prefix(plan, national) {
        let mut stripped = Vec::new();
        for part in [head, kept, national.get(end..).unwrap_or_default()] {
            stripped.extend_from_slice(part);
        }
        if is_general(plan, &stripped) || !is_general(plan, national) {
            return stripped;
        }
    }
    national.to_vec()
}

/// The world zone of a number that is being typed, for a form that fetches zone files during
/// typing.
///
/// After a `+` or an exit code it is the zone of the calling code, known from the first digit of
/// that code; otherwise it is the region's zone. The tables of a region list its exit codes, so
/// until they are loaded this is the region's own zone. `None` if neither is known.
///
/// ```
/// use lead_phone_number::{Region, Tables, Zone, typed_zone};
///
/// let tables = Tables::new();
/// assert_eq!(typed_zone(&tables, "514", Region::new("CA")), Zone::new(1));
/// assert_eq!(typed_zone(&tables, "+3", Region::new("CA")), Zone::new(3));
/// assert_eq!(typed_zone(&tables, "011 44", Region::new("CA")), Zone::new(4));
/// ```
#[must_use]
pub fn typed_zone(tables: &Tables, typed: &str, region: Option<Region>) -> Option<Zone> {
    match typed_international(tables, typed, region) {
        Some(digits) => Zone::new(digits.as_bytes().first()?.wrapping_sub(b'0')),
        None => tables.zone(region?),
    }
}

/// The digits after a `+` or an exit code of the region, in ASCII, calling code first: empty
/// right after a `+`. `None` for a number in national form, and for a number without a `+` while
/// the tables of the region are not loaded.
///
/// ```
/// use lead_phone_number::{Region, Tables, typed_international};
///
/// let tables = Tables::new();
/// let digits = typed_international(&tables, "011 33 6", Region::new("CA"));
/// assert_eq!(digits.as_deref(), Some("336"));
/// assert_eq!(typed_international(&tables, "514 123", Region::new("CA")), None);
/// ```
#[must_use]
pub fn typed_international(tables: &Tables, typed: &str, region: Option<Region>) -> Option<String> {
    let text = symbols(typed);
    let symbols = text.get(start(&text)..).unwrap_or_default();
    let digits = normalize(symbols);
    let mut start = 0;
    if plus_signs(symbols) == 0 {
        let plan = tables.plan_of(region?).ok()?;
        start = exit_code(plan, &digits).filter(|end| *end < digits.len())?;
    }
    let mut written = String::new();
    push_bytes(&mut written, digits.get(start..)?);
    Some(written)
}
