//! Writes the metadata as the files that the engine reads. `number/README.md` documents the format.

use super::columns::{Result, Strings, byte};
use super::formats;
use super::metadata::{Code, DigitRun, Metadata, Region};
use super::pattern;
use super::regex::{self, Node};
use super::short;

/// The types, in the order of the columns and in which the engine tries them.
const TYPES: [&str; 10] = [
    "premium_rate",
    "toll_free",
    "shared_cost",
    "voip",
    "personal_number",
    "pager",
    "uan",
    "voicemail",
    "fixed_line",
    "mobile",
];

/// Shared with `number/src/tables.rs`.
const MAGIC: [u8; 3] = *b"lpn";
const FORMAT_VERSION: u8 = 2;

/// Every table file: its name and its bytes.
///
/// # Errors
///
/// If the tables cannot hold a part of the metadata. The error names it.
pub fn files(metadata: &Metadata) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = vec![
        ("codes.bin".to_owned(), codes(metadata)?),
        ("regions.txt".to_owned(), regions(metadata)?),
        ("characters.bin".to_owned(), characters(metadata)?),
    ];
    for zone in b'1'..=b'9' {
        let codes: Vec<&Code> = metadata
            .codes
            .iter()
            .filter(|code| code.code.as_bytes().first() == Some(&zone))
            .collect();
        let body = zone_body(&codes)?;
        let file = with_header(zone - b'0', metadata.version, &body)?;
        files.push((format!("zone-{}.bin", zone as char), file));
    }
    Ok(files)
}

