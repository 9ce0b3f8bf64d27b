//! The tables of numbering plans: those of world zone 1, which are built in, and the zone files
//! that are added.
//!
//! A zone file is kept as its bytes. Adding it checks it and notes where its strings start; the
//! rest is read when a number needs it. `README.md` describes the format. All code that reads the
//! table files is in this one file, because it shares the layout of their columns and strings.

use super::error::{ParseError, TableError};
use super::pattern::{CLOSE, END, SAME};
use super::region::{Region, Zone};

static CODES: &[u8] = include_bytes!("../data/codes.bin");
static ZONE_1: &[u8] = include_bytes!("../data/zone-1.bin");

const MAGIC: &[u8] = b"lpn";
const FORMAT_VERSION: u8 = 2;
/// Magic, format version, zone, metadata version, length, checksum.
const HEADER: usize = 14;

// The strings of a region, in the order of their columns. Patterns of types lie between
// `GENERAL` and `LEADING`, in the order of `NumberType`.
pub(super) const GENERAL: usize = 0;
pub(super) const FIXED_LINE: usize = 9;
pub(super) const MOBILE: usize = 10;
/// The digits that the region's numbers start with, if these distinguish them from the other
/// regions of the calling code.
pub(super) const LEADING: usize = 11;
/// Short numbers. Those of fewer than four digits may be missing.
pub(super) const SHORT: usize = 12;
/// Exit codes.
pub(super) const EXIT: usize = 13;
/// National prefixes.
pub(super) const PREFIX: usize = 14;
/// Rules for national prefixes of which a part stays in the number.
pub(super) const TRANSFORM: usize = 15;
pub(super) const EXAMPLES: usize = 16;
/// The label before an extension.
pub(super) const EXTENSION: usize = 18;
const REGION_STRINGS: usize = 19;

// The strings of a format.
pub(super) const SHAPE: usize = 0;
pub(super) const INTERNATIONAL: usize = 1;
pub(super) const STARTS: usize = 2;
pub(super) const RULE: usize = 3;
const FORMAT_STRINGS: usize = 4;

/// The numbering plans: those of world zone 1 with the list of all regions, which are built in, and
/// those of the zone files that were added.
///
/// Every function that reads or writes numbers takes the tables. They are made in microseconds.
/// They hold the list of calling codes, the bytes of the files, and two bytes for each string in
/// the files.
///
/// ```
/// use lead_phone_number::{Region, Tables};
///
/// let tables = Tables::new();
/// let canada = Region::new("CA").ok_or("no region")?;
/// assert_eq!(tables.calling_code(canada), Some(1));
/// assert_eq!(tables.main_region(1), Region::new("US"));
/// assert!(tables.regions().contains(&(canada, 1)));
/// # Ok::<(), &str>(())
/// ```
pub struct Tables {
    codes: Vec<Code>,
    zones: [Option<Plans>; 10],
}

/// A calling code.
pub(super) struct Code {
    pub code: u16,
    zone: Zone,
    /// Its index in the list of all codes.
    index: usize,
    /// The index of its main region in the list of all regions, and its number of regions.
    first: usize,
    regions: usize,
    /// Its index among the codes of its zone.
    place: usize,
    /// The index of its main region among the regions of its zone.
    row: usize,
}

/// A zone file.
struct Plans {
    bytes: Vec<u8>,
    /// The number of regions in it.
    count: usize,
    /// The number of formats in it.
    formats: usize,
    /// Where each string starts, and the end of the last.
    strings: Vec<u16>,
}

