use super::*;
use crate::api::answer::Saved;
use crate::api::phone::Phone;
use crate::form::state::Action;
use crate::form::state::error_event::ErrorEvent;
use crate::form::state::settings::{Setting, UnreadableSetting};

/// A form with a save in progress: a create, or an update if a phone is given.
fn sending(phone_id: Option<u64>) -> State {
    let mut state = State::default();
    state.reduce(Action::Set(Setting::LeadId(Some(3387562))));
    state.reduce(Action::Set(Setting::PhoneId(phone_id)));
    state.reduce(Action::Set(Setting::Token(true)));
    submit(&mut state, "+15141234455");
    state
}

fn submit(state: &mut State, number: &str) {
    state.reduce(Action::typed(number));
    let effects = state.reduce(Action::Submit);
    assert!(matches!(effects[..], [Effect::Send { .. }]), "{effects:?}");
}

fn busy() -> Failure {
    Failure { status: Some(429), retry_after: Some(3000), ..Failure::unanswered(Kind::RateLimited) }
}

fn down() -> Failure {
    Failure { status: Some(503), ..Failure::unanswered(Kind::Server) }
}

fn waiting() -> State {
    let mut state = sending(Some(7));
    state.reduce(Action::TryAgain(busy(), 3000));
    assert!(state.waits());
    state
}

fn saved() -> Action {
    let phone = Phone { id: 7, ..Phone::default() };
    Action::Answered(Ok(Saved { phone, wrapped: false }))
}

fn status(state: &State) -> Option<MessageId> {
    state.shown_status().map(|notice| notice.text())
}

