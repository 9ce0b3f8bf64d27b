//! The meaning of an answer: maps the status and the body to one typed value.
//!
//! This module is pure, so that native tests cover every answer in the contract's table and those
//! outside it. The status decides. The body only adds detail, because it may come from a proxy
//! that does not know the API.

use super::phone::Phone;
use super::retry_after;
use super::value::Value;

/// The cause of a failure, from the contract's table; the `kind` of `lead-phone-error`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// 401: the token is missing, wrong or no longer valid.
    Unauthenticated,
    /// 403 with `Duplicate phone.`: the lead has this number already.
    Duplicate,
    /// Any other 403.
    Forbidden,
    /// 404: there is no such phone.
    NotFound,
    /// 405.
    MethodNotAllowed,
    /// 422: the API does not accept some of the fields.
    Invalid,
    /// 429.
    RateLimited,
    /// Any 5xx.
    Server,
    /// No answer, or an answer that the browser does not let the page read.
    Network,
    /// The complete answer did not arrive within the form's `timeout`.
    Timeout,
    /// A redirect, or a status that the API does not define.
    Unexpected,
    /// A 2xx without a phone in it.
    MalformedResponse,
    /// A setting of the form that cannot be used.
    Configuration,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 13] = [
        Kind::Unauthenticated,
        Kind::Duplicate,
        Kind::Forbidden,
        Kind::NotFound,
        Kind::MethodNotAllowed,
        Kind::Invalid,
        Kind::RateLimited,
        Kind::Server,
        Kind::Network,
        Kind::Timeout,
        Kind::Unexpected,
        Kind::MalformedResponse,
        Kind::Configuration,
    ];

    /// Its name in event details.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Unauthenticated => "unauthenticated",
            Kind::Duplicate => "duplicate",
            Kind::Forbidden => "forbidden",
            Kind::NotFound => "not-found",
            Kind::MethodNotAllowed => "method-not-allowed",
            Kind::Invalid => "invalid",
            Kind::RateLimited => "rate-limited",
            Kind::Server => "server",
            Kind::Network => "network",
            Kind::Timeout => "timeout",
            Kind::Unexpected => "unexpected",
            Kind::MalformedResponse => "malformed-response",
            Kind::Configuration => "configuration",
        }
    }

    /// Whether a create that failed in this way may have been saved anyway.
    pub fn leaves_a_create_unknown(self) -> bool {
        matches!(self, Kind::Network | Kind::Timeout | Kind::Server | Kind::MalformedResponse)
    }
}

/// The API's error texts for one field.
pub type FieldErrors = (String, Vec<String>);

/// A save that did not succeed.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    /// The kind of failure, from the contract's table.
    pub kind: Kind,
    /// The HTTP status; `None` if there was no answer.
    pub status: Option<u16>,
    /// The API's error texts by field, in the API's order; `None` if it gave none.
    pub errors: Option<Vec<FieldErrors>>,
    /// Milliseconds that the API asks clients to wait, if it does.
    pub retry_after: Option<u32>,
}

impl Failure {
    /// A failure without an answer.
    pub fn unanswered(kind: Kind) -> Failure {
        Failure { kind, status: None, errors: None, retry_after: None }
    }
}

/// An answer as it was received.
#[derive(Clone, Copy, Debug)]
pub struct Received<'a> {
    /// The HTTP status; 0 for a redirect that was not followed.
    pub status: u16,
    /// The header `Retry-After`, if the page may read it.
    pub retry_after: Option<&'a str>,
    /// The body; `None` if it is not JSON. The content type is ignored, because proxies and the
    /// API's own error pages often set a wrong one.
    pub body: Option<&'a Value>,
    /// When it was received, in milliseconds since 1970.
    pub now: f64,
}

/// A phone in an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    /// The fields that the form reads.
    pub phone: Phone,
    /// Whether the phone is in the member `data` of the answer, as in the API's later revision.
    pub wrapped: bool,
}

/// Reads an answer.
///
/// # Errors
///
/// A [`Failure`] for every answer except a 2xx with a phone in it.
pub fn read(answer: &Received<'_>) -> Result<Saved, Failure> {
    let Received { status, body, .. } = *answer;
    if (200..300).contains(&status) {
        return read_phone(body).ok_or(Failure {
            status: Some(status),
            ..Failure::unanswered(Kind::MalformedResponse)
        });
    }
    let message = body.and_then(|body| body.get("message")).and_then(Value::as_str);
    let kind = match status {
        401 => Kind::Unauthenticated,
        403 if message.is_some_and(is_duplicate) => Kind::Duplicate,
        403 => Kind::Forbidden,
        404 => Kind::NotFound,
        405 => Kind::MethodNotAllowed,
        422 => Kind::Invalid,
        429 => Kind::RateLimited,
        500..600 => Kind::Server,
        _ => Kind::Unexpected,
    };
    Err(Failure {
        kind,
        status: (status != 0).then_some(status),
        errors: body.and_then(|body| body.get("errors")).and_then(read_errors),
        retry_after: answer.retry_after.and_then(|value| retry_after::read(value, answer.now)),
    })
}

fn read_phone(body: Option<&Value>) -> Option<Saved> {
    let body = body?;
    match Phone::read(body) {
        Some(phone) => Some(Saved { phone, wrapped: false }),
        None => Phone::read(body.get("data")?).map(|phone| Saved { phone, wrapped: true }),
    }
}

/// The specification's text is `Duplicate phone.`. The comparison ignores case and full stops at
/// the end.
fn is_duplicate(message: &str) -> bool {
    let mut message = message.trim_ascii();
    while let Some(rest) = message.strip_suffix('.') {
        message = rest;
    }
    message.eq_ignore_ascii_case("duplicate phone")
}

/// The specification has a list of texts for each field. A single text is accepted too.
fn read_errors(errors: &Value) -> Option<Vec<FieldErrors>> {
    let Value::Object(fields) = errors else { return None };
    let mut found: Vec<FieldErrors> = Vec::new();
    for (name, texts) in fields {
        let texts = match texts {
            Value::Array(texts) => &texts[..],
            text => std::slice::from_ref(text),
        };
        let mut words = Vec::new();
        for text in texts {
            if let Value::String(text) = text {
                words.push(text.clone());
            }
        }
        found.push((name.clone(), words));
    }
    (!found.is_empty()).then_some(found)
}

// These tests use proptest, which is a dependency for native tests only.
#[cfg(all(test, not(target_arch = "wasm32")))]
#[path = "answer_tests.rs"]
mod tests;
