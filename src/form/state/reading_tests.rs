use super::*;
use crate::form::number::plans::Plans;
use crate::form::state::Action;
use crate::form::state::random_actions::actions;
use proptest::prelude::*;

fn zone_4() -> Vec<u8> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/number/data/zone-4.bin");
    std::fs::read(path).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn the_kept_reading_is_the_one_that_is_made_anew(
        actions in prop::collection::vec(actions(), 1..20),
        loaded_before in 0..20_usize,
    ) {
        let plans = Plans::default();
        let mut state = State::with_plans(plans.clone());
        for (index, action) in actions.into_iter().enumerate() {
            // Loaded by another form of the page.
            if index == loaded_before {
                plans.add(&zone_4()).unwrap();
                prop_assert_eq!(&*state.reading(), &state.read());
            }
            state.reduce(action.clone());
            prop_assert!(state.kept_reading().is_some(), "{:?}", action);
            prop_assert_eq!(&*state.reading(), &state.read(), "{:?}", action);
        }
    }
}

#[test]
fn what_changes_nothing_of_the_number_keeps_its_reading() {
    let mut state = State::default();
    state.reduce(Action::typed("514 222 33"));
    let kept = state.reading();
    for action in [Action::typed("514 222 33"), Action::MobileEdited(true), Action::Online(false)] {
        state.reduce(action);
        assert!(Rc::ptr_eq(&kept, &state.reading()));
    }
    state.reduce(Action::typed("514 222 334"));
    assert!(!Rc::ptr_eq(&kept, &state.reading()));
}
