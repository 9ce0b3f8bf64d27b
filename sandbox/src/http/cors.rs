//! What browsers need to use the sandbox from a page of another origin.
//!
//! By hand: tower-http's layer answers every `OPTIONS` as a preflight, and replaces the headers
//! that a test has ordered as part of a fault.

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

/// On an answer that a browser must not let a page of another origin see.
#[derive(Clone, Copy)]
pub struct WithoutCors;

/// Any origin, as no cookie counts here. `Authorization` by name, as `*` does not cover it.
const PREFLIGHT: [(HeaderName, &str); 4] = [
    (ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
    (ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, PUT, DELETE"),
    (ACCESS_CONTROL_ALLOW_HEADERS, "Authorization, Content-Type, Accept"),
    (ACCESS_CONTROL_MAX_AGE, "600"),
];

const ANSWER: [(HeaderName, &str); 2] =
    [(ACCESS_CONTROL_ALLOW_ORIGIN, "*"), (ACCESS_CONTROL_EXPOSE_HEADERS, "Retry-After")];

/// Answers preflights, and lets pages read every other answer, errors too.
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

/// Whether a browser asks if it may send a request, rather than sending it.
pub fn is_preflight(request: &Request) -> bool {
    request.method() == Method::OPTIONS
        && request.headers().contains_key(ACCESS_CONTROL_REQUEST_METHOD)
}

fn add(headers: &mut HeaderMap) {
    for (name, value) in ANSWER {
        // What a fault says stands.
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
}
