//! Compares the answers of the phone number engine with those of libphonenumber.
//!
//! `cargo xtask numbers` makes the files beside this one. `NUMBERS_CASES` sets the number of
//! random cases of each property test.

#![expect(clippy::expect_used, reason = "a test fails by panicking, in its helpers too")]

mod damage;
mod short;

use std::collections::HashSet;
use std::io::Read;
use std::path::Path;

use flate2::read::GzDecoder;
use lead_phone_number::{
    ParseError, Possibility, Region, Style, Tables, Typing, Zone, example, format, format_as_typed,
    is_short_number, is_valid, number_type, parse, possible, region_of, typed_zone,
};
use proptest::prelude::*;

fn zone_file(zone: u8) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    std::fs::read(folder.join(format!("zone-{zone}.bin"))).expect("the file is in the repository")
}

fn world() -> Tables {
    let mut tables = Tables::new();
    for zone in 2..=9 {
        tables.add_zone(&zone_file(zone)).expect("the file is whole");
    }
    tables
}

/// The rows of a test file, without its header.
fn rows(name: &str) -> Vec<Vec<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/libphonenumber");
    let file = std::fs::File::open(folder.join(name)).expect("the file is in the repository");
    let mut text = String::new();
    GzDecoder::new(file).read_to_string(&mut text).expect("the file is gzipped UTF-8");
    let rows = text.strip_suffix('\n').unwrap_or(&text).split('\n').skip(1);
    rows.map(|row| row.split('\t').map(str::to_owned).collect()).collect()
}

/// The engine's answer for a number, in the columns of the files.
fn answer(tables: &Tables, region: &str, text: &str) -> [String; 9] {
    let number = match parse(tables, text, Region::new(region)) {
        Ok(number) => number,
        Err(error) => {
            let kind = match error {
                ParseError::InvalidCallingCode => "E0".to_owned(),
                ParseError::NotANumber => "E1".to_owned(),
                ParseError::TooShortAfterExitCode => "E2".to_owned(),
                ParseError::TooShort => "E3".to_owned(),
                ParseError::TooLong => "E4".to_owned(),
                other => format!("{other:?}"),
            };
            let mut row: [String; 9] = Default::default();
            (row[0], row[1], row[2]) = ("0".to_owned(), "0".to_owned(), kind);
            return row;
        }
    };
    let reason = match possible(tables, &number) {
        Possibility::Possible => "IS_POSSIBLE",
        Possibility::LocalOnly => "IS_POSSIBLE_LOCAL_ONLY",
        Possibility::InvalidCallingCode => "INVALID_COUNTRY_CODE",
        Possibility::TooShort => "TOO_SHORT",
        Possibility::TooLong => "TOO_LONG",
        Possibility::InvalidLength => "INVALID_LENGTH",
    };
    let number_type = number_type(tables, &number).name();
    let number_region = region_of(tables, &number);
    [
        "1".to_owned(),
        u8::from(is_valid(tables, &number)).to_string(),
        reason.to_owned(),
        format(tables, &number, Style::E164),
        format(tables, &number, Style::National),
        format(tables, &number, Style::International),
        number_type.to_owned(),
        number.extension().unwrap_or_default().to_owned(),
        number_region.map_or("", Region::as_str).to_owned(),
    ]
}

fn agrees_with(name: &str, at_least: usize) {
    let tables = world();
    let rows = rows(name);
    assert!(rows.len() >= at_least, "{name} has only {} rows", rows.len());
    for row in rows {
        let [region, text, expected @ ..] = &row[..] else { panic!("row without columns") };
        assert_eq!(answer(&tables, region, text)[..], *expected, "{text:?} for {region}");
    }
}

#[test]
fn every_number_of_the_corpus_is_read_as_libphonenumber_does() {
    agrees_with("corpus.tsv.gz", 60_000);
}

#[test]
fn random_texts_are_read_as_libphonenumber_does() {
    agrees_with("fuzz.tsv.gz", 25_000);
}

#[test]
fn what_is_typed_is_shown_as_libphonenumber_does() {
    let tables = world();
    let rows = rows("typing.tsv.gz");
    assert!(rows.len() >= 15_000);
    for row in rows {
        let [region, typed, shown] = &row[..] else { panic!("row without columns") };
        assert_eq!(
            format_as_typed(&tables, typed, Region::new(region)),
            *shown,
            "{typed:?} for {region}"
        );
    }
}

#[test]
fn tabs_and_line_breaks_are_read_too() {
    // The files cannot contain these characters; the expected answers are libphonenumber's.
    let tables = Tables::new();
    for (text, national, extension) in [
        ("514\t123 4455", None, ""),
        ("514 123 4455\text.\t12", Some("5141234455"), "12"),
        ("514 123 4455\t,,\t12", Some("5141234455"), "12"),
        ("514 123 4455\n", Some("5141234455"), ""),
        ("514 123 4455\nhome", None, ""),
        ("\n\t514 123 4455\t\n", Some("5141234455"), ""),
    ] {
        let number = parse(&tables, text, Region::new("CA")).ok();
        assert_eq!(number.as_ref().map(|number| number.national()), national, "{text:?}");
        let found = number.as_ref().and_then(|number| number.extension());
        assert_eq!(found.unwrap_or_default(), extension, "{text:?}");
    }
}

