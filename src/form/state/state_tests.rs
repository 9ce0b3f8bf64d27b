use super::*;
use crate::api::answer::{Failure, Kind, Saved};
use crate::api::phone::{Phone, PhoneBody, PhoneKind};
use crate::form::state::error_event::ErrorEvent;
use crate::form::state::fields::Field;
use crate::form::state::settings::Setting;
use crate::form::text::message_id::MessageId;

/// A form with complete settings.
fn ready_form() -> State {
    let mut state = State::default();
    state.reduce(Action::Set(Setting::LeadId(Some(3387562))));
    state.reduce(Action::Set(Setting::Token(true)));
    state
}

fn phone(id: u64) -> Phone {
    Phone {
        id,
        number: Some("+15141234455".into()),
        extension: "555".into(),
        mobile: Some(true),
        phone_type: None,
        valid: Some(true),
    }
}

fn saved(phone: Phone) -> Action {
    Action::Answered(Ok(Saved { phone, wrapped: false }))
}

fn failed(kind: Kind, status: u16) -> Action {
    Action::Answered(Err(Failure { status: Some(status), ..Failure::unanswered(kind) }))
}

fn body(effects: &[Effect]) -> &PhoneBody {
    match effects {
        [Effect::Send { body, .. }] => body,
        other => panic!("expected one request, found {other:?}"),
    }
}

fn raised(effects: &[Effect]) -> Vec<&ErrorEvent> {
    effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Raise(event) => Some(event),
            _ => None,
        })
        .collect()
}

/// The effects of a save that is refused at a field.
fn refusal(field: Field, text: MessageId) -> [Effect; 2] {
    [Effect::Refuse(field, text.into()), Effect::Focus(field)]
}

#[test]
fn a_create_sends_what_was_typed_and_empties_the_form() {
    let mut state = ready_form();
    state.reduce(Action::typed("  +15141234455 "));
    state.reduce(Action::ExtensionEdited("555".into()));
    state.reduce(Action::MobileEdited(true));
    assert!(state.dirty());

    let effects = state.reduce(Action::Submit);
    assert_eq!(
        body(&effects),
        &PhoneBody {
            lead_id: Some(3387562),
            extension: Some(Some(555)),
            kind: PhoneKind { mobile: Some(true), phone_type: None },
            number: Some("+15141234455".into()),
        }
    );
    assert!(state.sending.is_some());

    let effects = state.reduce(saved(phone(1)));
    assert_eq!(
        effects,
        [Effect::WriteFields, Effect::FocusIfInside(Field::Number), Effect::Settle]
    );
    assert_eq!(state.fields, Fields::default());
    assert!(!state.dirty() && state.sending.is_none() && !state.warning());
    assert_eq!(
        state.status.unwrap().say(&Texts::default()),
        "Added +1 514-123-4455, ext. 555 to the lead."
    );
    assert_eq!(state.settings.phone_id, None);
}

#[test]
fn an_update_shows_the_phone_as_returned() {
    let mut state = ready_form();
    state.reduce(Action::Set(Setting::Phone(Some(phone(7)))));
    assert_eq!(state.fields, Fields { number: "+1 514-123-4455".into(), ..Fields::of(&phone(7)) });
    assert!(!state.dirty());

    state.reduce(Action::ExtensionEdited(String::new()));
    let effects = state.reduce(Action::Submit);
    assert!(matches!(effects[0], Effect::Send { phone_id: Some(7), .. }));
    assert_eq!(
        body(&effects),
        &PhoneBody {
            lead_id: None,
            extension: Some(None),
            kind: PhoneKind { mobile: Some(true), phone_type: None },
            number: Some("+15141234455".into()),
        }
    );
    let returned = Phone { number: Some("+15141234459".into()), valid: Some(false), ..phone(7) };
    state.reduce(saved(returned));
    assert_eq!(state.fields.number, "+1 514-123-4459");
    assert!(state.warning() && !state.dirty());
}

