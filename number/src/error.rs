//! The errors of reading a number and of adding a zone file.

use core::fmt;

use super::region::Zone;

/// Why a text was not read as a number: the causes of libphonenumber's `NumberParseException`,
/// and a zone whose tables are not loaded yet.
///
/// ```
/// use lead_phone_number::{ParseError, Tables, Zone, parse};
///
/// let tables = Tables::new();
/// assert_eq!(parse(&tables, "hello", None), Err(ParseError::NotANumber));
/// assert_eq!(parse(&tables, "514 123 4455", None), Err(ParseError::InvalidCallingCode));
/// let missing = parse(&tables, "+33 6 12 34 56 78", None);
/// assert_eq!(missing, Err(ParseError::ZoneMissing(Zone::new(3).ok_or("no zone")?)));
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ParseError {
    /// It starts with `+` or an exit code, but no calling code follows. Or it has neither, and
    /// there is no region to read it for.
    InvalidCallingCode,
    /// It has too few digits, or characters that do not occur in numbers.
    NotANumber,
    /// At most two digits follow the `+` or the exit code.
    TooShortAfterExitCode,
    /// The number has fewer than two digits after the calling code.
    TooShort,
    /// The number has more than 17 digits after the calling code, or the text has more than 250
    /// characters.
    TooLong,
    /// It can be read when the tables of this zone are added.
    ZoneMissing(Zone),
}

impl fmt::Display for ParseError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::InvalidCallingCode => "the calling code is unknown or missing",
            Self::NotANumber => "this is not a phone number",
            Self::TooShortAfterExitCode => "too little follows the exit code",
            Self::TooShort => "the number is too short",
            Self::TooLong => "the number is too long",
            Self::ZoneMissing(_) => "the numbering plans of its world zone are not loaded",
        })
    }
}

impl core::error::Error for ParseError {}

/// Why a zone file was not added to the tables.
///
/// ```
/// use lead_phone_number::{TableError, Tables};
///
/// let answer = Tables::new().add_zone(b"<!doctype html>");
/// assert_eq!(answer, Err(TableError::NotATable));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TableError {
    /// It does not start like a table file.
    NotATable,
    /// It has another format version, or was made from other metadata.
    Version,
    /// It is cut off, or other bytes follow it.
    Length,
    /// Its bytes were changed, for example in transit.
    Checksum,
    /// Its contents are not the tables of a zone.
    Structure,
}

impl fmt::Display for TableError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::NotATable => "this is not a table of phone numbers",
            Self::Version => "the table is of another version",
            Self::Length => "the table is cut off",
            Self::Checksum => "the table is damaged",
            Self::Structure => "the table does not hold a zone",
        })
    }
}

impl core::error::Error for TableError {}
