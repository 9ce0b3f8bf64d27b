//! Whether a number may be one, by its length alone.

use super::number::Number;
use super::tables::{Plan, Tables};

/// Whether a number's length is one that its plan has, and if not, what is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Possibility {
    /// It may be a number.
    Possible,
    /// It may be one within its area: the area code is missing.
    LocalOnly,
    /// There is no such calling code, or its tables are not here.
    InvalidCallingCode,
    /// It is shorter than all numbers of the plan.
    TooShort,
    /// It is longer than all numbers of the plan.
    TooLong,
    /// There are shorter and longer numbers but none of this length.
    InvalidLength,
}

/// Whether a number may be one, by its length alone: `is_possible_number_with_reason` in
/// libphonenumber.
#[must_use]
pub fn possible(tables: &Tables, number: &Number) -> Possibility {
    match tables.main_plan(number.code_index) {
        Ok(plan) => length(plan, number.national.len()),
        _ => Possibility::InvalidCallingCode,
    }
}

/// What a plan says of a length, in digits.
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
