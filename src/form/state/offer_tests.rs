use super::*;
use crate::api::answer::Saved;
use crate::api::phone::{Phone, PhoneBody};
use crate::form::number::input::NumberEvent;
use crate::form::number::line::Line;
use crate::form::number::plans::Plans;
use crate::form::state::Action;
use crate::form::state::settings::Setting;

fn file(digit: u8) -> Vec<u8> {
    let path = format!("{}/number/data/zone-{digit}.bin", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(path).unwrap()
}

fn form(country: &str) -> State {
    let mut state = State::default();
    for digit in 2..=9 {
        state.plans.add(&file(digit)).unwrap();
    }
    state.reduce(Action::Set(Setting::LeadId(Some(3387562))));
    state.reduce(Action::Set(Setting::Token(true)));
    state.reduce(Action::Set(Setting::Country(Region::new(country).unwrap())));
    state
}

fn paste(state: &mut State, text: &str) {
    let line = Line::new(state.fields.number.clone()).select(0, state.fields.number.len());
    state.reduce(Action::Number(NumberEvent::Pasted { line, text: text.into() }));
}

fn sent(effects: &[Effect]) -> Option<&PhoneBody> {
    effects.iter().find_map(|effect| match effect {
        Effect::Send { body, .. } => Some(body),
        _ => None,
    })
}

fn refused(country: &str, text: &str) -> State {
    let mut state = form(country);
    state.reduce(Action::typed(text));
    assert_eq!(sent(&state.reduce(Action::Submit)), None, "{text}");
    state
}

fn save(state: &mut State) -> String {
    let effects = state.reduce(Action::Submit);
    let number = sent(&effects).and_then(|body| body.number.clone()).unwrap();
    let phone = Phone { id: 1, number: Some(number.clone()), ..Phone::default() };
    state.reduce(Action::Answered(Ok(Saved { phone, wrapped: false })));
    number
}

#[test]
fn a_number_of_another_country_is_offered_before_an_impossible_one() {
    let mut state = refused("FR", "15142223344");
    let country = Region::new("CA").unwrap();
    let number = "+1 514-222-3344".to_owned();
    assert_eq!(state.offer(), Some(Offer::DidYouMean { number: number.clone(), country }));
    let effects = state.reduce(Action::OfferTaken);
    assert!(effects.contains(&Effect::Focus(Field::Number)));
    assert_eq!((state.fields.number.clone(), state.offer()), (number, None));
    assert_eq!(save(&mut state), "+15142223344");

    // In national form, of a preferred country.
    let state = refused("FR", "5142223344");
    assert!(matches!(state.offer(), Some(Offer::DidYouMean { .. })), "{:?}", state.offer());
}

#[test]
fn an_offer_waits_for_the_plans_that_it_depends_on() {
    let zone = |digit| Zone::new(digit).unwrap();
    let form = || {
        let mut state = State::with_plans(Plans::default());
        state.reduce(Action::Set(Setting::LeadId(Some(3387562))));
        state.reduce(Action::Set(Setting::Token(true)));
        state.reduce(Action::typed("33612345678"));
        let effects = state.reduce(Action::Submit);
        assert!(effects.contains(&Effect::Load(zone(3))), "{effects:?}");
        assert_eq!(state.offer(), None);
        state
    };
    let mut state = form();
    state.plans.add(&file(3)).unwrap();
    state.reduce(Action::PlanLoaded(zone(3), true));
    let number = "+33 6 12 34 56 78".to_owned();
    let country = Region::new("FR").unwrap();
    assert_eq!(state.offer(), Some(Offer::DidYouMean { number, country }));

    let mut state = form();
    state.reduce(Action::PlanLoaded(zone(3), false));
    assert_eq!(state.offer(), Some(Offer::SaveAnyway("+1 33612345678".to_owned())));

    // An edit takes the refusal back.
    let mut state = form();
    state.reduce(Action::typed("336123456789"));
    state.plans.add(&file(3)).unwrap();
    state.reduce(Action::PlanLoaded(zone(3), true));
    assert_eq!(state.offer(), None);
}

#[test]
fn what_is_dialled_but_belongs_to_nobody_is_not_saved_anyway() {
    for (country, text) in [
        ("CA", "*98"),
        ("CA", "#31#5145550"),
        ("CA", "911"),
        ("CA", "112"),
        ("CA", "411"),
        ("CA", "555-0123"),
        ("FR", "112"),
        ("FR", "3949"),
        ("FR", "118712"),
        ("DE", "110"),
    ] {
        assert_eq!(refused(country, text).offer(), None, "{country} {text}");
    }
    // The number engine would read the letters as digits.
    assert_eq!(refused("FR", "1 514 222 3344 p.5").offer(), None);
    let number = "+1 51422233".to_owned();
    assert_eq!(refused("CA", "514 222 33").offer(), Some(Offer::SaveAnyway(number)));
}

#[test]
fn several_pasted_numbers_are_offered_one_after_another() {
    let mut state = form("CA");
    paste(&mut state, "514-555-0123\n514-222-3355 x12\n(438) 555-0199");
    assert_eq!(state.offer(), None);
    assert_eq!(save(&mut state), "+15145550123");
    let next = Offer::Next { number: "(514) 222-3355 ext. 12".into(), more: 1 };
    assert_eq!(state.offer(), Some(next));
    // Enter takes the next number, and a second one saves it.
    let effects = state.reduce(Action::Submit);
    assert_eq!((sent(&effects), &*state.fields.number), (None, "(514) 222-3355"));
    assert_eq!(state.fields.extension, "12");
    assert!(effects.contains(&Effect::Focus(Field::Number)));
    assert!(state.next_by_key);
    assert_eq!(save(&mut state), "+15142223355");
    assert_eq!(state.offer(), Some(Offer::Next { number: "(438) 555-0199".into(), more: 0 }));
    state.reduce(Action::OfferTaken);
    // The button has moved the focus, so the field is read out.
    assert!(!state.next_by_key);
    assert_eq!(save(&mut state), "+14385550199");
    assert_eq!(state.offer(), None);
}

#[test]
fn the_next_numbers_are_of_the_country_that_they_were_pasted_for() {
    let mut state = form("CA");
    state.reduce(Action::CountryChosen(Region::new("FR").unwrap()));
    paste(&mut state, "06 12 34 56 78\n06 12 34 56 79\n+1 514-555-0123");
    assert_eq!(save(&mut state), "+33612345678");
    state.reduce(Action::CountryChosen(Region::new("CA").unwrap()));
    state.reduce(Action::OfferTaken);
    assert_eq!((&*state.fields.number, state.country().as_str()), ("06 12 34 56 79", "FR"));
    assert_eq!(save(&mut state), "+33612345679");
    // The country that the user chose last is back.
    assert_eq!(state.country(), Region::new("CA").unwrap());
    state.reduce(Action::Set(Setting::Country(Region::new("DE").unwrap())));
    state.reduce(Action::OfferTaken);
    assert_eq!(save(&mut state), "+15145550123");
    assert_eq!(state.country(), Region::new("DE").unwrap());
}

#[test]
fn another_paste_or_another_lead_forgets_the_next_numbers() {
    let two = "514-555-0123\n514-222-3355";
    for action in [Action::Reset, Action::Set(Setting::LeadId(Some(7)))] {
        let mut state = form("CA");
        paste(&mut state, two);
        state.reduce(action);
        assert_eq!(state.offer(), None);
    }
    let mut state = form("CA");
    paste(&mut state, two);
    paste(&mut state, "438 555 0199");
    save(&mut state);
    assert_eq!(state.offer(), None);
}

#[test]
fn what_an_offer_or_a_submit_changes_can_be_undone() {
    let undo = |state: &mut State| {
        state.reduce(Action::Number(NumberEvent::Undo));
        state.fields.number.clone()
    };
    let mut state = refused("FR", "15142223344");
    let before = state.fields.number.clone();
    state.reduce(Action::OfferTaken);
    assert_eq!(undo(&mut state), before);

    let mut state = form("CA");
    paste(&mut state, "514-555-0123\n514-222-3355");
    save(&mut state);
    let next = state.offer();
    state.reduce(Action::OfferTaken);
    assert_eq!(undo(&mut state), "");
    assert!(next.is_some());
    assert_eq!(state.offer(), next);
    state.reduce(Action::Number(NumberEvent::Redo));
    assert_eq!((&*state.fields.number, state.offer()), ("(514) 222-3355", None));

    let text = "Ada 514-555-0123 or 514-222-3355";
    let mut state = refused("CA", text);
    assert_eq!(state.fields.number, "(514) 555-0123");
    assert_eq!(undo(&mut state), text);
}

#[test]
fn undo_of_a_paste_brings_the_next_numbers_back_with_their_country() {
    let mut state = form("CA");
    paste(&mut state, "514-555-0123\n514-222-3355");
    state.reduce(Action::CountryChosen(Region::new("FR").unwrap()));
    paste(&mut state, "06 12 34 56 78\n06 12 34 56 79");
    state.reduce(Action::Number(NumberEvent::Undo));
    state.reduce(Action::CountryChosen(Region::new("CA").unwrap()));
    save(&mut state);
    state.reduce(Action::OfferTaken);
    assert_eq!(save(&mut state), "+15142223355");
}
