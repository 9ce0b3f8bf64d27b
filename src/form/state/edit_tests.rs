use super::*;
use crate::api::answer::{Failure, Kind, Saved};
use crate::api::phone::{Operation, Phone};
use crate::form::number::input::NumberEvent;
use crate::form::number::line::Line;
use crate::form::state::Action;
use crate::form::state::fields::Fields;
use crate::form::state::offer::Offer;
use crate::form::state::settings::Setting;
use lead_phone_number::Region;

fn phone(id: u64, number: &str, extension: &str) -> Phone {
    Phone {
        id,
        number: Some(number.into()),
        extension: extension.into(),
        mobile: Some(true),
        ..Phone::default()
    }
}

fn saved(phone: Phone) -> Action {
    Action::Answered(Ok(Saved { phone, wrapped: false }))
}

fn apply(state: &mut State, actions: Vec<Action>) -> Vec<Effect> {
    actions.into_iter().flat_map(|action| state.reduce(action)).collect()
}

/// A form that has just created a phone.
fn created() -> State {
    let mut state = State::default();
    apply(
        &mut state,
        vec![
            Action::Set(Setting::LeadId(Some(1))),
            Action::Set(Setting::Token(true)),
            Action::CountryChosen(Region::new("US").unwrap()),
            Action::typed("514 222 3344"),
            Action::Submit,
            saved(phone(7, "+15142223344", "12")),
        ],
    );
    assert_eq!(state.edit_button(), Some((MessageId::Edit, true)));
    state
}

fn editing() -> State {
    let mut state = created();
    state.reduce(Action::Edit);
    state
}

fn sent_to(effects: &[Effect]) -> Option<Option<u64>> {
    effects.iter().find_map(|effect| match effect {
        Effect::Send { phone_id, .. } => Some(*phone_id),
        _ => None,
    })
}

/// That the next save creates a phone of what is in the empty form.
fn assert_creates(state: &mut State) {
    assert_eq!(state.fields, Fields::default());
    assert_eq!((state.operation(), state.dirty()), (Operation::Create, false));
    let effects = apply(state, vec![Action::typed("514 222 3355"), Action::Submit]);
    assert_eq!(sent_to(&effects), Some(None));
}

#[test]
fn edit_turns_the_form_to_the_phone_that_it_has_created() {
    let mut state = created();
    let effects = state.reduce(Action::Edit);
    assert!(effects.contains(&Effect::Focus(Field::Number)), "{effects:?}");
    let fields = Fields {
        number: "(514) 222-3344".into(),
        extension: "12".into(),
        mobile: true,
        phone_type: String::new(),
    };
    assert_eq!((&state.fields, state.dirty()), (&fields, false));
    assert!(state.has_saved());
    let said: Vec<_> = state.announced.iter().map(|notice| notice.say(&state.texts())).collect();
    assert_eq!(said, ["Editing +1 514-222-3344, ext. 12."]);
    assert_eq!(state.edit_button(), Some((MessageId::CancelEdit, true)));
    let effects = apply(&mut state, vec![Action::typed("514 222 3345"), Action::Submit]);
    assert_eq!(sent_to(&effects), Some(Some(7)));
}

#[test]
fn after_the_update_the_form_is_empty_for_the_next_number_in_the_chosen_country() {
    let mut state = editing();
    apply(&mut state, vec![Action::typed("514 222 3345"), Action::Submit]);
    assert_eq!(state.edit_button(), Some((MessageId::CancelEdit, false)));
    let effects = state.reduce(saved(phone(7, "+15142223345", "12")));
    assert!(effects.contains(&Effect::FocusIfInside(Field::Number)), "{effects:?}");
    assert_eq!(state.edit_button(), Some((MessageId::Edit, true)));
    assert_eq!(state.country().as_str(), "US");
    // The number that was changed can be changed again.
    let mut again = state.clone();
    again.reduce(Action::Edit);
    assert_eq!(again.fields.number, "(514) 222-3345");
    state.reduce(Action::Settled);
    assert_creates(&mut state);
}

#[test]
fn what_is_typed_during_the_update_is_still_an_edit_of_that_phone() {
    let mut state = editing();
    apply(
        &mut state,
        vec![
            Action::typed("514 222 3345"),
            Action::Submit,
            Action::ExtensionEdited("13".into()),
            saved(phone(7, "+15142223345", "12")),
        ],
    );
    assert_eq!((state.fields.extension.as_str(), state.dirty()), ("13", true));
    assert_eq!(sent_to(&state.reduce(Action::Submit)), Some(Some(7)));
}

#[test]
fn the_same_button_turns_the_form_back_also_after_a_failure() {
    let mut state = editing();
    state.reduce(Action::typed("514 222"));
    state.reduce(Action::Edit);
    assert_eq!(state.edit_button(), Some((MessageId::Edit, true)));
    assert_eq!(state.country().as_str(), "US");
    assert_creates(&mut state);

    let mut state = editing();
    let failure = Failure { status: Some(404), ..Failure::unanswered(Kind::NotFound) };
    apply(
        &mut state,
        vec![Action::typed("514 222 3345"), Action::Submit, Action::Answered(Err(failure))],
    );
    assert!(state.errors.form.is_some());
    let effects = state.reduce(Action::Edit);
    assert!(effects.contains(&Effect::Focus(Field::Number)), "{effects:?}");
    assert_eq!((state.errors.form.clone(), state.edit_button()), (None, None));
    assert_creates(&mut state);
}

