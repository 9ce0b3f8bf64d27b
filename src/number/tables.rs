//! The tables: what is built in, and the zones added to it.
//!
//! A zone's file is read where it lies. Adding it checks it and notes where its strings start,
//! nothing is decoded before a number asks for it. `README.md` describes the format.

use super::error::TableError;
use super::pattern::{CLOSE, END, SAME};
use super::region::{Region, Zone};

static REGIONS: &[u8] = include_bytes!("data/regions.bin");
static ZONE_1: &[u8] = include_bytes!("data/zone-1.bin");

const MAGIC: &[u8] = b"lpn";
const FORMAT_VERSION: u8 = 1;
/// Magic, format version, zone, metadata version, length, checksum.
const HEADER: usize = 14;

// The strings of a region, in the order of their columns. Patterns of types lie between
// `GENERAL` and `LEADING`, in the order of `NumberType`.
pub(super) const GENERAL: usize = 0;
pub(super) const FIXED_LINE: usize = 9;
pub(super) const MOBILE: usize = 10;
/// What the region's numbers start with, where that tells them from the rest of their code.
pub(super) const LEADING: usize = 11;
/// Exit codes.
pub(super) const EXIT: usize = 12;
/// National prefixes.
pub(super) const PREFIX: usize = 13;
/// National prefixes that a part of stays in the number.
pub(super) const TRANSFORM: usize = 14;
pub(super) const EXAMPLES: usize = 15;
/// What stands before an extension.
pub(super) const EXTENSION: usize = 17;
const REGION_STRINGS: usize = 18;

// The strings of a format.
pub(super) const SHAPE: usize = 0;
pub(super) const INTERNATIONAL: usize = 1;
pub(super) const STARTS: usize = 2;
pub(super) const RULE: usize = 3;
const FORMAT_STRINGS: usize = 4;

/// Numbering plans: zone 1 and the list of regions, and the zones that were added.
///
/// Everything that reads or writes numbers takes one. It is made in microseconds and holds no
/// more than the files' bytes and two bytes for each string in them.
pub struct Tables {
    codes: Vec<Code>,
    /// The regions of all codes, in the order of the codes.
    regions: Vec<Region>,
    zones: [Option<Plans>; 10],
}

/// A calling code and where its regions are.
struct Code {
    code: u16,
    first: usize,
    count: usize,
}

/// A zone's file.
struct Plans {
    bytes: Vec<u8>,
    /// The first of `Tables::regions` that is in this zone, and how many are.
    first: usize,
    count: usize,
    /// Where the strings of regions and then of formats start, row by row.
    strings: Vec<u16>,
    /// The first code of the zone.
    first_code: usize,
    /// The first format of each code, and of the code after the last.
    formats: Vec<u16>,
    /// Where the formats' flags start in the file.
    flags: usize,
}

/// Reads bytes one after the other; past the end there are zeros.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    pub bytes: &'a [u8],
    pub at: usize,
}

impl Cursor<'_> {
    pub fn byte(&mut self) -> u8 {
        self.at += 1;
        byte_at(self.bytes, self.at - 1)
    }
}

pub(super) fn byte_at(bytes: &[u8], at: usize) -> u8 {
    bytes.get(at).copied().unwrap_or(0)
}

impl Default for Tables {
    fn default() -> Self {
        Self::new()
    }
}

impl Tables {
    /// What is built in: zone 1, and every region with its calling code.
    #[must_use]
    pub fn new() -> Self {
        let mut tables =
            Self { codes: Vec::new(), regions: Vec::new(), zones: [const { None }; 10] };
        let count = usize::from(byte_at(REGIONS, 3));
        let (mut code, mut first) = (0_u16, 0);
        for index in 0..count {
            let column = |number: usize| byte_at(REGIONS, 4 + number * count + index);
            code = code.wrapping_add(u16::from_le_bytes([column(0), column(1)]));
            let count = usize::from(column(2));
            tables.codes.push(Code { code, first, count });
            first += count;
        }
        for index in 0..first {
            let letter = |number: usize| byte_at(REGIONS, 4 + 3 * count + number * first + index);
            tables.regions.push(Region([letter(0), letter(1)]));
        }
        // Cannot fail, as a test shows: the file is part of the program.
        let _ = tables.add_zone(ZONE_1);
        tables
    }

