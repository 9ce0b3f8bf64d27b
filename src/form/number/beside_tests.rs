//! What stands beside a number in a pasted text is no part of it.

use super::tests::{taken, world};
use super::*;

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
        // Not in use, but it may be one day.
        ("+49 4999 1961", "DE", "+4949991961"),
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

#[test]
fn the_number_of_an_item_is_not_the_start_of_a_number() {
    let taken = taken(&world(), "(1) 228-0461568\n(2) +522206246094", "MX");
    assert_eq!(taken, ("+522280461568".into(), None, true));
}

#[test]
fn a_number_of_another_country_may_lack_its_plus() {
    let tables = world();
    for (text, country, e164) in [
        ("1 514 748 3921", "DE", "+15147483921"),
        ("33 6 48 21 97 35", "DE", "+33648219735"),
        // As the country itself writes them.
        ("0151 474 83921", "DE", "+4915147483921"),
        ("138 1234 5678", "CN", "+8613812345678"),
        ("98203 14567", "IN", "+919820314567"),
        ("412 345 678", "AU", "+61412345678"),
    ] {
        assert_eq!(taken(&tables, text, country), (e164.into(), None, false), "{text}");
    }
}
