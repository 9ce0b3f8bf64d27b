//! Writing a number.

use super::parse::Number;
use super::pattern::{ANY, BETWEEN, Digits, END};
use super::tables::{EXTENSION, Format, INTERNATIONAL, Plan, RULE, SHAPE, STARTS, Tables, byte_at};

/// How to write a number.
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

/// Writes a number, `format_number` in libphonenumber. Without the tables of its zone it is
/// written as for an unknown calling code: right in [`Style::E164`], else the digits alone.
///
/// ```
/// # use lead_phone_form::number::{Region, Style, Tables, format, parse};
/// let tables = Tables::new();
/// let number = parse(&tables, "1-514-123-4455", Region::new("CA"))?;
/// assert_eq!(format(&tables, &number, Style::International), "+1 514-123-4455");
/// # Ok::<(), lead_phone_form::number::ParseError>(())
/// ```
#[must_use]
pub fn format(tables: &Tables, number: &Number, style: Style) -> String {
    let mut out = String::new();
    let plan = tables.main_plan(number.calling_code).and_then(Result::ok);
    if style != Style::E164 && plan.is_none() {
        out.push_str(&number.national);
        return out;
    }
    if style == Style::Rfc3966 {
        out.push_str("tel:");
    }
    if style != Style::National {
        out.push('+');
        push_code(&mut out, number.calling_code);
    }
    match style {
        Style::International => out.push(' '),
        Style::Rfc3966 => out.push('-'),
        Style::E164 | Style::National => {}
    }
    let Some(plan) = plan.filter(|_| style != Style::E164) else {
        out.push_str(&number.national);
        return out;
    };
    let mut dash = false;
    for byte in grouped(plan, number.national.as_bytes(), style == Style::National) {
        if style != Style::Rfc3966 || byte.is_ascii_digit() {
            if dash {
                out.push('-');
                dash = false;
            }
            out.push(char::from(byte));
        } else {
            dash = !out.ends_with('-');
        }
    }
    if let Some(extension) = number.extension() {
        let label = plan.text(EXTENSION);
        if style == Style::Rfc3966 {
            out.push_str(";ext=");
        } else if byte_at(label, 0) == END {
            out.push_str(" ext. ");
        } else {
            out.extend(label.iter().take_while(|byte| **byte != END).map(|byte| char::from(*byte)));
        }
        out.push_str(extension);
    }
    out
}

/// Writes a calling code.
pub(super) fn push_code(out: &mut String, code: u16) {
    for unit in [100, 10, 1] {
        if code >= unit {
            out.push(char::from(b'0' + (code / unit % 10) as u8));
        }
    }
}

/// The digits as the first format that fits groups them.
fn grouped(plan: Plan<'_>, national: &[u8], domestic: bool) -> Vec<u8> {
    let digits = Digits::new(national);
    let format = plan.formats(!domestic).find(|format| {
        starts(format, &digits, usize::MAX) && Groups::of(format).fit(national.len())
    });
    let mut out = Vec::new();
    match format {
        Some(format) => {
            let rule = if domestic { format.text(RULE) } else { &[] };
            Groups::of(&format).write(&format, national, rule, &mut out);
        }
        None => out.extend_from_slice(national),
    }
    out
}

/// Whether a number starts as the format's numbers do, as far as the pattern of a level goes; the
/// last for every level beyond it.
pub(super) fn starts(format: &Format<'_>, digits: &Digits, level: usize) -> bool {
    let last = format.levels().saturating_sub(1);
    let level = level.min(last);
    let mut reader = digits.reader(format.text(STARTS));
    if format.derived() {
        let start = reader.run(1);
        return start.ends != 0 || start.partial && level < last;
    }
    for _ in 0..level {
        reader.run(0);
    }
    reader.run(1).ends != 0
}

/// The groups of a format: how many digits each has, at least and at most.
pub(super) struct Groups {
    bounds: [(u8, u8); 9],
    count: usize,
    /// Where in the format's string they end and its template starts.
    end: usize,
}

