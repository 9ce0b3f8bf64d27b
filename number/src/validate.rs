//! Validation: whether a number is valid, its type, and its region.

use super::number::Number;
use super::parse::parse;
use super::pattern::Digits;
use super::region::Region;
use super::tables::{EXAMPLES, FIXED_LINE, GENERAL, LEADING, MOBILE, Plan, SHORT, Tables};

/// The type of a number.
///
/// ```
/// use lead_phone_number::{NumberType, Tables, number_type, parse};
///
/// let tables = Tables::new();
/// let number = parse(&tables, "+1 800 356 9377", None)?;
/// assert_eq!(number_type(&tables, &number), NumberType::TollFree);
/// # Ok::<(), lead_phone_number::ParseError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NumberType {
    /// A call costs more than an ordinary one.
    PremiumRate,
    /// A call is free for the caller.
    TollFree,
    /// The caller and the called party share the cost.
    SharedCost,
    /// Voice over IP.
    Voip,
    /// A number that belongs to a person and forwards to any of their phones.
    PersonalNumber,
    /// A pager.
    Pager,
    /// A universal access number: it belongs to a company and forwards to any of its offices.
    Uan,
    /// A voice mailbox.
    Voicemail,
    /// A fixed line.
    FixedLine,
    /// A mobile phone.
    Mobile,
    /// A fixed line or a mobile phone: the numbering plan does not distinguish them, as in North
    /// America.
    FixedLineOrMobile,
    /// The number is not valid, so it has no type.
    Unknown,
}

impl NumberType {
    /// The name of libphonenumber's `PhoneNumberType`.
    ///
    /// ```
    /// assert_eq!(lead_phone_number::NumberType::TollFree.name(), "TOLL_FREE");
    /// ```
    pub const fn name(self) -> &'static str {
        match self {
            Self::PremiumRate => "PREMIUM_RATE",
            Self::TollFree => "TOLL_FREE",
            Self::SharedCost => "SHARED_COST",
            Self::Voip => "VOIP",
            Self::PersonalNumber => "PERSONAL_NUMBER",
            Self::Pager => "PAGER",
            Self::Uan => "UAN",
            Self::Voicemail => "VOICEMAIL",
            Self::FixedLine => "FIXED_LINE",
            Self::Mobile => "MOBILE",
            Self::FixedLineOrMobile => "FIXED_LINE_OR_MOBILE",
            Self::Unknown => "UNKNOWN",
        }
    }
}

/// The types that are tried before fixed lines and mobile phones, in this order.
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

/// Whether a number matches its numbering plan: `is_valid_number` in libphonenumber. A valid number
/// need not be in service.
///
/// ```
/// use lead_phone_number::{Tables, is_valid, parse};
///
/// let tables = Tables::new();
/// assert!(is_valid(&tables, &parse(&tables, "+1 514 222 3344", None)?));
/// assert!(!is_valid(&tables, &parse(&tables, "+1 514 123 4455", None)?));
/// # Ok::<(), lead_phone_number::ParseError>(())
/// ```
#[must_use]
pub fn is_valid(tables: &Tables, number: &Number) -> bool {
    number_type(tables, number) != NumberType::Unknown
}

/// The type of a number: `number_type` in libphonenumber.
///
/// ```
/// use lead_phone_number::{NumberType, Tables, number_type, parse};
///
/// let tables = Tables::new();
/// let number = parse(&tables, "+1 514 222 3344", None)?;
/// assert_eq!(number_type(&tables, &number), NumberType::FixedLineOrMobile);
/// # Ok::<(), lead_phone_number::ParseError>(())
/// ```
#[must_use]
pub fn number_type(tables: &Tables, number: &Number) -> NumberType {
    let digits = Digits::new(number.national.as_bytes());
    match plan_of_number(tables, number, &digits) {
        Some(plan) => type_in(plan, number, &digits),
        None => NumberType::Unknown,
    }
}

