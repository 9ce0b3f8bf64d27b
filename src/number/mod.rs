#![doc = include_str!("README.md")]
#![forbid(unsafe_code)]

mod digits;
mod error;
mod format;
mod parse;
mod pattern;
mod region;
mod symbols;
mod tables;
mod text;
mod typing;
mod validate;

pub use digits::{decimal_digit, is_word};
pub use error::{ParseError, TableError};
pub use format::{Style, format};
pub use parse::{Number, parse, typed_international, typed_zone};
pub use region::{Region, Zone};
pub use tables::Tables;
pub use typing::{Typing, format_as_typed};
pub use validate::{
    NumberType, Possibility, example, is_valid, is_valid_in, number_type, possible, region_of,
};
