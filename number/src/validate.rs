//! What is known of a number: whether it is valid, of which type and where.

use super::number::Number;
use super::parse::parse;
use super::pattern::Digits;
use super::region::Region;
use super::tables::{EXAMPLES, FIXED_LINE, GENERAL, LEADING, MOBILE, Plan, Tables};

/// What a number is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NumberType {
    /// Costs more than a call.
    PremiumRate,
    /// Costs the caller nothing.
    TollFree,
    /// Costs both something.
    SharedCost,
    /// Voice over IP.
    Voip,
    /// A person's, wherever it leads.
    PersonalNumber,
    /// A pager.
    Pager,
    /// A company's, wherever it leads.
    Uan,
    /// A voice mailbox.
    Voicemail,
    /// A fixed line.
    FixedLine,
    /// A mobile phone.
    Mobile,
    /// One of the two: the plan does not tell them apart, as in North America.
    FixedLineOrMobile,
    /// Not valid, so of no type.
    Unknown,
}

/// The types that have patterns, in the order in which they are tried.
const TYPES: [NumberType; FIXED_LINE - 1] = [
    NumberType::PremiumRate,
    NumberType::TollFree,
    NumberType::SharedCost,
    NumberType::Voip,
    NumberType::PersonalNumber,
    NumberType::Pager,
    NumberType::Uan,
    NumberType::Voicemail,
];

/// Whether a number is one that its plan has handed out, `is_valid_number` in libphonenumber.
/// Whether anyone answers is nothing that can be known.
#[must_use]
pub fn is_valid(tables: &Tables, number: &Number) -> bool {
    number_type(tables, number) != NumberType::Unknown
}

/// What a number is for, `number_type` in libphonenumber.
#[must_use]
pub fn number_type(tables: &Tables, number: &Number) -> NumberType {
    let digits = Digits::new(number.national.as_bytes());
    match plan_of_number(tables, number, &digits) {
        Some(plan) => type_in(plan, number, &digits),
        None => NumberType::Unknown,
    }
}

/// Whether a number is one of this region, `is_valid_number_for_region` in libphonenumber. Toll-free
/// numbers of +1 are of several.
#[must_use]
pub fn is_valid_in(tables: &Tables, number: &Number, region: Region) -> bool {
    let digits = Digits::new(number.national.as_bytes());
    tables.plan_of(region).is_ok_and(|plan| {
        plan.code() == number.calling_code()
            && type_in(plan, number, &digits) != NumberType::Unknown
    })
}

/// Which region a number is of, `region_code_for_number` in libphonenumber: Canada or the United
/// States for +1. Written `001` where the calling code is of no region, and `None` where none of
/// the code's regions has such a number or the tables are not here.
#[must_use]
pub fn region_of(tables: &Tables, number: &Number) -> Option<Region> {
    let digits = Digits::new(number.national.as_bytes());
    plan_of_number(tables, number, &digits).map(|plan| plan.region())
}

fn plan_of_number<'a>(tables: &'a Tables, number: &Number, digits: &Digits) -> Option<Plan<'a>> {
    let mut plan = tables.main_plan(number.code_index).ok()?;
    if plan.regions() == 1 {
        return Some(plan);
    }
    for index in 0..plan.regions() {
        plan.index = index;
        let leading = plan.text(LEADING);
        let here = if leading.is_empty() {
            type_in(plan, number, digits) != NumberType::Unknown
        } else {
            digits.start(leading).ends != 0
        };
        if here {
            return Some(plan);
        }
    }
    None
}

fn type_in(plan: Plan<'_>, number: &Number, digits: &Digits) -> NumberType {
    let is = |kind: usize| {
        let pattern = plan.text(kind);
        !pattern.is_empty() && digits.is(pattern)
    };
    // Types have no lengths of their own: their patterns say them, and the general pattern, which
    // may match what is only possible within an area, is checked with the plan's.
    let [lengths, _] = plan.lengths();
    let bit = number.national.len().wrapping_sub(2);
    if bit >= 16 || lengths >> bit & 1 == 0 || !is(GENERAL) {
        return NumberType::Unknown;
    }
    let mut kind = GENERAL;
    for number_type in &TYPES {
        kind += 1;
        if is(kind) {
            return *number_type;
        }
    }
    match (is(FIXED_LINE), is(MOBILE)) {
        (true, true) => NumberType::FixedLineOrMobile,
        (true, false) => NumberType::FixedLine,
        (false, true) => NumberType::Mobile,
        (false, false) => NumberType::Unknown,
    }
}

/// A number of a region that looks like those in use, for a placeholder:
/// `example_number_for_type` in libphonenumber, for fixed lines, or for mobile phones if that is
/// asked for. `None` for an unknown region, without its tables, or where it has none.
#[must_use]
pub fn example(tables: &Tables, region: Region, mobile: bool) -> Option<Number> {
    let plan = tables.plan_of(region).ok()?;
    let mut digits = String::new();
    let mut last = 0_u8;
    for byte in plan.text(EXAMPLES + usize::from(mobile)) {
        let mut count = *byte;
        if byte.is_ascii_digit() {
            last = byte - 1;
            count = 1;
        }
        // As many digits as that, each one more than the one before.
        for _ in 0..count {
            last = last.wrapping_add(1);
            digits.push(char::from(last));
        }
    }
    parse(tables, &digits, Some(region)).ok()
}
