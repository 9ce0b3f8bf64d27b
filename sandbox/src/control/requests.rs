//! `/sandbox/requests`: the requests that the API received, without tokens, bodies or numbers.

use std::{
    collections::VecDeque,
    sync::{Mutex, MutexGuard, PoisonError},
};

use axum::{
    Json,
    extract::{Request, State},
    http::StatusCode,
    middleware::Next,
    response::Response,
};
use serde::Serialize;

use crate::Shared;

/// How many requests the list keeps.
const KEPT: usize = 200;

/// Marks an answer that is not sent, because its connection is dropped.
#[derive(Clone, Copy)]
pub struct NotAnswered;

/// The latest requests.
#[derive(Default)]
pub struct Requests(Mutex<Log>);

/// The list. `count` is the number of all requests since it was cleared, including those that it no
/// longer contains.
#[derive(Clone, Default, Serialize)]
struct Log {
    count: u64,
    requests: VecDeque<Entry>,
    #[serde(skip)]
    next: u64,
}

#[derive(Clone, Serialize)]
struct Entry {
    #[serde(skip)]
    sequence: u64,
    method: String,
    path: String,
    /// Null until there is an answer. It stays null if there is none.
    status: Option<u16>,
}

impl Requests {
    fn log(&self) -> MutexGuard<'_, Log> {
        // No code panics while it holds the lock, so the data is consistent.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn begin(&self, method: String, path: String) -> u64 {
        let mut log = self.log();
        let sequence = log.next;
        log.next += 1;
        log.count += 1;
        if log.requests.len() == KEPT {
            log.requests.pop_front();
        }
        log.requests.push_back(Entry { sequence, method, path, status: None });
        sequence
    }

    fn end(&self, sequence: u64, status: u16) {
        let mut log = self.log();
        if let Some(entry) = log.requests.iter_mut().find(|entry| entry.sequence == sequence) {
            entry.status = Some(status);
        }
    }
}

/// Adds a request to the list when it arrives, and its status when it is answered.
pub async fn record(State(state): State<Shared>, request: Request, next: Next) -> Response {
    let sequence =
        state.requests.begin(request.method().to_string(), request.uri().path().to_owned());
    let answer = next.run(request).await;
    if answer.extensions().get::<NotAnswered>().is_none() {
        state.requests.end(sequence, answer.status().as_u16());
    }
    answer
}

/// `GET /sandbox/requests`
pub async fn list(State(state): State<Shared>) -> Json<impl Serialize> {
    Json(state.requests.log().clone())
}

/// `DELETE /sandbox/requests`
pub async fn clear(State(state): State<Shared>) -> StatusCode {
    let mut log = state.requests.log();
    log.count = 0;
    log.requests.clear();
    StatusCode::NO_CONTENT
}
