//! `/demo/locales`: the tags of the form's languages, from the names of the files in `locales/`.
//!
//! A page offers them as a choice. So a new language is in the demo and in the playground by itself.

use axum::Router;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::widget;

pub(super) fn router() -> Router {
    Router::new().route("/demo/locales", get(list))
}

async fn list() -> Response {
    match widget::languages() {
        Ok(tags) => {
            let json = serde_json::json!(tags).to_string();
            ([(header::CONTENT_TYPE, "application/json")], json).into_response()
        }
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, format!("{error:#}.\n")).into_response(),
    }
}
