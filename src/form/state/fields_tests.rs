use super::*;
use crate::api::phone::{PhoneBody, PhoneKind};
use crate::form::state::settings::Setting;

fn phone() -> Phone {
    Phone {
        id: 7,
        number: Some("+15142223344".into()),
        extension: "12".into(),
        mobile: Some(true),
        phone_type: None,
        valid: Some(true),
    }
}

/// A form without the optional fields.
fn form() -> State {
    let mut state = State::default();
    state.reduce(Action::Set(Setting::LeadId(Some(1))));
    state.reduce(Action::Set(Setting::Token(true)));
    state.reduce(Action::Set(Setting::Fields { extension: false, mobile: false }));
    state
}

fn sent(state: &mut State) -> PhoneBody {
    match &state.reduce(Action::Submit)[..] {
        [.., Effect::Send { body, .. }] => body.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn of_a_field_that_is_not_shown_a_create_sends_the_empty_value_and_an_update_none() {
    let mut state = form();
    state.reduce(Action::typed("514 222 3344"));
    let body = sent(&mut state);
    assert_eq!(body.extension, Some(None));
    assert_eq!(body.kind, PhoneKind { mobile: Some(false), phone_type: None });

    let mut state = form();
    state.reduce(Action::Set(Setting::Phone(Some(phone()))));
    let body = sent(&mut state);
    assert_eq!((body.extension, body.kind.mobile), (None, None));
    assert_eq!(body.number.as_deref(), Some("+15142223344"));
}

#[test]
fn an_extension_typed_with_the_number_is_not_dropped_where_its_field_is_not_shown() {
    let mut state = form();
    state.reduce(Action::typed("514 222 3344 x12"));
    state.number_left();
    state.reduce(Action::Submit);
    assert!(state.sending.is_none());
    assert_eq!(state.errors.number, Some(MessageId::ExtensionRefused.into()));
    // It stays where the user can delete it, and then the number is saved.
    assert!(state.fields.number.ends_with("x12"), "{}", state.fields.number);
    state.reduce(Action::typed("514 222 3344"));
    assert_eq!(sent(&mut state).number.as_deref(), Some("+15142223344"));
}

#[test]
fn an_extension_that_was_typed_before_its_field_was_hidden_moves_to_the_number() {
    let hide = || Action::Set(Setting::Fields { extension: false, mobile: true });
    let show = || Action::Set(Setting::Fields { extension: true, mobile: true });
    let mut state = form();
    state.reduce(show());
    state.reduce(Action::typed("514 222 3344"));
    state.reduce(Action::ExtensionEdited("34".into()));
    assert!(state.reduce(hide()).contains(&Effect::WriteFields));
    assert_eq!((&*state.fields.number, &*state.fields.extension), ("514 222 3344 x34", ""));
    state.reduce(Action::Submit);
    assert_eq!(state.errors.number, Some(MessageId::ExtensionRefused.into()));
    // With its field, it moves back; without it in the number, the number is saved.
    let mut shown = state.clone();
    shown.reduce(show());
    assert_eq!(sent(&mut shown).extension, Some(Some(34)));
    state.reduce(Action::typed("514 222 3344"));
    assert_eq!(sent(&mut state).extension, Some(None));

    // An update keeps the extension that the API holds; an edit that changed nothing is none.
    for (typed, number) in [("34", "(514) 222-3344 x34"), ("12", "(514) 222-3344")] {
        let mut state = form();
        state.reduce(show());
        state.reduce(Action::Set(Setting::Phone(Some(phone()))));
        state.reduce(Action::ExtensionEdited(typed.into()));
        state.reduce(hide());
        assert_eq!((&*state.fields.number, &*state.fields.extension), (number, "12"));
    }
    // So does one that a form fills in while the field is hidden.
    let mut state = form();
    state.reduce(Action::typed("514 222 3344"));
    state.reduce(Action::ExtensionEdited("ext 34".into()));
    state.reduce(Action::Submit);
    assert!(state.sending.is_none());
    assert_eq!(state.fields.number, "514 222 3344 x34");
}

#[test]
fn the_same_phone_again_changes_only_what_the_user_has_not_touched() {
    let mut state = form();
    state.reduce(Action::Set(Setting::Phone(Some(phone()))));
    state.reduce(Action::typed("514 222 33"));
    let changed = Phone { extension: "34".into(), number: Some("+15145550123".into()), ..phone() };
    state.reduce(Action::Set(Setting::Phone(Some(changed.clone()))));
    assert_eq!((&*state.fields.number, &*state.fields.extension), ("514 222 33", "34"));
    assert!(state.dirty());
    state.reduce(Action::Reset);
    assert_eq!((&*state.fields.number, &*state.fields.extension), ("(514) 555-0123", "34"));
    // Untouched, all of it is shown; another phone empties what was typed.
    state.reduce(Action::Set(Setting::Phone(Some(phone()))));
    assert_eq!((&*state.fields.number, &*state.fields.extension), ("(514) 222-3344", "12"));
    state.reduce(Action::ExtensionEdited("5".into()));
    state.reduce(Action::Set(Setting::Phone(Some(Phone { id: 8, ..changed }))));
    assert_eq!((&*state.fields.extension, state.settings.phone_id), ("34", Some(8)));
}
