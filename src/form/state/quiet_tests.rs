use super::*;
use crate::api::answer::Saved;
use crate::form::number::input::NumberEvent;
use crate::form::number::line::Line;
use crate::form::state::Action;
use crate::form::state::random_actions::{actions, phone};
use crate::form::state::settings::Setting;
use crate::form::view;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn between_two_quiet_moments_an_event_of_the_number_leaves_nothing_to_draw(
        actions in prop::collection::vec(actions(), 1..20),
    ) {
        let mut state = State::default();
        for action in actions {
            let is_of_number = matches!(action, Action::Number(_));
            let before = (state.drawn_of_number(), view::drawing(&state));
            state.reduce(action.clone());
            if is_of_number && before.0.is_some() && before.0 == state.drawn_of_number() {
                prop_assert_eq!(before.1, view::drawing(&state), "{:?} {:?}", action, state);
            }
        }
    }
}

#[test]
fn an_edit_of_a_number_that_enter_has_put_in_is_drawn() {
    let mut state = State::default();
    let pasted = "514 222 3344, 514 222 3355".into();
    for action in [
        Action::Set(Setting::LeadId(Some(3387562))),
        Action::Set(Setting::Token(true)),
        Action::Number(NumberEvent::Pasted { line: Line::default(), text: pasted }),
        Action::Submit,
        Action::Answered(Ok(Saved { phone: phone("+15142223344", ""), wrapped: false })),
        Action::Submit,
    ] {
        state.reduce(action);
    }
    assert_eq!(state.fields.number, "(514) 222-3355");
    let (was_quiet, before) = (state.is_quiet(), view::drawing(&state));
    // Only the announcement changes.
    state.reduce(Action::typed("(514) 222-3355 "));
    assert_ne!(before, view::drawing(&state));
    assert!(!was_quiet);
}
