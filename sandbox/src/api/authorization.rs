//! Checks the token of each request to the API.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, header::AUTHORIZATION},
    middleware::Next,
    response::{IntoResponse, Response},
};
use base64::{Engine, engine::general_purpose::STANDARD};

use super::refusal::Refusal;
use crate::Shared;

/// Refuses requests without the token.
pub async fn require(State(state): State<Shared>, request: Request, next: Next) -> Response {
    if is_authorized(request.headers(), &state.token) {
        next.run(request).await
    } else {
        Refusal::Unauthenticated.into_response()
    }
}

fn is_authorized(headers: &HeaderMap, token: &str) -> bool {
    let Some(credentials) = headers.get(AUTHORIZATION) else { return false };
    // Bytes, not text, because a token may contain characters that are not ASCII.
    let Some((scheme, given)) = split_at_space(credentials.as_bytes()) else { return false };
    if scheme.eq_ignore_ascii_case(b"bearer") {
        given == token.as_bytes()
    } else if scheme.eq_ignore_ascii_case(b"basic") {
        STANDARD.decode(given).is_ok_and(|pair| {
            // The first colon ends the user name. Only the password may contain colons.
            let colon = pair.iter().position(|byte| *byte == b':');
            colon.is_some_and(|colon| &pair[colon + 1..] == token.as_bytes())
        })
    } else {
        false
    }
}

fn split_at_space(credentials: &[u8]) -> Option<(&[u8], &[u8])> {
    let space = credentials.iter().position(|byte| *byte == b' ')?;
    Some((&credentials[..space], credentials[space..].trim_ascii()))
}
