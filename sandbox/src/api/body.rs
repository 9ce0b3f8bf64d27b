//! A request's body: read whole before anything answers, then as a JSON object.

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

/// The largest body that is read.
const LIMIT: usize = 64 * 1024;

/// How much more is taken in and thrown away. An answer to a client that is still sending may be
/// lost, since the connection closes on what was not read.
const DRAIN_LIMIT: usize = 4 * 1024 * 1024;

/// Marks a request whose body was too large. Whether that is its answer is for the route to say.
#[derive(Clone, Copy)]
struct TooLarge;

/// Reads the body, so that an answer, or an order to give none, comes after the whole request.
pub async fn collect(request: Request, next: Next) -> Response {
    let (mut parts, mut body) = request.into_parts();
    let mut bytes = Vec::new();
    let mut length = 0;
    while let Some(frame) = body.frame().await {
        // The client is gone or speaks no HTTP: nobody reads this.
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

/// A body that is a JSON object, whatever its content type says.
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
