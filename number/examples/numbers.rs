//! Reads lines of `region<TAB>number`, and prints each number in the columns of
//! `tests/libphonenumber/corpus.tsv.gz`: parsed, valid, reason, e164, national, international, type,
//! extension, region. With `--typing` it reads lines of `region<TAB>typed`, and prints the text
//! that as-you-type formatting shows.
//!
//! ```sh
//! printf 'CA\t514-123-4455 ext. 12\n' | cargo run --release --example numbers
//! ```

use std::io::{self, BufRead, Write};

use lead_phone_number::{
    ParseError, Possibility, Region, Style, Tables, format, format_as_typed, is_valid, number_type,
    parse, possible, region_of,
};

fn main() -> io::Result<()> {
    let typing = std::env::args().any(|argument| argument == "--typing");
    let tables = tables()?;
    let mut input = io::BufReader::new(io::stdin().lock());
    let mut output = io::BufWriter::new(io::stdout().lock());
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        let text = String::from_utf8_lossy(line.strip_suffix(b"\n").unwrap_or(&line)).into_owned();
        line.clear();
        let (region, number) = text.split_once('\t').unwrap_or(("", &text));
        let row = if typing {
            // libphonenumber accepts regions in lower case only here.
            format_as_typed(&tables, number, Region::new(&region.to_ascii_uppercase()))
        } else {
            describe(&tables, number, Region::new(region))
        };
        writeln!(output, "{row}")?;
    }
    output.flush()
}

/// The built-in tables and the files that are served next to the WebAssembly.
fn tables() -> io::Result<Tables> {
    let mut tables = Tables::new();
    for zone in 2..=9 {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/data");
        let bytes = std::fs::read(format!("{folder}/zone-{zone}.bin"))?;
        tables.add_zone(&bytes).map_err(io::Error::other)?;
    }
    Ok(tables)
}

fn describe(tables: &Tables, text: &str, region: Option<Region>) -> String {
    let number = match parse(tables, text, region) {
        Ok(number) => number,
        Err(error) => return format!("0\t0\tE{}\t\t\t\t\t\t", error_number(error)),
    };
    let valid = u8::from(is_valid(tables, &number));
    let reason = match possible(tables, &number) {
        Possibility::Possible => "IS_POSSIBLE",
        Possibility::LocalOnly => "IS_POSSIBLE_LOCAL_ONLY",
        Possibility::InvalidCallingCode => "INVALID_COUNTRY_CODE",
        Possibility::TooShort => "TOO_SHORT",
        Possibility::TooLong => "TOO_LONG",
        Possibility::InvalidLength => "INVALID_LENGTH",
    };
    let number_type = number_type(tables, &number).name();
    let written = |style| format(tables, &number, style);
    let region = region_of(tables, &number);
    [
        "1",
        if valid == 1 { "1" } else { "0" },
        reason,
        &written(Style::E164),
        &written(Style::National),
        &written(Style::International),
        number_type,
        number.extension().unwrap_or_default(),
        region.map_or("", Region::as_str),
    ]
    .join("\t")
}

/// libphonenumber's number for an error.
fn error_number(error: ParseError) -> &'static str {
    match error {
        ParseError::InvalidCallingCode => "0",
        ParseError::NotANumber => "1",
        ParseError::TooShortAfterExitCode => "2",
        ParseError::TooShort => "3",
        ParseError::TooLong => "4",
        // Only `ZoneMissing` is left, which cannot occur: all zones are loaded.
        _ => "?",
    }
}
