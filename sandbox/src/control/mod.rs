//! `/sandbox` and `/crm-token`: the routes that a demo page, a test or a person needs besides the
//! API. They need no token.

mod fault;
mod fault_order;
mod faults;
mod leads;
mod pending_fault;
mod requests;
mod token;

use std::sync::Arc;

use axum::{Router, middleware::from_fn, routing::get};

use crate::{Shared, http::cors};

pub use fault::apply as apply_fault;
pub use faults::Faults;
pub use requests::{Requests, record as record_request};

/// The routes. They have CORS headers, because tests in a browser run on another origin.
pub fn router(state: &Shared) -> Router {
    Router::new()
        .route("/sandbox/leads", get(leads::list))
        .route("/sandbox/faults", get(faults::list).post(faults::order).delete(faults::clear))
        .route("/crm-token", get(token::give))
        .route("/sandbox/requests", get(requests::list).delete(requests::clear))
        .route_layer(from_fn(cors::allow))
        .with_state(Arc::clone(state))
}
