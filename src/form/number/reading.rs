//! What the form makes of the number in its field, for the country shown.

use crate::api::integer::read_integer;
use crate::form::text::message_id::MessageId;
use crate::form::text::part;
use lead_phone_number::{
    self as number, Number, NumberType, ParseError, Possibility, Region, Style, Tables, Zone,
};

/// E.164's longest number, in digits, calling code included.
const LONGEST: usize = 15;

/// The shortest international number that is sent without its plan being known, in
/// digits. E.164 has no lower bound; the shortest numbers in use have seven.
const SHORTEST: usize = 7;

/// What the form makes of a number.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The country that it is of, as far as it has been typed.
    pub country: Region,
    /// The rest.
    pub result: ReadingResult,
}

/// Whether there is a number to send.
#[derive(Clone, Debug, PartialEq)]
pub enum ReadingResult {
    /// Nothing is typed.
    Empty,
    /// It can be read once the plans of this world zone are there.
    Waiting(Zone),
    /// It cannot be read, and why.
    Refused(MessageId),
    /// An international number whose plan could not be loaded, judged by E.164's limits.
    Unjudged(String),
    /// A number.
    Read(ReadNumber),
}

/// A number, and what its plan says of it.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadNumber {
    /// What is sent.
    pub e164: String,
    /// What is shown of it.
    pub international: String,
    /// Why it is not possible; `None` where it is.
    pub impossible: Option<MessageId>,
    /// Whether the plan has handed it out.
    pub valid: bool,
    /// Whether it is a mobile phone, where the plan knows.
    pub mobile: Option<bool>,
    /// An extension written with it.
    pub extension: Option<String>,
}

impl ReadNumber {
    /// Whether it may be saved although its plan says that it is not possible: plans change
    /// before what is known of them does.
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
    // `00…` is how most of the world begins an international number. Where it means
    // nothing in this country, that is what it is.
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

/// What follows `00` at the start.
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

/// Whether a text is digits and what separates them: no letters, which may be digits or an
/// extension, and no `(0)`, which is dialled from within the country only. To tell more apart
/// takes the country's plan.
fn is_plain(text: &str) -> bool {
    part::find(text, "(0)").is_none()
        && text.chars().all(|c| match c {
            ';' | '#' | ',' | '~' => false,
            _ => !number::is_word(c) || number::decimal_digit(c).is_some(),
        })
}

/// The country to show for an international number: the one that was chosen for as long as
/// it may be, so that +1 alone never turns Canada into the United States.
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
        // A code of no country, such as +800.
        .filter(|region| tables.calling_code(*region).is_some())
        .unwrap_or(chosen)
}

/// The calling code at the start. None is the start of another, so the first is the one.
fn calling_code(tables: &Tables, digits: &str) -> Option<u16> {
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

/// A number that the API holds, as people write it: as a national one if it is of this
/// country, otherwise as an international one. As it is where that would be another number,
/// or where its plan is not there.
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

/// The part of a text that is the number, where an extension follows it: the shortest that
/// reads as the same number.
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
