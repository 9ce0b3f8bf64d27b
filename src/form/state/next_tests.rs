use super::*;
use crate::api::answer::{Failure, Kind, Saved};
use crate::api::phone::Phone;
use crate::form::number::edit::Edit;
use crate::form::number::input::{InputKind, NumberEvent};
use crate::form::number::line::Line;
use crate::form::state::Action;
use crate::form::state::offer::Offer;
use crate::form::state::settings::Setting;
use crate::form::text::messages::Texts;
use lead_phone_number::Region;

/// A form whose create of this number is on its way.
fn sending() -> State {
    let mut state = State::default();
    for action in [
        Action::Set(Setting::LeadId(Some(1))),
        Action::Set(Setting::Token(true)),
        Action::typed("(514) 222-3344"),
        Action::ExtensionEdited("12".into()),
        Action::MobileEdited(true),
        Action::Submit,
    ] {
        state.reduce(action);
    }
    assert!(state.sending.is_some());
    state
}

/// Types a character at the end of the number, as a browser reports it.
fn press(state: &mut State, character: &str) -> Vec<Effect> {
    let before = Line::new(state.fields.number.clone());
    let after = before.replace(character);
    state.reduce(Action::Number(NumberEvent::BeforeInput(before)));
    let kind = InputKind::Edit(Edit::Other);
    state.reduce(Action::Number(NumberEvent::Input { line: after, kind }))
}

fn saved(number: &str) -> Action {
    let phone =
        Phone { id: 1, number: Some(number.into()), extension: "12".into(), ..Phone::default() };
    Action::Answered(Ok(Saved { phone, wrapped: false }))
}

fn refused() -> Action {
    let duplicate = Failure { status: Some(403), ..Failure::unanswered(Kind::Duplicate) };
    Action::Answered(Err(duplicate))
}

fn status(state: &State) -> String {
    state.status.as_ref().map(|notice| notice.say(&Texts::default())).unwrap_or_default()
}

#[test]
fn what_was_edited_before_the_next_number_is_the_next_numbers() {
    // A form filler sets every field before the first event.
    let mut state = sending();
    state.reduce(Action::ExtensionEdited("34".into()));
    state.reduce(Action::MobileEdited(false));
    state.reduce(Action::MobileEdited(true));
    press(&mut state, "4");
    let next = Fields { number: "4".into(), extension: "34".into(), ..Fields::default() };
    assert_eq!(state.fields, next);
    state.reduce(saved("+15142223344"));
    assert_eq!(state.fields, next);
}

#[test]
fn a_key_during_a_create_begins_the_next_number() {
    let mut state = sending();
    let effects = press(&mut state, "4");
    assert!(effects.contains(&Effect::WriteNumber(Line::new("4"))), "{effects:?}");
    let next = Fields { number: "4".into(), ..Fields::default() };
    assert_eq!(state.fields, next);
    press(&mut state, "3");
    assert_eq!(state.fields.number, "43");
    let effects = state.reduce(saved("+15142223344"));
    // The focus stays where the user types.
    assert_eq!(effects, []);
    assert_eq!(state.fields.number, "43");
    assert!(state.dirty());
    assert_eq!(status(&state), "Added +1 514-222-3344, ext. 12 to the lead.");
}

#[test]
fn a_paste_and_a_deletion_during_a_create_begin_the_next_number_too() {
    let mut state = sending();
    let line = Line::new("(514) 222-3344");
    let pasted = NumberEvent::Pasted { line: line.clone(), text: "438 555 0199".into() };
    let effects = state.reduce(Action::Number(pasted));
    assert!(effects.contains(&Effect::WriteNumber(Line::new("(438) 555-0199"))), "{effects:?}");
    assert_eq!(state.fields.number, "(438) 555-0199");

    let mut state = sending();
    state.reduce(Action::Number(NumberEvent::BeforeInput(line)));
    let kind = InputKind::Edit(Edit::Backward);
    let line = Line::new("(514) 222-334");
    state.reduce(Action::Number(NumberEvent::Input { line, kind }));
    assert_eq!(state.fields, Fields::default());
}

