//! `/sandbox/faults`: the faults for the next answers.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use axum::{
    Json,
    body::Bytes,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};

use super::{fault::Fault, fault_order, pending_fault::Pending};
use crate::Shared;

/// How many orders may wait.
const MOST_PENDING: usize = 1000;

/// The orders that wait, the next one first.
#[derive(Default)]
pub struct Faults(Mutex<VecDeque<Pending>>);

impl Faults {
    /// The fault for the next answer, if one was ordered.
    pub fn take(&self) -> Option<Arc<Fault>> {
        let mut pending = self.pending();
        let next = pending.front_mut()?;
        let fault = Arc::clone(&next.fault);
        next.times -= 1;
        if next.times == 0 {
            pending.pop_front();
        }
        Some(fault)
    }

    fn pending(&self) -> MutexGuard<'_, VecDeque<Pending>> {
        // No code panics while it holds the lock, so the data is consistent.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The orders as they were given, each with the number of answers that are left.
    fn as_json(&self) -> Value {
        let pending = self.pending();
        let orders = pending.iter().map(|pending| {
            let mut order = pending.fault.order.clone();
            order.insert("times".into(), pending.times.into());
            Value::Object(order)
        });
        orders.collect::<Vec<_>>().into()
    }
}

/// `GET /sandbox/faults`
pub async fn list(State(state): State<Shared>) -> Json<Value> {
    Json(state.faults.as_json())
}

/// `POST /sandbox/faults`
pub async fn order(State(state): State<Shared>, body: Bytes) -> Response {
    let ordered = fault_order::read(&body).and_then(|order| {
        let mut pending = state.faults.pending();
        if pending.len() == MOST_PENDING {
            return Err(format!("{MOST_PENDING} orders are waiting already."));
        }
        pending.push_back(order);
        Ok(())
    });
    match ordered {
        Ok(()) => (StatusCode::CREATED, Json(state.faults.as_json())).into_response(),
        Err(message) => {
            (StatusCode::BAD_REQUEST, Json(json!({"message": message}))).into_response()
        }
    }
}

/// `DELETE /sandbox/faults`
pub async fn clear(State(state): State<Shared>) -> StatusCode {
    state.faults.pending().clear();
    StatusCode::NO_CONTENT
}