#[test]
fn nothing_that_is_typed_is_lost() {
    for typed in
        [Action::typed("5"), Action::ExtensionEdited("1".into()), Action::MobileEdited(true)]
    {
        let mut state = created();
        state.reduce(typed.clone());
        assert_eq!(state.edit_button(), Some((MessageId::Edit, false)), "{typed:?}");
        let before = state.fields.clone();
        state.reduce(Action::Edit);
        assert_eq!((state.fields.clone(), state.operation()), (before, Operation::Create));
    }
    // The button is there again when the field is empty.
    let mut state = created();
    apply(&mut state, vec![Action::typed("5"), Action::typed("")]);
    assert_eq!(state.edit_button(), Some((MessageId::Edit, true)));
}

#[test]
fn pasted_numbers_are_offered_again_after_the_edit() {
    let mut state = State::default();
    let text = "514 222 3344\n514 222 3355".into();
    apply(
        &mut state,
        vec![
            Action::Set(Setting::LeadId(Some(1))),
            Action::Set(Setting::Token(true)),
            Action::Number(NumberEvent::Pasted { line: Line::default(), text }),
            Action::Submit,
            saved(phone(7, "+15142223344", "")),
            Action::Edit,
        ],
    );
    assert_eq!(state.offer(), None);
    state.reduce(Action::Edit);
    assert!(matches!(state.offer(), Some(Offer::Next { .. })));
}

#[test]
fn a_number_that_could_not_be_saved_is_never_put_into_another_phone() {
    let mut state = State::default();
    let refused = Failure { status: Some(403), ..Failure::unanswered(Kind::Duplicate) };
    apply(
        &mut state,
        vec![
            Action::Set(Setting::LeadId(Some(1))),
            Action::Set(Setting::Token(true)),
            Action::typed("514 222 3344"),
            Action::Submit,
            Action::Number(NumberEvent::Pasted {
                line: Line::default(),
                text: "514 222 3355".into(),
            }),
            Action::Answered(Err(refused)),
            Action::Submit,
            saved(phone(8, "+15142223355", "")),
        ],
    );
    assert!(matches!(state.offer(), Some(Offer::PutBack(_))));
    assert_eq!(state.edit_button(), Some((MessageId::Edit, false)));
}

#[test]
fn what_the_host_sets_is_in_force_again() {
    let other = || phone(9, "+15142223399", "");
    for (action, phone_id, number) in [
        (Action::Reset, None, ""),
        (Action::Set(Setting::LeadId(Some(2))), None, ""),
        (Action::Set(Setting::PhoneId(Some(9))), Some(9), ""),
        (Action::Set(Setting::Phone(Some(other()))), Some(9), "(514) 222-3399"),
    ] {
        let mut state = editing();
        state.reduce(Action::typed("514"));
        state.reduce(action.clone());
        let is_now = (state.phone_id(), state.fields.number.as_str());
        assert_eq!((is_now, state.edit_button()), ((phone_id, number), None), "{action:?}");
    }
    // Equal values change nothing, and frameworks set them again and again.
    for action in [
        Action::Set(Setting::LeadId(Some(1))),
        Action::Set(Setting::PhoneId(None)),
        Action::Set(Setting::Phone(None)),
    ] {
        let mut state = editing();
        state.reduce(Action::typed("514"));
        let before = state.clone();
        state.reduce(action.clone());
        assert_eq!((state.phone_id(), &state.fields), (Some(7), &before.fields), "{action:?}");
    }
    // The host may set the very phone that the user edits.
    for action in [
        Action::Set(Setting::PhoneId(Some(7))),
        Action::Set(Setting::Phone(Some(phone(7, "+15142223344", "12")))),
    ] {
        let mut state = editing();
        state.reduce(Action::typed("514 222 3345"));
        state.reduce(action.clone());
        let is_now = (state.phone_id(), state.fields.number.as_str(), state.is_editing);
        assert_eq!(is_now, (Some(7), "514 222 3345", false), "{action:?}");
    }
}

#[test]
fn the_sentence_stays_where_the_host_sets_the_phone_that_was_created() {
    let mut state = created();
    let said = state.status.clone();
    assert!(said.is_some());
    let Some(phone) = state.created.clone() else { panic!("nothing was created") };
    state.reduce(Action::Set(Setting::Phone(Some(phone.clone()))));
    assert_eq!((state.phone_id(), state.status.clone()), (Some(phone.id), said));
    assert_eq!(state.edit_button(), None);
    // The second press of a double click is none for the update.
    state.reduce(Action::Press);
    assert!(state.sending.is_none());

    let mut state = created();
    state.reduce(Action::Set(Setting::Phone(Some(Phone { id: 99, ..phone }))));
    assert_eq!(state.status, None);
}
