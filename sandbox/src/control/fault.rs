//! A fault, and how it changes an answer.

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

/// A fault in an answer.
#[derive(Default)]
pub struct Fault {
    /// The answer that replaces the API's, if there is one.
    pub reply: Option<Reply>,
    /// Headers to add to the answer, whether it is the API's or a replacement.
    pub headers: HeaderMap,
    pub delay: Duration,
    pub end: End,
    /// Whether the API handles the request first. The delay then comes before the answer.
    pub after: bool,
    pub without_cors: bool,
    /// The JSON object that ordered the fault.
    pub order: Map<String, Value>,
}

/// An answer that does not come from the API.
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
    /// Never: half of its body is sent, and the connection stays open.
    Stalled,
    /// Before it begins.
    Dropped,
}

/// Applies the next fault to a request, if one was ordered.
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

/// An answer that the server cannot write. Under [`crate::serve`], the connection refuses all
/// writes. Under another server, the body fails at once, which in the current hyper has the same
/// effect for HTTP/1.
fn drop_connection(breaker: Option<Breaker>) -> Response {
    if let Some(breaker) = breaker {
        breaker.break_connection();
    }
    let mut answer = Response::new(CutBody::after(Bytes::new()));
    answer.extensions_mut().insert(NotAnswered);
    answer
}

/// The same answer with the `Content-Length` of the whole body, but only half of the body.
async fn half(answer: Response, end: impl FnOnce(Bytes) -> Body) -> Response {
    let (mut parts, body) = answer.into_parts();
    // The body is already in memory, so reading it cannot fail.
    let whole = to_bytes(body, usize::MAX).await.unwrap_or_default();
    parts.headers.insert(CONTENT_LENGTH, HeaderValue::from(whole.len()));
    Response::from_parts(parts, end(whole.slice(..whole.len() / 2)))
}
