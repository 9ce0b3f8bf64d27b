//! Whether a number is possible, by its length alone.

use super::number::Number;
use super::tables::{Plan, Tables};

/// Whether the numbering plan has numbers of this length, and if not, what is wrong.
///
/// ```
/// use lead_phone_number::{Possibility, Region, Tables, parse, possible};
///
/// let tables = Tables::new();
/// let short = parse(&tables, "514 123 445", Region::new("CA"))?;
/// assert_eq!(possible(&tables, &short), Possibility::TooShort);
/// let local = parse(&tables, "123 4455", Region::new("CA"))?;
/// assert_eq!(possible(&tables, &local), Possibility::LocalOnly);
/// # Ok::<(), lead_phone_number::ParseError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Possibility {
    /// The plan has numbers of this length.
    Possible,
    /// It can be a local number, which is dialled within its area: the area code is missing.
    LocalOnly,
    /// There is no such calling code, or its tables are not loaded.
    InvalidCallingCode,
    /// It is shorter than every number of the plan.
    TooShort,
    /// It is longer than every number of the plan.
    TooLong,
    /// The plan has shorter and longer numbers, but none of this length.
    InvalidLength,
}

/// Whether a number is possible, by its length alone: `is_possible_number_with_reason` in
/// libphonenumber.
///
/// ```
/// use lead_phone_number::{Possibility, Tables, parse, possible};
///
/// let tables = Tables::new();
/// let number = parse(&tables, "+1 514 123 4455", None)?;
/// assert_eq!(possible(&tables, &number), Possibility::Possible);
/// # Ok::<(), lead_phone_number::ParseError>(())
/// ```
#[must_use]
pub fn possible(tables: &Tables, number: &Number) -> Possibility {
    match tables.main_plan(number.code_index) {
        Ok(plan) => length(plan, number.national.len()),
        _ => Possibility::InvalidCallingCode,
    }
}

/// The numbers of digits that the numbers of a calling code can have, by which [`possible`] decides,
/// without the calling code and ascending. Empty if there is no such code, or its tables are not
/// loaded.
///
/// ```
/// use lead_phone_number::{Tables, possible_lengths};
///
/// assert_eq!(possible_lengths(&Tables::new(), 1), [10]);
/// assert!(possible_lengths(&Tables::new(), 33).is_empty());
/// ```
#[must_use]
pub fn possible_lengths(tables: &Tables, calling_code: u16) -> Vec<u8> {
    let mut found = Vec::new();
    let plan = tables.main_region(calling_code).map(|region| tables.plan_of(region));
    if let Some(Ok(plan)) = plan {
        let [lengths, _] = plan.lengths();
        for bit in 0..16 {
            if lengths >> bit & 1 != 0 {
                found.push(bit + 2);
            }
        }
    }
    found
}

/// Compares a number of digits with the lengths of a plan.
pub(super) fn length(plan: Plan<'_>, digits: usize) -> Possibility {
    let [lengths, local] = plan.lengths();
    let bit = match digits {
        2..=17 => 1_u16 << (digits - 2),
        _ => 0,
    };
    if local & bit != 0 {
        Possibility::LocalOnly
    } else if lengths & bit != 0 {
        Possibility::Possible
    } else if digits < 2 + lengths.trailing_zeros() as usize {
        Possibility::TooShort
    } else if digits > 17 - lengths.leading_zeros() as usize {
        Possibility::TooLong
    } else {
        Possibility::InvalidLength
    }
}