/// Reads bytes one after the other. After the end it reads zeros.
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
    /// The built-in tables: zone 1, and every region with its calling code.
    #[must_use]
    pub fn new() -> Self {
        let mut tables = Self { codes: Vec::new(), zones: [const { None }; 10] };
        let count = usize::from(byte_at(CODES, 3));
        let (mut code, mut last, mut place, mut row, mut first) = (0_u16, Zone(0), 0, 0, 0);
        for index in 0..count {
            let column = |number: usize| byte_at(CODES, 4 + number * count + index);
            code = code.wrapping_add(u16::from_le_bytes([column(0), column(1)]));
            let zone = Zone::of(code);
            if zone != last {
                (last, place, row) = (zone, 0, 0);
            }
            let regions = usize::from(column(2));
            tables.codes.push(Code { code, zone, index, first, regions, place, row });
            place += 1;
            row += regions;
            first += regions;
        }
        // This cannot fail: the file is part of the program, and a test reads it.
        let _ = tables.add_zone(ZONE_1);
        tables
    }

    /// Adds a zone file. Adding it again changes nothing.
    ///
    /// # Errors
    ///
    /// If the bytes are not a whole, undamaged zone file of the version that this module was built
    /// with. Then nothing is added.
    ///
    /// ```
    /// use lead_phone_number::{Tables, parse};
    ///
    /// let mut tables = Tables::new();
    /// let zone = tables.add_zone(include_bytes!("../data/zone-3.bin"))?;
    /// assert!(tables.has(zone));
    /// assert_eq!(parse(&tables, "+33 6 12 34 56 78", None)?.national(), "612345678");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn add_zone(&mut self, bytes: &[u8]) -> Result<Zone, TableError> {
        let zone = check(bytes)?;
        let (mut places, mut count) = (0, 0);
        for code in &self.codes {
            if code.zone == zone {
                places = code.place + 1;
                count = code.row + code.regions;
            }
        }
        let mut cursor = Cursor { bytes, at: HEADER + 4 * count };
        let mut formats = 0;
        for _ in 0..places {
            formats += usize::from(cursor.byte() & 0x7F);
        }
        cursor.at += formats;
        let mut strings = Vec::new();
        // Files are shorter than 64 kB, so a position in one fits.
        strings.push(cursor.at as u16);
        while cursor.at < bytes.len() {
            if cursor.byte() == END {
                strings.push(cursor.at as u16);
            }
        }
        if strings.len() != count * REGION_STRINGS + formats * FORMAT_STRINGS + 1
            || bytes.last() != Some(&END)
        {
            return Err(TableError::Structure);
        }
        // `Zone` is 1 to 9.
        if let Some(plans) = self.zones.get_mut(usize::from(zone.0)) {
            *plans = Some(Plans { bytes: bytes.to_vec(), count, formats, strings });
        }
        Ok(zone)
    }

    /// Whether the tables of a zone are loaded.
    #[must_use]
    pub fn has(&self, zone: Zone) -> bool {
        self.plans(zone).is_some()
    }

    /// Every region with its calling code, in the order of the codes. The main region of a code
    /// comes first.
    #[must_use]
    pub fn regions(&self) -> Vec<(Region, u16)> {
        let mut regions = Vec::new();
        for code in &self.codes {
            for index in 0..code.regions {
                let region = code.region(index);
                if region != Region::WORLD {
                    regions.push((region, code.code));
                }
            }
        }
        regions
    }

    /// The calling code of a region, `country_code_for_region` in libphonenumber.
    #[must_use]
    pub fn calling_code(&self, region: Region) -> Option<u16> {
        self.find(region).map(|code| code.code)
    }

    /// The world zone of a region.
    #[must_use]
    pub fn zone(&self, region: Region) -> Option<Zone> {
        self.find(region).map(|code| code.zone)
    }

    /// The main region of a calling code: `region_code_for_country_code` in libphonenumber, `US`
    /// for 1. `None` for an unknown code. A code without a region, such as 800, gives the region
    /// `001`.
    #[must_use]
    pub fn main_region(&self, calling_code: u16) -> Option<Region> {
        let code = self.codes.iter().find(|code| code.code == calling_code);
        code.map(|code| code.region(0))
    }

    fn plans(&self, zone: Zone) -> Option<&Plans> {
        self.zones.get(usize::from(zone.0))?.as_ref()
    }

    /// The calling code of a region; `None` for [`Region::WORLD`].
    pub(super) fn find(&self, region: Region) -> Option<&Code> {
        let index = region.index();
        self.codes.iter().find(|code| index < code.first + code.regions)
    }

    /// The calling code that digits start with, and the number of its digits.
    pub(super) fn leading_code(&self, digits: &[u8]) -> Option<(&Code, usize)> {
        let (mut start, mut length) = (0, 0);
        // No code starts with another one, and none has more than three digits.
        for digit in digits.iter().take(3) {
            let digit = digit.wrapping_sub(b'0');
            start = start * 10 + u16::from(digit);
            length += 1;
            if digit > 9 || start == 0 {
                break;
            }
            for code in &self.codes {
                if code.code == start {
                    return Some((code, length));
                }
            }
        }
        None
    }

    /// The plan of a region.
    pub(super) fn plan_of(&self, region: Region) -> Result<Plan<'_>, ParseError> {
        let code = self.find(region).ok_or(ParseError::InvalidCallingCode)?;
        let main = self.plan(code)?;
        Ok(Plan { index: region.index().saturating_sub(code.first), ..main })
    }

    /// The plan of the main region of the calling code that has this index.
    pub(super) fn main_plan(&self, index: usize) -> Result<Plan<'_>, ParseError> {
        self.plan(self.codes.get(index).ok_or(ParseError::InvalidCallingCode)?)
    }

    /// The plan of a calling code's main region.
    pub(super) fn plan<'a>(&'a self, code: &'a Code) -> Result<Plan<'a>, ParseError> {
        let plans = self.plans(code.zone).ok_or(ParseError::ZoneMissing(code.zone))?;
        Ok(Plan { plans, code, index: 0 })
    }
}

