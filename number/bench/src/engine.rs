//! Stand-ins with the engine's names that do nothing, for the build without it.

use std::fmt;
use std::hint::black_box;

#[derive(Clone, Copy)]
pub struct Region([u8; 2]);

impl Region {
    #[inline(never)]
    pub fn new(code: &str) -> Option<Self> {
        black_box(code);
        black_box(Some(Self([0; 2])))
    }

    #[inline(never)]
    pub fn as_str(self) -> &'static str {
        black_box(self.0);
        black_box("CA")
    }
}

pub struct Zone(u8);

impl Zone {
    pub fn digit(&self) -> u8 {
        self.0
    }
}

pub struct Tables(u8);

impl Tables {
    pub fn new() -> Self {
        Self(black_box(0))
    }

    #[inline(never)]
    pub fn add_zone(&mut self, bytes: &[u8]) -> Result<Zone, Error> {
        black_box(bytes);
        black_box(Ok(Zone(self.0)))
    }

    #[inline(never)]
    pub fn regions(&self) -> Vec<(Region, u16)> {
        black_box(Vec::new())
    }
}

pub struct Number(String);

impl Number {
    #[inline(never)]
    pub fn national(&self) -> &str {
        black_box(&self.0)
    }

    #[inline(never)]
    pub fn extension(&self) -> Option<&str> {
        black_box(Some(&self.0))
    }
}

pub struct Error(u8);

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(if black_box(self.0) == 0 { "a" } else { "b" })
    }
}

#[derive(Clone, Copy)]
#[repr(u8)]
pub enum Style {
    E164,
    National,
    International,
    Rfc3966,
}

#[inline(never)]
pub fn parse(tables: &Tables, text: &str, region: Option<Region>) -> Result<Number, Error> {
    black_box((tables.0, region));
    black_box(Ok(Number(text.to_owned())))
}

#[inline(never)]
pub fn format(tables: &Tables, number: &Number, style: Style) -> String {
    black_box((tables.0, style));
    black_box(number.0.clone())
}

#[inline(never)]
pub fn is_valid(tables: &Tables, number: &Number) -> bool {
    black_box((tables.0, &number.0));
    black_box(true)
}

#[inline(never)]
pub fn possible(tables: &Tables, number: &Number) -> Style {
    black_box((tables.0, &number.0));
    black_box(Style::E164)
}

#[inline(never)]
pub fn number_type(tables: &Tables, number: &Number) -> Style {
    black_box((tables.0, &number.0));
    black_box(Style::E164)
}

#[inline(never)]
pub fn region_of(tables: &Tables, number: &Number) -> Option<Region> {
    black_box((tables.0, &number.0));
    black_box(Some(Region([0; 2])))
}

#[inline(never)]
pub fn example(tables: &Tables, region: Region, mobile: bool) -> Option<Number> {
    black_box((tables.0, region, mobile));
    black_box(Some(Number(String::new())))
}

#[inline(never)]
pub fn format_as_typed(tables: &Tables, typed: &str, region: Option<Region>) -> String {
    black_box((tables.0, region));
    black_box(typed.to_owned())
}

#[inline(never)]
pub fn typed_zone(tables: &Tables, typed: &str, region: Option<Region>) -> Option<Zone> {
    black_box((tables.0, typed, region));
    black_box(Some(Zone(1)))
}
