//! Tests of how the field shows typed numbers, pasted numbers and the API's numbers.

use super::*;

fn pasted(state: &mut State, text: &str) -> Vec<Effect> {
    // Replaces the whole text.
    let line = Line::new(&state.fields.number).select(0, state.fields.number.len());
    state.reduce(Action::Number(NumberEvent::Pasted { line, text: text.into() }))
}

#[test]
fn what_is_pasted_is_complete_at_once() {
    let mut state = form();
    pasted(&mut state, "Ada: 514 555 0123, poste 12 (bureau)");
    assert_eq!(
        (state.fields.number.as_str(), state.fields.extension.as_str()),
        ("(514) 555-0123", "12")
    );
    assert_eq!((state.status.clone(), state.errors.number.clone()), (None, None));

    pasted(&mut state, "514 555 0123 x12, 514 555 0199");
    assert_eq!(state.fields.number, "(514) 555-0123");
    assert_eq!(state.status, Some(MessageId::SeveralPasted.into()));
    state.reduce(Action::Number(NumberEvent::Left));
    assert_eq!(state.status, Some(MessageId::SeveralPasted.into()));
    type_number(&mut state, "(514) 555-012");
    assert_eq!(state.status, None);

    // The extension is removed with its number, however similar the next number is.
    assert_eq!(state.fields.extension, "12");
    pasted(&mut state, "514 555 0199");
    assert_eq!(state.fields.extension, "");
}

#[test]
fn what_cannot_be_read_of_a_paste_is_said() {
    for (text, why) in [
        ("no number", MessageId::NothingPasted),
        ("514 555", MessageId::TooShort),
        ("555-0123", MessageId::AreaCodeMissing),
        ("+999 1234567", MessageId::CallingCodeUnknown),
    ] {
        let mut state = form();
        pasted(&mut state, text);
        assert_eq!(state.fields.number, text);
        assert_eq!(state.errors.number, Some(why.into()), "{text}");
        type_number(&mut state, "5");
        assert_eq!(state.errors.number, None);
    }
    let mut state = form();
    pasted(&mut state, "1-800-FLOWERS");
    assert_eq!(state.errors.number, None);
    assert_eq!(sent_number(&state.reduce(Action::Submit)), Some("+18003569377"));
}

#[test]
fn a_number_typed_with_words_is_taken_out_of_them_once_it_is_complete() {
    for text in ["call 514 555 0123 poste 12", "514 555 0123 poste 12", "514 555 0123 (x12)"] {
        let mut state = form();
        type_number(&mut state, text);
        assert_eq!(state.fields.number, text);
        state.reduce(Action::Number(NumberEvent::Left));
        assert_eq!(
            (state.fields.number.as_str(), state.fields.extension.as_str()),
            ("(514) 555-0123", "12"),
            "{text}"
        );
    }
    // With two numbers, the form does not choose one.
    let mut state = form();
    type_number(&mut state, "514 555 0123 or 514 555 0199");
    assert_eq!(sent_number(&state.reduce(Action::Submit)), None);
    assert_eq!(state.fields.number, "514 555 0123 or 514 555 0199");
}

fn held(state: &mut State, number: &str) -> Vec<Effect> {
    let phone = Phone { id: 7, number: Some(number.into()), ..Phone::default() };
    state.reduce(Action::Set(Setting::Phone(Some(phone))))
}

#[test]
fn a_number_that_the_api_holds_is_shown_as_people_write_it_and_sent_back_as_it_is() {
    for (number, shown) in [
        ("+15145550123", "(514) 555-0123"),
        ("+12125550123", "+1 212-555-0123"),
        ("+15141234455", "+1 514-123-4455"),
        ("+442079460018", "+442079460018"),
        ("+12", "+12"),
        ("514-OLD", "514-OLD"),
    ] {
        let mut state = form();
        held(&mut state, number);
        assert_eq!(state.fields.number, shown);
        assert!(!state.dirty());
        // A number that the form refuses is not sent, so the API's number stays as it is.
        let sent = Some(number).filter(|_| !state.is_refused());
        assert_eq!(sent_number(&state.reduce(Action::Submit)), sent);
    }
}

#[test]
fn a_number_that_the_api_holds_stays_unchanged_when_its_plan_or_the_country_changes() {
    let mut state = form();
    let effects = held(&mut state, "+442079460018");
    assert_eq!(effects, [Effect::WriteFields, Effect::Load(zone(4))]);
    state.plans.add(&file(4)).unwrap();
    state.reduce(Action::PlanLoaded(zone(4), true));
    assert_eq!(state.fields.number, "+44 20 7946 0018");
    assert!(!state.dirty());
    state.reduce(Action::Set(Setting::Country(region("GB"))));
    assert_eq!(state.fields.number, "020 7946 0018");
    assert!(!state.dirty());
    assert_eq!(sent_number(&state.reduce(Action::Submit)), Some("+442079460018"));
    state.reduce(Action::Cancelled);

    // Another country turns it into another number.
    state.plans.add(&file(3)).unwrap();
    state.reduce(Action::CountryChosen(region("FR")));
    assert!(state.dirty());
    assert_ne!(sent_number(&state.reduce(Action::Submit)), Some("+442079460018"));
}

#[test]
fn a_number_is_formatted_when_its_plan_comes() {
    let mut state = form();
    state.reduce(Action::Set(Setting::Country(region("GB"))));
    type_number(&mut state, "02079460018");
    state.plans.add(&file(4)).unwrap();
    state.reduce(Action::PlanLoaded(zone(4), true));
    assert_eq!(state.fields.number, "020 7946 0018");
    assert!(state.dirty());
    // A text with more than a number stays as it was typed.
    type_number(&mut state, "02079460018 x");
    state.reduce(Action::PlanLoaded(zone(4), true));
    assert_eq!(state.fields.number, "02079460018 x");
}
