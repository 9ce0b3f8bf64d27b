//! The answers that do not contain a phone.

use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde_json::{Map, Value, json};

use crate::store::{StoreError, phones::SaveError};

/// The API's messages about invalid fields, by field.
#[derive(Debug, Default)]
pub struct Errors(Map<String, Value>);

impl Errors {
    /// Adds a message about a field.
    pub fn add(&mut self, field: &str, text: String) {
        match self.0.get_mut(field) {
            Some(Value::Array(texts)) => texts.push(text.into()),
            _ => drop(self.0.insert(field.into(), json!([text]))),
        }
    }

    /// `Err` if there is a message.
    pub fn into_result(self) -> Result<(), Refusal> {
        if self.0.is_empty() { Ok(()) } else { Err(Refusal::Invalid(self)) }
    }
}

/// Why a request is not answered with a phone.
#[derive(Debug)]
pub enum Refusal {
    /// The body is not a JSON object. The text says what it is instead.
    Unreadable(String),
    Unauthenticated,
    Duplicate,
    NoPhone,
    NoRoute,
    /// Axum adds the `Allow` header: it knows the methods of its routes.
    MethodNotAllowed,
    BodyTooLarge,
    Invalid(Errors),
    /// The sandbox itself failed.
    Internal(StoreError),
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        Self::Internal(error)
    }
}

impl From<rusqlite::Error> for Refusal {
    fn from(error: rusqlite::Error) -> Self {
        Self::Internal(error.into())
    }
}

impl From<SaveError> for Refusal {
    fn from(error: SaveError) -> Self {
        match error {
            SaveError::Duplicate => Self::Duplicate,
            SaveError::Sqlite(error) => error.into(),
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let message = |status, text: &str| (status, Json(json!({"message": text}))).into_response();
        match self {
            Self::Unreadable(what) => message(StatusCode::BAD_REQUEST, &what),
            // No WWW-Authenticate: with Basic in it, browsers ask the user for a password.
            Self::Unauthenticated => message(StatusCode::UNAUTHORIZED, "Unauthenticated."),
            Self::Duplicate => message(StatusCode::FORBIDDEN, "Duplicate phone."),
            Self::NoPhone => {
                message(StatusCode::NOT_FOUND, "No query results for model LeadPhone.")
            }
            Self::NoRoute => message(StatusCode::NOT_FOUND, "Not found."),
            Self::MethodNotAllowed => {
                message(StatusCode::METHOD_NOT_ALLOWED, "Method not allowed.")
            }
            Self::BodyTooLarge => {
                message(StatusCode::PAYLOAD_TOO_LARGE, "The request body is too large.")
            }
            Self::Invalid(Errors(errors)) => {
                let body = json!({"message": "The given data was invalid.", "errors": errors});
                (StatusCode::UNPROCESSABLE_ENTITY, Json(body)).into_response()
            }
            Self::Internal(error) => {
                // SQLite's texts name tables and columns, never values.
                eprintln!("lead-phone-sandbox: {error}");
                message(StatusCode::INTERNAL_SERVER_ERROR, "Server Error")
            }
        }
    }
}