    /// Adds a zone's file. Adding one again changes nothing.
    ///
    /// # Errors
    ///
    /// Where the bytes are not a whole, undamaged table file of the version that this module was
    /// built with; nothing is added then.
    pub fn add_zone(&mut self, bytes: &[u8]) -> Result<Zone, TableError> {
        let zone = check(bytes)?;
        let plans = self.read(bytes, zone).ok_or(TableError::Structure)?;
        // `check` made sure that there are this many.
        if let Some(place) = self.zones.get_mut(usize::from(zone.0)) {
            *place = Some(plans);
        }
        Ok(zone)
    }

    /// Whether the tables of a zone are here.
    #[must_use]
    pub fn has(&self, zone: Zone) -> bool {
        self.zones.get(usize::from(zone.0)).is_some_and(Option::is_some)
    }

    /// Every region with its calling code, in the order of the codes, main regions first.
    pub fn regions(&self) -> impl Iterator<Item = (Region, u16)> {
        self.codes.iter().flat_map(|code| {
            let regions = self.regions_of(code).iter();
            regions.filter(|region| **region != Region::WORLD).map(|region| (*region, code.code))
        })
    }

    /// The calling code of a region, `country_code_for_region` in libphonenumber.
    #[must_use]
    pub fn calling_code(&self, region: Region) -> Option<u16> {
        self.code_of(region).map(|code| code.code)
    }

    /// The zone of a region.
    #[must_use]
    pub fn zone(&self, region: Region) -> Option<Zone> {
        self.calling_code(region).map(Zone::of)
    }

    /// The main region of a calling code, `region_code_for_country_code` in libphonenumber: `US`
    /// for 1. `None` for an unknown code; one that belongs to no region, such as 800, gives
    /// a region written `001`.
    #[must_use]
    pub fn main_region(&self, calling_code: u16) -> Option<Region> {
        self.regions_of(self.code(calling_code)?).first().copied()
    }

    fn regions_of(&self, code: &Code) -> &[Region] {
        self.regions.get(code.first..code.first + code.count).unwrap_or(&[])
    }

    fn code(&self, calling_code: u16) -> Option<&Code> {
        self.codes.iter().find(|code| code.code == calling_code)
    }

    fn code_of(&self, region: Region) -> Option<&Code> {
        if region == Region::WORLD {
            return None;
        }
        let row = self.regions.iter().position(|other| *other == region)?;
        self.codes.iter().find(|code| row < code.first + code.count)
    }

    /// The calling code that digits start with, and the number of its digits.
    pub(super) fn leading_code(&self, digits: &[u8]) -> Option<(u16, usize)> {
        let mut code = 0;
        for (index, digit) in digits.iter().take(3).enumerate() {
            if !digit.is_ascii_digit() {
                return None;
            }
            code = code * 10 + u16::from(digit - b'0');
            if code == 0 {
                return None;
            }
            if self.code(code).is_some() {
                return Some((code, index + 1));
            }
        }
        None
    }

