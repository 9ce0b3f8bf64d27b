//! A server that answers what a test wants, and remembers everything that it was sent.

use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, Method, Uri};
use axum::response::Response;
use serde_json::{Value, json};

use super::portal::{Request, serve};
use super::{Result, console, told};

type Requests = Arc<Mutex<Vec<Request>>>;

/// A server at an origin of its own.
pub struct Server {
    pub origin: String,
    requests: Requests,
}

/// An answer: its status, headers and body.
pub type Answer = (u16, Vec<(&'static str, String)>, Vec<u8>);

impl Server {
    /// Starts it with what it answers.
    pub async fn start(
        answer: impl Fn(&Request) -> Answer + Send + Sync + 'static,
    ) -> Result<Self> {
        let requests = Requests::default();
        let (answer, log) = (Arc::new(answer), Arc::clone(&requests));
        let handler = async move |method: Method, uri: Uri, headers: HeaderMap, body: Bytes| {
            let request = Request {
                method,
                path: uri.to_string(),
                headers,
                body: String::from_utf8_lossy(&body).into_owned(),
            };
            let (status, headers, body) = answer(&request);
            log.lock().unwrap_or_else(PoisonError::into_inner).push(request);
            let mut response = Response::builder().status(status);
            for (name, value) in headers {
                response = response.header(name, value);
            }
            response.body(Body::from(body)).unwrap_or_default()
        };
        let router = Router::new().fallback(handler);
        Ok(Self { origin: serve(router).await?, requests })
    }

    /// A page.
    ///
    /// It keeps its console, unless headers of its own might forbid that.
    pub async fn page(html: String, headers: Vec<(&'static str, String)>) -> Result<Self> {
        let html = if headers.is_empty() { console::kept(&html)? } else { html };
        Self::start(move |request| match request.path.as_str() {
            "/" => {
                let mut headers = headers.clone();
                headers.push(("content-type", "text/html; charset=utf-8".to_owned()));
                (200, headers, html.clone().into_bytes())
            }
            _ => (404, vec![], vec![]),
        })
        .await
    }

    /// The widget, for any origin, as a CDN serves it. `change` gets each file.
    pub async fn widget(change: impl Fn(&str, Vec<u8>) -> Vec<u8>) -> Result<Self> {
        let mut files = widget_files()?;
        for (name, contents) in &mut files {
            *contents = change(name, std::mem::take(contents));
        }
        Self::serve(files, |_, _| ()).await
    }

    /// The widget, likewise. `change` gets each answer before it is sent.
    pub async fn widget_answering(
        change: impl Fn(&str, &mut Answer) + Send + Sync + 'static,
    ) -> Result<Self> {
        Self::serve(widget_files()?, change).await
    }

    async fn serve(
        files: Vec<(String, Vec<u8>)>,
        change: impl Fn(&str, &mut Answer) + Send + Sync + 'static,
    ) -> Result<Self> {
        Self::start(move |request| {
            let path = request.path.split('?').next().unwrap_or_default();
            let name = path.trim_start_matches('/');
            let headers = vec![
                ("access-control-allow-origin", "*".to_owned()),
                ("content-type", media_type(name).to_owned()),
            ];
            let mut answer = match files.iter().find(|file| file.0 == name) {
                Some((_, contents)) => (200, headers, contents.clone()),
                None => (404, headers, vec![]),
            };
            change(name, &mut answer);
            answer
        })
        .await
    }

    /// An API that pages of any origin may use. Preflights are answered here.
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

    /// What it got, preflights apart.
    pub fn requests(&self) -> Vec<Request> {
        let all = self.everything();
        all.into_iter().filter(|request| request.method != Method::OPTIONS).collect()
    }

    /// What it got.
    pub fn everything(&self) -> Vec<Request> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// The widget's files, by name. All but the scripts have a piece of their hash in it.
pub fn widget_files() -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(told("PAGES_WIDGET")?)? {
        let entry = entry?;
        files
            .push((entry.file_name().to_string_lossy().into_owned(), std::fs::read(entry.path())?));
    }
    Ok(files)
}

/// What a file is served as, by its name.
pub fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("js") => "text/javascript",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}

/// The headers by which an API lets every page read what it says.
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

/// Every event of the page's forms, in `window.heard`, as `[name, lead, detail]`.
pub const EARS: &str = r#"
    window.heard = [];
    window.uncaught = [];
    addEventListener("error", (event) => uncaught.push(String(event.message)));
    addEventListener("unhandledrejection", (event) => uncaught.push(String(event.reason)));
    for (const name of ["ready", "submit", "created", "updated", "error"]) {
      document.addEventListener("lead-phone-" + name, (event) => {
        const lead = event.target.leadId ?? null;
        heard.push([name, lead, JSON.parse(JSON.stringify(event.detail))]);
      });
    }
"#;
