//! CORS, so that pages of another origin can use the sandbox.
//!
//! tower-http's layer does not fit: it answers every `OPTIONS` request as a preflight, and it
//! replaces headers that a test has ordered as part of a fault.

use axum::{
    extract::Request,
    http::{
        HeaderMap, HeaderName, HeaderValue, Method, StatusCode,
        header::{
            ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS,
            ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE,
            ACCESS_CONTROL_REQUEST_METHOD,
        },
    },
    middleware::Next,
    response::{IntoResponse, Response},
};

/// Marks an answer without CORS headers, so that a page of another origin cannot read it.
#[derive(Clone, Copy)]
pub struct WithoutCors;

/// Any origin is allowed, because the sandbox uses no cookies. `Authorization` is listed by name,
/// because `*` does not include it.
const PREFLIGHT: [(HeaderName, &str); 4] = [
    (ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
    (ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, PUT, DELETE"),
    (ACCESS_CONTROL_ALLOW_HEADERS, "Authorization, Content-Type, Accept"),
    (ACCESS_CONTROL_MAX_AGE, "600"),
];

const ANSWER: [(HeaderName, &str); 2] =
    [(ACCESS_CONTROL_ALLOW_ORIGIN, "*"), (ACCESS_CONTROL_EXPOSE_HEADERS, "Retry-After")];

/// Answers preflights, and lets pages read all other answers, including errors.
pub async fn allow(request: Request, next: Next) -> Response {
    if is_preflight(&request) {
        return (StatusCode::NO_CONTENT, PREFLIGHT).into_response();
    }
    let mut answer = next.run(request).await;
    if answer.extensions().get::<WithoutCors>().is_none() {
        add(answer.headers_mut());
    }
    answer
}

/// Whether the request is a preflight, with which a browser asks if it may send the real request.
pub fn is_preflight(request: &Request) -> bool {
    request.method() == Method::OPTIONS
        && request.headers().contains_key(ACCESS_CONTROL_REQUEST_METHOD)
}

fn add(headers: &mut HeaderMap) {
    for (name, value) in ANSWER {
        // Headers that a fault has set take precedence.
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
}