    /// The plan of a region, or the zone that it is missing from.
    pub(super) fn plan_of(&self, region: Region) -> Option<Result<Plan<'_>, Zone>> {
        let code = self.code_of(region)?;
        let index = self.regions_of(code).iter().position(|other| *other == region)?;
        Some(self.plan(code, index))
    }

    /// The plan of a calling code's main region.
    pub(super) fn main_plan(&self, calling_code: u16) -> Option<Result<Plan<'_>, Zone>> {
        Some(self.plan(self.code(calling_code)?, 0))
    }

    fn plan(&self, code: &Code, index: usize) -> Result<Plan<'_>, Zone> {
        let zone = Zone::of(code.code);
        let plans = self.zones.get(usize::from(zone.0)).and_then(Option::as_ref).ok_or(zone)?;
        let row = code.first - plans.first + index;
        // Codes are in order, so their place in the list is their place in the zone.
        let place = self.codes.iter().take_while(|other| other.first < code.first).count();
        let place = place - plans.first_code;
        Ok(Plan {
            plans,
            code: code.code,
            region: self.regions_of(code).get(index).copied().unwrap_or(Region::WORLD),
            regions: code.count,
            row,
            place,
        })
    }

    /// The regions of a plan's calling code, given the plan of the main one.
    pub(super) fn siblings<'a>(&'a self, main: Plan<'a>) -> impl Iterator<Item = Plan<'a>> {
        (0..main.regions).map(move |index| Plan {
            row: main.row + index,
            region: self
                .regions
                .get(main.plans.first + main.row + index)
                .copied()
                .unwrap_or(Region::WORLD),
            ..main
        })
    }

    /// Finds where everything is.
    fn read(&self, bytes: &[u8], zone: Zone) -> Option<Plans> {
        let here = |code: &&Code| Zone::of(code.code) == zone;
        let first_code = self.codes.iter().position(|code| here(&code))?;
        let codes = self.codes.get(first_code..)?.iter().take_while(here);
        let first = self.codes.get(first_code)?.first;
        let count = codes.clone().map(|code| code.count).sum::<usize>();
        let mut cursor = Cursor { bytes, at: HEADER + 4 * count };
        let (mut formats, mut format) = (Vec::new(), 0);
        for _ in codes.clone() {
            formats.push(format);
            format += u16::from(cursor.byte() & 0x7F);
        }
        formats.push(format);
        let flags = cursor.at;
        let format_count = usize::from(format);
        cursor.at += format_count;

        let mut strings = Vec::new();
        strings.resize(count * REGION_STRINGS + format_count * FORMAT_STRINGS, 0);
        for kind in 0..REGION_STRINGS {
            let mut row = 0;
            for code in codes.clone() {
                let main = row;
                for _ in 0..code.count {
                    let start = cursor.at;
                    let place = |row: usize, kind: usize| row * REGION_STRINGS + kind;
                    let start = match byte_at(bytes, start) {
                        SAME => *strings.get(place(main, kind))?,
                        CLOSE => *strings.get(place(row, kind.checked_sub(1)?))?,
                        _ => u16::try_from(start).ok()?,
                    };
                    *strings.get_mut(place(row, kind))? = start;
                    row += 1;
                    skip(&mut cursor)?;
                }
            }
        }
        for kind in 0..FORMAT_STRINGS {
            for row in 0..format_count {
                *strings.get_mut(count * REGION_STRINGS + row * FORMAT_STRINGS + kind)? =
                    u16::try_from(cursor.at).ok()?;
                skip(&mut cursor)?;
            }
        }
        let whole = cursor.at == bytes.len();
        whole.then(|| Plans {
            bytes: bytes.to_vec(),
            first,
            count,
            strings,
            first_code,
            formats,
            flags,
        })
    }
}

/// Moves behind the end of a string, if it has one.
fn skip(cursor: &mut Cursor<'_>) -> Option<()> {
    let rest = cursor.bytes.get(cursor.at..)?;
    cursor.at += rest.iter().position(|byte| *byte == END)? + 1;
    Some(())
}

