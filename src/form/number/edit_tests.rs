use super::*;
use proptest::prelude::*;
use std::sync::LazyLock;

static WORLD: LazyLock<Tables> = LazyLock::new(|| {
    let mut tables = Tables::new();
    for digit in 2..=9 {
        let file = format!("{}/number/data/zone-{digit}.bin", env!("CARGO_MANIFEST_DIR"));
        tables.add_zone(&std::fs::read(file).unwrap()).unwrap();
    }
    tables
});

const COUNTRIES: [&str; 20] = [
    "CA", "US", "MX", "BR", "AR", "GB", "FR", "DE", "IT", "ES", "PL", "FI", "RU", "EG", "ZA", "IN",
    "CN", "JP", "AU", "SG",
];

fn country(code: &str) -> Region {
    Region::new(code).unwrap()
}

/// A line from a text with `|` at the caret, or at both ends of the selection.
fn line(text: &str) -> Line {
    let parts: Vec<_> = text.split('|').collect();
    let start = parts[0].len();
    let end = start + if parts.len() > 2 { parts[1].len() } else { 0 };
    Line::new(parts.concat()).select(start, end)
}

fn shown(line: &Line) -> String {
    let bar = if line.is_caret() { "" } else { "|" };
    [line.before(), "|", line.selected(), bar, line.after()].concat()
}

/// The browser's result of an edit, and the kind that it reports.
fn browser(before: &Line, edit: Edit, text: &str) -> Line {
    if !before.is_caret() {
        return before.replace(text);
    }
    let (left, right) = (before.before(), before.after());
    let select = |left: usize, right: usize| {
        let start = before.before().len();
        before.clone().select(start - left, start + right).replace("")
    };
    let word = |characters: &mut dyn Iterator<Item = char>| {
        let mut digits = false;
        characters
            .take_while(|c| {
                digits |= c.is_ascii_digit();
                c.is_ascii_digit() || !digits
            })
            .count()
    };
    match edit {
        Edit::Backward => select(left.chars().next_back().map_or(0, char::len_utf8), 0),
        Edit::Forward => select(0, right.chars().next().map_or(0, char::len_utf8)),
        Edit::WordBackward => select(word(&mut left.chars().rev()), 0),
        Edit::WordForward => select(0, word(&mut right.chars())),
        Edit::Piece | Edit::Set | Edit::Other => before.replace(text),
    }
}

fn after(code: &str, before: &str, edit: Edit, text: &str) -> String {
    let before = line(before);
    let now = browser(&before, edit, text);
    shown(&edited(&WORLD, country(code), &before, now, edit))
}

#[test]
fn a_word_that_is_only_what_sets_digits_apart_takes_the_group_beyond_along() {
    for (before, now, edit, left) in [
        ("(514|) 555-0123", "(514| 555-0123", Edit::WordForward, "514|-0123"),
        ("(514) |555-0123", "(514|555-0123", Edit::WordBackward, "|555-0123"),
    ] {
        let edited = edited(&WORLD, country("CA"), &line(before), line(now), edit);
        assert_eq!(shown(&edited), left, "{before}");
    }
}

#[test]
fn edits_at_any_place() {
    for (before, edit, text, expected) in [
        ("51|", Edit::Other, "4", "514|"),
        ("(514) 555-012|", Edit::Other, "3", "(514) 555-0123|"),
        ("(514) 5|5-0123", Edit::Other, "5", "(514) 55|5-0123"),
        ("|514-5550", Edit::Other, "+1", "+1| 514-555-0"),
        ("(514) 555-0123|", Edit::Backward, "", "(514) 555-012|"),
        // Across separators, in both directions.
        ("(514) |555-0123", Edit::Backward, "", "(51|5) 550-123"),
        ("(514)| 555-0123", Edit::Backward, "", "(51|5) 550-123"),
        ("(514| ) 555-0123", Edit::Forward, "", "(514|) 550-123"),
        ("(514)| 555-0123", Edit::Forward, "", "(514|) 550-123"),
        ("|(514) 555-0123", Edit::Forward, "", "|1 (455) 501-23"),
        ("(|514) 555-0123", Edit::Backward, "", "|(514) 555-0123"),
        ("+44 |", Edit::Backward, "", "+4|"),
        ("(514) |555-0123", Edit::WordBackward, "", "|555-0123"),
        ("(514)| 555-0123", Edit::WordForward, "", "514|-0123"),
        ("(514) 5|55-0|123", Edit::Backward, "", "514-5|123"),
        ("(514) 5|55-0|123", Edit::Other, "9", "(514) 59|1-23"),
        ("|(514) 555-0123|", Edit::Other, "2", "2|"),
        ("|(514) 555-0123|", Edit::Other, "", "|"),
        ("(514)| |555-0123", Edit::Backward, "", "(514|) 555-0123"),
        // A separator at the end stays until more is typed.
        ("514|", Edit::Other, "-", "514-|"),
        ("514-|", Edit::Other, " ", "514- |"),
        ("514-|", Edit::Other, "5", "514-5|"),
        // A space that the format has there already is not doubled.
        ("+33 |", Edit::Other, " ", "+33 |"),
        ("+33 |", Edit::Other, "(", "+33 (|"),
        ("514-|", Edit::Backward, "", "514|"),
        ("514|", Edit::Backward, "", "51|"),
        ("|", Edit::Other, "(", "(|"),
        ("(|", Edit::Backward, "", "|"),
        // A bracket that was typed stays until the format has brackets too.
        ("(|", Edit::Other, "5", "(5|"),
        ("(51|", Edit::Other, "4", "(514|"),
        ("(514)|", Edit::Other, "5", "(514)5|"),
        ("(514) 555|", Edit::Other, "0", "(514) 5550|"),
        ("(514) 5550|", Edit::Other, "1", "(514) 555-01|"),
        ("(514)|", Edit::Backward, "", "(514|"),
        ("(514|", Edit::Backward, "", "(51|"),
        // A slash after a whole number begins something else.
        ("(514) 555-0123/|", Edit::Other, "1", "(514) 555-0123/1|"),
        // The brackets of a format are none around letters.
        ("1 (800-|", Edit::Other, "F", "1-800-F|"),
        ("1-800-F|", Edit::Other, "L", "1-800-FL|"),
        ("(514) 555-0123 |", Edit::Other, "e", "(514) 555-0123 e|"),
        ("5|14", Edit::Other, "-", "5|14"),
        // A text that is not only a number stays as it is.
        ("(514) 555-0123|", Edit::Other, "x", "(514) 555-0123x|"),
        ("(514) 555-0123x|", Edit::Other, "1", "(514) 555-0123x1|"),
        ("514|5550123", Edit::Other, "+", "514+|5550123"),
        ("1-800-FLO|", Edit::Other, "W", "1-800-FLOW|"),
        ("(514) 555-0123x|", Edit::Backward, "", "(514) 555-0123|"),
        // Digits of other scripts.
        ("514 555|", Edit::Other, "٣", "514-5553|"),
        ("|", Edit::Other, "＋", "+|"),
    ] {
        assert_eq!(after("CA", before, edit, text), expected, "{before} {edit:?} {text}");
    }
}

