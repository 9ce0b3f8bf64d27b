//! Phone numbers that are written into the texts.

use crate::random::Random;
use lead_phone_number::{
    Number, NumberType, Possibility, Region, Style, Tables, example, format, is_valid_in,
    number_type, parse, possible, region_of,
};

/// The fewest digits of a number whose plan has numbers of many lengths. Nobody could tell shorter
/// ones from other digits.
const SHORTEST: usize = 8;

/// A valid number of a region: a fixed line or a mobile phone.
pub fn valid(tables: &Tables, region: Region, random: &mut Random) -> Number {
    let mobile = random.chance(60);
    let example = example(tables, region, mobile).expect("a region with examples");
    loop {
        let digits = changed(example.national(), random);
        let Some(number) = national(tables, &digits, region) else { continue };
        let kind = number_type(tables, &number);
        let is_usual = match kind {
            NumberType::FixedLineOrMobile => true,
            NumberType::FixedLine => !mobile,
            NumberType::Mobile => mobile,
            _ => false,
        };
        if is_usual && number.national().len() >= SHORTEST && is_here(tables, &number, region) {
            return number;
        }
    }
}

/// A number that has the length of a valid one, in a range that is not assigned.
pub fn merely_possible(tables: &Tables, region: Region, random: &mut Random) -> Number {
    loop {
        let example = valid(tables, region, random);
        let digits = changed(example.national(), random);
        let Some(number) = national(tables, &digits, region) else { continue };
        let is_unassigned = number_type(tables, &number) == NumberType::Unknown;
        if is_unassigned
            && digits.len() == example.national().len()
            && !digits.starts_with(['0', '1'])
            && possible(tables, &number) == Possibility::Possible
        {
            return number;
        }
    }
}

/// The number with these national digits.
pub fn national(tables: &Tables, digits: &str, region: Region) -> Option<Number> {
    let code = tables.calling_code(region).expect("a region with a calling code");
    let number = parse(tables, &format!("+{code}{digits}"), None).ok()?;
    // Otherwise the engine has read a part of it as a prefix.
    (number.national() == digits).then_some(number)
}

/// A number in E.164.
pub fn e164(tables: &Tables, number: &Number) -> String {
    format(tables, number, Style::E164)
}

fn is_here(tables: &Tables, number: &Number, region: Region) -> bool {
    is_valid_in(tables, number, region) && region_of(tables, number) == Some(region)
}

/// The same digits with those from a place on replaced, and sometimes one more or less.
fn changed(digits: &str, random: &mut Random) -> String {
    let kept = match random.chance(50) {
        true => 0,
        false => random.below(digits.len() - 4),
    };
    let mut length = digits.len();
    if random.chance(20) {
        length = length + random.below(3) - 1;
    }
    let new = random.digits(length - kept);
    [&digits[..kept], &new].concat()
}
