//! A host page that is not the demo, and an API that is not the sandbox.

use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use serde_json::Value;
use tokio::net::TcpListener;

use super::{Result, console};

/// Serves one page, at an origin of its own.
pub async fn serve_page(html: String) -> Result<String> {
    serve(page(html)?).await
}

/// Serves one page, with a token beside it at this path for whoever is signed in.
pub async fn serve_page_with_token(
    html: String,
    path: &str,
    token: &'static str,
) -> Result<String> {
    serve(page(html)?.route(path, get(async move || token))).await
}

/// Serves one page in a frame of this many pixels, at an origin of its own.
pub async fn serve_page_in_frame(html: String, (width, height): (u32, u32)) -> Result<String> {
    let html = console::kept(&html)?;
    let frame = format!(
        "<!doctype html><title>A frame</title><body style='margin: 0'>
         <iframe src=/page style='border: 0; width: {width}px; height: {height}px'></iframe>"
    );
    let page = Router::new().route("/page", get(async move || Html(html)));
    serve(page.route("/", get(async move || Html(frame)))).await
}

fn page(html: String) -> Result<Router> {
    let html = console::kept(&html)?;
    Ok(Router::new().route("/", get(async move || Html(html))))
}

/// A request as the API got it.
#[derive(Clone, Debug)]
pub struct Request {
    pub method: Method,
    pub path: String,
    pub headers: HeaderMap,
    pub body: String,
}

impl Request {
    /// A header's value; empty where it was not sent.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}

/// An API that gives one answer to each method, at an origin of its own.
pub struct Api {
    pub origin: String,
    requests: Arc<Mutex<Vec<Request>>>,
}

impl Api {
    /// Starts it with what it answers to POST and to PUT.
    pub async fn start(post: (StatusCode, Value), put: (StatusCode, Value)) -> Result<Self> {
        let requests: Arc<Mutex<Vec<Request>>> = Arc::default();
        let answer = async move |State(requests): State<Arc<Mutex<Vec<Request>>>>,
                                 method: Method,
                                 uri: Uri,
                                 headers: HeaderMap,
                                 body: Bytes| {
            let (status, body) = match (&method, String::from_utf8_lossy(&body).into_owned()) {
                (&Method::OPTIONS, _) => {
                    return cross_origin(StatusCode::NO_CONTENT, String::new());
                }
                (_, body) => {
                    let path = uri.path().to_owned();
                    let method = method.clone();
                    requests.lock().unwrap_or_else(PoisonError::into_inner).push(Request {
                        method: method.clone(),
                        path,
                        headers,
                        body,
                    });
                    if method == Method::POST { post.clone() } else { put.clone() }
                }
            };
            cross_origin(status, body.to_string())
        };
        let router = Router::new().fallback(answer).with_state(Arc::clone(&requests));
        Ok(Self { origin: serve(router).await?, requests })
    }

    /// What it got, preflights apart.
    pub fn requests(&self) -> Vec<Request> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

fn cross_origin(status: StatusCode, body: String) -> Response {
    let headers = [
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (header::ACCESS_CONTROL_ALLOW_METHODS, "POST, PUT"),
        (header::ACCESS_CONTROL_ALLOW_HEADERS, "Authorization, Content-Type, Accept"),
        (header::CONTENT_TYPE, "application/json"),
    ];
    (status, headers, body).into_response()
}

/// Serves until the test's runtime ends.
pub(super) async fn serve(router: Router) -> Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(format!("http://{address}"))
}
