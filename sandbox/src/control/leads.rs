//! `GET /sandbox/leads`: every lead with its phones.

use std::collections::HashMap;

use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde::Serialize;

use crate::{
    Shared,
    store::{
        leads,
        phones::{self, Kind},
    },
};

#[derive(Serialize)]
struct Lead {
    id: i64,
    first_name: String,
    last_name: String,
    source: String,
    vehicle: String,
    phones: Vec<Phone>,
}

/// A phone with the fields of both revisions.
#[derive(Serialize)]
struct Phone {
    id: i64,
    created_at: String,
    extension: Option<i64>,
    mobile: bool,
    r#type: Option<&'static str>,
    number: String,
    updated_at: String,
    valid: bool,
}

/// `GET /sandbox/leads`
pub async fn list(State(state): State<Shared>) -> Response {
    let read =
        state.store.read(|connection| Ok((leads::all(connection)?, phones::all(connection)?)));
    match read.await {
        Ok((leads, phones)) => Json(join(leads, phones)).into_response(),
        Err(error) => {
            eprintln!("lead-phone-sandbox: {error}");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

fn join(leads: Vec<leads::Lead>, phones: Vec<phones::Phone>) -> Vec<Lead> {
    let mut by_lead: HashMap<i64, Vec<Phone>> = HashMap::new();
    for phone in phones {
        by_lead.entry(phone.lead_id).or_default().push(Phone {
            id: phone.id,
            created_at: phone.created_at,
            extension: phone.extension,
            mobile: phone.kind == Some(Kind::Mobile),
            r#type: phone.kind.map(Kind::name),
            number: phone.number.text,
            updated_at: phone.updated_at,
            valid: phone.number.valid,
        });
    }
    leads
        .into_iter()
        .map(|lead| Lead {
            id: lead.id,
            first_name: lead.first_name,
            last_name: lead.last_name,
            source: lead.source,
            vehicle: lead.vehicle,
            phones: by_lead.remove(&lead.id).unwrap_or_default(),
        })
        .collect()
}
