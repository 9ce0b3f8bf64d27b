use super::*;

fn world() -> Tables {
    let mut tables = Tables::new();
    for digit in 2..=9 {
        let file = format!("{}/number/data/zone-{digit}.bin", env!("CARGO_MANIFEST_DIR"));
        tables.add_zone(&std::fs::read(file).unwrap()).unwrap();
    }
    tables
}

/// The result: the number that will be saved, its extension, and whether there are more numbers.
fn taken(tables: &Tables, text: &str, country: &str) -> (String, Option<String>, bool) {
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
fn what_stands_beside_a_number_of_an_open_plan_is_not_joined_to_it() {
    let tables = world();
    for (text, country, e164) in [
        ("089 233000 80331 München", "DE", "+4989233000"),
        ("089 233000 12 Uhr", "DE", "+4989233000"),
        ("01713920014 - 3 Türen", "DE", "+491713920014"),
        ("0171 3920014 2 Kinder", "DE", "+491713920014"),
        ("089 233000 15. Februar", "DE", "+4989233000"),
        ("0664 1234567 2. Stock", "AT", "+436641234567"),
        ("030 12 34 56 78 Herr Müller", "DE", "+493012345678"),
        ("HU 05/27 0151 23456789", "DE", "+4915123456789"),
        ("Tel. 612 345 678 17.03.25", "ES", "+34612345678"),
        ("Tel. 91.234.56.78", "ES", "+34912345678"),
        ("0316 872441 8010 Graz", "AT", "+43316872441"),
        ("0664 3819224 1.6 TDI", "AT", "+436643819224"),
        ("0412 345 678,10%", "AU", "+61412345678"),
        ("Mobil: 4915123456789", "DE", "+4915123456789"),
        ("Home: 999-999-9999, Cell: 514-748-3921", "CA", "+15147483921"),
        ("CT 05/27 06 12 34 56 78", "FR", "+33612345678"),
        ("Steuernr. 123/456/78901 089 233000", "DE", "+4989233000"),
        ("RCS Paris 832 456 719 01 42 68 53 00", "FR", "+33142685300"),
        ("EIN 12-3456789 (212) 555-0187", "US", "+12125550187"),
        ("ABN 51 824 753 556 0412 345 678", "AU", "+61412345678"),
        ("Model 3 - 0171-392 00 14", "DE", "+491713920014"),
        ("030 1234 5678 Berlin", "DE", "+493012345678"),
        ("0711 12345-67", "DE", "+4971112345 67"),
        ("01. 06 70 81 92 03", "FR", "+33670819203"),
        ("05 - 06 70 81 92 03", "FR", "+33670819203"),
        ("$500 650 253 0000", "US", "+16502530000"),
        ("06 70 81 92 03 450 €", "FR", "+33670819203"),
        ("UTC+2 612 34 56 78", "ES", "+34612345678"),
    ] {
        assert_eq!(taken(&tables, text, country).0, e164.replace(' ', ""), "{text}");
    }
}

#[test]
fn a_phone_is_told_from_an_id_by_the_cell_before_it() {
    let tables = world();
    let card = "Lead ID\t4165551234\nPhone\t604-555-0199";
    assert_eq!(taken(&tables, card, "CA"), ("+16045550199".into(), None, true));
    let row = "Ada\t4165551234\tF\t604-555-0199";
    assert_eq!(taken(&tables, row, "CA").0, "+14165551234");
}

#[test]
fn a_second_number_with_the_same_area_code_is_a_whole_number() {
    let india = Region::new("IN").unwrap();
    let pasted = take(&world(), "022-22782020/22782021", india, &[]);
    assert_eq!(
        (&*pasted.text, &*pasted.others),
        ("022 2278 2020", &["+91 22 2278 2021".into()][..])
    );
    // Not a number of the plan.
    let pasted = take(&world(), "(514) 555-0123/0124", Region::new("CA").unwrap(), &[]);
    assert_eq!((pasted.others.len(), pasted.left_out.as_deref()), (0, Some("0124")));
}

#[test]
fn what_separates_two_numbers_loses_none_of_them() {
    for (text, country, other) in [
        ("91 234 56 78 / 612 34 56 78", "ES", "612 34 56 78"),
        ("514 748 39 21 - 438-922-1187", "CA", "(438) 922-1187"),
        ("514-748-3921 + 438-922-1187", "CA", "(438) 922-1187"),
    ] {
        let pasted = take(&world(), text, Region::new(country).unwrap(), &[]);
        assert_eq!(pasted.others, [other], "{text}");
    }
}

#[test]
fn what_follows_on_the_line_is_told() {
    let tables = world();
    let left_out = |text: &str| take(&tables, text, Region::new("CA").unwrap(), &[]).left_out;
    for (text, told) in [
        ("514-555-0123 after 5", Some("5")),
        ("514-555-0123 (Bob), then 438 or 450 555", Some("438")),
        ("Ada 514-555-0123\nroom 12", None),
        ("Ada\t514-555-0123\t12", None),
        ("514-555-0123 on 2026-11-24 at 10:30, $25", None),
        ("514-555-0123 x12", None),
        ("Bob 514-555-0123 2019 Honda Civic, stock 48213", None),
        ("Lead 12: 514-555-0123", None),
    ] {
        assert_eq!(left_out(text).as_deref(), told, "{text}");
    }
}

#[test]
fn of_a_very_long_list_the_rest_is_told() {
    let column: String = (0..1_000).map(|line| format!("514-555-{line:04}\n")).collect();
    let pasted = take(&world(), &column, Region::new("CA").unwrap(), &[]);
    let taken = pasted.others.len() + 1;
    assert_eq!((&*pasted.text, taken), ("(514) 555-0000", 769));
    assert_eq!(pasted.left_out.as_deref(), Some("514-555-0769\n514-555…"));
}

#[test]
fn a_fax_named_after_its_number_comes_last() {
    let text = "514-555-0199 (fax)\n514-555-0123 (cell)";
    let pasted = take(&world(), text, Region::new("CA").unwrap(), &[]);
    assert_eq!(
        (&*pasted.text, &*pasted.others),
        ("(514) 555-0123", &["(514) 555-0199".into()][..])
    );
}

#[test]
fn a_number_and_its_national_form_are_one_number() {
    let tables = world();
    for text in ["<a href=\"tel:+43.664.153032\">0664153032</a>", "+43 664 153032 (0664 153032)"] {
        let taken = taken(&tables, text, "IT");
        assert_eq!(taken, ("+43664153032".into(), None, false), "{text}");
    }
}

#[test]
fn a_number_after_an_amount_is_no_amount() {
    let tables = world();
    for (text, country, e164) in [
        ("12.900,- € 0171 3920014", "DE", "+491713920014"),
        ("12 900 EUR 0171 3920014", "DE", "+491713920014"),
        ("18 900 CHF 044 668 18 00", "CH", "+41446681800"),
        ("030125644 12 500 €", "DE", "+4930125644"),
        ("Rs. 4,50,000/- 9820314567", "IN", "+919820314567"),
    ] {
        assert_eq!(taken(&tables, text, country), (e164.into(), None, false), "{text}");
    }
}

#[test]
fn the_end_of_a_number_with_too_many_digits_is_no_number() {
    for (text, country) in [
        ("06 112 32 07 76", "FR"),
        ("Tel: 06 12 32 07 726", "FR"),
        ("(11) 97412-88366", "BR"),
        ("015712 2720429", "DE"),
    ] {
        assert!(!take(&world(), text, Region::new(country).unwrap(), &[]).found, "{text}");
    }
}

#[test]
fn digits_before_a_number_that_may_belong_to_it_are_told() {
    for (text, country, number, told) in [
        ("75001 Paris Cedex 01 01 42 68 53 00", "FR", "01 42 68 53 00", "01"),
        ("BMW 320 601 145 099", "CZ", "601 145 099", "320"),
        ("44 20 7219 3000", "US", "(207) 219-3000", "44"),
    ] {
        let pasted = take(&world(), text, Region::new(country).unwrap(), &[]);
        assert_eq!((&*pasted.text, pasted.left_out.as_deref()), (number, Some(told)), "{text}");
    }
}

#[test]
fn a_calling_code_that_is_there_twice_is_read_once() {
    let tables = world();
    for (text, country, e164) in [
        ("+33 33 6 12 34 56 78", "FR", "+33612345678"),
        ("+33 033 6 12 34 56 78", "CA", "+33612345678"),
        ("+41 41 44 668 18 00", "CH", "+41446681800"),
        ("+47 (0) 21 23 14 85", "NO", "+4721231485"),
        ("+34 (0)634 718 205", "FR", "+34634718205"),
        // The area code of Lund is the calling code of its country.
        ("+46 46 812 30 10", "SE", "+46468123010"),
    ] {
        assert_eq!(taken(&tables, text, country), (e164.into(), None, false), "{text}");
    }
}

#[test]
fn a_national_prefix_after_a_calling_code_begins_no_number() {
    let tables = world();
    for (text, country, e164) in [
        ("+91 098203 14567", "IN", "+919820314567"),
        ("0044 020 7219 3000", "GB", "+442072193000"),
        ("Tel: 0041 021 238 19 09", "CH", "+41212381909"),
    ] {
        assert_eq!(taken(&tables, text, country), (e164.into(), None, false), "{text}");
    }
}

#[test]
fn a_number_broken_across_lines_is_whole() {
    let tables = world();
    for (text, country, e164) in [
        ("Tel: 0171\n3920014", "DE", "+491713920014"),
        ("02 1233\n6671", "IT", "+390212336671"),
        ("+54 9\n11 2379-9075", "AR", "+5491123799075"),
        ("+61 412 307\n924\nBob", "AU", "+61412307924"),
    ] {
        assert_eq!(taken(&tables, text, country), (e164.into(), None, false), "{text}");
    }
    assert_eq!(taken(&tables, "0171 3920014\n12", "DE").0, "+491713920014");
}

#[test]
fn years_decimals_and_personal_numbers_are_no_part_of_a_number() {
    let tables = world();
    for (text, country, e164) in [
        ("18 995,00 2015051697", "US", "+12015051697"),
        ("2019-2021 - 0171 3920014", "DE", "+491713920014"),
        ("1 84 05 75 116 001 22 06 48 21 97 35", "FR", "+33648219735"),
        ("Acct# 2127365000 650-253-0000", "US", "+16502530000"),
        ("01-15 514-748-3921", "CA", "+15147483921"),
    ] {
        assert_eq!(taken(&tables, text, country), (e164.into(), None, false), "{text}");
    }
}

#[test]
fn an_extension_may_stand_before_its_number() {
    let tables = world();
    for text in
        ["poste 204, 514-748-3921", "Bob\next. 204 - (514) 748-3921", "Ext 204 @ 514 748 3921"]
    {
        let (number, extension, _) = taken(&tables, text, "CA");
        assert_eq!((&*number, extension.as_deref()), ("+15147483921", Some("204")), "{text}");
    }
    let (_, extension, _) = taken(&tables, "514-748-3921\next. 204, 438-289-4410 ext. 5", "CA");
    assert_eq!(extension.as_deref(), Some("204"));
    let poste = taken(&tables, "Poste 204: Bob, 514-748-3921", "CA");
    assert_eq!(poste.1, None);
}
