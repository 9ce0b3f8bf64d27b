//! What an answer means: from status and body to one typed value.
//!
//! Pure, so that every answer that the contract's table names, and every one that it does
//! not, is tested natively. The status decides; the body only adds to it, since it may
//! come from a proxy that has never heard of the API.

use super::phone::Phone;
use super::retry_after;
use super::value::Value;

/// What went wrong, by the contract's table; the `kind` of `lead-phone-error`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// 401: the token is missing, wrong or no longer good.
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
    /// No answer, or one that the browser keeps from the page.
    Network,
    /// No whole answer within the form's `timeout`.
    Timeout,
    /// A redirect, or a status that the API does not have.
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

    /// The word for it in event details.
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

    /// Whether a create that ended so may have been saved all the same.
    pub fn leaves_a_create_unknown(self) -> bool {
        matches!(self, Kind::Network | Kind::Timeout | Kind::Server | Kind::MalformedResponse)
    }
}

/// The API's texts for one of its fields.
pub type FieldErrors = (String, Vec<String>);

/// A save that did not succeed.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    /// Which of the contract's cases it is.
    pub kind: Kind,
    /// The HTTP status; `None` where there was no answer.
    pub status: Option<u16>,
    /// The API's texts by field, in its order; `None` where it gave none.
    pub errors: Option<Vec<FieldErrors>>,
    /// Milliseconds that the API asks to be left alone, where it says so.
    pub retry_after: Option<u32>,
}

impl Failure {
    /// A failure without an answer.
    pub fn unanswered(kind: Kind) -> Failure {
        Failure { kind, status: None, errors: None, retry_after: None }
    }
}

/// An answer as it came.
#[derive(Clone, Copy, Debug)]
pub struct Received<'a> {
    /// The HTTP status; 0 for a redirect that was not followed.
    pub status: u16,
    /// The header `Retry-After`, where the page may read it.
    pub retry_after: Option<&'a str>,
    /// The body; `None` where it is not JSON. Its content type is not asked: proxies and
    /// the API's own error pages get it wrong, and JSON is JSON.
    pub body: Option<&'a Value>,
    /// When it came, in milliseconds since 1970.
    pub now: f64,
}

/// A phone in an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    /// What the form reads of it.
    pub phone: Phone,
    /// Whether the answer holds it under `data`, as the API's later revision does.
    pub wrapped: bool,
}

/// Reads an answer.
///
/// # Errors
///
/// A [`Failure`] for everything but a 2xx with a phone in it.
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

/// The specification's text is `Duplicate phone.`; its full stop and case are not what a
/// client should hang on.
fn is_duplicate(message: &str) -> bool {
    let mut message = message.trim_ascii();
    while let Some(rest) = message.strip_suffix('.') {
        message = rest;
    }
    message.eq_ignore_ascii_case("duplicate phone")
}

/// The specification has lists of texts; a single text in place of a list is one too.
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

// With properties, whose crate is for native tests.
#[cfg(all(test, not(target_arch = "wasm32")))]
#[path = "answer_tests.rs"]
mod tests;
