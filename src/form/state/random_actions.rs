//! Random actions for property tests of the state's invariants.

use crate::api::answer::{Failure, Kind, Saved};
use crate::api::phone::Phone;
use crate::form::number::edit::Edit;
use crate::form::number::input::{InputKind, NumberEvent};
use crate::form::number::line::Line;
use crate::form::state::Action;
use crate::form::state::settings::Setting;
use lead_phone_number::{Region, Zone};
use proptest::prelude::*;

pub fn phone(number: &str, phone_type: &str) -> Phone {
    Phone {
        id: 7,
        number: Some(number.into()),
        extension: String::new(),
        mobile: Some(false),
        phone_type: Some(phone_type.into()),
        valid: Some(true),
    }
}

fn numbers() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9]{0,11}",
        "[+]1?[0-9]{0,12}",
        Just("514 222 3344".to_owned()),
        Just("514 222 3344 ext. 5".to_owned()),
        Just("call 514 222 3344".to_owned()),
        Just("514 222 3344/12".to_owned()),
        Just("514 222 3344, 514 222 3355 x5".to_owned()),
        Just("800 000 0000".to_owned()),
        Just("+44 7400 123456".to_owned()),
        Just("x".to_owned()),
    ]
}

fn lines() -> impl Strategy<Value = Line> {
    (numbers(), 0..20_usize, 0..20_usize)
        .prop_map(|(text, start, end)| Line::new(text).select(start.min(end), start.max(end)))
}

/// Events of the number's field in any order, including orders that no browser produces.
fn number_events() -> impl Strategy<Value = NumberEvent> {
    let kinds = prop::sample::select(vec![
        InputKind::Composed,
        InputKind::Edit(Edit::Other),
        InputKind::Edit(Edit::Backward),
        InputKind::Edit(Edit::Set),
        InputKind::Edit(Edit::Piece),
        InputKind::DraggedAway,
        InputKind::Undo,
    ]);
    prop_oneof![
        8 => (lines(), kinds).prop_map(|(line, kind)| NumberEvent::Input { line, kind }),
        2 => lines().prop_map(NumberEvent::BeforeInput),
        1 => lines().prop_map(NumberEvent::Found),
        1 => (lines(), numbers()).prop_map(|(line, text)| NumberEvent::Pasted { line, text }),
        2 => Just(NumberEvent::Undo),
        1 => Just(NumberEvent::Redo),
        1 => lines().prop_map(NumberEvent::CompositionStarted),
        2 => lines().prop_map(NumberEvent::CompositionEnded),
        1 => lines().prop_map(NumberEvent::DragEnded),
        1 => Just(NumberEvent::Left),
    ]
}

/// Every kind of action, with the parts of an edit more often.
pub fn actions() -> impl Strategy<Value = Action> {
    let types = || prop::sample::subsequence(vec!["home", "work", "mobile"], 0..=3);
    let failure = prop_oneof![
        Just(Kind::Duplicate),
        Just(Kind::RateLimited),
        Just(Kind::Network),
        Just(Kind::Forbidden)
    ]
    .prop_map(|kind| Failure { retry_after: Some(3000), ..Failure::unanswered(kind) });
    let zone = Zone::new(4).unwrap();
    let countries = prop::sample::subsequence(vec!["US", "CA", "GB"], 0..=3);
    prop_oneof![
        4 => numbers().prop_map(|number| Action::typed(&number)),
        4 => number_events().prop_map(Action::Number),
        1 => prop::option::of(1..3_u64).prop_map(|id| Action::Set(Setting::LeadId(id))),
        1 => any::<bool>().prop_map(|is_there| Action::Set(Setting::Token(is_there))),
        1 => types().prop_map(|types| {
            Action::Set(Setting::PhoneTypes(types.into_iter().map(str::to_owned).collect()))
        }),
        1 => countries.prop_map(|codes| {
            let countries = codes.into_iter().filter_map(Region::new).collect();
            Action::Set(Setting::Countries(countries))
        }),
        1 => "home|work|other".prop_map(|word| {
            Action::Set(Setting::Phone(Some(phone("+15142223344", &word))))
        }),
        1 => "home|work|mobile|other".prop_map(Action::TypeChosen),
        1 => "x?[0-9a]{0,3}".prop_map(Action::ExtensionEdited),
        1 => Just(Action::ExtensionLeft),
        1 => any::<bool>().prop_map(Action::MobileEdited),
        1 => any::<bool>().prop_map(Action::Online),
        1 => prop::sample::select(vec!["CA", "US", "GB"]).prop_map(|code| {
            Action::CountryChosen(Region::new(code).unwrap())
        }),
        1 => Just(Action::OfferTaken),
        2 => Just(Action::Edit),
        1 => Just(Action::Submit),
        1 => Just(Action::Press),
        1 => Just(Action::Settled),
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
