//! The server of all pages, with the sandbox as their API.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use anyhow::Result;
use axum::Router;
use axum::extract::{Path as UrlPath, Request, State};
use axum::http::{Method, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use lead_phone_sandbox::{Database, Options, Sandbox};
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use crate::pages::Page;
use crate::site::Site;

/// A server that runs in the background until it is dropped.
#[derive(Debug)]
pub(crate) struct Server {
    origin: String,
    /// How long the API took for each save.
    saves: Saves,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

type Saves = Arc<Mutex<Vec<Duration>>>;

impl Server {
    /// Starts it on a free port, with a database in memory.
    pub(crate) fn start(sites: BTreeMap<Page, Site>) -> Result<Self> {
        let saves = Saves::default();
        let api = Sandbox::open(Options::new(Database::Memory))?.router();
        let router = api.layer(from_fn_with_state(Arc::clone(&saves), time)).merge(pages(sites));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        listener.set_nonblocking(true)?;
        let origin = format!("http://{}", listener.local_addr()?);
        let (stop, stopped) = oneshot::channel();
        let thread = std::thread::spawn(move || {
            let stopped = async {
                // Dropping the sender stops it as well.
                let _ = stopped.await;
            };
            let served = async {
                let listener = TcpListener::from_std(listener)?;
                lead_phone_sandbox::serve(listener, router, stopped).await
            };
            if let Err(error) = runtime.block_on(served) {
                eprintln!("error: the server of the pages stopped: {error}");
            }
        });
        Ok(Self { origin, saves, stop: Some(stop), thread: Some(thread) })
    }

    /// The address of a page's file, such as `first.html`.
    pub(crate) fn address(&self, page: Page, file: &str) -> String {
        format!("{}/{page}/{file}", self.origin)
    }

    /// How long the API took for the last save.
    pub(crate) fn last_save(&self) -> Option<Duration> {
        self.saves.lock().unwrap_or_else(PoisonError::into_inner).last().copied()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // If the thread panicked, its message is on the terminal already.
            let _ = thread.join();
        }
    }
}

async fn time(State(saves): State<Saves>, request: Request, next: Next) -> Response {
    let is_save = request.method() == Method::POST;
    let started = Instant::now();
    let answer = next.run(request).await;
    if is_save {
        saves.lock().unwrap_or_else(PoisonError::into_inner).push(started.elapsed());
    }
    answer
}

fn pages(sites: BTreeMap<Page, Site>) -> Router {
    let mut files = BTreeMap::new();
    for (page, site) in sites {
        for (name, contents) in site {
            files.insert(format!("{page}/{name}"), contents);
        }
    }
    Router::new().route("/{*path}", get(file)).with_state(Arc::new(files))
}

/// Answers with a file, as a CDN with compression does: files are immutable, and an HTML page is
/// revalidated each time.
async fn file(
    State(files): State<Arc<BTreeMap<String, Vec<u8>>>>,
    UrlPath(path): UrlPath<String>,
) -> Response {
    let Some(contents) = files.get(&path) else {
        return (StatusCode::NOT_FOUND, format!("There is no {path}.\n")).into_response();
    };
    let cached = match path.ends_with(".html") {
        true => "no-cache",
        false => "public, max-age=31536000, immutable",
    };
    let media_type = mime_guess::from_path(&path).first_or_octet_stream();
    let headers = [
        (header::CONTENT_TYPE, media_type.as_ref()),
        (header::CONTENT_ENCODING, "br"),
        (header::CACHE_CONTROL, cached),
    ];
    (headers, contents.clone()).into_response()
}
