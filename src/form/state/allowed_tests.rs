use super::*;
use crate::api::phone::Phone;
use crate::form::number::plans::Plans;
use crate::form::state::settings::Setting;
use crate::form::state::{Action, Effect};

fn regions(codes: &str) -> Vec<Region> {
    codes.split_whitespace().map(|code| Region::new(code).unwrap()).collect()
}

fn only(codes: &str) -> Action {
    Action::Set(Setting::Countries(regions(codes)))
}

/// The plans of all world zones.
fn plans() -> Plans {
    let plans = Plans::default();
    for digit in 2..=9 {
        let path = format!("{}/number/data/zone-{digit}.bin", env!("CARGO_MANIFEST_DIR"));
        plans.add(&std::fs::read(path).unwrap()).unwrap();
    }
    plans
}

/// A form with complete settings that allows these countries.
fn form_with(plans: Plans, codes: &str) -> State {
    let mut state = State::with_plans(plans);
    state.reduce(Action::Set(Setting::LeadId(Some(3387562))));
    state.reduce(Action::Set(Setting::Token(true)));
    state.reduce(only(codes));
    state
}

fn form(codes: &str) -> State {
    form_with(plans(), codes)
}

#[test]
fn the_first_of_the_countries_is_chosen_where_the_hosts_country_is_not_among_them() {
    let mut state = State::default();
    assert_eq!(state.country().as_str(), "CA");
    for (change, country) in [
        (only("FR CA"), "CA"),
        (only("FR BE"), "FR"),
        (Action::Set(Setting::Country(Region::new("BE").unwrap())), "BE"),
        (only("US FR BE"), "BE"),
        (only("US FR"), "US"),
        (Action::Set(Setting::Country(Region::new("CA").unwrap())), "US"),
        (only(""), "CA"),
    ] {
        state.reduce(change.clone());
        assert_eq!(state.country().as_str(), country, "{change:?}");
        assert_eq!(state.untouched().country().as_str(), country, "{change:?}");
        assert_eq!(state.reading().country.as_str(), country, "{change:?}");
    }
    assert_eq!(state.settings, State::default().settings);
}

#[test]
fn a_chosen_country_goes_with_the_list_that_had_it() {
    let mut state = form("");
    state.reduce(Action::CountryChosen(Region::new("US").unwrap()));
    state.reduce(only("US CA"));
    assert_eq!(state.country().as_str(), "US");
    state.reduce(Action::typed("011 33 6 12 34 56 78"));
    state.reduce(only("CA FR"));
    assert_eq!(state.country().as_str(), "CA");
    // What is typed stays, and is of the country that it names.
    assert_eq!(state.fields.number, "011 33 6 12 34 56 78");
    assert_eq!(state.reading().country.as_str(), "FR");
    state.reduce(only(""));
    assert_eq!(state.country().as_str(), "CA");

    // A number in national format is read for the country that is shown.
    let mut state = form("CA MX");
    state.reduce(Action::CountryChosen(Region::new("MX").unwrap()));
    state.reduce(Action::typed("222 123 4567"));
    let effects = state.reduce(only("CA"));
    assert!(effects.contains(&Effect::WriteFields), "{effects:?}");
    assert_eq!(state.fields.number, "(222) 123-4567");
}

#[test]
fn a_number_that_the_api_holds_is_written_for_the_first_country() {
    let mut state = form("");
    let phone = Phone { id: 7, number: Some("+33612345678".into()), ..Phone::default() };
    state.reduce(Action::Set(Setting::Phone(Some(phone))));
    assert_eq!(state.fields.number, "+33 6 12 34 56 78");
    let effects = state.reduce(only("FR"));
    assert_eq!(effects, [Effect::WriteFields]);
    assert_eq!(state.fields.number, "06 12 34 56 78");
    assert!(!state.dirty());
}