impl Code {
    pub fn region(&self, index: usize) -> Region {
        Region::at(self.first + index)
    }
}

/// Checks a file's header and checksum.
fn check(bytes: &[u8]) -> Result<Zone, TableError> {
    if bytes.len() < HEADER {
        return Err(TableError::Length);
    }
    if !bytes.starts_with(MAGIC) {
        return Err(TableError::NotATable);
    }
    let mut cursor = Cursor { bytes, at: MAGIC.len() };
    let format = cursor.byte();
    let zone = Zone::new(cursor.byte());
    let metadata = [cursor.byte(), cursor.byte(), cursor.byte()];
    if format != FORMAT_VERSION || !CODES.starts_with(&metadata) {
        return Err(TableError::Version);
    }
    if usize::from(u16::from_le_bytes([cursor.byte(), cursor.byte()])) + HEADER != bytes.len() {
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

/// The numbering plan of one region, in its zone file.
#[derive(Clone, Copy)]
pub(super) struct Plan<'a> {
    plans: &'a Plans,
    code: &'a Code,
    /// Its index among the regions of its calling code, 0 for the main region.
    pub index: usize,
}

impl<'a> Plan<'a> {
    pub fn code(&self) -> u16 {
        self.code.code
    }

    /// The index of its calling code in the list of all codes.
    pub fn code_index(&self) -> usize {
        self.code.index
    }

    pub fn region(&self) -> Region {
        self.code.region(self.index)
    }

    /// The number of regions that have its calling code.
    pub fn regions(&self) -> usize {
        self.code.regions
    }

    /// One of the region's strings.
    pub fn text(&self, kind: usize) -> &'a [u8] {
        let text = |kind: usize, index: usize| {
            self.plans.text(kind * self.plans.count + self.code.row + index)
        };
        match text(kind, self.index) {
            [SAME] => text(kind, 0),
            [CLOSE] => text(kind.saturating_sub(1), self.index),
            own => own,
        }
    }

    /// The possible lengths of numbers, and those of numbers without an area code. Bit 0 stands for
    /// 2 digits.
    pub fn lengths(&self) -> [u16; 2] {
        let row = HEADER + self.code.row + self.index;
        let column = |number: usize| byte_at(&self.plans.bytes, row + number * self.plans.count);
        [u16::from_le_bytes([column(0), column(1)]), u16::from_le_bytes([column(2), column(3)])]
    }

    /// The formats of its calling code.
    pub fn formats(&self) -> Formats<'a> {
        let plans = self.plans;
        let mut cursor = Cursor { bytes: &plans.bytes, at: HEADER + 4 * plans.count };
        let mut first = 0;
        for _ in 0..self.code.place {
            first += usize::from(cursor.byte() & 0x7F);
        }
        let own = cursor.byte();
        Formats { plans, first, count: usize::from(own & 0x7F), has_international: own & 0x80 != 0 }
    }
}

impl Plans {
    fn text(&self, string: usize) -> &[u8] {
        let place = |string: usize| self.strings.get(string).copied().map_or(0, usize::from);
        let end = place(string + 1).saturating_sub(1);
        self.bytes.get(place(string)..end).unwrap_or_default()
    }
}

/// The formats of a calling code.
#[derive(Clone, Copy)]
pub(super) struct Formats<'a> {
    plans: &'a Plans,
    first: usize,
    pub count: usize,
    /// Whether international formats are a separate list.
    pub has_international: bool,
}

impl<'a> Formats<'a> {
    /// One of the formats, from the list for international numbers or from the national list.
    pub fn get(&self, index: usize, international: bool) -> Format<'a> {
        Format {
            plans: self.plans,
            row: self.first + index,
            international: international && self.has_international,
        }
    }
}

/// One of a plan's formats.
#[derive(Clone, Copy)]
pub(super) struct Format<'a> {
    plans: &'a Plans,
    row: usize,
    /// Whether it is from the list for international numbers.
    pub international: bool,
}

impl<'a> Format<'a> {
    /// One of the format's strings.
    pub fn text(&self, kind: usize) -> &'a [u8] {
        let plans = self.plans;
        plans.text(plans.count * REGION_STRINGS + kind * plans.formats + self.row)
    }

    /// Whether it is in the list that it was taken from.
    pub fn exists(&self) -> bool {
        !self.international || self.text(INTERNATIONAL) != b"-"
    }

    /// The number of patterns of leading digits, each more precise than the one before.
    pub fn levels(&self) -> usize {
        usize::from(self.flags() & 7)
    }

    /// Whether only the last of these patterns is kept, because the others follow from it.
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

    /// The flags are directly before the strings.
    fn flags(&self) -> u8 {
        let plans = self.plans;
        let strings = plans.strings.first().copied().map_or(0, usize::from);
        byte_at(&plans.bytes, strings.saturating_sub(plans.formats) + self.row)
    }
}