/// Whether a number is valid in this region: `is_valid_number_for_region` in libphonenumber. A
/// toll-free number of +1 is valid in several regions.
///
/// ```
/// use lead_phone_number::{Region, Tables, is_valid_in, parse};
///
/// let tables = Tables::new();
/// let number = parse(&tables, "+1 514 222 3344", None)?;
/// let is_valid_in = |code| Region::new(code).is_some_and(|it| is_valid_in(&tables, &number, it));
/// assert!(is_valid_in("CA") && !is_valid_in("US"));
/// # Ok::<(), lead_phone_number::ParseError>(())
/// ```
#[must_use]
pub fn is_valid_in(tables: &Tables, number: &Number, region: Region) -> bool {
    let digits = Digits::new(number.national.as_bytes());
    tables.plan_of(region).is_ok_and(|plan| {
        plan.code() == number.calling_code()
            && type_in(plan, number, &digits) != NumberType::Unknown
    })
}

/// The fewest digits of a number that a plan can give to a subscriber.
const SHORTEST: usize = 4;

/// Whether a number is too short to be a subscriber's, or is a code of emergency or other services
/// in this region. Examples are 911 in Canada, and 116117 in Germany.
///
/// The answer is `true` for every number of fewer than four digits after the calling code: in no
/// numbering plan is such a number [possible](crate::possible). For a longer number the answer is
/// that of `is_valid_short_number_for_region` in libphonenumber. It is `false` if the calling code
/// is not the region's, and if the tables of the region are not loaded.
///
/// A possible number can be such a code too, as 116117 is in Germany.
///
/// ```
/// # use lead_phone_number::{Region, Tables, is_short_number, parse};
/// let tables = Tables::new();
/// let canada = Region::new("CA").ok_or("a region")?;
/// let is_short = |text| parse(&tables, text, Some(canada))
///     .is_ok_and(|number| is_short_number(&tables, &number, canada));
/// assert!(is_short("911") && is_short("4-1-1") && is_short("741741"));
/// assert!(!is_short("514 123 4455") && !is_short("514 123 445"));
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn is_short_number(tables: &Tables, number: &Number, region: Region) -> bool {
    let digits = number.national.as_bytes();
    digits.len() < SHORTEST
        || tables.plan_of(region).is_ok_and(|plan| {
            plan.code() == number.calling_code() && Digits::new(digits).is(plan.text(SHORT))
        })
}

/// The region of a number: `region_code_for_number` in libphonenumber. It distinguishes the regions
/// of a shared calling code, such as Canada and the United States for +1. It is `001` if the
/// calling code has no region. `None` if the number is in none of the regions of its calling code,
/// or the tables are not loaded.
///
/// ```
/// use lead_phone_number::{Region, Tables, parse, region_of};
///
/// let tables = Tables::new();
/// let number = parse(&tables, "+1 514 222 3344", None)?;
/// assert_eq!(region_of(&tables, &number), Region::new("CA"));
/// # Ok::<(), lead_phone_number::ParseError>(())
/// ```
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
    // Types have no lengths of their own, because their patterns imply them. The general pattern
    // may match local numbers too, so the lengths of the plan are checked with it.
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

/// An example number of a region, for a placeholder: `example_number_for_type` in libphonenumber.
/// It is a mobile number if `mobile` is true, and otherwise a fixed line. `None` if the region is
/// unknown, its tables are not loaded, or it has no such example.
///
/// ```
/// use lead_phone_number::{Region, Style, Tables, example, format};
///
/// let tables = Tables::new();
/// let canada = Region::new("CA").ok_or("no region")?;
/// let number = example(&tables, canada, false).ok_or("no example")?;
/// assert_eq!(format(&tables, &number, Style::National), "(506) 234-5678");
/// # Ok::<(), &str>(())
/// ```
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
        // A byte that is no digit is a count: so many digits follow, each one higher than the digit
        // before it.
        for _ in 0..count {
            last = last.wrapping_add(1);
            digits.push(char::from(last));
        }
    }
    parse(tables, &digits, Some(region)).ok()
}