#[test]
fn an_update_of_an_unknown_phone_sends_only_what_was_touched() {
    let mut state = ready_form();
    state.reduce(Action::Set(Setting::PhoneId(Some(7))));
    assert_eq!(body(&state.reduce(Action::Submit)), &PhoneBody::default());
    state.reduce(Action::Cancelled);

    state.reduce(Action::MobileEdited(true));
    state.reduce(Action::MobileEdited(false));
    assert_eq!(
        body(&state.reduce(Action::Submit)),
        &PhoneBody {
            kind: PhoneKind { mobile: Some(false), phone_type: None },
            ..PhoneBody::default()
        }
    );
    // The phone is known once the API has returned it.
    state.reduce(saved(phone(7)));
    assert!(body(&state.reduce(Action::Submit)).number.is_some());
}

#[test]
fn one_request_at_a_time() {
    let mut state = ready_form();
    state.reduce(Action::typed("+15142223344"));
    body(&state.reduce(Action::Submit));
    assert_eq!(state.reduce(Action::Submit), []);
    state.reduce(failed(Kind::Server, 500));
    body(&state.reduce(Action::Submit));
}

#[test]
fn a_cancelled_submit_can_be_submitted_again() {
    let mut state = ready_form();
    state.reduce(Action::typed("+15142223344"));
    body(&state.reduce(Action::Submit));
    assert_eq!(state.reduce(Action::Cancelled), []);
    assert_eq!(state.fields.number, "+15142223344");
    body(&state.reduce(Action::Submit));
}

#[test]
fn a_failure_keeps_what_was_typed_and_is_told_once() {
    for (kind, status) in [
        (Kind::Unauthenticated, 401),
        (Kind::Duplicate, 403),
        (Kind::NotFound, 404),
        (Kind::Invalid, 422),
        (Kind::Server, 500),
        (Kind::Network, 0),
    ] {
        let mut state = ready_form();
        state.reduce(Action::typed("+15141234455"));
        state.reduce(Action::Submit);
        let effects = state.reduce(failed(kind, status));
        let events = raised(&effects);
        assert_eq!(events.len(), 1, "{kind:?}");
        assert_eq!((events[0].kind, events[0].status), (kind, Some(status)));
        assert_eq!(events[0].operation, Some(Operation::Create));
        assert_eq!(events[0].message, state.errors.say(&Texts::default()));
        assert_eq!(state.fields.number, "+15141234455");
        assert!(state.dirty());
    }
}

#[test]
fn nothing_is_sent_without_a_number_a_lead_or_a_token() {
    let mut state = ready_form();
    state.reduce(Action::typed("   "));
    assert_eq!(state.reduce(Action::Submit), refusal(Field::Number, MessageId::NumberMissing));
    assert_eq!(state.errors.say(&Texts::default()), Texts::default().get(MessageId::NumberMissing));

    for missing in [Setting::LeadId(None), Setting::Token(false)] {
        let mut state = ready_form();
        state.reduce(Action::typed("+15142223344"));
        assert_eq!(state.reduce(Action::Set(missing)), []);
        let effects = state.reduce(Action::Submit);
        let events = raised(&effects);
        assert_eq!((events.len(), effects.len()), (1, 1));
        assert_eq!((events[0].kind, events[0].operation), (Kind::Configuration, None));
        assert_eq!(state.fields.number, "+15142223344");
    }
}

#[test]
fn a_refused_extension_is_told_at_its_field() {
    let mut state = ready_form();
    state.reduce(Action::typed("+15142223344"));
    state.reduce(Action::ExtensionEdited("012".into()));
    let refused = refusal(Field::Extension, MessageId::ExtensionLeadingZero);
    assert_eq!(state.reduce(Action::Submit), refused);
    assert_eq!(state.errors.extension, Some(MessageId::ExtensionLeadingZero.into()));
    state.reduce(Action::ExtensionEdited("12".into()));
    assert_eq!(state.errors.extension, None);
    body(&state.reduce(Action::Submit));
}