impl Groups {
    pub fn of(format: &Format<'_>) -> Self {
        let mut groups = Self { bounds: [(0, 0); 9], count: 0, end: 0 };
        let shape = format.text(SHAPE);
        while let (Some(bounds), token @ 1..=BETWEEN) =
            (groups.bounds.get_mut(groups.count), byte_at(shape, groups.end))
        {
            *bounds = (token, token);
            if token > ANY {
                groups.end += 1;
                let both = byte_at(shape, groups.end);
                *bounds = (both >> 4, both & 15);
            }
            groups.end += 1;
            groups.count += 1;
        }
        groups
    }

    /// The least and the most digits that they have together.
    fn total(&self) -> (usize, usize) {
        self.bounds.iter().fold((0, 0), |(least, most), group| {
            (least + usize::from(group.0), most + usize::from(group.1))
        })
    }

    /// Whether so many digits can be grouped.
    pub fn fit(&self, digits: usize) -> bool {
        let (least, most) = self.total();
        (least..=most).contains(&digits)
    }

    /// The most digits that can be grouped; libphonenumber tries 15.
    pub fn most(&self) -> usize {
        self.total().1.min(15)
    }

    /// The bytes that make the groups, which tell a format's groups from another's.
    pub fn bytes<'a>(&self, format: &Format<'a>) -> &'a [u8] {
        format.text(SHAPE).get(..self.end).unwrap_or(&[])
    }

    /// Writes digits that fit as the format has them, with the rule for the first group.
    pub fn write(&self, format: &Format<'_>, digits: &[u8], rule: &[u8], out: &mut Vec<u8>) {
        let mut groups: [&[u8]; 10] = [&[]; 10];
        let (mut spare, mut rest) = (digits.len().saturating_sub(self.total().0), digits);
        for (group, (least, most)) in groups.iter_mut().skip(1).zip(self.bounds) {
            // The first groups take as much as they can.
            let more = spare.min(usize::from(most.saturating_sub(least)));
            spare -= more;
            let (head, tail) = rest.split_at((usize::from(least) + more).min(rest.len()));
            (*group, rest) = (head, tail);
        }
        let group = |byte: u8| groups.get(usize::from(byte - GROUP)).copied().unwrap_or(&[]);
        let template = self.template(format);
        if byte_at(template, 0) == END {
            for (index, digits) in groups.iter().skip(1).take(self.count).enumerate() {
                match index {
                    0 => write_first(rule, digits, out),
                    _ => {
                        out.push(b' ');
                        out.extend_from_slice(digits);
                    }
                }
            }
            return;
        }
        let mut first = true;
        for byte in template.iter().take_while(|byte| **byte != END) {
            match *byte {
                GROUP.. if first => {
                    write_first(rule, group(*byte), out);
                    first = false;
                }
                GROUP.. => out.extend_from_slice(group(*byte)),
                byte => out.push(byte),
            }
        }
    }

    /// How the groups are joined; empty for all of them with spaces between.
    fn template<'a>(&self, format: &Format<'a>) -> &'a [u8] {
        if format.international {
            let own = format.text(INTERNATIONAL);
            if byte_at(own, 0) != END {
                return own;
            }
        }
        format.text(SHAPE).get(self.end..).unwrap_or(&[])
    }

    /// Whether the format can be followed digit by digit: it keeps them in their order and adds
    /// nothing but punctuation.
    pub fn is_plain(&self, format: &Format<'_>) -> bool {
        let template = self.template(format);
        let mut groups = template.iter().take_while(|byte| **byte != END);
        byte_at(template, 0) == END
            || groups.clone().all(|byte| !byte.is_ascii_digit())
                && groups.find(|byte| **byte >= GROUP) == Some(&FIRST)
    }
}

fn write_first(rule: &[u8], digits: &[u8], out: &mut Vec<u8>) {
    if byte_at(rule, 0) == END {
        out.extend_from_slice(digits);
        return;
    }
    for byte in rule.iter().take_while(|byte| **byte != END) {
        match *byte {
            GROUP.. => out.extend_from_slice(digits),
            byte => out.push(byte),
        }
    }
}

/// Whether a rule adds nothing but brackets to the first group, so that there is no national
/// prefix in it.
pub(super) fn is_first_only(rule: &[u8]) -> bool {
    !rule.iter().take_while(|byte| **byte != END).any(u8::is_ascii_digit)
}