fn countdown(state: &State) -> Option<String> {
    state.countdown().map(|notice| notice.say(&state.texts()))
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

#[test]
fn a_save_that_is_sent_again_says_so_and_counts_down_where_the_api_named_a_time() {
    let mut state = sending(Some(7));
    let effects = state.reduce(Action::TryAgain(down(), 800));
    assert_eq!(effects, [Effect::Wait(800)]);
    assert_eq!((status(&state), countdown(&state)), (Some(MessageId::TryingAgain), None));
    assert_eq!(state.reduce(Action::Submit), []);

    assert_eq!(state.reduce(Action::Again), [Effect::SendAgain]);
    assert!(!state.waits());
    assert_eq!(status(&state), Some(MessageId::TryingAgain));

    let effects = state.reduce(Action::TryAgain(busy(), 3000));
    assert_eq!(effects, [Effect::Wait(3000), Effect::CountDown]);
    assert_eq!(countdown(&state).as_deref(), Some("Trying again in 3 seconds."));
    state.reduce(Action::CountedDown(1001));
    assert_eq!(countdown(&state).as_deref(), Some("Trying again in 2 seconds."));
    state.reduce(Action::CountedDown(3000));
    assert_eq!(countdown(&state), None);
    assert!(state.waits());

    assert_eq!(state.reduce(Action::Again), [Effect::SendAgain]);
    assert_eq!(raised(&state.reduce(saved())), Vec::<&ErrorEvent>::new());
    assert_eq!(status(&state), Some(MessageId::Updated));
}

#[test]
fn what_is_typed_while_a_save_waits_does_not_hide_that_it_does() {
    let mut state = waiting();
    state.reduce(Action::typed("+1"));
    assert_eq!(status(&state), Some(MessageId::TryingAgain));
}

#[test]
fn a_wait_ends_with_the_last_error_where_the_ground_is_taken_from_it() {
    let unreadable = UnreadableSetting {
        name: "base-url",
        value: "x".into(),
        why: MessageId::SettingUnreadable,
    };
    for action in [
        Action::Removed,
        Action::Set(Setting::Disabled(true)),
        Action::Set(Setting::LeadId(Some(2))),
        Action::Set(Setting::PhoneId(None)),
        Action::Set(Setting::PhoneId(Some(8))),
        Action::Set(Setting::Phone(Some(Phone { id: 8, ..Phone::default() }))),
        Action::Set(Setting::BaseUrl("https://other.example".into())),
        Action::SetUnreadable(unreadable, None),
    ] {
        let mut state = waiting();
        let effects = state.reduce(action.clone());
        let events = raised(&effects);
        let of_the_save: Vec<_> = events.iter().filter(|event| event.operation.is_some()).collect();
        assert_eq!(of_the_save.len(), 1, "{action:?}");
        assert_eq!((of_the_save[0].kind, of_the_save[0].status), (Kind::RateLimited, Some(429)));
        assert!(state.sending.is_none() && !state.waits(), "{action:?}");
        // Only once: a retry that was scheduled before has no effect.
        assert_eq!(state.reduce(Action::Again), []);
        assert_eq!(state.reduce(Action::Answered(Err(down()))), []);
    }
}

#[test]
fn a_wait_goes_on_where_nothing_of_it_changes() {
    for action in [
        Action::Set(Setting::LeadId(Some(3387562))),
        Action::Set(Setting::PhoneId(Some(7))),
        Action::Set(Setting::Disabled(false)),
        Action::Set(Setting::Token(true)),
        Action::Set(Setting::Timeout(7)),
        Action::Online(false),
        Action::Online(true),
        Action::Reset,
        Action::Slow,
    ] {
        let mut state = waiting();
        let effects = state.reduce(action.clone());
        assert!(raised(&effects).is_empty() && state.waits(), "{action:?}");
    }
}

#[test]
fn a_request_that_has_left_is_not_ended_by_anything() {
    for action in [
        Action::Removed,
        Action::Set(Setting::Disabled(true)),
        Action::Set(Setting::LeadId(Some(2))),
        Action::Set(Setting::BaseUrl("https://other.example".into())),
        Action::Again,
    ] {
        let mut state = sending(Some(7));
        assert_eq!(raised(&state.reduce(action.clone())).len(), 0);
        assert!(state.sending.is_some(), "{action:?}");
        assert_eq!(raised(&state.reduce(Action::Answered(Err(down())))).len(), 1, "{action:?}");
    }
}

#[test]
fn a_save_that_takes_long_says_that_it_is_still_going_on() {
    let mut state = sending(None);
    assert_eq!(status(&state), None);
    state.reduce(Action::Slow);
    assert_eq!(status(&state), Some(MessageId::StillSaving));
    state.reduce(saved());
    assert_eq!(status(&state), Some(MessageId::Created));
    state.reduce(Action::Slow);
    assert_eq!(status(&state), Some(MessageId::Created));
}

#[test]
fn after_too_many_creates_the_form_counts_down_to_when_one_can_save_again() {
    let after = |retry_after| {
        let mut state = sending(None);
        let effects = state.reduce(Action::Answered(Err(Failure { retry_after, ..busy() })));
        (raised(&effects).len(), effects.contains(&Effect::CountDown), state)
    };
    let (events, counts, mut state) = after(Some(90_500));
    assert!(events == 1 && counts);
    assert_eq!(countdown(&state).as_deref(), Some("You can save again in 2 minutes."));
    state.reduce(Action::CountedDown(31_000));
    assert_eq!(countdown(&state).as_deref(), Some("You can save again in 60 seconds."));
    // It says the truth: until then nothing is sent, and the end is told.
    let attempt = state.attempt;
    assert_eq!(state.reduce(Action::Submit), []);
    assert_eq!(state.attempt, attempt + 1);
    state.reduce(Action::CountedDown(90_500));
    assert_eq!((countdown(&state), status(&state)), (None, Some(MessageId::SaveAgainNow)));
    assert_eq!(state.form_error(), None);
    submit(&mut state, "+15141234456");
    assert_eq!(status(&state), None);

    for retry_after in [None, Some(0), Some(u32::MAX)] {
        let (events, counts, state) = after(retry_after);
        assert!(events == 1 && !counts && countdown(&state).is_none(), "{retry_after:?}");
    }
    // Only a rate-limited answer starts a countdown, and not on a disabled form.
    let mut state = sending(None);
    let later = Failure { retry_after: Some(9000), ..down() };
    assert_eq!(state.reduce(Action::Answered(Err(later))).len(), 1);
    let mut state = sending(None);
    state.reduce(Action::Set(Setting::Disabled(true)));
    assert_eq!(state.reduce(Action::Answered(Err(busy()))).len(), 1);
    for action in [
        Action::Removed,
        Action::Set(Setting::Disabled(true)),
        Action::Set(Setting::LeadId(Some(2))),
    ] {
        let (_, _, mut state) = after(Some(9000));
        state.reduce(action.clone());
        assert_eq!(countdown(&state), None, "{action:?}");
    }
}

#[test]
fn a_duplicate_after_a_create_of_unknown_outcome_is_told_as_perhaps_saved_by_it() {
    let duplicate = || {
        let failure = Failure { status: Some(403), ..Failure::unanswered(Kind::Duplicate) };
        Action::Answered(Err(failure))
    };
    let said = |state: &State| state.errors.say(&state.texts());
    for unknown in [Kind::Network, Kind::Timeout, Kind::Server, Kind::MalformedResponse] {
        let mut state = sending(None);
        state.reduce(Action::Answered(Err(Failure::unanswered(unknown))));
        assert!(said(&state).ends_with("Check the lead before you save again."), "{unknown:?}");
        submit(&mut state, "+15141234455");
        state.reduce(duplicate());
        assert_eq!(
            said(&state),
            "This lead already has this number. An earlier attempt may have saved it."
        );
        // Another number was not part of that create.
        submit(&mut state, "+15141234456");
        state.reduce(duplicate());
        assert_eq!(said(&state), "This lead already has this number.");
    }
}

#[test]
fn the_network_is_said_to_be_gone_and_the_save_is_offered_again_when_it_is_back() {
    let mut state = sending(None);
    state.reduce(Action::Online(false));
    assert_eq!(status(&state), Some(MessageId::Offline));
    state.reduce(Action::Answered(Err(Failure::unanswered(Kind::Network))));
    assert_eq!(status(&state), Some(MessageId::Offline));
    assert_eq!(state.reduce(Action::Online(true)), []);
    assert_eq!(status(&state), Some(MessageId::BackOnline));
    assert!(state.sending.is_none());
    submit(&mut state, "+15141234455");
    assert_eq!(status(&state), None);

    // Without unsaved changes, there is nothing to offer.
    let mut state = State::default();
    state.reduce(Action::Online(true));
    assert_eq!(status(&state), None);
    state.reduce(Action::Online(false));
    state.reduce(Action::Online(true));
    assert_eq!(status(&state), None);
}
