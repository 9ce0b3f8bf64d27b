//! The schedule of automatic retries, from the contract.

use super::answer::{Failure, Kind};
use super::phone::Operation;

/// The longest backoff before each retry, in milliseconds.
const BACKOFF: [u32; 2] = [1000, 2000];

/// The longest `Retry-After` that the form waits for, in milliseconds. After a longer wait the
/// user would have left; the form reports the failure instead.
const LONGEST_WAIT: u32 = 60_000;

/// Milliseconds to wait before a failed save is retried; `None` if it is not retried.
///
/// `repeated` is the number of retries so far. `random` is a number from 0 to 1. It gives full
/// jitter, so that the many forms of one dealership do not all retry at the same moment.
///
/// Only updates are retried. If the answer to a create is lost, the API may have created the
/// phone, and a retry would create a second one.
pub fn wait(operation: Operation, failure: &Failure, repeated: usize, random: f64) -> Option<u32> {
    let passes =
        matches!(failure.kind, Kind::RateLimited | Kind::Server | Kind::Network | Kind::Timeout);
    if operation != Operation::Update || !passes {
        return None;
    }
    let most = *BACKOFF.get(repeated)?;
    match failure.retry_after {
        // Retrying at once would send three requests in a burst.
        None | Some(0) => Some((f64::from(most) * random) as u32),
        Some(asked) => (asked <= LONGEST_WAIT).then_some(asked),
    }
}

// These tests use proptest, which is a dependency for native tests only.
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
        // A wait of zero says nothing about when to retry, so the backoff applies.
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