/// Checks a file's header and checksum.
fn check(bytes: &[u8]) -> Result<Zone, TableError> {
    let (Some(header), Some(body)) = (bytes.get(..HEADER), bytes.get(HEADER..)) else {
        return Err(TableError::Length);
    };
    let mut cursor = Cursor { bytes: header, at: MAGIC.len() };
    if !header.starts_with(MAGIC) {
        return Err(TableError::NotATable);
    }
    let format = cursor.byte();
    let zone = Zone::new(cursor.byte());
    let metadata = [cursor.byte(), cursor.byte(), cursor.byte()];
    if format != FORMAT_VERSION || !REGIONS.starts_with(&metadata) {
        return Err(TableError::Version);
    }
    if usize::from(u16::from_le_bytes([cursor.byte(), cursor.byte()])) != body.len() {
        return Err(TableError::Length);
    }
    let mut sum = 0x811C_9DC5_u32;
    for (index, byte) in bytes.iter().enumerate() {
        // All but the checksum itself.
        if !(HEADER - 4..HEADER).contains(&index) {
            sum = (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
        }
    }
    if sum.to_le_bytes() != [cursor.byte(), cursor.byte(), cursor.byte(), cursor.byte()] {
        return Err(TableError::Checksum);
    }
    zone.ok_or(TableError::Structure)
}

/// The numbering plan of one region, in its zone's file.
#[derive(Clone, Copy)]
pub(super) struct Plan<'a> {
    plans: &'a Plans,
    pub code: u16,
    pub region: Region,
    /// How many regions have this code.
    pub regions: usize,
    row: usize,
    place: usize,
}

impl<'a> Plan<'a> {
    /// One of the region's strings, with what follows it in the file.
    pub fn text(&self, kind: usize) -> &'a [u8] {
        self.plans.text(self.row * REGION_STRINGS + kind)
    }

    /// The lengths that numbers may have, and those without an area code: bit 0 is 2 digits.
    pub fn lengths(&self) -> [u16; 2] {
        let column = |number: usize| {
            byte_at(&self.plans.bytes, HEADER + number * self.plans.count + self.row)
        };
        [u16::from_le_bytes([column(0), column(1)]), u16::from_le_bytes([column(2), column(3)])]
    }

    /// Whether international formats are a list of their own.
    pub fn has_international(&self) -> bool {
        byte_at(&self.plans.bytes, HEADER + 4 * self.plans.count + self.place) & 0x80 != 0
    }

    /// The code's formats; those of `international` where they are a list of their own.
    pub fn formats(&self, international: bool) -> impl Iterator<Item = Format<'a>> {
        let plans = self.plans;
        let bound = |place: usize| plans.formats.get(place).copied().unwrap_or(0);
        let international = international && self.has_international();
        (bound(self.place)..bound(self.place + 1))
            .map(move |row| Format { plans, row: usize::from(row), international })
            .filter(|format| {
                !format.international || byte_at(format.text(INTERNATIONAL), 0) != b'-'
            })
    }
}

impl Plans {
    fn text(&self, string: usize) -> &[u8] {
        let start = self.strings.get(string).copied().unwrap_or(0);
        self.bytes.get(usize::from(start)..).unwrap_or(&[])
    }
}

/// One of a plan's formats.
#[derive(Clone, Copy)]
pub(super) struct Format<'a> {
    plans: &'a Plans,
    row: usize,
    /// It is of the list for international numbers.
    pub international: bool,
}

impl<'a> Format<'a> {
    /// One of the format's strings, with what follows it in the file.
    pub fn text(&self, kind: usize) -> &'a [u8] {
        let formats = self.plans.count * REGION_STRINGS;
        self.plans.text(formats + self.row * FORMAT_STRINGS + kind)
    }

    fn flags(&self) -> u8 {
        byte_at(&self.plans.bytes, self.plans.flags + self.row)
    }

    /// How many patterns there are of what numbers start with, each finer than the one before.
    pub fn levels(&self) -> usize {
        usize::from(self.flags() & 7)
    }

    /// Whether only the last of them is kept, as the others follow from it.
    pub fn derived(&self) -> bool {
        self.flags() & 1 << 3 != 0
    }

    /// Whether the national prefix may be left out.
    pub fn optional_prefix(&self) -> bool {
        self.flags() & 1 << 4 != 0
    }

    /// Whether a carrier code may stand before the number.
    pub fn carrier(&self) -> bool {
        self.flags() & 1 << 5 != 0
    }
}
