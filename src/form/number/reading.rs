//! Reads the number in its field for the current country.

use crate::api::integer::read_integer;
use crate::form::text::message_id::MessageId;
use crate::form::text::part;
use lead_phone_number::{
    self as number, Number, NumberType, ParseError, Possibility, Region, Style, Tables, Zone,
};

/// The longest E.164 number, in digits, with the calling code.
const LONGEST: usize = 15;

/// The shortest international number that is sent without its numbering plan, in digits. E.164
/// has no lower limit; the shortest numbers in use have seven digits.
const SHORTEST: usize = 7;

/// The result of reading a number.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The country of the number, as far as it is typed.
    pub country: Region,
    /// Whether there is a number to send.
    pub result: ReadingResult,
}

/// Whether there is a number to send.
#[derive(Clone, Debug, PartialEq)]
pub enum ReadingResult {
    /// The field is empty.
    Empty,
    /// The number can be read once the plans of this world zone are loaded.
    Waiting(Zone),
    /// The number cannot be read, for this reason.
    Refused(MessageId),
    /// An international number whose plan could not be loaded. Only E.164's limits were checked.
    Unjudged(String),
    /// A number.
    Read(ReadNumber),
}

/// A number, with what its numbering plan says about it.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadNumber {
    /// The number to send.
    pub e164: String,
    /// The number to show.
    pub international: String,
    /// Why the number is not possible; `None` if it is possible.
    pub impossible: Option<MessageId>,
    /// Whether the number is valid: in a range that the plan has assigned.
    pub valid: bool,
    /// Whether it is a mobile number; `None` if the plan cannot tell.
    pub mobile: Option<bool>,
    /// The extension that was written with the number.
    pub extension: Option<String>,
}

impl ReadNumber {
    /// Whether the number may be saved although its plan says that it is not possible: a plan may
    /// have changed since the tables were made.
    pub fn may_be_saved_anyway(&self) -> bool {
        self.impossible != Some(MessageId::AreaCodeMissing) && self.e164.len() <= 1 + LONGEST
    }
}

/// Reads a number typed for a country. `unavailable` are the world zones whose plans could
/// not be loaded.
pub fn read(tables: &Tables, text: &str, country: Region, unavailable: &[Zone]) -> Reading {
    if text.chars().all(char::is_whitespace) {
        return Reading { country, result: ReadingResult::Empty };
    }
    let reading = read_as_it_is(tables, text, country, unavailable);
    // Most of the world begins an international number with `00`. If the text is not a number in
    // this country, `00` is read as the international prefix.
    let means_something = match &reading.result {
        ReadingResult::Read(number) => number.impossible.is_none(),
        ReadingResult::Waiting(_) | ReadingResult::Unjudged(_) => true,
        ReadingResult::Empty | ReadingResult::Refused(_) => false,
    };
    if means_something || number::typed_international(tables, text, Some(country)).is_some() {
        return reading;
    }
    match after_zeros(text) {
        Some(rest) => {
            let international = ["+", rest].concat();
            let digits = number::typed_international(tables, &international, Some(country));
            match digits.and_then(|digits| calling_code(tables, &digits)) {
                Some(_) => read_as_it_is(tables, &international, country, unavailable),
                None => reading,
            }
        }
        None => reading,
    }
}

/// The text after a leading `00`.
fn after_zeros(text: &str) -> Option<&str> {
    let mut characters = text.chars();
    let first = characters.find(|character| number::is_word(*character))?;
    for character in [first, characters.next()?] {
        if !matches!(character, '0' | '\u{ff10}' | '\u{660}' | '\u{6f0}') {
            return None;
        }
    }
    Some(characters.as_str())
}

fn read_as_it_is(tables: &Tables, text: &str, country: Region, unavailable: &[Zone]) -> Reading {
    let international = number::typed_international(tables, text, Some(country));
    let (found, result) = match number::parse(tables, text, Some(country)) {
        Ok(found) => {
            let result = ReadingResult::Read(judge(tables, &found));
            (Some(found), result)
        }
        Err(ParseError::ZoneMissing(zone)) => {
            let plain = international.as_deref().filter(|_| is_plain(text));
            (None, without_plan(zone, plain, unavailable))
        }
        Err(error) => (None, ReadingResult::Refused(refusal(error))),
    };
    let country = match &international {
        Some(digits) => shown_country(tables, digits, found.as_ref(), country),
        None => country,
    };
    Reading { country, result }
}

fn without_plan(zone: Zone, international: Option<&str>, unavailable: &[Zone]) -> ReadingResult {
    if !unavailable.contains(&zone) {
        return ReadingResult::Waiting(zone);
    }
    match international {
        Some(digits) if digits.len() > LONGEST => ReadingResult::Refused(MessageId::TooLong),
        Some(digits) if digits.len() < SHORTEST => ReadingResult::Refused(MessageId::TooShort),
        Some(digits) => ReadingResult::Unjudged(["+", digits].concat()),
        None => ReadingResult::Refused(MessageId::PlanMissing),
    }
}

