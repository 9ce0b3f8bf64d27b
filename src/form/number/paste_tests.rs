use super::*;

pub(super) fn world() -> Tables {
    let mut tables = Tables::new();
    for digit in 2..=9 {
        let file = format!("{}/number/data/zone-{digit}.bin", env!("CARGO_MANIFEST_DIR"));
        tables.add_zone(&std::fs::read(file).unwrap()).unwrap();
    }
    tables
}

/// The result: the number that will be saved, its extension, and whether there are more numbers.
pub(super) fn taken(tables: &Tables, text: &str, country: &str) -> (String, Option<String>, bool) {
    let country = Region::new(country).unwrap();
    let pasted = take(tables, text, country, &[]);
    assert!(pasted.found, "{text}");
    match reading::read(tables, &pasted.text, country, &[]).result {
        ReadingResult::Read(number) => (number.e164, number.extension, !pasted.others.is_empty()),
        other => panic!("{text}: {} is {other:?}", pasted.text),
    }
}

#[test]
fn a_number_is_taken_out_of_anything_that_people_copy() {
    let tables = world();
    for text in [
        "5145550123",
        "514 555 0123",
        " (514) 555-0123 ",
        "514.555.0123",
        "514/555-0123",
        "514·555·0123",
        "1-514-555-0123",
        "+1 514 555 0123",
        "+1 (514) 555-0123",
        "(+1) 514 555-0123",
        "+1\u{A0}514\u{202F}555\u{2011}0123",
        "\u{202A}+1 514‑555‑0123\u{202C}",
        "\u{200B}514\u{200B}555\u{200B}0123\u{FEFF}",
        "５１４５５５０１２３",
        "＋１（５１４）５５５－０１２３",
        "٥١٤٥٥٥٠١٢٣",
        "۵۱۴ ۵۵۵ ۰۱۲۳",
        "tel:+1-514-555-0123",
        "tel:5145550123",
        "TEL:%2B15145550123",
        "tel:+1%20514%20555%200123",
        "callto:+15145550123",
        "https://wa.me/15145550123",
        "<tel:+15145550123>",
        "tel:555-0123;phone-context=+1514",
        "Call me at (514) 555-0123 after 5",
        "Call me at (514) 555-0123 after 5 p.m., or at noon on 2026-11-24",
        "Appelez-moi au 514 555-0123 après 17 h.",
        "Ada 514\u{200B}555\u{200B}0123 (home)",
        "514-555-0123 (home)",
        "(514) 555-0123 [cell]",
        "Mobile: 514 555 0123",
        "Ada Lovelace\t514 555 0123\tMontréal",
        "Ada Lovelace\r\n514 555 0123\r\nMontréal",
        "514-555-0123\n",
        "514 555\n0123",
        "T. 514 555-0123 F.",
        "Order 4415551 of 2024-05-12: 514 555 0123.",
        "514-555-0123 5",
        "0123 514-555-0123",
        "“514-555-0123”",
        "Phone…514.555.0123…",
        "514-555-0123, 514-555-0123",
        "514 - 555 - 0123",
        "Tel 514--555--0123",
        "011 1 514 555 0123",
        "+1.514.555.0123",
    ] {
        assert_eq!(taken(&tables, text, "CA"), ("+15145550123".into(), None, false), "{text}");
    }
}

#[test]
fn numbers_of_other_countries_too() {
    let tables = world();
    for (text, country, e164) in [
        ("+44 (0)20 7946 0018", "CA", "+442079460018"),
        ("0044 20 7946 0018", "CA", "+442079460018"),
        ("(020) 7946 0018", "GB", "+442079460018"),
        ("Tél. : 06 12 34 56 78 (portable)", "FR", "+33612345678"),
        ("Fon 030 / 123456", "DE", "+4930123456"),
        ("móvil 612 34 56 78", "ES", "+34612345678"),
        ("〒100 電話 03-3210-1234", "JP", "+81332101234"),
        ("+54 9 11 2345-6789", "CA", "+5491123456789"),
        ("+52 1 55 1234 5678", "CA", "+525512345678"),
        ("wa.me/5215512345678", "MX", "+525512345678"),
        ("Офис: 8 (495) 123-45-67", "RU", "+74951234567"),
        ("هاتف ٠١٠ ١٢٣٤ ٥٦٧٨", "EG", "+201012345678"),
    ] {
        assert_eq!(taken(&tables, text, country), (e164.into(), None, false), "{text}");
    }
}

#[test]
fn extensions_come_with_it() {
    let tables = world();
    for text in [
        "514-555-0123 x12",
        "514-555-0123x12",
        "(514) 555-0123 ext. 12",
        "(514) 555-0123, Ext: 12",
        "514-555-0123 (ext. 12)",
        "514 555 0123 poste 12",
        "514 555-0123, poste 12 (bureau)",
        "514 555 0123 #12",
        "514 555 0123 extension 12 after 5",
        "tel:+1-514-555-0123;ext=12",
        "+1 514 555 0123,,12",
        "５１４ ５５５ ０１２３ ｅｘｔ．１２",
        "514 555 0123\tx12",
        "Call 514 555 0123 extensión 12.",
        "tel:555-0123;ext=12;phone-context=+1514",
        "514-555-0123 ask for ext. 12",
        "514-555-0123 (Bob, sales), poste 12",
    ] {
        let expected = ("+15145550123".into(), Some("12".into()), false);
        assert_eq!(taken(&tables, text, "CA"), expected, "{text}");
    }
}

