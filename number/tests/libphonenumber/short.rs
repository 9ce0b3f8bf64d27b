//! Short numbers: the codes of emergency and other services.

use lead_phone_number::{Possibility, Region, Tables, is_short_number, parse, possible};

use super::{rows, world, zone_file};

/// Whether a text is a short number; `None` if it is not a number.
fn short(tables: &Tables, text: &str, region: &str) -> Option<bool> {
    let region = Region::new(region).expect("a region");
    let number = parse(tables, text, Some(region)).ok()?;
    Some(is_short_number(tables, &number, region))
}

#[test]
fn short_numbers_are_those_of_libphonenumber_and_all_of_fewer_than_four_digits() {
    let tables = world();
    let rows = rows("short.tsv.gz");
    // How many of the longer numbers are short numbers, and how many are not.
    let (mut yes, mut no) = (0, 0);
    for row in &rows {
        let [region, text, expected] = &row[..] else { panic!("row without columns") };
        let answer = short(&tables, text, region);
        match parse(&tables, text, Region::new(region)) {
            Ok(number) if number.national().len() < 4 => {
                assert_eq!(answer, Some(true), "{text:?} for {region}");
                assert_ne!(possible(&tables, &number), Possibility::Possible, "{text:?}");
            }
            _ => {
                let expected = Some(expected == "1").filter(|_| !expected.is_empty());
                assert_eq!(answer, expected, "{text:?} for {region}");
                yes += usize::from(answer == Some(true));
                no += usize::from(answer == Some(false));
            }
        }
    }
    assert!(yes >= 1_200 && no >= 3_500, "{yes} are short numbers, {no} are not");
}

#[test]
fn codes_of_services_are_short_numbers() {
    let tables = world();
    for (region, codes) in [
        ("CA", "911 112 411 611 211 311 511 811 988 4-1-1 ９１１ +1911"),
        ("US", "911 112 411 611 211 311 511 811 988 741741 (911)"),
        ("MX", "911 066"),
        ("FR", "15 17 18 112 114 115 118712 118-712 3949 3631 36.46"),
        ("DE", "110 112 115 116117 11833"),
        ("GB", "999 112 101 111 118500"),
        ("ES", "112 091 062 1004"),
        ("JP", "110 119 117"),
        ("CN", "110 120 10086 12306"),
        ("EG", "١٢٢ ١٩٠٠٠"),
    ] {
        for code in codes.split(' ') {
            assert_eq!(short(&tables, code, region), Some(true), "{code} for {region}");
        }
    }
    for (region, number) in [
        ("CA", "(514) 555-0123"),
        // Incomplete numbers, and one with a digit too many.
        ("CA", "514 555 012"),
        ("CA", "514 555 0123 4"),
        ("CA", "514 555 0"),
        ("FR", "06 12 34 56 7"),
        ("DE", "030 1234567"),
        ("GB", "020 7946 001"),
        ("GB", "020 7946 0018"),
        ("JP", "090 1234 5678"),
        ("CN", "131 2345 6789"),
        ("MX", "55 1234 567"),
    ] {
        assert_eq!(short(&tables, number, region), Some(false), "{number} for {region}");
    }
}

#[test]
fn a_code_is_that_of_the_region_that_is_asked_about() {
    let mut tables = world();
    let asked = |tables: &Tables, text, region| {
        let number = parse(tables, text, None).expect("a number");
        is_short_number(tables, &number, Region::new(region).expect("a region"))
    };
    assert!(asked(&tables, "+33 3631", "FR"));
    assert!(!asked(&tables, "+33 3631", "CA"));
    // American Samoa has it, Jamaica has not, and neither has another calling code.
    assert!(asked(&tables, "+1 40404", "AS"));
    assert!(!asked(&tables, "+1 40404", "JM"));
    assert!(!asked(&tables, "+49 40404", "AS"));
    // Fewer than four digits are too short anywhere.
    assert!(asked(&tables, "+33 15", "CA"));
    assert!(asked(&tables, "+33 99", "FR"));

    tables = Tables::new();
    assert_eq!(short(&tables, "3631", "FR"), None);
    assert!(!asked(&tables, "+1 40404", "FR"));
    tables.add_zone(&zone_file(3)).expect("the file is whole");
    assert_eq!(short(&tables, "3631", "FR"), Some(true));
}