/// Whether a text has only digits and separators: no letters, which may be digits or an
/// extension, and no `(0)`, which is dialled only from within the country. Distinguishing these
/// cases needs the country's plan.
fn is_plain(text: &str) -> bool {
    part::find(text, "(0)").is_none()
        && text.chars().all(|c| match c {
            ';' | '#' | ',' | '~' => false,
            _ => !number::is_word(c) || number::decimal_digit(c).is_some(),
        })
}

/// The country to show for an international number. The chosen country stays while the number may
/// belong to it, so that +1 alone does not change Canada to the United States.
fn shown_country(tables: &Tables, digits: &str, number: Option<&Number>, chosen: Region) -> Region {
    if let Some(number) = number {
        if number::is_valid_in(tables, number, chosen) {
            return chosen;
        }
        let region = number::region_of(tables, number);
        if let Some(region) = region.filter(|region| tables.calling_code(*region).is_some()) {
            return region;
        }
    }
    calling_code(tables, digits)
        .filter(|code| tables.calling_code(chosen) != Some(*code))
        .and_then(|code| tables.main_region(code))
        // A calling code without a country, such as +800.
        .filter(|region| tables.calling_code(*region).is_some())
        .unwrap_or(chosen)
}

/// The calling code at the start of a number's digits. No calling code is the start of another, so
/// the first match is right.
pub fn calling_code(tables: &Tables, digits: &str) -> Option<u16> {
    for length in 1..=3 {
        let code = u16::try_from(read_integer(digits.get(..length)?)?).ok()?;
        if tables.main_region(code).is_some() {
            return Some(code);
        }
    }
    None
}

fn judge(tables: &Tables, found: &Number) -> ReadNumber {
    let extension = found.extension().map(str::to_owned);
    let found = found.clone().without_extension();
    let kind = number::number_type(tables, &found);
    let e164 = number::format(tables, &found, Style::E164);
    let fits = e164.len() <= 1 + LONGEST;
    ReadNumber {
        international: number::format(tables, &found, Style::International),
        impossible: match number::possible(tables, &found) {
            // Some plans have numbers that are longer than E.164 allows.
            Possibility::Possible if fits => None,
            Possibility::Possible => Some(MessageId::TooLong),
            Possibility::LocalOnly => Some(MessageId::AreaCodeMissing),
            Possibility::InvalidCallingCode => Some(MessageId::CallingCodeUnknown),
            Possibility::TooShort => Some(MessageId::TooShort),
            Possibility::TooLong => Some(MessageId::TooLong),
            Possibility::InvalidLength => Some(MessageId::LengthUnknown),
        },
        valid: kind != NumberType::Unknown,
        mobile: match kind {
            NumberType::Mobile => Some(true),
            NumberType::FixedLineOrMobile | NumberType::Unknown => None,
            _ => Some(false),
        },
        extension,
        e164,
    }
}

fn refusal(error: ParseError) -> MessageId {
    match error {
        ParseError::InvalidCallingCode => MessageId::CallingCodeUnknown,
        ParseError::TooShortAfterExitCode | ParseError::TooShort => MessageId::TooShort,
        ParseError::TooLong => MessageId::TooLong,
        _ => MessageId::NotANumber,
    }
}

/// The API's number in the usual format: national if it belongs to this country, otherwise
/// international. `None` if that text would be read as another number, or if its plan is not
/// loaded.
pub fn readable(tables: &Tables, held: &str, country: Region) -> Option<String> {
    let number = number::parse(tables, held, Some(country)).ok()?;
    let style = match number::region_of(tables, &number) {
        Some(region) if region == country => Style::National,
        _ => Style::International,
    };
    let text = number::format(tables, &number, style);
    match read(tables, &text, country, &[]).result {
        ReadingResult::Read(number) if number.e164 == held && number.impossible.is_none() => {
            Some(text)
        }
        _ => None,
    }
}

/// The part of a text that is the number, without the extension that follows: the shortest part
/// that reads as the same number.
pub fn without_extension<'a>(tables: &Tables, text: &'a str, country: Region) -> &'a str {
    let read = |text: &str| match read(tables, text, country, &[]).result {
        ReadingResult::Read(number) => Some(number),
        _ => None,
    };
    let Some(whole) = read(text) else { return text };
    text.char_indices()
        .filter_map(|(end, _)| text.get(..end))
        .find(|part| {
            read(part).is_some_and(|part| part.extension.is_none() && part.e164 == whole.e164)
        })
        .unwrap_or(text)
}

#[cfg(test)]
#[path = "reading_tests.rs"]
mod tests;
