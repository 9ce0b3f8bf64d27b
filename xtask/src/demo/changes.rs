//! Tells open pages to reload: an event stream, and a short script that listens to it.
//!
//! tower-livereload does not fit. It inserts an inline script, which the demo's policy forbids, and
//! its streams do not end when the demo stops.

use std::convert::Infallible;
use std::time::{SystemTime, UNIX_EPOCH};

use axum::Router;
use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::routing::get;
use tokio::sync::watch;
use tokio_stream::wrappers::WatchStream;
use tokio_stream::{Stream, StreamExt as _};

/// Reloads the page when the state differs from the first one received: after a
/// change, and after a restart of the server.
const SCRIPT: &str = "\
(() => {
  let state;
  new EventSource(\"/demo/changes\").addEventListener(\"state\", ({ data }) => {
    if (state !== undefined && state !== data) location.reload();
    state = data;
  });
})();
";

/// Counts the changes. The count is `None` once the server stops.
#[derive(Clone, Debug)]
pub(super) struct Changes {
    state: watch::Sender<Option<u128>>,
}

impl Changes {
    /// Starts with a count that no earlier server has used.
    pub(super) fn new() -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Self { state: watch::Sender::new(Some(now.as_millis())) }
    }

    pub(super) fn announce(&self) {
        self.state.send_modify(|state| *state = state.map(|count| count + 1));
    }

    pub(super) fn close(&self) {
        self.state.send_replace(None);
    }
}

pub(super) fn router(changes: Changes) -> Router {
    Router::new()
        .route("/demo/changes", get(stream))
        .route("/demo/reload.js", get(script))
        .with_state(changes)
}

async fn script() -> impl IntoResponse {
    let headers = [
        (header::CONTENT_TYPE, "text/javascript; charset=utf-8"),
        (header::CACHE_CONTROL, "no-cache"),
    ];
    (headers, SCRIPT)
}

async fn stream(
    State(changes): State<Changes>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let states = WatchStream::new(changes.state.subscribe());
    let events = states
        .take_while(Option::is_some)
        .filter_map(|state| {
            state.map(|count| Event::default().event("state").data(count.to_string()))
        })
        .map(Ok);
    Sse::new(events).keep_alive(KeepAlive::default())
}
