//! A server with the answers that a test wants. It records all requests.

use std::path::Path;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, Method, Uri};
use axum::response::Response;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::task::block_in_place;

use super::{Result, console, told};

/// A server with its own origin. It ends with the test's runtime.
pub struct Server {
    pub origin: String,
    requests: Arc<Mutex<Vec<Request>>>,
}

/// A request as the server received it.
#[derive(Clone, Debug)]
pub struct Request {
    pub method: Method,
    /// The path with its query.
    pub path: String,
    pub headers: HeaderMap,
    pub body: String,
}

/// An answer: its status, headers and body.
pub type Answer = (u16, Vec<(&'static str, String)>, Vec<u8>);

/// Files, each by its path below the origin.
pub type Files = Vec<(String, Vec<u8>)>;

impl Request {
    /// The value of a header; empty if it was not sent.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}

impl Server {
    /// Starts a server with a function that answers.
    pub async fn start(
        answer: impl Fn(&Request) -> Answer + Send + Sync + 'static,
    ) -> Result<Self> {
        let requests: Arc<Mutex<Vec<Request>>> = Arc::default();
        let (answer, log) = (Arc::new(answer), Arc::clone(&requests));
        let handler = async move |method: Method, uri: Uri, headers: HeaderMap, body: Bytes| {
            let request = Request {
                method,
                path: uri.to_string(),
                headers,
                body: String::from_utf8_lossy(&body).into_owned(),
            };
            log.lock().unwrap_or_else(PoisonError::into_inner).push(request.clone());
            let (status, headers, body) = answer(&request);
            let mut response = Response::builder().status(status);
            for (name, value) in headers {
                response = response.header(name, value);
            }
            response.body(Body::from(body)).unwrap_or_default()
        };
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let origin = format!("http://{}", listener.local_addr()?);
        let router = Router::new().fallback(handler);
        tokio::spawn(async move { axum::serve(listener, router).await });
        Ok(Self { origin, requests })
    }

    /// A server with one page.
    ///
    /// The page records its console, unless it has headers, which might forbid that.
    pub async fn page(html: String, headers: Vec<(&'static str, String)>) -> Result<Self> {
        let html = if headers.is_empty() { console::kept(&html)? } else { html };
        let files = vec![("index.html".to_owned(), html.into_bytes())];
        Self::start(move |request| {
            let mut answer = file(&files, request);
            answer.1.extend(headers.clone());
            answer
        })
        .await
    }

    /// A server with these files, for pages of any origin. `index.html` is at `/`.
    pub async fn files(files: Files) -> Result<Self> {
        Self::start(move |request| file(&files, request)).await
    }

    /// The widget, as a CDN serves it.
    pub async fn widget() -> Result<Self> {
        Self::files(widget_files()?).await
    }

    /// The widget, as a CDN serves it. `change` gets the name and the answer of each file before it
    /// is sent.
    pub async fn widget_answering(
        change: impl Fn(&str, &mut Answer) + Send + Sync + 'static,
    ) -> Result<Self> {
        let files = widget_files()?;
        Self::start(move |request| {
            let mut answer = file(&files, request);
            change(name(request), &mut answer);
            answer
        })
        .await
    }

    /// An API that pages of any origin may use. The server answers preflights itself.
    pub async fn api(
        answer: impl Fn(&Request) -> (u16, Value) + Send + Sync + 'static,
    ) -> Result<Self> {
        Self::start(move |request| {
            let (status, body) = match request.method {
                Method::OPTIONS => (204, String::new()),
                _ => {
                    let (status, body) = answer(request);
                    (status, body.to_string())
                }
            };
            (status, cross_origin(), body.into_bytes())
        })
        .await
    }

    /// An API that carries out every request.
    pub async fn saving_api() -> Result<Self> {
        Self::api(|request| {
            (if request.method == Method::POST { 201 } else { 200 }, phone(request, 7))
        })
        .await
    }

    /// An API that carries out every request, but answers only when the sender is dropped.
    pub async fn holding_api() -> Result<(Self, Sender<()>)> {
        let (release, released) = channel();
        let released = Mutex::new(released);
        let api = Self::api(move |request| {
            // Nothing is ever sent, so this ends with an error once the sender is gone.
            let _ =
                block_in_place(|| released.lock().unwrap_or_else(PoisonError::into_inner).recv());
            (if request.method == Method::POST { 201 } else { 200 }, phone(request, 7))
        });
        Ok((api.await?, release))
    }

    /// The requests that it got, without preflights.
    pub fn requests(&self) -> Vec<Request> {
        let all = self.everything();
        all.into_iter().filter(|request| request.method != Method::OPTIONS).collect()
    }

    /// The requests that it got, with preflights.
    pub fn everything(&self) -> Vec<Request> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// The name of the requested file.
fn name(request: &Request) -> &str {
    match request.path.split('?').next().unwrap_or_default().trim_start_matches('/') {
        "" => "index.html",
        name => name,
    }
}

/// The answer with one of these files.
pub fn file(files: &Files, request: &Request) -> Answer {
    let name = name(request);
    let headers = vec![
        ("access-control-allow-origin", "*".to_owned()),
        ("content-type", media_type(name).to_owned()),
    ];
    match files.iter().find(|file| file.0 == name) {
        Some((_, contents)) => (200, headers, contents.clone()),
        None => (404, headers, vec![]),
    }
}

/// The widget's files. All names except those of the scripts contain a part of the file's hash.
pub fn widget_files() -> Result<Files> {
    files_in(Path::new(&told("PAGES_WIDGET")?))
}

/// All files below a folder.
pub fn files_in(folder: &Path) -> Result<Files> {
    let mut files = Files::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder)?.display().to_string();
                files.push((name, std::fs::read(&path)?));
            }
        }
    }
    Ok(files)
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css",
        Some("js") => "text/javascript",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}

/// The headers with which an API lets every page read its answers.
pub fn cross_origin() -> Vec<(&'static str, String)> {
    [
        ("access-control-allow-origin", "*"),
        ("access-control-allow-methods", "POST, PUT"),
        ("access-control-allow-headers", "Authorization, Content-Type, Accept"),
        ("access-control-expose-headers", "Retry-After"),
        ("content-type", "application/json"),
    ]
    .map(|(name, value)| (name, value.to_owned()))
    .to_vec()
}

/// A phone as the API returns it after this request: what was sent, with an id.
pub fn phone(request: &Request, id: u64) -> Value {
    let mut phone: Value = serde_json::from_str(&request.body).unwrap_or_default();
    phone["id"] = json!(id);
    phone["valid"] = json!(true);
    phone
}