#[test]
fn every_place_of_a_number_of_each_country() {
    for code in COUNTRIES {
        let example = lead_phone_number::example(&WORLD, country(code), true).unwrap();
        for style in [lead_phone_number::Style::National, lead_phone_number::Style::International] {
            let text = lead_phone_number::format(&WORLD, &example, style);
            let whole = caret::format(&WORLD, Line::new(text), country(code));
            for at in (0..=whole.text().len()).filter(|at| whole.text().is_char_boundary(*at)) {
                let before = whole.clone().select(at, at);
                for (edit, text) in [(Edit::Other, "7"), (Edit::Backward, ""), (Edit::Forward, "")]
                {
                    check(country(code), &before, edit, text);
                }
            }
        }
    }
}

/// Compares an edit with the same edit of the digits alone.
fn check(country: Region, before: &Line, edit: Edit, text: &str) -> Line {
    let digits = caret::significant(before.text()).unwrap();
    let mut left = caret::count(before.before());
    let mut right = left + caret::count(before.selected());
    if before.is_caret() {
        match edit {
            Edit::Backward => left = left.saturating_sub(1),
            Edit::Forward => right = (right + 1).min(digits.len()),
            _ => {}
        }
    }
    let expected_left = format!("{}{text}", &digits[..left]);
    let expected = format!("{expected_left}{}", &digits[right..]);

    let now = edited(&WORLD, country, before, browser(before, edit, text), edit);
    let what = format!("{country}: {} {edit:?} {text}: {}", shown(before), shown(&now));
    match caret::significant(&expected) {
        Some(expected) => {
            assert_eq!(caret::significant(now.text()), Some(expected), "{what}");
            assert_eq!(caret::count(now.before()), expected_left.len(), "{what}");
            let again = caret::format(&WORLD, now.clone(), country);
            assert_eq!(again, now, "{what}");
        }
        // A plus inside the number: the browser's result stays.
        None => assert_eq!(now, browser(before, edit, text), "{what}"),
    }
    assert!(now.is_caret(), "{what}");
    now
}

fn an_edit() -> impl Strategy<Value = (Edit, String)> {
    prop_oneof![
        4 => "[0-9]".prop_map(|text| (Edit::Other, text)),
        2 => Just((Edit::Backward, String::new())),
        2 => Just((Edit::Forward, String::new())),
        1 => "[0-9]{1,7}".prop_map(|text| (Edit::Other, text)),
        1 => Just((Edit::Other, "+".to_owned())),
        1 => Just((Edit::Other, String::new())),
    ]
}

#[test]
fn letters_are_joined_only_while_they_are_typed() {
    assert_eq!(in_letters(Line::new("1 (800-A")), Line::new("1-800-A"));
    // The caret is among the digits.
    let line = Line::new("1 (800-A").select(3, 3);
    assert_eq!(in_letters(line.clone()), line);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_typist_edits_in_the_middle_of_numbers(
        code in proptest::sample::select(&COUNTRIES[..]),
        start in "\\+?[0-9]{0,15}",
        edits in proptest::collection::vec((an_edit(), 0..30_usize, 0..4_usize), 1..20),
    ) {
        let country = country(code);
        let mut line = caret::format(&WORLD, Line::new(start), country);
        for ((edit, text), at, selected) in edits {
            let at = at % (line.text().len() + 1);
            let end = (at + selected).min(line.text().len());
            line = check(country, &line.select(at, end), edit, &text);
            if caret::significant(line.text()).is_none() {
                break;
            }
        }
    }

    #[test]
    fn whatever_is_no_number_is_not_touched(text in "\\PC*", at in 0..40_usize) {
        let line = Line::new(text).select(at, at);
        if caret::significant(line.text()).is_none() {
            assert_eq!(caret::format(&WORLD, line.clone(), country("CA")), line);
        }
    }
}