#[test]
fn links_have_dashes_and_the_extension() {
    let tables = world();
    for (text, region, link) in [
        ("(514) 123-4455 ext. 12", "CA", "tel:+1-514-123-4455;ext=12"),
        ("011 15-2345-6789", "AR", "tel:+54-9-11-2345-6789"),
        ("+55 11 96123-4567", "BR", "tel:+55-11-96123-4567"),
        ("+800 1234 5678", "US", "tel:+800-1234-5678"),
        ("+1 5141", "CA", "tel:+1-5141"),
    ] {
        let number = parse(&tables, text, Region::new(region)).expect(text);
        assert_eq!(format(&tables, &number, Style::Rfc3966), link);
    }
}

#[test]
fn regions_have_calling_codes_zones_and_examples() {
    let tables = world();
    let regions: Vec<(Region, u16)> = tables.regions();
    assert_eq!(regions.len(), 245);
    assert_eq!(regions.iter().map(|(region, _)| *region).collect::<HashSet<_>>().len(), 245);
    for (region, code) in regions {
        assert_eq!(tables.calling_code(region), Some(code));
        let zone = tables.zone(region).expect("a region has a zone");
        assert_eq!(zone.digit().to_string(), code.to_string()[..1]);
        let number = example(&tables, region, false).expect("a region has a fixed line");
        assert!(is_valid(&tables, &number), "{region}");
        assert_eq!(number.calling_code(), code);
        if let Some(mobile) = example(&tables, region, true) {
            assert!(is_valid(&tables, &mobile), "{region}");
        }
    }
    let region = |code| tables.main_region(code).map(|region| region.to_string());
    assert_eq!(region(1).as_deref(), Some("US"));
    assert_eq!(region(44).as_deref(), Some("GB"));
    assert_eq!(region(979).as_deref(), Some("001"));
    assert_eq!(region(999), None);
    let shown = |name, mobile| {
        let region = Region::new(name).expect("two letters");
        let number = example(&tables, region, mobile).expect("an example");
        format(&tables, &number, Style::National)
    };
    assert_eq!(shown("CA", false), "(506) 234-5678");
    assert_eq!(shown("GB", true), "07400 123456");
    assert_eq!(shown("AR", true), "011 15-2345-6789");
    assert_eq!(Region::new("ca"), None);
    assert_eq!(Region::new("CAN"), None);
    assert_eq!(Region::new("ZZ"), None);
    assert_eq!(Region::new("00"), None);
    let world = parse(&tables, "+800 1234 5678", None).ok();
    let world = world.and_then(|number| region_of(&tables, &number)).expect("the world");
    assert_eq!(tables.calling_code(world), None);
    assert!(matches!(
        parse(&tables, "1234 5678", Some(world)),
        Err(ParseError::InvalidCallingCode)
    ));
}

#[test]
fn zones_are_asked_for_and_answer_the_same_in_any_order() {
    let all = world();
    let numbers =
        ["+44 20 7946 0018", "+33 6 12 34 56 78", "+91 98765 43210", "+54 9 11 2345 6789"];
    let mut tables = Tables::new();
    let canada = Region::new("CA");
    for (text, zone) in numbers.iter().zip([4, 3, 9, 5]) {
        let missing = Zone::new(zone).expect("1 to 9");
        assert_eq!(parse(&tables, text, canada), Err(ParseError::ZoneMissing(missing)));
        assert_eq!(format_as_typed(&tables, text, canada), *text);
        assert!(!tables.has(missing));
    }
    assert_eq!(
        parse(&tables, "020 7946 0018", Region::new("GB")),
        Err(ParseError::ZoneMissing(Zone::new(4).expect("1 to 9")))
    );
    assert_eq!(format_as_typed(&tables, "+442079460018", canada), "+442079460018");
    assert_eq!(format_as_typed(&tables, "02079460018", Region::new("GB")), "02079460018");
    // Numbers of zone 1 are read for any region.
    assert!(parse(&tables, "+1 514 123 4455", Region::new("GB")).is_ok());
    assert_eq!(format_as_typed(&tables, "+15141234455", Region::new("GB")), "+1 514-123-4455");
    for zone in [9, 4, 4, 2, 7, 5, 3, 1, 8, 6, 9] {
        assert_eq!(tables.add_zone(&zone_file(zone)), Ok(Zone::new(zone).expect("1 to 9")));
    }
    for row in rows("corpus.tsv.gz").iter().step_by(7) {
        assert_eq!(answer(&tables, &row[0], &row[1]), answer(&all, &row[0], &row[1]));
    }
}

