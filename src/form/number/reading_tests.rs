use super::*;

fn region(code: &str) -> Region {
    Region::new(code).unwrap()
}

fn zone(digit: u8) -> Zone {
    Zone::new(digit).unwrap()
}

/// The tables with all world zones.
fn world() -> Tables {
    let mut tables = Tables::new();
    for digit in 2..=9 {
        let file = format!("{}/number/data/zone-{digit}.bin", env!("CARGO_MANIFEST_DIR"));
        tables.add_zone(&std::fs::read(file).unwrap()).unwrap();
    }
    tables
}

fn number(tables: &Tables, text: &str, country: &str) -> (String, String) {
    let reading = read(tables, text, region(country), &[]);
    match reading.result {
        ReadingResult::Read(number) => (number.e164, reading.country.to_string()),
        other => panic!("{text} for {country} is {other:?}"),
    }
}

#[test]
fn a_number_is_read_for_the_country_and_shown_with_its_own() {
    let tables = world();
    for (text, country, e164, shown) in [
        ("514-123-4455", "CA", "+15141234455", "CA"),
        ("(514) 123 4455", "US", "+15141234455", "US"),
        ("+1 514 555 0123", "US", "+15145550123", "CA"),
        ("011 44 20 7946 0018", "CA", "+442079460018", "GB"),
        ("+44 20 7946 0018", "CA", "+442079460018", "GB"),
        ("020 7946 0018", "GB", "+442079460018", "GB"),
        ("00 33 6 12 34 56 78", "GB", "+33612345678", "FR"),
        ("５１４１２３４４５５", "CA", "+15141234455", "CA"),
        ("+54 9 11 2345-6789", "CA", "+5491123456789", "AR"),
    ] {
        let found = number(&tables, text, country);
        assert_eq!(found, (e164.to_owned(), shown.to_owned()), "{text} for {country}");
    }
}

#[test]
fn a_bare_calling_code_keeps_the_country_that_has_it_too() {
    let tables = world();
    let shown = |text, country| read(&tables, text, region(country), &[]).country.to_string();
    for country in ["CA", "US", "JM"] {
        for text in ["+1", "+1 5", "+1 514", "+1 514 123 4455", "+1 800 234 5678", "1 514"] {
            assert_eq!(shown(text, country), country, "{text} for {country}");
        }
    }
    // Only if the number is valid in the other country and not in this one.
    assert_eq!(shown("+1 212 555 0123", "CA"), "US");
    assert_eq!(shown("+1 514 555 0123", "US"), "CA");
    assert_eq!(shown("+4", "CA"), "CA");
    assert_eq!(shown("+44", "CA"), "GB");
    assert_eq!(shown("+44", "JE"), "JE");
    assert_eq!(shown("+800 1234 5678", "CA"), "CA");
    assert_eq!(shown("011 3", "CA"), "CA");
    assert_eq!(shown("011 33", "CA"), "FR");
}

#[test]
fn two_zeros_are_a_plus_where_they_mean_nothing_else() {
    let tables = world();
    assert_eq!(
        number(&tables, "0044 20 7946 0018", "CA"),
        ("+442079460018".to_owned(), "GB".to_owned())
    );
    assert_eq!(read(&tables, "0033", region("US"), &[]).country, region("FR"));
    assert_eq!(number(&tables, "(00) 33 612345678", "CA").0, "+33612345678");
    // Japan's plan has longer numbers than E.164.
    assert_eq!(number(&tables, "00 44 20 7946 0018", "JP").0, "+442079460018");
    // In France `00` is the exit code, which the number engine handles.
    assert_eq!(number(&tables, "00 1 514 555 0123", "FR").0, "+15145550123");
    // Not a number that can be called.
    assert!(matches!(
        read(&tables, "00000000000", region("CA"), &[]).result,
        ReadingResult::Read(ReadNumber { impossible: Some(_), .. }) | ReadingResult::Refused(_)
    ));
}

#[test]
fn what_is_not_possible_says_why() {
    let tables = world();
    for (text, why) in [
        ("call me", MessageId::NotANumber),
        ("5", MessageId::NotANumber),
        ("+999 123 4567", MessageId::CallingCodeUnknown),
        ("514 12", MessageId::TooShort),
        ("514 123 4455 66", MessageId::TooLong),
        ("123 4455", MessageId::AreaCodeMissing),
        // Seventeen digits: more than E.164 allows, but Germany's plan has such numbers.
        ("+49 30 1234567890123", MessageId::TooLong),
    ] {
        match read(&tables, text, region("CA"), &[]).result {
            ReadingResult::Refused(found) => assert_eq!(found, why, "{text}"),
            ReadingResult::Read(number) => assert_eq!(number.impossible, Some(why), "{text}"),
            other => panic!("{text} is {other:?}"),
        }
    }
}

