//! Creates and updates phones.

use axum::{
    Json,
    extract::{Path, State, rejection::PathRejection},
    http::StatusCode,
};
use rusqlite::Connection;

use super::{body::JsonObject, refusal::Refusal, validation, wire::PhoneBody};
use crate::{
    Revision, Shared,
    store::{
        leads,
        phones::{self, Phone},
    },
};

/// `POST /api/v2/lead-phones`
pub async fn create(
    State(state): State<Shared>,
    JsonObject(object): JsonObject,
) -> Result<(StatusCode, Json<PhoneBody>), Refusal> {
    let revision = state.revision;
    let body = state
        .store
        .write(move |connection| {
            let lead_exists = |id| Ok(leads::find(connection, id)?.is_some());
            let phone = validation::create(&object, revision, lead_exists)?;
            let phone = phones::insert(connection, &phone)?;
            body(connection, revision, phone)
        })
        .await?;
    Ok((StatusCode::CREATED, Json(body)))
}

/// `PUT /api/v2/lead-phones/{id}`
pub async fn update(
    State(state): State<Shared>,
    id: Result<Path<String>, PathRejection>,
    JsonObject(object): JsonObject,
) -> Result<Json<PhoneBody>, Refusal> {
    let Some(id) = id.ok().and_then(|Path(id)| read_id(&id)) else {
        return Err(Refusal::NoPhone);
    };
    let revision = state.revision;
    let body = state
        .store
        .write(move |connection| {
            let Some(mut phone) = phones::find(connection, id)? else {
                return Err(Refusal::NoPhone);
            };
            validation::update(&object, revision, &mut phone)?;
            let phone = phones::update(connection, &phone)?;
            body(connection, revision, phone)
        })
        .await?;
    Ok(Json(body))
}

/// Reads an id, which has only digits: `parse` alone would accept `+1`.
fn read_id(text: &str) -> Option<i64> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

fn body(connection: &Connection, revision: Revision, phone: Phone) -> Result<PhoneBody, Refusal> {
    // The foreign key guarantees that the lead exists.
    let lead =
        leads::find(connection, phone.lead_id)?.ok_or(rusqlite::Error::QueryReturnedNoRows)?;
    Ok(PhoneBody::new(revision, phone, lead))
}
