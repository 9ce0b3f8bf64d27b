use super::*;
use crate::api::answer::Saved;
use crate::api::answer::{Failure, Kind};
use crate::api::phone::Phone;
use crate::form::state::Action;
use crate::form::state::settings::Setting;
use crate::form::view;
use proptest::prelude::*;

fn phone(number: &str, phone_type: &str) -> Phone {
    Phone {
        id: 7,
        number: Some(number.into()),
        extension: String::new(),
        mobile: Some(false),
        phone_type: Some(phone_type.into()),
        valid: Some(true),
    }
}

/// Of each kind of action, and of those often that an edit is made of.
fn actions() -> impl Strategy<Value = Action> {
    let number = prop_oneof![
        "[0-9]{0,11}",
        "[+]1?[0-9]{0,12}",
        Just("514 222 3344".to_owned()),
        Just("514 222 3344 ext. 5".to_owned()),
        Just("800 000 0000".to_owned()),
        Just("+44 7400 123456".to_owned()),
        Just("x".to_owned()),
    ];
    let types = || prop::sample::subsequence(vec!["home", "work", "mobile"], 0..=3);
    let failure = prop_oneof![
        Just(Kind::Duplicate),
        Just(Kind::RateLimited),
        Just(Kind::Network),
        Just(Kind::Forbidden)
    ]
    .prop_map(|kind| Failure { retry_after: Some(3000), ..Failure::unanswered(kind) });
    let zone = lead_phone_number::Zone::new(4).unwrap();
    prop_oneof![
        8 => number.prop_map(Action::NumberEdited),
        1 => prop::option::of(1..3_u64).prop_map(|id| Action::Set(Setting::LeadId(id))),
        1 => any::<bool>().prop_map(|is_there| Action::Set(Setting::Token(is_there))),
        1 => types().prop_map(|types| {
            Action::Set(Setting::PhoneTypes(types.into_iter().map(str::to_owned).collect()))
        }),
        1 => "home|work|other".prop_map(|word| {
            Action::Set(Setting::Phone(Some(phone("+15142223344", &word))))
        }),
        1 => "home|work|mobile|other".prop_map(Action::TypeChosen),
        1 => "[0-9a]{0,3}".prop_map(Action::ExtensionEdited),
        1 => any::<bool>().prop_map(Action::MobileEdited),
        1 => any::<bool>().prop_map(Action::Online),
        1 => Just(Action::NumberLeft),
        1 => Just(Action::SaveAnyway),
        2 => Just(Action::Submit),
        1 => failure.clone().prop_map(|failure| Action::Answered(Err(failure))),
        1 => failure.prop_map(|failure| Action::TryAgain(failure, 3000)),
        2 => "home|work|other".prop_map(|word| {
            Action::Answered(Ok(Saved { phone: phone("+15142223345", &word), wrapped: false }))
        }),
        1 => Just(Action::Again),
        1 => Just(Action::Slow),
        1 => Just(Action::CountedDown(1000)),
        1 => any::<bool>().prop_map(move |is_there| Action::PlanLoaded(zone, is_there)),
        1 => Just(Action::Reset),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn between_two_quiet_moments_an_edit_of_the_number_leaves_nothing_to_draw(
        actions in prop::collection::vec(actions(), 1..20),
    ) {
        let mut state = State::default();
        for action in actions {
            let is_edit = matches!(action, Action::NumberEdited(_));
            let before = (state.is_quiet(), state.drawn_of_number(), view::drawing(&state));
            state.reduce(action.clone());
            if is_edit && before.0 && state.is_quiet() && before.1 == state.drawn_of_number() {
                prop_assert_eq!(before.2, view::drawing(&state), "{:?} {:?}", action, state);
            }
        }
    }
}

#[test]
fn an_edit_that_takes_an_unlisted_type_from_the_list_is_drawn() {
    let mut state = State::default();
    for action in [
        Action::Set(Setting::LeadId(Some(3387562))),
        Action::Set(Setting::Token(true)),
        Action::Set(Setting::PhoneTypes(vec!["home".into(), "work".into()])),
        Action::Set(Setting::Phone(Some(phone("+15142223344", "cottage")))),
        Action::Submit,
        // While the save is on its way, so that the list has what was and what is saved.
        Action::NumberEdited("514".into()),
        Action::Answered(Ok(Saved { phone: phone("+15142223344", "office"), wrapped: false })),
        Action::ExtensionEdited("5".into()),
    ] {
        state.reduce(action);
    }
    let (was_quiet, before) = (state.is_quiet(), view::drawing(&state));
    state.reduce(Action::NumberEdited("5142".into()));
    assert_ne!(before, view::drawing(&state));
    assert!(!(was_quiet && state.is_quiet()));
}
