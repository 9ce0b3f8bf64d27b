use super::*;
use crate::api::answer::Saved;
use crate::form::state::settings::Setting;

fn ready_form() -> State {
    let mut state = State::default();
    state.reduce(Action::Set(Setting::LeadId(Some(3387562))));
    state.reduce(Action::Set(Setting::Token(true)));
    state
}

fn phone() -> Phone {
    Phone {
        id: 7,
        number: Some("+15142223344".into()),
        extension: String::new(),
        mobile: Some(false),
        phone_type: None,
        valid: Some(true),
    }
}

fn answered() -> Action {
    Action::Answered(Ok(Saved { phone: phone(), wrapped: false }))
}

fn sends(effects: &[Effect]) -> bool {
    effects.iter().any(|effect| matches!(effect, Effect::Send { .. }))
}

#[test]
fn a_second_press_neither_saves_again_nor_covers_the_success() {
    let mut update = ready_form();
    update.reduce(Action::Set(Setting::Phone(Some(phone()))));
    let mut create = ready_form();
    create.reduce(Action::typed("514 222 3344"));
    for state in [&mut update, &mut create] {
        assert!(sends(&state.reduce(Action::Press)));
        assert_eq!(state.reduce(Action::Press), []);
        assert!(state.reduce(answered()).contains(&Effect::Settle));
        let after = state.clone();
        // Each press, as of a held key, is a reason to wait longer.
        assert_eq!(state.reduce(Action::Press), [Effect::Settle]);
        assert_eq!(*state, after);
        assert!(state.status.is_some());
    }
    update.reduce(Action::Settled);
    assert!(sends(&update.reduce(Action::Press)));
    create.reduce(Action::Settled);
    create.reduce(Action::Press);
    assert_eq!(create.errors.number, Some(MessageId::NumberMissing.into()));
}

#[test]
fn a_press_after_an_edit_and_a_submit_of_the_host_are_saves_of_their_own() {
    let mut state = ready_form();
    state.reduce(Action::typed("514 222 3344"));
    state.reduce(Action::Press);
    state.reduce(answered());
    state.reduce(Action::typed("514 222 3355"));
    assert!(sends(&state.reduce(Action::Press)));
    state.reduce(answered());
    state.reduce(Action::Submit);
    assert_eq!(state.errors.number, Some(MessageId::NumberMissing.into()));
}

#[test]
fn what_was_typed_while_the_answer_came_can_be_saved_at_once() {
    let mut state = ready_form();
    state.reduce(Action::typed("514 222 3344"));
    state.reduce(Action::Press);
    state.reduce(Action::typed("514 222 3355"));
    state.reduce(answered());
    assert!(sends(&state.reduce(Action::Press)));
}