#[test]
fn an_update_goes_on_with_its_number() {
    let mut state = State::default();
    for action in [
        Action::Set(Setting::PhoneId(Some(1))),
        Action::Set(Setting::Token(true)),
        Action::typed("(514) 222-334"),
        Action::Submit,
    ] {
        state.reduce(action);
    }
    press(&mut state, "4");
    assert_eq!(state.fields.number, "(514) 222-3344");
}

#[test]
fn a_box_ticked_during_a_create_is_the_next_numbers() {
    let mut state = sending();
    state.reduce(Action::MobileEdited(false));
    state.reduce(saved("+15142223344"));
    assert_eq!(state.fields, Fields::default());
    let mut state = sending();
    state.reduce(Action::ExtensionEdited("13".into()));
    state.reduce(saved("+15142223344"));
    assert_eq!(state.fields, Fields { extension: "13".into(), ..Fields::default() });
}

#[test]
fn a_failed_create_is_named_and_put_back_after_the_next_number_was_begun() {
    let mut state = sending();
    for character in ["4", "3", "8"] {
        press(&mut state, character);
    }
    let effects = state.reduce(refused());
    assert!(matches!(effects[..], [Effect::Raise(_)]), "{effects:?}");
    assert_eq!(state.errors.number, None);
    let said = "+1 514-222-3344: This lead already has this number.";
    assert_eq!(
        state.form_error().map(|notice| notice.say(&Texts::default())).as_deref(),
        Some(said)
    );
    // The words are about another number than the one that is typed.
    press(&mut state, "5");
    assert!(state.form_error().is_some());
    assert_eq!(state.offer(), Some(Offer::PutBack("+1 514-222-3344".into())));
    let effects = state.reduce(Action::OfferTaken);
    assert!(effects.contains(&Effect::WriteFields), "{effects:?}");
    assert!(effects.contains(&Effect::Focus(Field::Number)), "{effects:?}");
    let back = Fields {
        number: "(514) 222-3344".into(),
        extension: "12".into(),
        mobile: true,
        ..Fields::default()
    };
    assert_eq!((state.fields.clone(), state.form_error(), state.offer()), (back, None, None));
    // Its place is taken, so the other number waits for the next save.
    let effects = state.reduce(Action::Submit);
    assert!(matches!(effects[..], [Effect::Send { .. }]), "{effects:?}");
    state.reduce(saved("+15142223344"));
    assert_eq!(state.offer(), Some(Offer::Next { number: "438-5".into(), more: 0 }));
}

#[test]
fn the_country_that_the_user_chose_stays_until_somebody_changes_it() {
    let region = |code| Region::new(code).unwrap();
    let mut state = State::default();
    for action in [
        Action::Set(Setting::LeadId(Some(1))),
        Action::Set(Setting::Token(true)),
        Action::CountryChosen(region("US")),
        Action::typed("212 555 0123"),
        Action::Submit,
        saved("+12125550123"),
    ] {
        state.reduce(action);
    }
    assert_eq!((state.country(), state.dirty()), (region("US"), false));
    state.reduce(Action::Set(Setting::Country(region("CA"))));
    assert_eq!(state.country(), region("US"));
    state.reduce(Action::Set(Setting::Country(region("BS"))));
    assert_eq!(state.country(), region("BS"));

    state.reduce(Action::CountryChosen(region("US")));
    state.reduce(Action::Set(Setting::LeadId(Some(2))));
    assert_eq!(state.country(), region("BS"));
    // A calling code is no choice.
    state.reduce(Action::typed("+1 514 222 3344"));
    assert_eq!(state.reading().country, region("CA"));
    state.reduce(Action::Submit);
    state.reduce(saved("+15142223344"));
    assert_eq!(state.reading().country, region("BS"));
}

#[test]
fn the_words_about_a_save_stay_until_the_next_one() {
    let mut state = sending();
    state.reduce(saved("+15142223344"));
    let said = "Added +1 514-222-3344, ext. 12 to the lead.";
    for character in ["4", "3"] {
        press(&mut state, character);
        assert_eq!(status(&state), said);
    }
    state.reduce(Action::ExtensionEdited("1".into()));
    state.reduce(Action::CountryChosen(Region::new("US").unwrap()));
    assert_eq!(status(&state), said);
    state.reduce(Action::Submit);
    assert_eq!(status(&state), "");
    state.reduce(Action::Reset);
    assert_eq!(status(&state), "");
}