#[test]
fn a_number_may_be_saved_anyway_unless_e164_or_the_area_code_is_missing() {
    let tables = world();
    let offered = |text| match read(&tables, text, region("CA"), &[]).result {
        ReadingResult::Read(number) => number.impossible.is_some() && number.may_be_saved_anyway(),
        _ => false,
    };
    assert!(offered("514 123 445"));
    assert!(offered("514 123 4455 66"));
    assert!(!offered("123 4455"));
    assert!(!offered("514 123 4455 123456"));
    assert!(!offered("call me"));
}

#[test]
fn a_number_waits_for_its_plan() {
    let tables = Tables::new();
    let result = |text, country, unavailable: &[Zone]| {
        read(&tables, text, region(country), unavailable).result
    };
    assert_eq!(result("+44 20 7946 0018", "CA", &[]), ReadingResult::Waiting(zone(4)));
    assert_eq!(result("06 12 34 56 78", "FR", &[]), ReadingResult::Waiting(zone(3)));
    assert_eq!(result("0044 20 7946 0018", "CA", &[]), ReadingResult::Waiting(zone(4)));

    // If the plan never loads, an international number is checked against E.164's limits, and a
    // number in national format is refused.
    let unjudged = ReadingResult::Unjudged("+442079460018".into());
    assert_eq!(result("+44 20 7946 0018", "CA", &[zone(4)]), unjudged);
    assert_eq!(result("011 44 20 7946 0018", "CA", &[zone(4)]), unjudged);
    assert_eq!(result("0044 20 7946 0018", "CA", &[zone(4)]), unjudged);
    assert_eq!(
        result("06 12 34 56 78", "FR", &[zone(3)]),
        ReadingResult::Refused(MessageId::PlanMissing)
    );
    // Texts that only the plan can interpret are refused too.
    for text in [
        "+33 (0)6 12 34 56 78",
        "+33 6 12 34 56 78 ext 5",
        "+33 6 12 34 56 78 x12",
        "+33 6 12 34 56 78 or 06 12",
        "+33 6 12 34 56 78;ext=5",
        "+33 6 12 34 56 78#5",
        "+33 6 12 34 56 78~5",
    ] {
        let refused = ReadingResult::Refused(MessageId::PlanMissing);
        assert_eq!(result(text, "CA", &[zone(3)]), refused, "{text}");
    }
    assert_eq!(result("+33 6 1", "CA", &[zone(3)]), ReadingResult::Refused(MessageId::TooShort));
    assert_eq!(
        result("+33 612 345 678 901 234 5", "CA", &[zone(3)]),
        ReadingResult::Refused(MessageId::TooLong)
    );
}

#[test]
fn the_plan_says_what_a_number_is_for() {
    let tables = world();
    let mobile = |text, country| match read(&tables, text, region(country), &[]).result {
        ReadingResult::Read(number) => (number.valid, number.mobile),
        other => panic!("{other:?}"),
    };
    assert_eq!(mobile("07400 123456", "GB"), (true, Some(true)));
    assert_eq!(mobile("020 7946 0018", "GB"), (true, Some(false)));
    assert_eq!(mobile("514 555 0123", "CA"), (true, None));
    // The number in the specification.
    assert_eq!(mobile("+15141234455", "CA"), (false, None));
}

#[test]
fn an_extension_is_told_from_the_number() {
    let tables = world();
    for (text, rest, extension) in [
        ("(514) 555-0123 ext. 12", "(514) 555-0123", "12"),
        ("514-555-0123 x007", "514-555-0123", "007"),
        ("tel:+1-514-555-0123;ext=99", "tel:+1-514-555-0123", "99"),
        ("0044 20 7946 0018 ext 5", "0044 20 7946 0018", "5"),
    ] {
        let ReadingResult::Read(number) = read(&tables, text, region("CA"), &[]).result else {
            panic!("{text}")
        };
        assert_eq!(number.extension.as_deref(), Some(extension), "{text}");
        assert_eq!(without_extension(&tables, text, region("CA")), rest);
    }
    assert_eq!(without_extension(&tables, "514 555 0123", region("CA")), "514 555 0123");
    assert_eq!(without_extension(&tables, "nothing", region("CA")), "nothing");
}
