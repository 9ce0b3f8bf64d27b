use super::*;
use crate::api::answer::Saved;
use crate::api::phone::{Phone, PhoneBody};
use crate::form::number::input::NumberEvent;
use crate::form::number::line::Line;
use crate::form::number::plans::Plans;
use crate::form::state::Action;
use crate::form::state::offer::Offer;
use crate::form::state::settings::Setting;
use crate::form::text::message_id::MessageId;
use crate::form::text::notice::Notice;

fn region(code: &str) -> Region {
    Region::new(code).unwrap()
}

fn zone(digit: u8) -> Zone {
    Zone::new(digit).unwrap()
}

fn file(digit: u8) -> Vec<u8> {
    let path = format!("{}/number/data/zone-{digit}.bin", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(path).unwrap()
}

/// A form with complete settings and the plans of world zone 1.
fn form() -> State {
    let mut state = State::with_plans(Plans::default());
    state.reduce(Action::Set(Setting::LeadId(Some(3387562))));
    state.reduce(Action::Set(Setting::Token(true)));
    state
}

fn type_number(state: &mut State, text: &str) -> Vec<Effect> {
    state.reduce(Action::typed(text))
}

fn sent(effects: &[Effect]) -> Option<&PhoneBody> {
    effects.iter().find_map(|effect| match effect {
        Effect::Send { body, .. } => Some(body),
        _ => None,
    })
}

fn sent_number(effects: &[Effect]) -> Option<&str> {
    sent(effects)?.number.as_deref()
}

#[test]
fn what_is_sent_is_e164() {
    let mut state = form();
    type_number(&mut state, "(514) 555-0123");
    assert_eq!(sent_number(&state.reduce(Action::Submit)), Some("+15145550123"));
    assert_eq!(state.fields.number, "(514) 555-0123");
}

#[test]
fn a_number_that_is_not_possible_is_refused_and_then_may_be_saved_anyway() {
    let mut state = form();
    state.plans.add(&file(5)).unwrap();
    type_number(&mut state, "514 555 012");
    assert_eq!(sent_number(&state.reduce(Action::OfferTaken)), None);
    state.reduce(Action::Submit);
    assert_eq!(state.errors.number.as_ref().map(Notice::text), Some(MessageId::TooShort));
    assert!(matches!(state.offer(), Some(Offer::SaveAnyway(_))));
    assert_eq!(sent_number(&state.reduce(Action::Submit)), None);
    assert_eq!(sent_number(&state.reduce(Action::OfferTaken)), Some("+1514555012"));
}

#[test]
fn a_change_takes_the_offer_back() {
    let mut state = form();
    state.plans.add(&file(5)).unwrap();
    for change in [Action::typed("514 555 01"), Action::CountryChosen(region("US")), Action::Reset]
    {
        type_number(&mut state, "514 555 012");
        state.reduce(Action::Submit);
        assert!(matches!(state.offer(), Some(Offer::SaveAnyway(_))));
        state.reduce(change);
        assert_eq!(state.offer(), None);
        assert_eq!(state.errors.number, None);
    }
}

#[test]
fn without_an_area_code_there_is_no_offer() {
    let mut state = form();
    type_number(&mut state, "555 0123");
    state.reduce(Action::Submit);
    assert_eq!(state.errors.number, Some(MessageId::AreaCodeMissing.into()));
    assert_eq!(state.offer(), None);
    assert_eq!(sent_number(&state.reduce(Action::OfferTaken)), None);
}

#[test]
fn a_number_of_another_zone_loads_its_plan_and_a_save_waits_for_it() {
    let mut state = form();
    assert_eq!(type_number(&mut state, "+"), []);
    // From the first digit of the calling code.
    assert_eq!(type_number(&mut state, "+4"), [Effect::Load(zone(4))]);
    type_number(&mut state, "+44 20 7946 0018");
    let effects = state.reduce(Action::Submit);
    // The plan is already being loaded.
    assert_eq!(effects, []);
    assert!(state.waits_for_plan);

    state.plans.add(&file(4)).unwrap();
    let effects = state.reduce(Action::PlanLoaded(zone(4), true));
    assert_eq!(sent_number(&effects), Some("+442079460018"));
    assert!(!state.waits_for_plan);
}

#[test]
fn editing_while_a_save_waits_calls_it_off() {
    let mut state = form();
    type_number(&mut state, "+44 20 7946 0018");
    state.reduce(Action::Submit);
    type_number(&mut state, "+44 20 7946 001");
    state.plans.add(&file(4)).unwrap();
    assert_eq!(sent_number(&state.reduce(Action::PlanLoaded(zone(4), true))), None);
}

#[test]
fn a_plan_that_never_comes_leaves_e164_to_judge() {
    let mut state = form();
    type_number(&mut state, "+44 20 7946 0018");
    state.reduce(Action::Submit);
    let effects = state.reduce(Action::PlanLoaded(zone(4), false));
    assert_eq!(sent_number(&effects), Some("+442079460018"));

    // A number in national format is not guessed.
    let mut state = form();
    let effects = state.reduce(Action::CountryChosen(region("FR")));
    assert!(effects.contains(&Effect::Load(zone(3))));
    state.reduce(Action::PlanLoaded(zone(3), false));
    type_number(&mut state, "06 12 34 56 78");
    assert_eq!(sent_number(&state.reduce(Action::Submit)), None);
    assert_eq!(state.errors.number.as_ref().map(Notice::text), Some(MessageId::PlanMissing));
    // A new number requests the plan again.
    assert!(type_number(&mut state, "").contains(&Effect::Load(zone(3))));
}

#[test]
fn an_extension_moves_when_the_number_is_complete_and_not_before() {
    let mut state = form();
    type_number(&mut state, "514 555 0123 x1");
    assert_eq!(state.fields.extension, "");
    type_number(&mut state, "514 555 0123 x12");
    let number = Line::new("(514) 555-0123");
    let effects = state.reduce(Action::Number(NumberEvent::Left));
    assert_eq!(effects, [Effect::WriteNumber(number), Effect::WriteFields]);
    assert_eq!(
        (state.fields.number.as_str(), state.fields.extension.as_str()),
        ("(514) 555-0123", "12")
    );
    assert_eq!(state.reduce(Action::Number(NumberEvent::Left)), []);

    // Submitting completes the number too. An extension that an integer cannot hold is refused,
    // not changed.
    type_number(&mut state, "514 555 0123 ext. 007");
    assert_eq!(sent_number(&state.reduce(Action::Submit)), None);
    assert_eq!(state.fields.extension, "007");
    assert_eq!(state.errors.extension, Some(MessageId::ExtensionLeadingZero.into()));
}

#[test]
fn mobile_follows_the_plan_until_the_user_says_otherwise() {
    let mut state = form();
    state.plans.add(&file(4)).unwrap();
    type_number(&mut state, "+44 7400 123456");
    assert!(state.fields.mobile);
    type_number(&mut state, "+44 20 7946 0018");
    assert!(!state.fields.mobile);
    type_number(&mut state, "+44 7400 123456");
    type_number(&mut state, "");
    assert!(!state.fields.mobile && !state.dirty());

    state.reduce(Action::MobileEdited(true));
    type_number(&mut state, "+44 20 7946 0018");
    assert!(state.fields.mobile);
}

#[test]
fn a_phone_that_the_host_passes_in_keeps_what_it_says_of_mobile() {
    let mut state = form();
    state.plans.add(&file(4)).unwrap();
    let phone = Phone {
        id: 7,
        number: Some("+442079460018".into()),
        mobile: Some(true),
        ..Phone::default()
    };
    state.reduce(Action::Set(Setting::Phone(Some(phone))));
    assert!(state.fields.mobile);
    state.reduce(Action::PlanLoaded(zone(4), true));
    assert!(state.fields.mobile);
    assert_eq!(state.reading().country, region("GB"));
}

#[test]
fn choosing_a_country_turns_an_international_number_into_one_of_it() {
    let mut state = form();
    type_number(&mut state, "+1 514 555 0123");
    let effects = state.reduce(Action::CountryChosen(region("FR")));
    assert_eq!(state.fields.number, "5145550123");
    assert_eq!(state.reading().country, region("FR"));
    assert!(effects.contains(&Effect::Load(zone(3))));
}

#[test]
fn a_country_that_comes_from_the_typed_number_goes_away_with_the_number() {
    let mut state = form();
    type_number(&mut state, "+44");
    assert_eq!(state.reading().country, region("GB"));
    type_number(&mut state, "");
    assert_eq!(state.reading().country, region("CA"));
}

#[test]
fn of_the_hosts_country_and_the_users_the_last_is_read_for() {
    let mut state = form();
    state.reduce(Action::Set(Setting::Country(region("US"))));
    assert_eq!(state.country(), region("US"));
    assert_eq!(state.example().as_deref(), Some("(201) 555-0123"));
    state.reduce(Action::CountryChosen(region("CA")));
    state.reduce(Action::Set(Setting::Country(region("US"))));
    assert_eq!(state.country(), region("CA"));
    state.reduce(Action::Set(Setting::Country(region("JM"))));
    assert_eq!(state.country(), region("JM"));
}

#[test]
fn a_phone_from_the_host_or_the_api_loads_its_plan() {
    let phone = |number: &str| Phone { id: 7, number: Some(number.into()), ..Phone::default() };
    let mut state = form();
    let effects = state.reduce(Action::Set(Setting::Phone(Some(phone("+442079460018")))));
    assert!(effects.contains(&Effect::Load(zone(4))));

    state.reduce(Action::Submit);
    state.reduce(Action::PlanLoaded(zone(4), false));
    let saved = Saved { phone: phone("+33612345678"), wrapped: false };
    let effects = state.reduce(Action::Answered(Ok(saved)));
    assert!(effects.contains(&Effect::Load(zone(3))), "{effects:?}");
}

#[test]
fn a_plan_that_could_not_be_loaded_is_tried_again_after_a_save() {
    let mut state = form();
    type_number(&mut state, "+33 6 12 34 56 78");
    state.reduce(Action::PlanLoaded(zone(3), false));
    assert_eq!(sent_number(&state.reduce(Action::Submit)), Some("+33612345678"));
    let phone = Phone { id: 1, ..Phone::default() };
    state.reduce(Action::Answered(Ok(Saved { phone, wrapped: false })));
    assert!(type_number(&mut state, "+33").contains(&Effect::Load(zone(3))));
}

#[test]
fn a_moved_extension_goes_with_its_number() {
    let mut state = form();
    type_number(&mut state, "(514) 555 0133 ext. 12");
    state.reduce(Action::Number(NumberEvent::Left));
    // An edit of the number keeps the extension.
    type_number(&mut state, "(514) 555 0134");
    assert_eq!(state.fields.extension, "12");
    // Another number does not keep it.
    type_number(&mut state, "4");
    assert_eq!(state.fields.extension, "");
    assert_eq!(
        sent(&{
            type_number(&mut state, "416 555 0144");
            state.reduce(Action::Submit)
        })
        .unwrap()
        .extension,
        Some(None)
    );

    // Unless the user has edited the extension.
    let mut state = form();
    type_number(&mut state, "(514) 555 0133 ext. 12");
    state.reduce(Action::Number(NumberEvent::Left));
    state.reduce(Action::ExtensionEdited("13".into()));
    type_number(&mut state, "416 555 0144");
    assert_eq!(state.fields.extension, "13");
}

#[test]
fn an_extension_pasted_before_the_plan_is_there_moves_when_it_is() {
    let mut state = form();
    type_number(&mut state, "+44 20 7946 0018 ext 5");
    state.reduce(Action::Number(NumberEvent::Left));
    assert_eq!(state.fields.extension, "");
    state.plans.add(&file(4)).unwrap();
    state.reduce(Action::PlanLoaded(zone(4), true));
    assert_eq!(
        (state.fields.number.as_str(), state.fields.extension.as_str()),
        ("+44 20 7946 0018", "5")
    );
}

#[test]
fn a_country_cannot_be_chosen_for_a_number_that_cannot_be_read() {
    let mut state = form();
    type_number(&mut state, "+44 20 7946 0018");
    state.reduce(Action::CountryChosen(region("US")));
    assert_eq!(state.fields.number, "+44 20 7946 0018");
    assert_eq!(state.reading().country, region("GB"));
}

#[test]
fn a_number_that_the_api_holds_and_nobody_can_read_does_not_stop_the_rest() {
    let mut state = form();
    let phone = Phone { id: 6, number: Some("5141234".into()), ..Phone::default() };
    state.reduce(Action::Set(Setting::Phone(Some(phone))));
    state.reduce(Action::ExtensionEdited("12".into()));
    let effects = state.reduce(Action::Submit);
    let body = sent(&effects).unwrap();
    assert_eq!((body.number.as_deref(), body.extension), (None, Some(Some(12))));
}

#[test]
fn editing_the_extension_does_not_call_off_a_save_that_waits() {
    let mut state = form();
    type_number(&mut state, "+44 20 7946 0018");
    state.reduce(Action::Submit);
    state.reduce(Action::ExtensionEdited("7".into()));
    assert!(state.waits_for_plan);
    state.plans.add(&file(4)).unwrap();
    let effects = state.reduce(Action::PlanLoaded(zone(4), true));
    assert_eq!(sent(&effects).unwrap().extension, Some(Some(7)));
}

#[path = "typed_number_tests.rs"]
mod typed_number;

#[test]
fn a_number_is_another_where_less_than_half_of_it_is_left_at_its_ends() {
    assert!(!is_another("(514) 555-0123", "(416) 555-0123"));
    assert!(!is_another("(514) 555-0123", "(514) 559-8768"));
    assert!(!is_another("(514) 555-0123", "51 4+23"));
    assert!(is_another("(514) 555-0123", "(514) 698-7683"));
    assert!(is_another("(514) 555-0123", "(613) 698-0123"));
    assert!(!is_another("", "5"));
}