#[test]
fn of_two_numbers_the_first_is_taken() {
    let tables = world();
    for text in [
        "514-555-0123, 514-555-0199",
        "514-555-0123 or 438 555 0199",
        "514 555 0123 514 555 0199",
        "514 555 0123 / 514 555 0199",
        "514 555 0123/514 555 0199",
        "(514) 555-0123 (514) 555-0199",
        "5145550123 5145550199",
        "514 555 0123\n514 555 0199\n514 555 0177",
        "514 555 0123\t514 555 0199",
        "+15145550123+15145550199",
        "+1 514 555 0123 +44 20 7946 0018",
        "5145550123;5145550199",
        "Home 514 555 0123; work 514 123 4455",
    ] {
        assert_eq!(taken(&tables, text, "CA"), ("+15145550123".into(), None, true), "{text}");
    }
    // In a plan with numbers of many lengths, neither number takes digits of the other.
    for text in ["089 123456 089 654321", "030 123456 030 123457", "040 12345 040 54321"] {
        let (e164, _, more) = taken(&tables, text, "DE");
        let digits: String = text.split(' ').take(2).collect();
        assert_eq!((e164, more), (digits.replacen('0', "+49", 1), true), "{text}");
    }
    // It is not in service, but it is a number, so it is the first one.
    let first = taken(&tables, "514 123 4455, 514 555 0123", "CA");
    assert_eq!(first, ("+15141234455".into(), None, true));
    let first = taken(&tables, "514 555 0123 x12, 514 555 0199 x13", "CA");
    assert_eq!(first, ("+15145550123".into(), Some("12".into()), true));
}

#[test]
fn a_number_in_letters_stays_as_it_is() {
    let tables = world();
    let country = Region::new("CA").unwrap();
    let pasted = take(&tables, "1-800-FLOWERS", country, &[]);
    assert_eq!((pasted.found, pasted.text.as_str()), (true, "1-800-FLOWERS"));
}

#[test]
fn what_cannot_be_read_stays_as_pasted_on_one_line() {
    let tables = world();
    let country = Region::new("CA").unwrap();
    for (text, line) in [
        ("no number", "no number"),
        ("room 5\nfloor 3", "room 5 floor 3"),
        ("\r\nroom 5\r\nfloor\r\r\n3\n", "room 5 floor  3"),
        ("555-0123", "555-0123"),
        ("514 555", "514 555"),
        ("", ""),
        ("☎", "☎"),
        // Their ends would be numbers of the country.
        ("+33 1 514 555 0123", "+33 1 514 555 0123"),
        ("011 33 1 514 555 0123", "011 33 1 514 555 0123"),
        ("+999 123", "+999 123"),
        ("\u{202E}12\u{202C}", "\u{202E}12\u{202C}"),
        ("514 555 0123 514 555 0123 514".get(..10).unwrap(), "514 555 01"),
    ] {
        let pasted = Pasted { text: line.into(), whole: true, ..Pasted::default() };
        assert_eq!(take(&tables, text, country, &[]), pasted, "{text}");
    }
}

#[test]
fn without_its_plan_a_number_is_taken_by_its_length() {
    let tables = Tables::new();
    let take = |text| take(&tables, text, Region::new("CA").unwrap(), &[]);
    let text = "Ring +44 (0)20 7946 0018 (office)";
    assert_eq!(
        take(text),
        Pasted { text: "+4402079460018".into(), found: true, whole: true, ..Pasted::default() }
    );
    assert!(!take("+44 20").found);
}

#[test]
fn without_its_plan_no_part_of_a_number_is_taken_for_a_number_of_the_page() {
    let tables = Tables::new();
    for text in [
        "0044 20 7946 0018",
        "00442079460018 (office)",
        "011 44 20 7946 0018",
        "Ring 0044 20 7946 0018 after 5",
        "+44 20 7946 0018",
        "wa.me/442079460018",
    ] {
        let pasted = take(&tables, text, Region::new("CA").unwrap(), &[]);
        let digits = caret::significant(&pasted.text).unwrap_or_default();
        assert!(pasted.found && digits.ends_with("442079460018"), "{text}: {}", pasted.text);
        assert_eq!(pasted.others, Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_number_in_two_halves_is_put_together() {
    let link = "tel:20-7946-0018;phone-context=+44";
    assert_eq!(taken(&world(), link, "CA"), ("+442079460018".into(), None, false));
}

#[test]
fn a_line_has_its_breaks_as_spaces_but_none_around_it() {
    assert_eq!(one_line("\r\n\t514 555\r\n0123\t\u{2028}x \r\r\n"), "514 555 0123  x ");
    assert_eq!(one_line("\n\r\n"), "");
}

#[test]
fn of_a_long_text_the_beginning_is_looked_at() {
    let tables = world();
    let take = |text: &str| take(&tables, text, Region::new("CA").unwrap(), &[]);
    let number = "514 555 0123";
    let after = |characters: usize| ["-".repeat(characters), number.to_owned()].concat();
    assert_eq!(take(&after(10_000 - number.len())).text, "(514) 555-0123");
    assert!(!take(&after(10_000)).found);
}

#[test]
fn a_long_text_is_cut_between_two_numbers() {
    assert_eq!(cut("514 222 3344"), ("514 222 3344", ""));
    let numbers = "514 222 3344\n".repeat(1000);
    let (kept, rest) = cut(&numbers);
    assert!(kept.len() <= LONGEST && kept.ends_with("3344\n") && rest.starts_with("514 "));
    assert_eq!([kept, rest].concat(), numbers);
    for text in ["😀", "5", "é5"] {
        let text = text.repeat(10_000);
        let (kept, rest) = cut(&text);
        assert!(kept.len() > LONGEST - 4 && kept.len() <= LONGEST);
        assert_eq!([kept, rest].concat(), text);
    }
}
