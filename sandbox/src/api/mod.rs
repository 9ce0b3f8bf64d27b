//! `/api/v2`: the API itself, as its clients see it.

mod authorization;
mod body;
mod number;
mod phones;
mod refusal;
mod validation;
mod wire;

use std::sync::Arc;

use axum::{
    Router,
    middleware::{from_fn, from_fn_with_state},
    routing::{any, post, put},
};

use crate::{Shared, control, http::cors};
use refusal::Refusal;

/// The routes. Their layers apply only to them, so that the router can be merged with any other.
pub fn router(state: &Shared) -> Router {
    let with_state = || Arc::clone(state);
    Router::new()
        .route(
            "/api/v2/lead-phones",
            post(phones::create).fallback(async || Refusal::MethodNotAllowed),
        )
        .route(
            "/api/v2/lead-phones/{id}",
            put(phones::update).fallback(async || Refusal::MethodNotAllowed),
        )
        .route("/api/v2", any(async || Refusal::NoRoute))
        .route("/api/v2/", any(async || Refusal::NoRoute))
        .route("/api/v2/{*rest}", any(async || Refusal::NoRoute))
        // From the inside out: a request passes the last of these layers first.
        .route_layer(from_fn_with_state(with_state(), authorization::require))
        .route_layer(from_fn_with_state(with_state(), control::apply_fault))
        .route_layer(from_fn(body::collect))
        .route_layer(from_fn(cors::allow))
        .route_layer(from_fn_with_state(with_state(), control::record_request))
        .with_state(with_state())
}
