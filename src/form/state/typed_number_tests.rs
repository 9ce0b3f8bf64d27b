//! Tests of how the field shows typed numbers, pasted numbers and the API's numbers.

use super::*;
use crate::form::text::notice::Notice;

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
    let told = Notice::new(MessageId::SeveralPasted).with("number", "(514) 555-0123 ext. 12");
    let told = Some(told.with_count("count", 2));
    assert_eq!(state.status, told);
    state.reduce(Action::Number(NumberEvent::Left));
    assert_eq!(state.status, told);
    type_number(&mut state, "(514) 555-012");
    assert_eq!(state.status, None);

    // The extension is removed with its number, however similar the next number is.
    assert_eq!(state.fields.extension, "12");
    pasted(&mut state, "514 555 0199");
    assert_eq!(state.fields.extension, "");
}

#[test]
fn digits_that_are_left_out_are_told_beside_other_numbers_too() {
    let mut state = form();
    pasted(&mut state, "514-222-3344/12 or 514-222-3355");
    assert_eq!(
        state.status.map(|told| told.say(&State::default().texts())).as_deref(),
        Some("2 numbers pasted; only (514) 222-3344 is used. “12” after the number was left out.")
    );
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
        assert_eq!(state.errors.number.as_ref().map(Notice::text), Some(why), "{text}");
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
}

#[test]
fn what_else_a_typed_text_has_is_said_before_anything_is_sent() {
    let mut state = form();
    type_number(&mut state, "514 555 0123 or 514 555 0199");
    assert_eq!(sent_number(&state.reduce(Action::Submit)), None);
    assert_eq!(state.fields.number, "(514) 555-0123");
    assert_eq!(state.status.as_ref().map(Notice::text), Some(MessageId::SeveralPasted));
    assert_eq!(sent_number(&state.reduce(Action::Submit)), Some("+15145550123"));

    // Enter and the button leave the field before they submit.
    let mut state = form();
    type_number(&mut state, "5142223344/12");
    state.reduce(Action::Number(NumberEvent::Left));
    assert_eq!((state.fields.number.as_str(), state.status.clone()), ("5142223344/12", None));
    assert_eq!(sent_number(&state.reduce(Action::Submit)), None);
    assert_eq!(state.fields.number, "(514) 222-3344");
    assert_eq!(state.status, Some(Notice::new(MessageId::LeftOut).with("text", "12")));
    assert_eq!(sent_number(&state.reduce(Action::Submit)), Some("+15142223344"));
}

#[test]
fn a_paste_is_read_again_when_its_plan_is_there() {
    let text = "Ring +44 (0)20 7946 0018 x12 or +44 20 7946 0019";
    let mut state = form();
    pasted(&mut state, text);
    assert!(state.asked_for.contains(&zone(4)));
    state.plans.add(&file(4)).unwrap();
    state.reduce(Action::PlanLoaded(zone(4), true));
    assert_eq!(state.fields.number, "+44 20 7946 0018");
    assert_eq!(state.fields.extension, "12");
    assert_eq!(state.status.as_ref().map(Notice::text), Some(MessageId::SeveralPasted));

    // An edit since then is another number.
    let mut state = form();
    pasted(&mut state, text);
    type_number(&mut state, "+44 20 7946 001");
    state.plans.add(&file(4)).unwrap();
    state.reduce(Action::PlanLoaded(zone(4), true));
    assert_eq!(state.status, None);
    assert_eq!(state.fields.number, "+44 20 7946 001");
}

#[test]
fn an_extension_that_was_edited_stays_when_a_paste_is_read_again() {
    let mut state = form();
    pasted(&mut state, "+44 (0)20 7946 0018 x12");
    state.reduce(Action::ExtensionEdited("34".into()));
    assert_eq!(sent_number(&state.reduce(Action::Submit)), None);
    state.plans.add(&file(4)).unwrap();
    let effects = state.reduce(Action::PlanLoaded(zone(4), true));
    // The zero is no part of the number, so the save was asked for this one.
    assert_eq!(sent_number(&effects), Some("+442079460018"));
    assert_eq!(state.fields.extension, "34");
}

