use super::*;
use crate::form::number::plans::Plans;
use crate::form::state::Action;
use crate::form::state::settings::Setting;
use crate::form::text::messages::Texts;
use lead_phone_number::{Region, Zone};

/// What the form says about a number after a submit.
fn said(plans: Plans, country: &str, number: &str) -> String {
    let mut state = State::with_plans(plans);
    let zone = Zone::new(3).unwrap();
    for action in [
        Action::Set(Setting::LeadId(Some(1))),
        Action::Set(Setting::Token(true)),
        Action::Set(Setting::Country(Region::new(country).unwrap())),
        Action::typed(number),
    ] {
        state.reduce(action);
    }
    if !state.plans.has(zone) {
        state.reduce(Action::PlanLoaded(zone, false));
    }
    state.reduce(Action::Submit);
    state.errors.number.map(|notice| notice.say(&Texts::default())).unwrap_or_default()
}

/// All plans that these tests need.
fn plans() -> Plans {
    let plans = Plans::default();
    plans.add(include_bytes!("../../../number/data/zone-3.bin")).unwrap();
    plans
}

#[test]
fn a_refusal_says_how_many_digits_there_are_and_how_many_there_should_be() {
    for (country, number, words) in [
        ("CA", "514 555 01", "Too short: CA numbers have 10 digits, this has 8."),
        ("CA", "+1 514 555 01", "Too short: CA numbers have 10 digits, this has 8."),
        ("CA", "514 555 012345", "Too long: CA numbers have 10 digits, this has 12."),
        ("CA", "5", "Enter a phone number, such as (506) 234-5678."),
        ("CA", "555-0123", "Add the area code at the start."),
        ("FR", "06 12 34 56", "Too short: FR numbers have 10 digits, this has 8."),
        ("CA", "+33 6 12 34 56", "Too short: FR numbers have 9 digits, this has 7."),
        ("CA", "+999 12345678", "No country uses +999."),
        ("CA", "call me", "Enter a phone number, such as (506) 234-5678."),
    ] {
        assert_eq!(said(plans(), country, number), words, "{country} {number}");
    }
}

#[test]
fn without_the_plan_a_refusal_has_what_is_known_of_every_number() {
    for (country, number, words) in [
        ("CA", "+33 612", "Too short: FR numbers have 7–15 digits, this has 5."),
        (
            "FR",
            "06 12 34 56 78",
            "Number formats for FR could not be loaded. Enter it with + and the calling code, \
             such as +33….",
        ),
    ] {
        assert_eq!(said(Plans::default(), country, number), words, "{country} {number}");
    }
}
