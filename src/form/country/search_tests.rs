use super::*;
use lead_phone_number::Region;

fn country(letters: &str, name: &str, calling_code: u16, place: Place) -> Country {
    // In the names below, only ASCII letters need case folding.
    let folded = fold(&name.to_lowercase());
    Country {
        region: Region::new(letters).unwrap(),
        name: name.into(),
        folded,
        calling_code,
        place,
    }
}

/// Names as the browser decomposes them: each accent follows its letter.
fn countries() -> Vec<Country> {
    use Place::{Main, Other, Preferred};
    vec![
        country("CA", "Canada", 1, Preferred),
        country("US", "United States", 1, Preferred),
        country("DE", "Allemagne", 49, Main),
        country("BS", "Bahamas", 1, Other),
        country("CI", "Co\u{302}te d’Ivoire", 225, Main),
        country("DK", "Danemark", 45, Main),
        country("GG", "Guernsey", 44, Other),
        country("GW", "Guinea-Bissau", 245, Main),
        country("HK", "Hong Kong SAR (China)", 852, Main),
        country("IN", "India", 91, Main),
        country("ID", "Indonesia", 62, Main),
        country("IE", "I\u{301}rlanda", 353, Main),
        country("GB", "United Kingdom", 44, Main),
    ]
}

fn found(query: &str) -> Vec<&'static str> {
    let countries = countries();
    let query = fold(&query.to_lowercase());
    search(&countries, &query).into_iter().map(|index| countries[index].region.as_str()).collect()
}

#[test]
fn nothing_typed_finds_all_in_their_order() {
    assert_eq!(found("").len(), countries().len());
    assert_eq!(found(" ")[..3], ["CA", "US", "DE"]);
}

#[test]
fn names_are_found_without_accents_capitals_and_marks() {
    for query in ["irl", "IRLANDA", "i\u{301}rlanda"] {
        assert_eq!(found(query), ["IE"], "{query}");
    }
    for query in ["cote d'ivoire", "cote divoire", "Co\u{302}te d’I", "ivoire", "d ivoire"] {
        assert_eq!(found(query), ["CI"], "{query}");
    }
    assert_eq!(found("guinea bissau"), ["GW"]);
    assert_eq!(found("guinea-b"), ["GW"]);
    assert_eq!(found("china)"), ["HK"]);
}

#[test]
fn the_start_of_a_name_comes_before_a_word_in_it_and_that_before_its_middle() {
    assert_eq!(found("k"), ["GB", "HK"].into_iter().rev().collect::<Vec<_>>());
    assert_eq!(found("united k"), ["GB"]);
    assert_eq!(found("ind"), ["IN", "ID"]);
    assert_eq!(found("ana"), ["CA"]);
    assert_eq!(found("an"), Vec::<&str>::new());
    assert_eq!(found("kingdom united"), ["GB"]);
}

#[test]
fn two_letters_find_their_country_first() {
    assert_eq!(found("de"), ["DE"]);
    assert_eq!(found("in"), ["IN", "ID"]);
    assert_eq!(found("gb"), ["GB"]);
    assert_eq!(found("uk"), ["GB"]);
    assert_eq!(found("usa"), ["US"]);
    assert_eq!(found("id"), ["ID"]);
}

#[test]
fn a_code_finds_the_preferred_then_the_country_known_for_it() {
    assert_eq!(found("+1"), ["CA", "US", "BS"]);
    assert_eq!(found("1"), found("+1"));
    assert_eq!(found("44"), ["GB", "GG"]);
    assert_eq!(found("0044"), ["GB", "GG"]);
    assert_eq!(found("+4"), ["DE", "DK", "GB", "GG"]);
    assert_eq!(found("+ 225"), ["CI"]);
    assert_eq!(found("٤٩"), ["DE"]);
    assert_eq!(found("+999"), Vec::<&str>::new());
}

#[test]
fn all_of_a_name_or_a_code_comes_before_its_start() {
    use Place::{Other, Preferred};
    let countries = [
        country("NG", "Nigeria", 2349, Preferred),
        country("NE", "Niger", 234, Other),
        country("JP", "New Niger", 81, Other),
    ];
    assert_eq!(search(&countries, "niger"), [1, 0, 2]);
    assert_eq!(search(&countries, "234"), [1, 0]);
}

#[test]
fn nonsense_finds_nothing() {
    for query in ["xyzzy", "<script>", "canada canada usa", "🇨🇦"] {
        assert_eq!(found(query), Vec::<&str>::new(), "{query}");
    }
}

#[test]
fn letters_that_do_not_come_apart_are_folded_too() {
    assert_eq!(fold("færøerne"), "faeroerne");
    assert_eq!(fold("  saint–barthe\u{301}lemy (fr) "), "saint barthelemy fr");
}

#[test]
fn other_names_and_other_spellings_find_a_country() {
    use Place::{Other, Preferred};
    let countries = [
        country("AS", "American Samoa", 1, Other),
        country("US", "United States", 1, Preferred),
        country("GB", "United Kingdom", 44, Other),
        country("LC", "St. Lucia", 1, Other),
        country("TT", "Trinidad & Tobago", 1, Other),
        country("KP", "North Korea", 850, Other),
        country("KR", "South Korea", 82, Other),
        country("MF", "Saint-Martin", 590, Other),
    ];
    for (query, expected) in [
        ("england", &["GB"][..]),
        ("great brit", &["GB"]),
        ("america", &["US", "AS"]),
        ("saint lucia", &["LC"]),
        ("st lucia", &["LC"]),
        ("st mar", &["MF"]),
        ("trinidad and tobago", &["TT"]),
        ("trinidad & tobago", &["TT"]),
        ("korea", &["KR", "KP"]),
        ("scot land", &[]),
    ] {
        let found = search(&countries, &fold(query)).into_iter();
        let found: Vec<_> = found.map(|index| countries[index].region.as_str()).collect();
        assert_eq!(found, expected, "{query}");
    }
}
