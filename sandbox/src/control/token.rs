//! `GET /crm-token`: a token, as the own server of a page gives it to the users who are signed in.

use axum::{
    extract::State,
    http::header::CACHE_CONTROL,
    response::{IntoResponse, Response},
};

use crate::Shared;

/// `GET /crm-token`
pub async fn give(State(state): State<Shared>) -> Response {
    ([(CACHE_CONTROL, "no-store")], [&state.token, "\n"].concat()).into_response()
}