#[test]
fn an_extension_with_its_label_is_shown_as_digits_once_it_is_complete() {
    let mut state = ready_form();
    state.reduce(Action::typed("+15142223344"));
    state.reduce(Action::ExtensionEdited("poste 12".into()));
    assert_eq!(state.fields.extension, "poste 12");
    assert_eq!(state.reduce(Action::ExtensionLeft), [Effect::WriteFields]);
    assert_eq!(state.fields.extension, "12");
    assert_eq!(state.reduce(Action::ExtensionLeft), []);
    // Enter does not leave the field.
    state.reduce(Action::ExtensionEdited("x 13".into()));
    let effects = state.reduce(Action::Submit);
    assert_eq!(effects.first(), Some(&Effect::WriteFields));
    assert_eq!(body(&effects[1..]).extension, Some(Some(13)));
    assert_eq!(state.fields.extension, "13");
    state.reduce(Action::Cancelled);

    // Nothing of what is not understood is dropped.
    state.reduce(Action::ExtensionEdited("x 13 or 14".into()));
    assert_eq!(state.reduce(Action::ExtensionLeft), []);
    let refused = refusal(Field::Extension, MessageId::ExtensionNotNumber);
    assert_eq!(state.reduce(Action::Submit), refused);
    assert_eq!(state.errors.extension, Some(MessageId::ExtensionNotNumber.into()));
    assert_eq!(state.fields.extension, "x 13 or 14");
}

#[test]
fn an_unreadable_setting_is_reported_once_and_stops_saving_until_it_is_mended() {
    let unreadable = || UnreadableSetting {
        name: "lead-id",
        value: "abc".into(),
        why: MessageId::SettingUnreadable,
    };
    let mut state = ready_form();
    state.reduce(Action::typed("+15142223344"));
    let effects = state.reduce(Action::SetUnreadable(unreadable(), None));
    assert_eq!(raised(&effects).len(), 1);
    assert_eq!(
        state.form_error().unwrap().say(&Texts::default()),
        "This form is not set up correctly: lead-id cannot be “abc”."
    );
    assert_eq!(state.reduce(Action::SetUnreadable(unreadable(), None)), []);
    assert_eq!(state.reduce(Action::Submit), []);
    assert!(state.form_error().is_some());

    state.reduce(Action::Set(Setting::LeadId(Some(3387562))));
    assert_eq!(state.form_error(), None);
    body(&state.reduce(Action::Submit));
}

#[test]
fn another_lead_or_phone_empties_the_form_and_an_equal_one_does_not() {
    let type_into = |state: &mut State| state.reduce(Action::typed("+15142223344"));
    let mut state = State::default();
    type_into(&mut state);
    // Setting the first lead is part of the setup, not a change to another lead.
    assert_eq!(state.reduce(Action::Set(Setting::LeadId(Some(1)))), []);
    assert_eq!(state.reduce(Action::Set(Setting::LeadId(Some(1)))), []);
    assert!(state.dirty());
    assert_eq!(state.reduce(Action::Set(Setting::LeadId(Some(2)))), [Effect::WriteFields]);
    assert!(!state.dirty());

    type_into(&mut state);
    assert_eq!(state.reduce(Action::Set(Setting::PhoneId(Some(9)))), [Effect::WriteFields]);
    type_into(&mut state);
    assert_eq!(state.reduce(Action::Set(Setting::PhoneId(Some(9)))), []);
    assert!(state.dirty());
}

#[test]
fn the_same_phone_again_does_not_undo_what_was_typed() {
    let mut state = ready_form();
    let set = |state: &mut State| state.reduce(Action::Set(Setting::Phone(Some(phone(7)))));
    set(&mut state);
    state.reduce(Action::typed("+15142223344"));
    assert_eq!(set(&mut state), []);
    assert_eq!(state.fields.number, "+15142223344");

    // Nor does the phone that an update has returned.
    state.reduce(Action::Submit);
    state.reduce(saved(Phone { number: Some("+12".into()), ..phone(7) }));
    assert_eq!(set(&mut state), []);
    assert_eq!(state.fields.number, "+12");
}

