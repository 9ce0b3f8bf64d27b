//! One fault, and what it does to an answer.

use std::time::Duration;

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header::CONTENT_LENGTH},
    middleware::Next,
    response::{IntoResponse, Response},
};
use serde_json::{Map, Value};

use super::requests::NotAnswered;
use crate::{
    Shared,
    http::{connection::Breaker, cors::WithoutCors, cut::CutBody},
};

/// What goes wrong with an answer.
#[derive(Default)]
pub struct Fault {
    /// The answer instead of the API's, where there is one.
    pub reply: Option<Reply>,
    /// Headers of the answer, whichever it is.
    pub headers: HeaderMap,
    pub delay: Duration,
    pub end: End,
    /// Whether the request is carried out first, and the delay comes between that and the answer.
    pub after: bool,
    pub without_cors: bool,
    /// As it was ordered.
    pub order: Map<String, Value>,
}

/// An answer that the API did not make.
#[derive(Clone)]
pub struct Reply {
    pub status: StatusCode,
    pub body: Bytes,
}

/// How an answer ends.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum End {
    #[default]
    Whole,
    /// In the middle of its body.
    Cut,
    /// Never: half of its body comes, and the connection stays.
    Stalled,
    /// Before it begins.
    Dropped,
}

/// Gives the request the fault that was ordered for it, if any.
pub async fn apply(State(state): State<Shared>, request: Request, next: Next) -> Response {
    let Some(fault) = state.faults.take() else { return next.run(request).await };
    let breaker = Breaker::of(&request);
    let mut answer = if fault.after {
        let answer = next.run(request).await;
        tokio::time::sleep(fault.delay).await;
        if fault.end == End::Dropped {
            return drop_connection(breaker);
        }
        fault.reply.clone().map_or(answer, IntoResponse::into_response)
    } else {
        tokio::time::sleep(fault.delay).await;
        if fault.end == End::Dropped {
            return drop_connection(breaker);
        }
        match fault.reply.clone() {
            Some(reply) => reply.into_response(),
            None => next.run(request).await,
        }
    };
    for (name, value) in &fault.headers {
        answer.headers_mut().insert(name, value.clone());
    }
    match fault.end {
        End::Cut => answer = half(answer, CutBody::after).await,
        End::Stalled => answer = half(answer, CutBody::stalled_after).await,
        End::Whole | End::Dropped => {}
    }
    if fault.without_cors {
        answer.extensions_mut().insert(WithoutCors);
    }
    answer
}

impl IntoResponse for Reply {
    fn into_response(self) -> Response {
        let mut answer = Response::new(Body::from(self.body));
        *answer.status_mut() = self.status;
        answer
    }
}

/// An answer for the server to fail at. By [`crate::serve`] none of it can be written; without
/// it, the body that breaks off at once has the same effect in HTTP/1 as hyper is today.
fn drop_connection(breaker: Option<Breaker>) -> Response {
    if let Some(breaker) = breaker {
        breaker.break_connection();
    }
    let mut answer = Response::new(CutBody::after(Bytes::new()));
    answer.extensions_mut().insert(NotAnswered);
    answer
}

/// The same answer with the length of all of its body, and half of it.
async fn half(answer: Response, end: impl FnOnce(Bytes) -> Body) -> Response {
    let (mut parts, body) = answer.into_parts();
    // The answers made here are in memory already, and reading them cannot fail.
    let whole = to_bytes(body, usize::MAX).await.unwrap_or_default();
    parts.headers.insert(CONTENT_LENGTH, HeaderValue::from(whole.len()));
    Response::from_parts(parts, end(whole.slice(..whole.len() / 2)))
}
