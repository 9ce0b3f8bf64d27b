//! Writing a number in one of the four styles.

use super::number::Number;
use super::parse::push_bytes;
use super::pattern::{ANY, BETWEEN, Digits};
use super::tables::{EXTENSION, Format, INTERNATIONAL, Plan, RULE, SHAPE, STARTS, Tables, byte_at};

/// How to write a number.
///
/// ```
/// use lead_phone_number::{Style, Tables, format, parse};
///
/// let tables = Tables::new();
/// let number = parse(&tables, "+15141234455", None)?;
/// assert_eq!(format(&tables, &number, Style::National), "(514) 123-4455");
/// assert_eq!(format(&tables, &number, Style::Rfc3966), "tel:+1-514-123-4455");
/// # Ok::<(), lead_phone_number::ParseError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Style {
    /// `+15141234455`, for machines; has no extension.
    E164,
    /// `(514) 123-4455 ext. 12`
    National,
    /// `+1 514-123-4455 ext. 12`
    International,
    /// `tel:+1-514-123-4455;ext=12`, for links.
    Rfc3966,
}

/// Stands for a group of digits in a template, counted from 1.
const GROUP: u8 = 0x80;
/// The first group.
const FIRST: u8 = GROUP + 1;
/// The default template: the groups with a space between them.
const USUAL: &[u8] = b"\x81 \x82 \x83 \x84 \x85";

/// Writes a number: `format_number` in libphonenumber. Without the tables of the number's zone,
/// [`Style::E164`] is still correct; the other styles write the national significant number
/// without grouping.
///
/// ```
/// # use lead_phone_number::{Region, Style, Tables, format, parse};
/// let tables = Tables::new();
/// let number = parse(&tables, "1-514-123-4455", Region::new("CA"))?;
/// assert_eq!(format(&tables, &number, Style::International), "+1 514-123-4455");
/// # Ok::<(), lead_phone_number::ParseError>(())
/// ```
#[must_use]
pub fn format(tables: &Tables, number: &Number, style: Style) -> String {
    let mut out = String::new();
    let plan = tables.main_plan(number.code_index).ok().filter(|_| style != Style::E164);
    if plan.is_some() || style == Style::E164 {
        if style == Style::Rfc3966 {
            out.push_str("tel:");
        }
        if style != Style::National {
            out.push('+');
            push_code(&mut out, number.calling_code());
        }
    }
    let Some(plan) = plan else {
        out.push_str(&number.national);
        return out;
    };
    // The separator between this group of digits and the one before.
    let mut gap = match style {
        Style::Rfc3966 => "-",
        Style::International => " ",
        Style::E164 | Style::National => "",
    };
    for byte in &grouped(plan, number.national.as_bytes(), style == Style::National) {
        if style == Style::Rfc3966 && !byte.is_ascii_digit() {
            gap = "-";
            continue;
        }
        out.push_str(gap);
        gap = "";
        out.push(char::from(*byte));
    }
    if let Some(extension) = number.extension() {
        let label = match plan.text(EXTENSION) {
            _ if style == Style::Rfc3966 => &b";ext="[..],
            [] => b" ext. ",
            own => own,
        };
        push_bytes(&mut out, label);
        out.push_str(extension);
    }
    out
}

/// Writes a calling code.
fn push_code(out: &mut String, code: u16) {
    if code >= 10 {
        push_code(out, code / 10);
    }
    out.push(char::from(b'0' + (code % 10) as u8));
}

/// The digits, grouped by the first format that fits.
fn grouped(plan: Plan<'_>, national: &[u8], domestic: bool) -> Vec<u8> {
    let digits = Digits::new(national);
    let formats = plan.formats();
    let mut out = Vec::new();
    for index in 0..formats.count {
        let format = formats.get(index, !domestic);
        let groups = Groups::of(&format);
        if format.exists() && groups.fit(national.len()) && starts(&format, &digits, usize::MAX) {
            let rule = if domestic { format.text(RULE) } else { &[] };
            groups.write(national, rule, &mut out);
            return out;
        }
    }
    out.extend_from_slice(national);
    out
}