#[test]
fn brackets_that_were_typed_go_when_the_number_is_complete() {
    let mut state = form();
    state.plans.add(&file(3)).unwrap();
    for (text, shown) in [
        ("+33 (0)6 12 34 56 78", "+33 6 12 34 56 78"),
        ("(514) 5550123", "(514) 555-0123"),
        ("(514) 55", "(514) 55"),
    ] {
        type_number(&mut state, text);
        state.reduce(Action::Number(NumberEvent::Left));
        assert_eq!(state.fields.number, shown);
    }
}

#[test]
fn brackets_that_are_typed_before_the_plan_is_there_stay_when_it_comes() {
    for (typed, more, shown) in [
        ("+44 (0)20 79", "+44 (0)20 7946 0018", "+44 20 7946 0018"),
        ("+44 (20) 7946 0018", "+44 (20) 7946 0018", "+44 20 7946 0018"),
    ] {
        let mut state = form();
        type_number(&mut state, typed);
        state.plans.add(&file(4)).unwrap();
        state.reduce(Action::PlanLoaded(zone(4), true));
        assert_eq!(state.fields.number, typed);
        type_number(&mut state, more);
        state.reduce(Action::Number(NumberEvent::Left));
        assert_eq!(state.fields.number, shown);
    }
    // A number that was left before is complete.
    let mut state = form();
    type_number(&mut state, "+44 (0)20 7946 0018");
    state.reduce(Action::Number(NumberEvent::Left));
    state.plans.add(&file(4)).unwrap();
    state.reduce(Action::PlanLoaded(zone(4), true));
    assert_eq!(state.fields.number, "+44 20 7946 0018");
}

#[test]
fn while_a_number_is_deleted_its_country_stays_until_the_calling_code_is_gone() {
    let mut state = form();
    state.plans.add(&file(3)).unwrap();
    state.reduce(Action::CountryChosen(region("FR")));
    let text = "+1 242-357-1234";
    let mut countries = Vec::new();
    for end in (0..=text.len()).rev() {
        type_number(&mut state, &text[..end]);
        let country = state.reading().country;
        if countries.last() != Some(&country) {
            countries.push(country);
        }
    }
    assert_eq!(countries, [region("BS"), region("FR")]);
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

#[test]
fn a_paste_whose_plan_never_comes_is_judged_like_a_typed_number() {
    let mut state = form();
    let effects = pasted(&mut state, "+44 20 7946 0018");
    assert!(effects.contains(&Effect::Load(zone(4))));
    let effects = state.reduce(Action::PlanLoaded(zone(4), false));
    assert!(!effects.contains(&Effect::Load(zone(4))), "{effects:?}");
    assert_eq!(sent_number(&state.reduce(Action::Submit)), Some("+442079460018"));
}

#[test]
fn a_pasted_text_in_which_no_number_was_found_is_not_sent() {
    let mut state = form();
    pasted(&mut state, "Bob5145550123");
    assert_eq!(state.errors.number, Some(MessageId::NothingPasted.into()));
    assert_eq!(sent_number(&state.reduce(Action::Submit)), None);
    assert_eq!(state.errors.number, Some(MessageId::NothingPasted.into()));
    // An edit makes it the user's own text.
    type_number(&mut state, "5145550123");
    assert_eq!(sent_number(&state.reduce(Action::Submit)), Some("+15145550123"));
}

#[test]
fn a_slash_after_a_typed_number_is_no_part_of_it_in_any_plan() {
    let mut state = form();
    state.plans.add(&file(4)).unwrap();
    state.reduce(Action::CountryChosen(region("CH")));
    type_number(&mut state, "044 123 45 67/68");
    assert_eq!(sent_number(&state.reduce(Action::Submit)), None);
    assert_eq!(sent_number(&state.reduce(Action::Submit)), Some("+41441234567"));
    // A slash after an area code is a separator.
    state.reduce(Action::CountryChosen(region("DE")));
    type_number(&mut state, "030/1234567");
    assert_eq!(sent_number(&state.reduce(Action::Submit)), None);
    state.reduce(Action::Cancelled);
    assert_eq!(sent_number(&state.reduce(Action::Submit)), Some("+49301234567"));
}
