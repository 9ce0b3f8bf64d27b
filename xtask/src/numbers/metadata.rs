//! Reads the plain text that `metadata.py` writes.

/// The whole metadata.
#[derive(Default)]
pub struct Metadata {
    /// Google's version, such as 9.0.43.
    pub version: [u8; 3],
    /// The calling codes in lexicographic order.
    pub codes: Vec<Code>,
    /// Runs of characters that are letters or numbers: the first character and the length.
    pub words: Vec<(u32, u32)>,
    /// Digits, in runs of rising values.
    pub digits: Vec<DigitRun>,
}

/// A run of characters that are digits, with values that rise by one.
pub struct DigitRun {
    /// The first character.
    pub start: u32,
    /// Its value.
    pub value: u32,
    /// The number of characters.
    pub length: u32,
    /// Whether they are decimal digits (`Nd`), as opposed to superscripts and the like.
    pub decimal: bool,
}

/// A calling code.
#[derive(Default)]
pub struct Code {
    /// The digits.
    pub code: String,
    /// Its regions, the main one first.
    pub regions: Vec<Region>,
    /// The main region's formats.
    pub formats: Vec<Format>,
    /// Whether international formats are a separate list.
    pub international: bool,
    /// The text before an extension, if it is not the usual one.
    pub extension: String,
}

/// A region of a calling code. The region of a non-geographic code is `001`.
#[derive(Default)]
pub struct Region {
    /// ISO 3166-1 alpha-2.
    pub name: String,
    /// The pattern that all numbers match.
    pub general: String,
    /// The possible lengths of a number.
    pub lengths: Vec<u32>,
    /// The possible lengths of a number without its area code.
    pub local: Vec<u32>,
    /// Patterns by the name of the type.
    pub types: Vec<(String, String)>,
    /// Examples by the name of the type.
    pub examples: Vec<(String, String)>,
    /// The pattern that distinguishes the region's numbers from the others of its calling code.
    pub leading: String,
    /// The exit codes.
    pub exit: String,
    /// The national prefixes.
    pub prefix: String,
    /// The replacement for the national prefix of a number.
    pub transform: String,
    /// The short numbers, if the metadata has them.
    pub short: Option<Short>,
}

/// The short numbers of a region: the codes of emergency and other services.
pub struct Short {
    /// Their pattern.
    pub pattern: String,
    /// Their possible lengths.
    pub lengths: Vec<u32>,
}

/// How numbers of a kind are grouped.
pub struct Format {
    /// The pattern with the groups.
    pub pattern: String,
    /// How the groups are joined in the national format.
    pub national: String,
    /// How the groups are joined in the international format: `=` for the same way, `-` if there is
    /// no international format.
    pub international: String,
    /// The rule for the first group in the national format.
    pub rule: String,
    /// Whether the national prefix may be left out.
    pub optional: bool,
    /// Whether a carrier code may come before the number.
    pub carrier: bool,
    /// The patterns of the leading digits, from the coarsest to the most detailed.
    pub leading: Vec<String>,
}

/// Reads the text.
///
/// # Errors
///
/// If a line is not valid. The error contains the line.
pub fn read(text: &str) -> Result<Metadata, String> {
    let mut metadata = Metadata::default();
    for line in text.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        read_line(&mut metadata, &fields).ok_or_else(|| format!("unexpected line: {line}"))?;
    }
    Ok(metadata)
}

fn read_line(metadata: &mut Metadata, fields: &[&str]) -> Option<()> {
    let number = |index: usize| fields.get(index)?.parse::<u32>().ok();
    let text = |index: usize| fields.get(index).map(|field| (*field).to_owned());
    match *fields.first()? {
        "version" => {
            for (part, index) in metadata.version.iter_mut().zip(1..) {
                *part = u8::try_from(number(index)?).ok()?;
            }
            return Some(());
        }
        "word" => {
            metadata.words.push((number(1)?, number(2)?));
            return Some(());
        }
        "digits" => {
            let (start, value, length) = (number(1)?, number(2)?, number(3)?);
            let decimal = *fields.get(4)? == "decimal";
            metadata.digits.push(DigitRun { start, value, length, decimal });
            return Some(());
        }
        "code" => {
            metadata.codes.push(Code { code: text(1)?, ..Code::default() });
            return Some(());
        }
        _ => {}
    }
    let code = metadata.codes.last_mut()?;
    match *fields.first()? {
        "region" => code.regions.push(Region { name: text(1)?, ..Region::default() }),
        "extension" => code.extension = text(1)?,
        "international" => code.international = true,
        "format" => code.formats.push(Format {
            pattern: text(1)?,
            national: text(2)?,
            international: text(3)?,
            rule: text(4)?,
            optional: !fields.get(5)?.is_empty(),
            carrier: !fields.get(6)?.is_empty(),
            leading: fields.iter().skip(7).map(|&field| field.to_owned()).collect(),
        }),
        word => {
            let region = code.regions.last_mut()?;
            match word {
                "general" => region.general = text(1)?,
                "lengths" => {
                    region.lengths = list(fields.get(1)?)?;
                    region.local = list(fields.get(2)?)?;
                }
                "type" => region.types.push((text(1)?, text(2)?)),
                "example" => region.examples.push((text(1)?, text(2)?)),
                "leading" => region.leading = text(1)?,
                "exit" => region.exit = text(1)?,
                "prefix" => region.prefix = text(1)?,
                "transform" => region.transform = text(1)?,
                "short" => {
                    region.short =
                        Some(Short { pattern: text(1)?, lengths: list(fields.get(2)?)? });
                }
                _ => return None,
            }
        }
    }
    Some(())
}

fn list(field: &str) -> Option<Vec<u32>> {
    field.split(',').filter(|part| !part.is_empty()).map(|part| part.parse().ok()).collect()
}
