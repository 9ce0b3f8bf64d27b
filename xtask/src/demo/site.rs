//! The page, the files of `www/` and the built widget over HTTP.

use std::path::{Component, Path};
use std::sync::{Arc, PoisonError, RwLock};

use axum::Router;
use axum::extract::{Path as UrlPath, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use super::changes::{self, Changes};
use crate::widget::Bundle;
use crate::workspace;

/// What is served, and who hears when it changes.
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

    /// Ends the streams that pages listen to, which would never end.
    pub(super) fn close(&self) {
        self.changes.close();
    }

    fn widget_file(&self, name: &str) -> Option<Vec<u8>> {
        let bundle = self.bundle.read().unwrap_or_else(PoisonError::into_inner);
        bundle.get(name).map(<[u8]>::to_vec)
    }
}

/// The routes beside the sandbox's.
pub(super) fn router(site: Arc<Site>) -> Router {
    let changes = changes::router(site.changes.clone());
    Router::new()
        .route("/", get(page))
        .route("/index.html", get(page))
        .route("/www/{*path}", get(www))
        .route("/lead-phone-form/{*path}", get(widget))
        .with_state(site)
        .merge(changes)
}

async fn page(State(site): State<Arc<Site>>) -> Response {
    let Ok(mut text) = std::fs::read(workspace::root().join("index.html")) else {
        return not_found("index.html");
    };
    if site.reloads {
        // After the document's end: the page itself stays a host like any other.
        text.extend_from_slice(b"<script src=\"/demo/reload.js\"></script>\n");
    }
    file("index.html", text)
}

async fn www(UrlPath(path): UrlPath<String>) -> Response {
    let inside = Path::new(&path).components().all(|part| matches!(part, Component::Normal(_)));
    let found = inside.then(|| std::fs::read(workspace::root().join("www").join(&path)));
    match found {
        Some(Ok(contents)) => file(&path, contents),
        _ => not_found(&format!("www/{path}")),
    }
}

async fn widget(State(site): State<Arc<Site>>, UrlPath(path): UrlPath<String>) -> Response {
    let Some(contents) = site.widget_file(&path) else {
        return not_found(&format!("{path} in the built widget"));
    };
    let mut response = file(&path, contents);
    // As a CDN serves it: pages of any origin load it.
    let headers = response.headers_mut();
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(
        header::HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("cross-origin"),
    );
    response
}

fn file(name: &str, contents: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, media_type(name)),
        (header::CACHE_CONTROL, "no-cache"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (headers, contents).into_response()
}

fn not_found(what: &str) -> Response {
    (StatusCode::NOT_FOUND, format!("There is no {what}.\n")).into_response()
}

/// What a file of this name is sent as.
pub fn media_type(name: &str) -> &'static str {
    match Path::new(name).extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("ts" | "md" | "txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
