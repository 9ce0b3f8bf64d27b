//! Reads the whole body of a request before anything answers, then parses it as a JSON object.

use axum::{
    body::{Body, Bytes},
    extract::{FromRequest, Request},
    http::StatusCode,
    middleware::Next,
    response::{IntoResponse, Response},
};
use http_body_util::BodyExt;
use serde_json::{Map, Value};

use super::refusal::Refusal;

/// The largest body that is accepted.
const LIMIT: usize = 64 * 1024;

/// The most bytes that are read of a body over [`LIMIT`], which is discarded. It is read at all,
/// because the client may lose the answer if the connection closes while it is still sending.
const DRAIN_LIMIT: usize = 4 * 1024 * 1024;

/// Marks a request whose body was too large. The route decides whether to answer with that.
#[derive(Clone, Copy)]
struct TooLarge;

/// Reads the whole body first, so that an answer or a dropped connection comes after the request.
pub async fn collect(request: Request, next: Next) -> Response {
    let (mut parts, mut body) = request.into_parts();
    let mut bytes = Vec::new();
    let mut length = 0;
    while let Some(frame) = body.frame().await {
        // The client is gone or does not speak HTTP, so it does not read this answer.
        let Ok(frame) = frame else { return StatusCode::BAD_REQUEST.into_response() };
        let Some(data) = frame.data_ref() else { continue };
        length += data.len();
        if length <= LIMIT {
            bytes.extend_from_slice(data);
        } else if length > DRAIN_LIMIT {
            break;
        }
    }
    if length > LIMIT {
        bytes.clear();
        parts.extensions.insert(TooLarge);
    }
    next.run(Request::from_parts(parts, Body::from(bytes))).await
}

/// A body that is a JSON object. Its content type is ignored.
pub struct JsonObject(pub Map<String, Value>);

impl<S: Send + Sync> FromRequest<S> for JsonObject {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refusal> {
        if request.extensions().get::<TooLarge>().is_some() {
            return Err(Refusal::BodyTooLarge);
        }
        let bytes = Bytes::from_request(request, state)
            .await
            .map_err(|error| Refusal::Unreadable(error.body_text()))?;
        read(&bytes).map(Self).map_err(Refusal::Unreadable)
    }
}

fn read(bytes: &[u8]) -> Result<Map<String, Value>, String> {
    if bytes.trim_ascii().is_empty() {
        return Err("The request body is empty, a JSON object is expected.".into());
    }
    match serde_json::from_slice(bytes) {
        Ok(Value::Object(object)) => Ok(object),
        Ok(_) => Err("The request body is JSON, but not an object.".into()),
        Err(error) => Err(format!("The request body is not JSON: {error}.")),
    }
}
