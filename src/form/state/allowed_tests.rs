use super::*;
use crate::api::phone::{Phone, PhoneBody};
use crate::form::number::input::NumberEvent;
use crate::form::number::line::Line;
use crate::form::number::plans::Plans;
use crate::form::state::fields::Field;
use crate::form::state::offer::Offer;
use crate::form::state::random_actions::actions;
use crate::form::state::settings::Setting;
use crate::form::state::{Action, Effect};
use crate::form::text::language::Locale;
use crate::form::text::locale_files;
use lead_phone_number::{Style, Zone};
use proptest::prelude::*;

fn regions(codes: &str) -> Vec<Region> {
    codes.split_whitespace().map(|code| Region::new(code).unwrap()).collect()
}

fn only(codes: &str) -> Action {
    Action::Set(Setting::Countries(regions(codes)))
}

fn may_save_anyway(state: &State) -> bool {
    matches!(state.offer(), Some(Offer::SaveAnyway(_)))
}

fn zone(digit: u8) -> Zone {
    Zone::new(digit).unwrap()
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

fn body(effects: &[Effect]) -> Option<&PhoneBody> {
    effects.iter().find_map(|effect| match effect {
        Effect::Send { body, .. } => Some(body),
        _ => None,
    })
}

fn saved(state: &mut State, action: Action) -> Option<String> {
    body(&state.reduce(action)).and_then(|body| body.number.clone())
}

fn said(state: &State) -> String {
    state.errors.number.as_ref().map(|notice| notice.say(&state.texts())).unwrap_or_default()
}

#[test]
fn a_number_of_another_country_is_refused_with_the_names_of_the_allowed_ones() {
    let mut state = form("CA US");
    state.reduce(Action::typed("+33 6 12 34 56 78"));
    // What is typed is shown, and refused only when it is saved.
    assert_eq!(state.reading().country.as_str(), "FR");
    assert_eq!(said(&state), "");
    let effects = state.reduce(Action::Submit);
    let notice = state.errors.number.clone().unwrap();
    assert_eq!(effects, [Effect::Refuse(Field::Number, notice), Effect::Focus(Field::Number)]);
    assert_eq!(said(&state), "Enter a number from one of these countries: CA, US.");
    assert!(!may_save_anyway(&state));
    assert_eq!(state.reduce(Action::OfferTaken), []);

    state.reduce(Action::typed("(212) 555-0123"));
    assert_eq!(said(&state), "");
    assert_eq!(saved(&mut state, Action::Submit).as_deref(), Some("+12125550123"));
}

#[test]
fn a_valid_number_is_judged_by_its_country_and_another_one_by_its_calling_code() {
    for (codes, typed, sent) in [
        ("", "+33 6 12 34 56 78", Some("+33612345678")),
        ("CA", "(514) 555-0123", Some("+15145550123")),
        // New York and Jamaica, with and without a calling code.
        ("CA", "(212) 555-0123", None),
        ("CA", "+1 212 555 0123", None),
        ("CA", "876 523 4567", None),
        ("JM", "876 523 4567", Some("+18765234567")),
        ("US JM", "514 555 0123", None),
        // Toll-free numbers are of several countries.
        ("CA", "1 800 234 5678", Some("+18002345678")),
        ("US", "1 800 234 5678", Some("+18002345678")),
        ("FR", "+1 800 234 5678", None),
        // Possible, but not valid in any country.
        ("CA", "+1 514 123 4455", Some("+15141234455")),
        ("US", "+1 514 123 4455", Some("+15141234455")),
        ("FR MX", "+1 514 123 4455", None),
        ("CA", "011 33 6 12 34 56 78", None),
        ("CA", "0033 6 12 34 56 78", None),
        ("CA FR", "0033 6 12 34 56 78", Some("+33612345678")),
        ("KZ", "+7 701 234 5678", Some("+77012345678")),
        ("KZ", "+7 912 345 6789", None),
        // Guadeloupe and Saint Barthélemy have mobile numbers in common.
        ("BL", "+590 690 00 12 34", Some("+590690001234")),
        ("GP", "+590 690 00 12 34", Some("+590690001234")),
        ("BL", "+590 590 27 12 34", Some("+590590271234")),
        ("GP", "+590 590 27 12 34", None),
        ("FR", "+590 590 27 12 34", None),
        // No country has this calling code.
        ("CA", "+800 1234 5678", None),
    ] {
        let mut state = form(codes);
        state.reduce(Action::typed(typed));
        assert_eq!(saved(&mut state, Action::Submit).as_deref(), sent, "{codes}: {typed}");
        let refusal = sent.is_none().then(|| state.country_refusal());
        assert_eq!(state.errors.number, refusal, "{codes}: {typed}");
    }
}

#[test]
fn each_country_has_its_own_examples() {
    let plans = plans();
    let tables = plans.clone();
    let mut count = 0;
    for (region, code) in plans.ask(|tables| tables.regions()) {
        for mobile in [false, true] {
            let e164 = tables.ask(|tables| {
                let example = number::example(tables, region, mobile)?;
                Some(number::format(tables, &example, Style::E164))
            });
            let Some(e164) = e164 else { continue };
            let mut state = form_with(plans.clone(), region.as_str());
            state.reduce(Action::typed(&e164));
            assert_eq!(saved(&mut state, Action::Submit).as_ref(), Some(&e164), "{region}");
            state.reduce(Action::Cancelled);
            let other = if code == 33 { "CA" } else { "FR" };
            state.reduce(only(other));
            assert_eq!(saved(&mut state, Action::Submit), None, "{region}: {e164}");
            count += 1;
        }
    }
    assert!(count > 400, "{count}");
}

#[test]
fn what_is_wrong_with_a_number_is_said_once_its_country_is_right() {
    let mut state = form("CA");
    state.reduce(Action::typed("+33 6 12 34 5"));
    state.reduce(Action::Submit);
    assert_eq!(said(&state), "Enter a number from this country: CA.");
    assert!(!may_save_anyway(&state));
    assert_eq!(saved(&mut state, Action::OfferTaken), None);

    state.reduce(only("CA FR"));
    assert_eq!(said(&state), "");
    state.reduce(Action::Submit);
    assert_eq!(said(&state), "Too short: FR numbers have 9 digits, this has 6.");
    assert!(may_save_anyway(&state));
    // The list may change while the button is there.
    state.reduce(only("CA"));
    assert!(!may_save_anyway(&state));
    assert_eq!(saved(&mut state, Action::OfferTaken), None);
    state.reduce(only("FR"));
    state.reduce(Action::Submit);
    assert_eq!(saved(&mut state, Action::OfferTaken).as_deref(), Some("+33612345"));

    let mut state = form("CA");
    state.reduce(Action::Submit);
    assert_eq!(said(&state), "Enter a phone number.");
    state.reduce(Action::typed("Ada"));
    state.reduce(Action::Submit);
    assert_eq!(said(&state), "Enter a phone number, such as (506) 234-5678.");
}

#[test]
fn without_its_plan_a_number_is_judged_by_its_calling_code() {
    for (codes, sent) in [("CA GB", Some("+442079460018")), ("CA FR", None)] {
        let mut state = form_with(Plans::default(), codes);
        state.reduce(Action::typed("+44 20 7946 0018"));
        assert_eq!(saved(&mut state, Action::Submit), None);
        assert!(state.waits_for_plan);
        let number = saved(&mut state, Action::PlanLoaded(zone(4), false));
        assert_eq!(number.as_deref(), sent, "{codes}");
        assert_eq!(said(&state).is_empty(), sent.is_some(), "{codes}");
    }
}

#[test]
fn the_number_that_the_api_holds_is_sent_back_until_it_is_changed() {
    let mut state = form("CA");
    let phone = Phone { id: 7, number: Some("+33612345678".into()), ..Phone::default() };
    state.reduce(Action::Set(Setting::Phone(Some(phone))));
    assert_eq!(state.reading().country.as_str(), "FR");
    state.reduce(Action::ExtensionEdited("12".into()));
    assert_eq!(saved(&mut state, Action::Submit).as_deref(), Some("+33612345678"));
    state.reduce(Action::Cancelled);

    state.reduce(Action::typed("+33 6 12 34 56 79"));
    assert_eq!(saved(&mut state, Action::Submit), None);
    assert_eq!(state.errors.number, Some(state.country_refusal()));
    // The same number again, as the user writes it.
    state.reduce(Action::typed("0033612345678"));
    assert_eq!(saved(&mut state, Action::Submit).as_deref(), Some("+33612345678"));
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

#[test]
fn another_list_takes_the_refusal_back_and_the_same_one_changes_nothing() {
    let mut state = form("CA");
    state.reduce(Action::typed("+33 6 12 34 56 78"));
    state.reduce(Action::Submit);
    let before = state.clone();
    assert_eq!(state.reduce(only("CA")), []);
    assert_eq!(state, before);
    assert_eq!(state.reduce(only("CA US")), []);
    assert_eq!(said(&state), "");
    state.reduce(Action::Submit);
    assert_ne!(said(&state), "");

    // Any other error stays.
    state.reduce(Action::typed("514 555 012"));
    state.reduce(Action::Submit);
    state.reduce(only("CA JM"));
    assert_eq!(
        (said(&state).as_str(), may_save_anyway(&state)),
        ("Too short: CA numbers have 10 digits, this has 9.", true)
    );
}

#[test]
fn a_save_that_waits_is_judged_by_the_list_of_then() {
    for (codes, sent) in [("CA GB", Some("+442079460018")), ("CA US", None)] {
        let mut state = form_with(Plans::default(), "CA");
        state.reduce(Action::typed("+44 20 7946 0018"));
        state.reduce(Action::Submit);
        state.reduce(only(codes));
        assert!(state.waits_for_plan);
        state.plans = plans();
        let number = saved(&mut state, Action::PlanLoaded(zone(4), true));
        assert_eq!(number.as_deref(), sent, "{codes}");
    }
}

#[test]
fn up_to_five_countries_are_named_and_of_more_the_first_four() {
    let mut state = form("CA");
    state.reduce(Action::typed("+33 6 12 34 56 78"));
    let speak = |state: &mut State, tag: &str| {
        state.reduce(Action::Set(Setting::Locale(Some(Locale::new(tag.into())))));
        state.reduce(Action::Set(Setting::Words(locale_files::words(tag))));
    };
    let texts = |state: &mut State, codes: &str, tag: &str| {
        speak(state, tag);
        state.reduce(only(codes));
        state.reduce(Action::Submit);
        said(state)
    };
    for (codes, tag, words) in [
        ("CA", "en", "Enter a number from this country: CA."),
        ("CA", "fr", "Entrez un numéro de ce pays\u{a0}: CA."),
        ("CA", "es", "Ingrese un número de este país: CA."),
        ("CA US MX GB JM", "en", "Enter a number from one of these countries: CA, US, MX, GB, JM."),
        (
            "CA US MX GB JM DE",
            "en",
            "Enter a number from one of these countries: CA, US, MX, GB and 2 more.",
        ),
        (
            "CA US MX GB JM DE IT",
            "fr",
            "Entrez un numéro de l’un de ces pays\u{a0}: CA, US, MX, GB et 3 autres.",
        ),
        (
            "CA US MX GB JM DE IT ES",
            "es",
            "Ingrese un número de uno de estos países: CA, US, MX, GB y 4 más.",
        ),
    ] {
        assert_eq!(texts(&mut state, codes, tag), words);
    }
    // What is shown is said again in another language.
    speak(&mut state, "fr");
    assert!(said(&state).ends_with("GB et 4 autres."), "{}", said(&state));
}

proptest! {
    #[test]
    fn nothing_is_sent_or_offered_that_is_not_allowed(
        actions in prop::collection::vec(actions(), 1..30),
    ) {
        let mut state = form_with(Plans::default(), "US");
        for action in actions {
            let effects = state.reduce(action);
            let allowed = state.settings.countries.clone();
            let held = state.phone.as_ref().and_then(|phone| phone.number.as_deref());
            let number = body(&effects).and_then(|body| body.number.as_deref());
            if let Some(number) = number.filter(|number| Some(*number) != held) {
                let is_british = number.starts_with("+44");
                let is_of = |country: &Region| (country.as_str() == "GB") == is_british;
                prop_assert!(allowed.is_empty() || allowed.iter().any(is_of), "{number} {allowed:?}");
            }
            prop_assert!(!may_save_anyway(&state) || state.is_of_allowed_country());
        }
    }
}

#[test]
fn of_several_pasted_numbers_the_first_allowed_one_is_taken() {
    let mut state = form("CA");
    let line = Line::new("");
    let text = "+33 6 12 34 56 78, 514-555-0123, 514-222-3355".into();
    state.reduce(Action::Number(NumberEvent::Pasted { line, text }));
    assert_eq!(saved(&mut state, Action::Submit).as_deref(), Some("+15145550123"));
    let number = "+33 6 12 34 56 78".to_owned();
    assert_eq!(state.next.numbers, [number, "(514) 222-3355".to_owned()]);
}