#[test]
fn the_zone_of_what_is_typed_is_known_early() {
    let mut tables = Tables::new();
    let zone = |tables: &Tables, typed, region| {
        typed_zone(tables, typed, Region::new(region)).map(Zone::digit)
    };
    for (typed, region, expected) in [
        ("", "CA", Some(1)),
        ("514", "CA", Some(1)),
        ("+", "CA", None),
        ("+4", "CA", Some(4)),
        ("+0", "CA", None),
        ("tel: ＋３３", "CA", Some(3)),
        ("011", "CA", Some(1)),
        ("011 44", "CA", Some(4)),
        ("011 0", "CA", Some(1)),
        ("00 44", "CA", Some(1)),
        // The exit codes of France are in the tables of zone 3, which are not loaded.
        ("00 44", "FR", Some(3)),
        ("44", "ZZ", None),
    ] {
        assert_eq!(zone(&tables, typed, region), expected, "{typed} for {region}");
    }
    tables.add_zone(&zone_file(3)).expect("the file is whole");
    assert_eq!(zone(&tables, "00 44", "FR"), Some(4));
}

#[test]
fn what_was_read_says_how_it_was_written() {
    let tables = world();
    let international = |text, region| {
        parse(&tables, text, Region::new(region)).expect("a number").was_international()
    };
    assert!(international("+1 514 123 4455", "CA"));
    assert!(international("011 44 20 7946 0018", "CA"));
    assert!(!international("514 123 4455", "CA"));
    assert!(!international("1 514 123 4455", "CA"));
    let number = parse(&tables, "514 123 4455 x 12", Region::new("CA")).expect("a number");
    assert_eq!(number.extension(), Some("12"));
    assert_eq!(number.without_extension().extension(), None);
}

#[test]
fn a_digit_more_at_a_time_is_the_same_as_all_at_once() {
    let tables = world();
    for row in rows("typing.tsv.gz").iter().step_by(9) {
        let region = Region::new(&row[0]);
        let mut typing = Typing::new(&tables, region);
        let mut shown = String::new();
        for character in row[1].chars() {
            shown = typing.push(character);
        }
        assert_eq!(shown, row[2]);
    }
}

#[test]
fn long_texts_take_no_time() {
    let tables = world();
    let long = "1".repeat(20_000);
    assert_eq!(format_as_typed(&tables, &long, Region::new("CA")), long);
    assert_eq!(parse(&tables, &long, Region::new("CA")), Err(ParseError::TooLong));
    let _ = format_as_typed(&tables, &format!("+999{long}"), Region::new("CA"));
    assert_eq!(typed_zone(&tables, &format!("+4{long}"), None), Zone::new(4));
}

/// Calls every function with a text; the answers do not matter.
fn ask_everything(tables: &Tables, text: &str, region: Option<Region>) {
    if let Ok(number) = parse(tables, text, region) {
        let _ = (possible(tables, &number), number_type(tables, &number));
        let _ = region_of(tables, &number);
        let _ = region.map(|region| is_short_number(tables, &number, region));
        for style in [Style::E164, Style::National, Style::International, Style::Rfc3966] {
            let _ = format(tables, &number, style);
        }
    }
    let _ = format_as_typed(tables, text, region);
    let _ = typed_zone(tables, text, region);
}

/// Texts of characters that occur in numbers, rather than of all Unicode.
const TEXT: &str = "[0-9+＋()\\-. /#xX;=,:~０-９٠-٩a-eit\u{301}]{0,40}|\\PC{0,30}|\
                    (\\+|00|011)?[0-9]{1,20}( ?(ext|x|#|;ext=|,,) ?[0-9]{1,8})?|.{0,300}";

fn cases() -> ProptestConfig {
    let cases = std::env::var("NUMBERS_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig {
        cases: cases.unwrap_or(5_000),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

fn region_named(index: usize) -> Option<Region> {
    Tables::new().regions().get(index).map(|(region, _)| *region)
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn no_text_makes_it_panic(text in TEXT, index in 0_usize..250) {
        thread_local!(static TABLES: Tables = world());
        TABLES.with(|tables| ask_everything(tables, &text, region_named(index)));
    }

    #[test]
    fn what_is_written_is_read_as_the_same_number(
        index in 0_usize..245, digits in "[0-9]{4,12}", extension in "[1-9][0-9]{0,5}",
    ) {
        thread_local!(static TABLES: Tables = world());
        TABLES.with(|tables| {
            let region = region_named(index);
            let Ok(number) = parse(tables, &format!("{digits} ext. {extension}"), region) else {
                return Ok(());
            };
            let link = format(tables, &number, Style::Rfc3966);
            if is_valid(tables, &number) {
                let again = parse(tables, &link, None).expect("a link is a number");
                prop_assert_eq!(again.national(), number.national());
                prop_assert_eq!(again.extension(), number.extension());
            }
            Ok(())
        })?;
    }
}
