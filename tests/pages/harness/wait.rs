//! Waiting for a state, never for a time.

use std::time::{Duration, Instant};

use super::Result;

/// Only a test that fails waits this long.
const AT_MOST: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(20);

/// Asks until the answer is true. After an error, such as a missing element, it asks again.
pub async fn until(what: &str, mut ask: impl AsyncFnMut() -> Result<bool>) -> Result {
    let started = Instant::now();
    loop {
        let answer = ask().await;
        if matches!(answer, Ok(true)) {
            return Ok(());
        }
        if started.elapsed() > AT_MOST {
            let cause = answer.err().map(|error| format!(": {error}")).unwrap_or_default();
            return Err(format!("waited {AT_MOST:?} in vain until {what}{cause}").into());
        }
        tokio::time::sleep(PAUSE).await;
    }
}
