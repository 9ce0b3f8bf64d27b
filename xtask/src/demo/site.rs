//! Serves the pages, the files of `www/` and the built widget over HTTP.

use std::sync::{Arc, PoisonError, RwLock};

use axum::Router;
use axum::extract::{Path as UrlPath, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use tower_http::cors::{Any, CorsLayer};
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use super::changes::{self, Changes};
use super::{locales, numbers};
use crate::widget::Bundle;
use crate::workspace;

/// The files to serve, and the stream that tells pages when they change.
#[derive(Debug)]
pub(super) struct Site {
    bundle: RwLock<Bundle>,
    changes: Changes,
    /// Whether pages reload when something changes.
    reloads: bool,
}

impl Site {
    pub(super) fn new(bundle: Bundle, reloads: bool) -> Self {
        Self { bundle: RwLock::new(bundle), changes: Changes::new(), reloads }
    }

    /// Serves another build from now on.
    pub(super) fn replace(&self, bundle: Bundle) {
        *self.bundle.write().unwrap_or_else(PoisonError::into_inner) = bundle;
    }

    /// Reloads the pages that are open.
    pub(super) fn reload(&self) {
        self.changes.announce();
    }

    /// Ends the streams that pages listen to. They would otherwise keep the server running.
    pub(super) fn close(&self) {
        self.changes.close();
    }

    fn widget_file(&self, name: &str) -> Option<Vec<u8>> {
        let bundle = self.bundle.read().unwrap_or_else(PoisonError::into_inner);
        bundle.get(name).map(<[u8]>::to_vec)
    }
}

/// The routes besides the sandbox's. `documents` are those of the documents.
pub(super) fn router(site: Arc<Site>, documents: Router) -> Router {
    let changes = changes::router(site.changes.clone());
    let www = ServeDir::new(workspace::root().join("www"));
    let words = ServeDir::new(workspace::root().join("locales"));
    // Like a CDN: pages of any origin may load it.
    let widget = Router::new()
        .route("/lead-phone-form/{*path}", get(widget))
        .layer(CorsLayer::new().allow_origin(Any))
        .layer(always("cross-origin-resource-policy", "cross-origin"));
    Router::new()
        .route("/", get(demo))
        .route("/index.html", get(demo))
        .route("/playground", get(async || Redirect::permanent("/playground/")))
        .route("/playground/", get(playground))
        .nest_service("/www", www)
        .nest_service("/locales", words)
        .merge(widget)
        .with_state(site)
        .merge(locales::router())
        .merge(numbers::router())
        .merge(documents)
        .layer(always("cache-control", "no-cache"))
        .layer(always("x-content-type-options", "nosniff"))
        .merge(changes)
}

/// Adds a header to each response.
fn always(name: &'static str, value: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::overriding(
        HeaderName::from_static(name),
        HeaderValue::from_static(value),
    )
}

async fn demo(State(site): State<Arc<Site>>) -> Response {
    page(&site, "index.html")
}

async fn playground(State(site): State<Arc<Site>>) -> Response {
    page(&site, "www/playground/index.html")
}

fn page(site: &Site, name: &str) -> Response {
    let Ok(mut text) = std::fs::read(workspace::root().join(name)) else {
        return not_found(name);
    };
    if site.reloads {
        // Appended after the document, so that the page itself needs nothing for the demo server.
        text.extend_from_slice(b"<script src=\"/demo/reload.js\"></script>\n");
    }
    file(name, text)
}

async fn widget(State(site): State<Arc<Site>>, UrlPath(path): UrlPath<String>) -> Response {
    match site.widget_file(&path) {
        Some(contents) => file(&path, contents),
        None => not_found(&format!("{path} in the built widget")),
    }
}

pub(super) fn file(name: &str, contents: Vec<u8>) -> Response {
    ([(header::CONTENT_TYPE, media_type(name))], contents).into_response()
}

pub(super) fn not_found(what: &str) -> Response {
    (StatusCode::NOT_FOUND, format!("There is no {what}.\n")).into_response()
}

/// The media type of a file with this name.
pub fn media_type(name: &str) -> &'static str {
    mime_guess::from_path(name).first_raw().unwrap_or("application/octet-stream")
}