fn with_header(zone: u8, version: [u8; 3], body: &[u8]) -> Result<Vec<u8>> {
    // The header counts too, because the engine keeps offsets into the file in two bytes.
    u16::try_from(body.len() + 14).map_err(|_| "a zone has 64 kB at most")?;
    let length = body.len() as u16;
    let mut file = MAGIC.to_vec();
    file.extend([FORMAT_VERSION, zone]);
    file.extend(version);
    file.extend(length.to_le_bytes());
    let mut sum = 0x811C_9DC5_u32;
    for byte in file.iter().chain(body) {
        sum = (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    }
    file.extend(sum.to_le_bytes());
    file.extend(body);
    Ok(file)
}

/// The calling codes and the number of regions of each, in columns.
fn codes(metadata: &Metadata) -> Result<Vec<u8>> {
    let mut columns: [Vec<u8>; 3] = Default::default();
    let mut last = 0_u16;
    for code in &metadata.codes {
        let value: u16 = code.code.parse().map_err(|_| "calling code")?;
        let [low, high] = value.wrapping_sub(last).to_le_bytes();
        last = value;
        columns[0].push(low);
        columns[1].push(high);
        columns[2].push(byte(code.regions.len())?);
    }
    let mut file = metadata.version.to_vec();
    file.push(byte(metadata.codes.len())?);
    file.extend(columns.concat());
    Ok(file)
}

/// The regions of all calling codes, two letters each. A non-geographic code has `00`.
fn regions(metadata: &Metadata) -> Result<Vec<u8>> {
    let mut file = Vec::new();
    for region in metadata.codes.iter().flat_map(|code| &code.regions) {
        let name = if region.name == "001" { "00" } else { &region.name };
        if name.len() != 2 {
            return Err("region".to_owned());
        }
        file.extend(name.as_bytes());
    }
    // The engine keeps a region's index in a byte and reserves 255.
    byte(file.len() / 2 + 1)?;
    Ok(file)
}

/// The digits, and the other characters that may end a number. Both without ASCII.
fn characters(metadata: &Metadata) -> Result<Vec<u8>> {
    let mut file = Vec::new();
    let mut last = 0x80;
    let digits: Vec<_> = metadata.digits.iter().filter(|run| run.start >= 0x80).collect();
    file.push(byte(digits.len())?);
    for run in &digits {
        variable(run.start - last, &mut file);
        last = run.start + run.length;
        file.push(match (run.decimal, run.value, run.length) {
            (true, 0, 10) => 0,
            (false, value, length) if value < 16 && (1..16).contains(&length) => {
                byte(length << 4 | value)?
            }
            _ => return Err("digits".to_owned()),
        });
    }
    last = 0x80;
    for (start, length) in without_digits(&metadata.words, &digits) {
        variable(start - last, &mut file);
        variable(length, &mut file);
        last = start + length;
    }
    Ok(file)
}

/// The runs of words without the digits at their ends, because the engine looks up digits first.
fn without_digits(words: &[(u32, u32)], digits: &[&DigitRun]) -> Vec<(u32, u32)> {
    let mut runs = Vec::new();
    for (mut start, length) in words.iter().copied().filter(|(start, _)| *start >= 0x80) {
        let mut end = start + length;
        for run in digits {
            if run.start == start {
                start = (start + run.length).min(end);
            }
        }
        for run in digits.iter().rev() {
            if run.start >= start && run.start + run.length == end {
                end = run.start;
            }
        }
        if start < end {
            runs.push((start, end - start));
        }
    }
    runs
}

fn variable(value: u32, to: &mut Vec<u8>) {
    if value >= 0x4000 {
        to.push((value >> 14) as u8 | 0x80);
    }
    if value >= 0x80 {
        to.push((value >> 7) as u8 | 0x80);
    }
    to.push(value as u8 & 0x7F);
}

fn zone_body(codes: &[&Code]) -> Result<Vec<u8>> {
    let mut lengths: [Vec<u8>; 4] = Default::default();
    let (mut counts, mut flags) = (Vec::new(), Vec::new());
    let (mut of_regions, mut of_formats) = (Strings::default(), Strings::default());
    for code in codes {
        let mut main: Option<Vec<Vec<u8>>> = None;
        for region in &code.regions {
            let [possible_low, possible_high] = length_set(&region.lengths)?.to_le_bytes();
            let [local_low, local_high] = length_set(&region.local)?.to_le_bytes();
            for (column, value) in
                lengths.iter_mut().zip([possible_low, possible_high, local_low, local_high])
            {
                column.push(value);
            }
            let strings = region_strings(code, region)?;
            for (kind, text) in strings.iter().enumerate() {
                let same = main.as_ref().is_some_and(|main| main.get(kind) == Some(text));
                // Mobile numbers often have the same pattern as fixed lines.
                let twin = matches!(kind, MOBILE | MOBILE_EXAMPLE)
                    && kind.checked_sub(1).and_then(|before| strings.get(before)) == Some(text);
                let text: &[u8] = if text.is_empty() {
                    text
                } else if twin {
                    &[pattern::CLOSE]
                } else if same {
                    &[pattern::SAME]
                } else {
                    text
                };
                of_regions.push(kind, text);
            }
            main.get_or_insert(strings);
        }
        counts.push(byte(code.formats.len())? | u8::from(code.international) << 7);
        for format in &code.formats {
            flags.push(formats::write(format, &mut of_formats)?);
        }
    }
    let mut body = lengths.concat();
    body.extend(counts);
    body.extend(flags);
    body.extend(of_regions.columns.concat());
    body.extend(of_formats.columns.concat());
    Ok(body)
}

fn length_set(lengths: &[u32]) -> Result<u16> {
    lengths.iter().try_fold(0, |set, length| {
        let bit = length.checked_sub(2).filter(|bit| *bit < 16).ok_or("length")?;
        Ok(set | 1 << bit)
    })
}

const MOBILE: usize = 10;
const MOBILE_EXAMPLE: usize = 17;

/// The strings of a region, in the order of the columns.
fn region_strings(code: &Code, region: &Region) -> Result<Vec<Vec<u8>>> {
    let tokens = |text: &str| regex::parse(text).map(|node| node.tokens());
    let mut strings = vec![tokens(&region.general)?];
    for name in TYPES {
        let Some((_, text)) = region.types.iter().find(|(this, _)| this == name) else {
            strings.push(Vec::new());
            continue;
        };
        let node = regex::parse(text)?;
        // The engine does not store the lengths of each type, because the pattern implies them.
        let possible = region.lengths.iter().fold(0, |set, length| set | 1 << length);
        if node.lengths() & !possible != 0 {
            return Err(format!("{name} of {} has lengths of its own", region.name));
        }
        strings.push(node.tokens());
    }
    let (prefix, transform) = national_prefix(&region.prefix, &region.transform)?;
    strings.push(if region.leading.is_empty() { Vec::new() } else { tokens(&region.leading)? });
    strings.push(short::tokens(region)?);
    strings.push(if region.exit.is_empty() { Vec::new() } else { tokens(&region.exit)? });
    strings.push(prefix);
    strings.push(transform);
    for name in ["fixed_line", "mobile"] {
        let example = region.examples.iter().find(|(this, _)| this == name);
        strings.push(example.map(|(_, digits)| example_bytes(digits)).unwrap_or_default());
    }
    let main = code.regions.first().is_some_and(|main| main.name == region.name);
    strings.push(if main { code.extension.clone().into_bytes() } else { Vec::new() });
    Ok(strings)
}

/// Encodes an example. A run of rising digits, as in 2345678, becomes its first digit and a count.
fn example_bytes(digits: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let (mut last, mut run) = (0, 0);
    for digit in digits.bytes() {
        if digit == last + 1 {
            run += 1;
        } else {
            if run > 0 {
                bytes.push(run);
            }
            run = 0;
            bytes.push(digit);
        }
        last = digit;
    }
    if run > 0 {
        bytes.push(run);
    }
    bytes
}

/// The national prefixes that are stripped, and separately those with a part that stays in the
/// number.
fn national_prefix(prefix: &str, transform: &str) -> Result<(Vec<u8>, Vec<u8>)> {
    if prefix.is_empty() {
        return Ok(Default::default());
    }
    let node = regex::parse(prefix)?;
    if transform.is_empty() {
        return Ok((node.tokens(), Vec::new()));
    }
    let head = transform
        .split_once('\\')
        .filter(|(head, group)| head.bytes().all(|byte| byte.is_ascii_digit()) && group.len() == 1)
        .ok_or("transform rule")?
        .0;
    let head = head.as_bytes().to_vec();
    let unusual = || format!("unusual national prefix {prefix}");
    let mut choices = match node {
        Node::Either(choices) => choices,
        other => vec![other],
    };
    let kept = choices.remove(0);
    if choices.iter().any(Node::captures) {
        return Err(unusual());
    }
    let mut items = match kept {
        Node::Sequence(items) => items,
        other => vec![other],
    };
    let at = items.iter().position(Node::captures).ok_or_else(unusual)?;
    let mut after = items.split_off(at + 1);
    let mut before = items;
    let mut inner = before.pop().ok_or_else(unusual)?;
    let mut strip = choices;
    if let Node::Optional(optional) = inner {
        if !strip.is_empty() || !after.is_empty() {
            return Err(unusual());
        }
        strip = vec![Node::Sequence(before.clone())];
        let Node::Sequence(mut items) = *optional else { return Err(unusual()) };
        let at = items.iter().rposition(Node::captures).ok_or_else(unusual)?;
        after = items.split_off(at + 1);
        inner = items.pop().ok_or_else(unusual)?;
        before.extend(items);
    }
    let Node::Capture(inner) = inner else { return Err(unusual()) };
    let parts =
        [head, Node::Sequence(before).tokens(), inner.tokens(), Node::Sequence(after).tokens()];
    let strip = match strip.len() {
        0 => Vec::new(),
        1 => strip.remove(0).tokens(),
        _ => Node::Either(strip).tokens(),
    };
    Ok((strip, parts.join(&pattern::NEXT)))
}
