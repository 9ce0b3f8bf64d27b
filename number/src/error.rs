//! What can go wrong.

use core::fmt;

use super::region::Zone;

/// Why a text was not read as a number: libphonenumber's `NumberParseException`, and the tables
/// that are not here yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ParseError {
    /// It starts with `+` or an exit code but no calling code follows; or there is neither and
    /// no region to read it for.
    InvalidCallingCode,
    /// It has too few digits, or characters that numbers do not have.
    NotANumber,
    /// Nothing or hardly anything follows the exit code.
    TooShortAfterExitCode,
    /// It has fewer than two digits without the calling code.
    TooShort,
    /// It has more than 17 digits, or the text more than 250 characters.
    TooLong,
    /// It can be read once the tables of this zone are added.
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

/// Why a file was not added to the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TableError {
    /// It does not start as a table file does.
    NotATable,
    /// It was made for another version of this module or from other metadata.
    Version,
    /// It is cut off, or something follows it.
    Length,
    /// It was changed on its way.
    Checksum,
    /// What it holds is not a zone's tables.
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