/// Whether a number starts like the numbers of a format, by the leading-digits pattern of a level.
/// Every level after the last uses the last pattern.
pub(super) fn starts(format: &Format<'_>, digits: &Digits, level: usize) -> bool {
    let last = format.levels().saturating_sub(1);
    let level = level.min(last);
    let mut reader = digits.reader(format.text(STARTS));
    if !format.derived() {
        for _ in 0..level {
            reader.run(0);
        }
    }
    let start = reader.run(1);
    start.ends != 0 || start.partial && format.derived() && level < last
}

/// The groups of a format: how many digits each has, and how they are joined.
pub(super) struct Groups<'a> {
    /// The tokens that describe the groups. Two formats with the same tokens have the same groups.
    pub tokens: &'a [u8],
    /// The groups and the punctuation between them; empty for the default, all groups with
    /// spaces between them.
    template: &'a [u8],
    least: usize,
    most: usize,
}

impl<'a> Groups<'a> {
    pub fn of(format: &Format<'a>) -> Self {
        let shape = format.text(SHAPE);
        let (mut end, mut least, mut most) = (0, 0, 0);
        while let Some((low, high)) = bounds(shape, &mut end) {
            least += low;
            most += high;
        }
        let (tokens, mut template) = shape.split_at(end.min(shape.len()));
        let own = format.text(INTERNATIONAL);
        if format.international && !own.is_empty() {
            template = own;
        }
        Self { tokens, template, least, most }
    }

    /// Whether this many digits can be grouped.
    pub fn fit(&self, digits: usize) -> bool {
        (self.least..=self.most).contains(&digits)
    }

    /// The most digits that can be grouped, up to the 15 that libphonenumber tries.
    pub fn most(&self) -> usize {
        self.most.min(15)
    }

    /// Whether as-you-type formatting can use the format: it keeps the digits in order and adds
    /// only punctuation.
    pub fn is_plain(&self) -> bool {
        let mut first = self.template.is_empty();
        for byte in self.template {
            if byte.is_ascii_digit() || !first && *byte > FIRST {
                return false;
            }
            first |= *byte == FIRST;
        }
        first
    }

    /// Writes digits that fit into the groups, with the national prefix rule for the first group.
    pub fn write(&self, digits: &[u8], rule: &[u8], out: &mut Vec<u8>) {
        let mut groups: [&[u8]; 10] = [&[]; 10];
        let mut spare = digits.len().saturating_sub(self.least);
        let (mut rest, mut at, mut count) = (digits, 0, 0);
        while let Some((least, most)) = bounds(self.tokens, &mut at) {
            // The first groups take as many digits as they can.
            let more = spare.min(most.saturating_sub(least));
            spare -= more;
            let (group, tail) = rest.split_at((least + more).min(rest.len()));
            rest = tail;
            count += 1;
            if let Some(place) = groups.get_mut(count) {
                *place = group;
            }
        }
        let mut template = self.template;
        if template.is_empty() {
            template = USUAL.get(..(2 * count).saturating_sub(1)).unwrap_or(USUAL);
        }
        let mut rule = if rule.is_empty() { &[FIRST] } else { rule };
        for byte in template {
            let group = groups.get(usize::from(byte.wrapping_sub(GROUP))).copied();
            match group {
                // The rule applies to the group that is written first, which need not be group 1.
                Some(group) => {
                    for byte in rule {
                        if *byte >= GROUP {
                            out.extend_from_slice(group);
                        } else {
                            out.push(*byte);
                        }
                    }
                    rule = &[FIRST];
                }
                None => out.push(*byte),
            }
        }
    }
}

/// The least and the most digits of the next group, if there is one.
fn bounds(tokens: &[u8], at: &mut usize) -> Option<(usize, usize)> {
    let token = byte_at(tokens, *at);
    if !(1..=BETWEEN).contains(&token) {
        return None;
    }
    *at += 1;
    let mut both = token << 4 | token;
    if token > ANY {
        both = byte_at(tokens, *at);
        *at += 1;
    }
    Some((usize::from(both >> 4), usize::from(both & 15)))
}

/// Whether a rule adds only punctuation to the first group, and so has no national prefix.
pub(super) fn is_first_only(rule: &[u8]) -> bool {
    !rule.iter().any(u8::is_ascii_digit)
}