#[test]
fn the_phone_that_an_update_has_returned_changes_nothing() {
    let mut state = ready_form();
    state.reduce(Action::Set(Setting::Phone(Some(phone(7)))));
    state.reduce(Action::Submit);
    let returned = Phone { extension: "12".into(), ..phone(7) };
    state.reduce(saved(returned.clone()));
    let said = state.status.clone();
    assert!(said.is_some());
    assert_eq!(state.reduce(Action::Set(Setting::Phone(Some(returned)))), []);
    assert_eq!(state.status, said);
    // The earlier phone is now another one again.
    state.reduce(Action::Set(Setting::Phone(Some(phone(7)))));
    assert_eq!(state.fields.extension, "555");
}

#[test]
fn an_equal_country_changes_nothing() {
    let mut state = ready_form();
    state.reduce(Action::Submit);
    assert!(state.errors.number.is_some());
    let country = state.settings.country;
    assert_eq!(state.reduce(Action::Set(Setting::Country(country))), []);
    assert!(state.errors.number.is_some());
}

#[test]
fn phone_null_clears_the_id_only_if_phone_had_set_it() {
    let mut state = ready_form();
    state.reduce(Action::Set(Setting::Phone(Some(phone(7)))));
    state.reduce(Action::Set(Setting::Phone(None)));
    assert_eq!(state.settings.phone_id, None);
    assert_eq!(state.fields, Fields::default());

    state.reduce(Action::Set(Setting::PhoneId(Some(9))));
    assert_eq!(state.reduce(Action::Set(Setting::Phone(None))), []);
    assert_eq!(state.settings.phone_id, Some(9));
}

#[test]
fn an_answer_belongs_to_the_ids_that_its_request_left_with() {
    for outcome in [saved(phone(1)), failed(Kind::Duplicate, 403)] {
        let mut state = ready_form();
        state.reduce(Action::typed("+15142223344"));
        state.reduce(Action::Submit);
        state.reduce(Action::Set(Setting::LeadId(Some(2))));
        state.reduce(Action::typed("+15142223346"));
        let effects = state.reduce(outcome);
        assert_eq!(effects.len(), raised(&effects).len());
        assert_eq!(state.fields.number, "+15142223346");
        assert_eq!((state.status, state.errors.say(&Texts::default()).as_str()), (None, ""));
        assert!(state.sending.is_none());
    }
}

#[test]
fn what_is_typed_while_a_request_is_on_its_way_stays() {
    let mut state = ready_form();
    state.reduce(Action::typed("+15142223344"));
    state.reduce(Action::Submit);
    state.reduce(Action::typed("+15142223345"));
    assert_eq!(state.reduce(saved(phone(1))), [Effect::WriteFields]);
    assert_eq!(state.fields.number, "+15142223345");
    assert!(state.dirty());
    assert!(state.status.is_some());
}

#[test]
fn reset_brings_back_what_was_saved_last() {
    let mut state = ready_form();
    state.reduce(Action::typed("+15142223344"));
    assert_eq!(state.reduce(Action::Reset), [Effect::WriteFields]);
    assert_eq!(state.fields, Fields::default());

    state.reduce(Action::Set(Setting::Phone(Some(phone(7)))));
    state.reduce(Action::typed("+15142223344"));
    state.reduce(Action::Reset);
    assert_eq!(state.fields, Fields { number: "+1 514-123-4455".into(), ..Fields::of(&phone(7)) });
    assert!(!state.dirty());
}

#[test]
fn a_disabled_form_does_not_submit() {
    let mut state = ready_form();
    state.reduce(Action::typed("+15142223344"));
    state.reduce(Action::Set(Setting::Disabled(true)));
    assert_eq!(state.reduce(Action::Submit), []);
    state.reduce(Action::Set(Setting::Disabled(false)));
    body(&state.reduce(Action::Submit));
}

#[test]
fn typing_takes_back_what_was_said_about_the_number() {
    let mut state = ready_form();
    state.reduce(Action::typed("+15142223344"));
    state.reduce(Action::Submit);
    state.reduce(failed(Kind::Duplicate, 403));
    assert!(state.errors.number.is_some());
    state.reduce(Action::typed("+15142223345"));
    assert_eq!(state.errors, Explanation::default());
}
