#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod as_you_type;
mod digits;
mod error;
mod format;
mod number;
mod parse;
mod pattern;
mod possible;
mod region;
mod symbols;
mod tables;
mod text;
mod validate;

pub use as_you_type::{Typing, format_as_typed};
pub use digits::{decimal_digit, is_word};
pub use error::{ParseError, TableError};
pub use format::{Style, format};
pub use number::Number;
pub use parse::{parse, typed_international, typed_zone};
pub use possible::{Possibility, possible, possible_lengths};
pub use region::{Region, Zone};
pub use tables::Tables;
pub use validate::{
    NumberType, example, is_short_number, is_valid, is_valid_in, number_type, region_of,
};
