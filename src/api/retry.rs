//! When a save is sent again by itself: the contract's schedule.

use super::answer::{Failure, Kind};
use super::phone::Operation;

/// The backoff before each repetition, at most, in milliseconds.
const BACKOFF: [u32; 2] = [1000, 2000];

/// The longest `Retry-After` that is waited for, in milliseconds. Whoever saves a phone
/// has left by then, or wants to know.
const LONGEST_WAIT: u32 = 60_000;

/// Milliseconds to wait before a save that failed is sent again; `None` where it is not.
///
/// `repeated` is how often it has been sent again already, `random` a number from 0 to 1:
/// full jitter, so that the forms of a whole dealership do not come back all at once.
///
/// An update only: the API may have carried out a create whose answer got lost, and a
/// second one would be another phone.
pub fn wait(operation: Operation, failure: &Failure, repeated: usize, random: f64) -> Option<u32> {
    let passes =
        matches!(failure.kind, Kind::RateLimited | Kind::Server | Kind::Network | Kind::Timeout);
    if operation != Operation::Update || !passes {
        return None;
    }
    let most = *BACKOFF.get(repeated)?;
    match failure.retry_after {
        // "At once" would make a storm of three requests.
        None | Some(0) => Some((f64::from(most) * random) as u32),
        Some(asked) => (asked <= LONGEST_WAIT).then_some(asked),
    }
}

// With properties, whose crate is for native tests.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn failure(kind: Kind, retry_after: Option<u32>) -> Failure {
        Failure { retry_after, ..Failure::unanswered(kind) }
    }

    fn update(kind: Kind, repeated: usize) -> Option<u32> {
        wait(Operation::Update, &failure(kind, None), repeated, 1.0)
    }

    #[test]
    fn an_update_is_sent_again_twice_where_it_may_help() {
        for kind in Kind::ALL {
            let helps =
                matches!(kind, Kind::RateLimited | Kind::Server | Kind::Network | Kind::Timeout);
            assert_eq!(update(kind, 0), helps.then_some(1000), "{kind:?}");
            assert_eq!(update(kind, 1), helps.then_some(2000), "{kind:?}");
            assert_eq!(update(kind, 2), None, "{kind:?}");
        }
    }

    #[test]
    fn a_create_is_not() {
        for kind in Kind::ALL {
            for retry_after in [None, Some(0), Some(1000)] {
                let failure = failure(kind, retry_after);
                assert_eq!(wait(Operation::Create, &failure, 0, 0.5), None, "{kind:?}");
            }
        }
    }

    #[test]
    fn the_api_is_left_alone_for_as_long_as_it_asks_but_not_for_ever() {
        let asked = |ms| wait(Operation::Update, &failure(Kind::RateLimited, Some(ms)), 0, 0.5);
        assert_eq!(asked(1), Some(1));
        assert_eq!(asked(60_000), Some(60_000));
        assert_eq!(asked(60_001), None);
        assert_eq!(asked(u32::MAX), None);
        // No time at all is no answer to "when": the backoff is.
        assert_eq!(asked(0), Some(500));
    }

    proptest! {
        #[test]
        fn the_jitter_is_full(repeated in 0_usize..2, random in 0.0..1.0_f64) {
            let failure = failure(Kind::Server, None);
            let most = [1000, 2000][repeated];
            let wait = wait(Operation::Update, &failure, repeated, random);
            prop_assert!(wait.is_some_and(|wait| wait <= most));
            prop_assert_eq!(wait, Some((f64::from(most) * random) as u32));
        }
    }
}
