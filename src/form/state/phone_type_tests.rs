use super::*;
use crate::api::answer::Saved;
use crate::api::phone::{Phone, PhoneBody};
use crate::form::state::settings::Setting;
use crate::form::state::{Action, Effect};

/// A form for the API's later revision, with complete settings.
fn form(types: &[&str]) -> State {
    let mut state = State::default();
    state.reduce(Action::Set(Setting::LeadId(Some(3387562))));
    state.reduce(Action::Set(Setting::Token(true)));
    set(&mut state, types);
    state
}

fn set(state: &mut State, types: &[&str]) -> Vec<Effect> {
    let types = types.iter().map(|word| (*word).to_owned()).collect();
    state.reduce(Action::Set(Setting::PhoneTypes(types)))
}

fn choose(state: &mut State, word: &str) {
    state.reduce(Action::TypeChosen(word.into()));
}

fn phone(word: Option<&str>) -> Phone {
    Phone {
        id: 7,
        number: Some("+15142223344".into()),
        phone_type: word.map(str::to_owned),
        ..Phone::default()
    }
}

fn body(state: &mut State) -> PhoneBody {
    match &state.reduce(Action::Submit)[..] {
        [Effect::Send { body, .. }] => body.clone(),
        other => panic!("expected one request, found {other:?}"),
    }
}

#[test]
fn a_new_phone_is_of_the_first_type_until_another_is_chosen() {
    let mut state = form(&["home", "work", "mobile"]);
    assert!(!state.dirty());
    assert_eq!(state.types(), ["home", "work", "mobile"]);
    state.reduce(Action::typed("+15142223344"));
    choose(&mut state, "work");
    let body = body(&mut state);
    assert_eq!((body.kind.mobile, body.kind.phone_type.as_deref()), (None, Some("work")));
    let saved = Saved { phone: phone(Some("work")), wrapped: true };
    state.reduce(Action::Answered(Ok(saved)));
    assert_eq!(state.fields.phone_type, "home");
    assert!(!state.dirty());
}

#[test]
fn a_choice_is_something_typed() {
    let mut state = form(&["home", "work"]);
    choose(&mut state, "work");
    assert!(state.dirty());
    choose(&mut state, "home");
    assert!(!state.dirty());
    choose(&mut state, "work");
    state.reduce(Action::Reset);
    assert_eq!(state.fields.phone_type, "home");
}

#[test]
fn a_number_that_says_whether_it_is_mobile_chooses_unless_the_user_has() {
    let plans = include_bytes!("../../../number/data/zone-3.bin");
    let mut state = form(&["mobile", "home", "work"]);
    state.plans.add(plans).expect("a zone's plans");
    state.reduce(Action::typed("+33142685300"));
    assert_eq!(state.fields.phone_type, "home");
    state.reduce(Action::typed("+33612345678"));
    assert_eq!(state.fields.phone_type, "mobile");
    choose(&mut state, "work");
    state.reduce(Action::typed("+33612345679"));
    assert_eq!(state.fields.phone_type, "work");

    let mut state = form(&["home", "cell"]);
    state.plans.add(plans).expect("a zone's plans");
    state.reduce(Action::typed("+33612345678"));
    assert_eq!(state.fields.phone_type, "home");
}

#[test]
fn a_type_that_is_not_listed_stays_with_its_phone() {
    let mut state = form(&["home", "work"]);
    state.reduce(Action::Set(Setting::Phone(Some(phone(Some("fax"))))));
    assert_eq!(state.fields.phone_type, "fax");
    assert_eq!(state.types(), ["fax", "home", "work"]);
    choose(&mut state, "work");
    assert_eq!(state.types(), ["fax", "home", "work"]);
    choose(&mut state, "fax");
    assert!(!state.dirty());
    assert_eq!(body(&mut state).kind.phone_type.as_deref(), Some("fax"));
}

#[test]
fn a_phone_without_a_type_is_given_none_by_itself() {
    let mut state = form(&["home", "work"]);
    state.reduce(Action::Set(Setting::Phone(Some(phone(None)))));
    assert_eq!(state.types(), ["", "home", "work"]);
    assert_eq!(
        body(&mut state),
        PhoneBody {
            extension: Some(None),
            number: Some("+15142223344".into()),
            ..PhoneBody::default()
        }
    );
}

#[test]
fn an_update_of_an_unknown_phone_sends_the_type_only_where_it_was_chosen() {
    let mut state = form(&["home", "work"]);
    state.reduce(Action::Set(Setting::PhoneId(Some(7))));
    assert_eq!(state.types(), ["", "home", "work"]);
    state.reduce(Action::ExtensionEdited("5".into()));
    assert_eq!(body(&mut state).kind.phone_type, None);
    state.reduce(Action::Cancelled);
    choose(&mut state, "home");
    let sent = body(&mut state);
    assert_eq!((sent.kind.phone_type.as_deref(), sent.kind.mobile), (Some("home"), None));
}

#[test]
fn without_types_the_check_box_is_sent() {
    let mut state = form(&["home"]);
    set(&mut state, &[]);
    state.reduce(Action::typed("+15142223344"));
    let body = body(&mut state);
    assert_eq!((body.kind.mobile, body.kind.phone_type), (Some(false), None));
}

#[test]
fn other_types_leave_what_was_chosen_and_the_same_change_nothing() {
    let mut state = form(&["home", "work"]);
    choose(&mut state, "work");
    set(&mut state, &["home", "other"]);
    assert_eq!(state.fields.phone_type, "work");
    assert_eq!(state.types(), ["work", "home", "other"]);
    let before = state.clone();
    assert_eq!(set(&mut state, &["home", "other"]), []);
    assert_eq!(state, before);
}
