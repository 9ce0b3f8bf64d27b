//! What an answer means: from status and body to one typed value.
//!
//! Pure, so that every answer that the contract's table names, and every one that it does
//! not, is tested natively. The status decides; the body only adds to it, since it may
//! come from a proxy that has never heard of the API.

use super::phone::Phone;
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
}

impl Failure {
    /// A failure without an answer.
    pub fn unanswered(kind: Kind) -> Failure {
        Failure { kind, status: None, errors: None }
    }
}

/// A phone in an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    /// What the form reads of it.
    pub phone: Phone,
    /// Whether the answer holds it under `data`, as the API's later revision does.
    pub wrapped: bool,
}

/// Reads an answer. `status` is 0 for a redirect that was not followed; `body` is `None`
/// where it is not JSON.
///
/// # Errors
///
/// A [`Failure`] for everything but a 2xx with a phone in it.
pub fn read(status: u16, body: Option<&Value>) -> Result<Saved, Failure> {
    if (200..300).contains(&status) {
        return read_phone(body).ok_or(Failure {
            kind: Kind::MalformedResponse,
            status: Some(status),
            errors: None,
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
    let errors = body.and_then(|body| body.get("errors")).and_then(read_errors);
    Err(Failure { kind, status: (status != 0).then_some(status), errors })
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
    message.trim().trim_end_matches('.').eq_ignore_ascii_case("duplicate phone")
}

/// The specification has lists of texts; a single text in place of a list is one too.
fn read_errors(errors: &Value) -> Option<Vec<FieldErrors>> {
    let Value::Object(fields) = errors else { return None };
    let fields: Vec<FieldErrors> = fields
        .iter()
        .map(|(name, texts)| {
            let texts = match texts {
                Value::Array(texts) => {
                    texts.iter().filter_map(Value::as_str).map(str::to_owned).collect()
                }
                Value::String(text) => vec![text.clone()],
                _ => Vec::new(),
            };
            (name.clone(), texts)
        })
        .collect();
    (!fields.is_empty()).then_some(fields)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(status: u16, body: &str) -> Result<Saved, Failure> {
        read(status, body.parse::<Value>().ok().as_ref())
    }

    #[test]
    fn the_specifications_answers() {
        let created = r#"{
            "id": 34566, "created_at": "2018-04-09T18:05:00+00:00", "extension": 555,
            "lead": {"id": 3387562}, "mobile": false, "number": "+15141234455",
            "updated_at": "2018-04-09T18:05:00+00:00", "valid": true
        }"#;
        for status in [200, 201] {
            let saved = read_text(status, created).unwrap();
            assert_eq!(saved.phone.id, 34566);
            assert_eq!(saved.phone.number.as_deref(), Some("+15141234455"));
            assert_eq!(saved.phone.extension, "555");
            assert_eq!(saved.phone.mobile, Some(false));
            assert_eq!(saved.phone.valid, Some(true));
            assert!(!saved.wrapped);
        }
        for (status, body, kind) in [
            (401, r#"{"message": "Unauthenticated."}"#, Kind::Unauthenticated),
            (403, r#"{"message": "Duplicate phone."}"#, Kind::Duplicate),
            (404, r#"{"message": "No query results for model LeadPhone."}"#, Kind::NotFound),
            (405, r#"{"message": "Method not allowed."}"#, Kind::MethodNotAllowed),
            // The specification's 405 on create, which is not JSON.
            (405, r#""message": "Method not allowed.""#, Kind::MethodNotAllowed),
        ] {
            assert_eq!(
                read_text(status, body),
                Err(Failure { kind, status: Some(status), errors: None }),
                "{status} {body}"
            );
        }
        let invalid = r#"{
            "message": "The given data was invalid.",
            "errors": {"lead_id": ["The field lead_id is required."]}
        }"#;
        assert_eq!(
            read_text(422, invalid).unwrap_err().errors,
            Some(vec![("lead_id".into(), vec!["The field lead_id is required.".into()])])
        );
    }

    #[test]
    fn the_later_revisions_wrapper_is_seen() {
        let saved = read_text(200, r#"{"data": {"id": 7, "type": "mobile"}}"#).unwrap();
        assert!(saved.wrapped);
        assert_eq!(saved.phone.id, 7);
        assert_eq!(saved.phone.mobile, Some(true));
    }

    #[test]
    fn the_status_decides_whatever_the_body_is() {
        let bodies = [
            "",
            "null",
            "[]",
            "{}",
            "7",
            "\"text\"",
            "<html>",
            "{\"message\":",
            "{\"message\":[]}",
            "{\"errors\":null}",
            "{\"errors\":[]}",
            "{\"errors\":{}}",
            "{\"id\":\"7\"}",
            "{\"data\":null}",
            "{\"data\":[]}",
            "{\"data\":{\"id\":0}}",
        ];
        for body in bodies {
            for (status, kind) in [
                (0, Kind::Unexpected),
                (200, Kind::MalformedResponse),
                (204, Kind::MalformedResponse),
                (304, Kind::Unexpected),
                (400, Kind::Unexpected),
                (401, Kind::Unauthenticated),
                (403, Kind::Forbidden),
                (404, Kind::NotFound),
                (405, Kind::MethodNotAllowed),
                (409, Kind::Unexpected),
                (422, Kind::Invalid),
                (429, Kind::RateLimited),
                (500, Kind::Server),
                (503, Kind::Server),
                (599, Kind::Server),
                (600, Kind::Unexpected),
            ] {
                let failure = read_text(status, body).unwrap_err();
                assert_eq!(failure.kind, kind, "{status} {body}");
                assert_eq!(failure.status, (status != 0).then_some(status), "{status} {body}");
                assert_eq!(failure.errors, None, "{status} {body}");
            }
        }
    }

    #[test]
    fn errors_may_be_texts_instead_of_lists() {
        let failure = read_text(
            422,
            r#"{"errors": {"number": "Bad.", "mobile": ["A.", 1, "B."], "x": {}, "y": null}}"#,
        )
        .unwrap_err();
        assert_eq!(
            failure.errors,
            Some(vec![
                ("number".into(), vec!["Bad.".into()]),
                ("mobile".into(), vec!["A.".into(), "B.".into()]),
                ("x".into(), vec![]),
                ("y".into(), vec![]),
            ])
        );
    }

    #[test]
    fn a_duplicate_is_told_from_other_refusals_by_its_message() {
        for (message, kind) in [
            ("Duplicate phone.", Kind::Duplicate),
            ("duplicate phone", Kind::Duplicate),
            ("This action is unauthorized.", Kind::Forbidden),
            ("", Kind::Forbidden),
        ] {
            let body = serde_json::json!({"message": message}).to_string();
            assert_eq!(read_text(403, &body).unwrap_err().kind, kind, "{message}");
        }
    }
}
