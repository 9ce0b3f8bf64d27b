//! A client for the tests: through the router alone, or over TCP where the connection matters.

#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking, in its helpers too")]

use std::{net::SocketAddr, time::Duration};

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Request, StatusCode},
};
use lead_phone_sandbox::{Database, Options, Revision, Sandbox};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::oneshot,
    task::JoinHandle,
    time::timeout,
};
use tower::ServiceExt;

/// Longer than anything here takes, so that a test fails instead of hanging.
const PATIENCE: Duration = Duration::from_secs(20);

/// Waits for what is about to happen, and fails if it does not.
pub async fn patiently<T>(event: impl Future<Output = T>) -> T {
    timeout(PATIENCE, event).await.unwrap()
}

pub const LEAD: i64 = 3387562;

pub fn options() -> Options {
    Options::new(Database::Memory)
}

pub fn sandbox() -> Sandbox {
    Sandbox::open(options()).unwrap()
}

pub fn router() -> Router {
    sandbox().router()
}

pub fn router_2020() -> Router {
    Sandbox::open(options().with_revision(Revision::R2020)).unwrap().router()
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {:?}", self.text))
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    /// Status and JSON body at once, for one assertion on both.
    pub fn parts(&self) -> (u16, Value) {
        (self.status.as_u16(), self.json())
    }
}

/// A request with the token.
pub fn request(method: &str, path: &str) -> axum::http::request::Builder {
    Request::builder().method(method).uri(path).header("authorization", "Bearer sandbox-token")
}

pub async fn send(router: &Router, request: Request<Body>) -> Answer {
    let answer = patiently(router.clone().oneshot(request)).await.unwrap();
    let (parts, body) = answer.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.unwrap();
    Answer {
        status: parts.status,
        headers: parts.headers,
        text: String::from_utf8(bytes.to_vec()).unwrap(),
    }
}

/// Sends JSON, or any text, with the token.
pub async fn call(router: &Router, method: &str, path: &str, body: impl ToString) -> Answer {
    let request = request(method, path)
        .header("content-type", "application/json")
        .body(Body::from(body.to_string()))
        .unwrap();
    send(router, request).await
}

pub async fn create(router: &Router, body: Value) -> Answer {
    call(router, "POST", "/api/v2/lead-phones", body).await
}

pub async fn update(router: &Router, id: i64, body: Value) -> Answer {
    call(router, "PUT", &format!("/api/v2/lead-phones/{id}"), body).await
}

pub async fn order(router: &Router, fault: Value) -> Answer {
    let answer = call(router, "POST", "/sandbox/faults", fault).await;
    assert_eq!(answer.status, 201, "{}", answer.text);
    answer
}

/// The phones of the lead that has none at first.
pub async fn phones(router: &Router) -> Vec<Value> {
    let leads = call(router, "GET", "/sandbox/leads", "").await.json();
    let lead = leads.as_array().unwrap().iter().find(|lead| lead["id"] == LEAD).unwrap();
    lead["phones"].as_array().unwrap().clone()
}

pub fn new_phone(number: &str) -> Value {
    json!({"lead_id": LEAD, "extension": null, "mobile": false, "number": number})
}

/// A sandbox on a port of its own.
pub struct Server {
    pub address: SocketAddr,
    pub router: Router,
    stop: oneshot::Sender<()>,
    running: JoinHandle<std::io::Result<()>>,
}

impl Server {
    pub async fn start(sandbox: &Sandbox) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let router = sandbox.router();
        let (stop, stopped) = oneshot::channel::<()>();
        let running = tokio::spawn(lead_phone_sandbox::serve(listener, router.clone(), async {
            _ = stopped.await;
        }));
        Self { address, router, stop, running }
    }

    pub async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.unwrap()
    }

    /// Asks the server to end.
    pub fn stop(self) -> JoinHandle<std::io::Result<()>> {
        self.stop.send(()).unwrap();
        self.running
    }
}

pub fn raw_create(number: &str) -> String {
    let body = new_phone(number).to_string();
    format!(
        "POST /api/v2/lead-phones HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer sandbox-token\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

/// Sends `request` on `stream` and reads until the server closes the connection.
pub async fn exchange(stream: &mut TcpStream, request: &str) -> String {
    stream.write_all(request.as_bytes()).await.unwrap();
    read_to_end(stream).await
}

pub async fn read_to_end(stream: &mut TcpStream) -> String {
    let mut answer = Vec::new();
    patiently(stream.read_to_end(&mut answer)).await.unwrap();
    String::from_utf8(answer).unwrap()
}

/// Waits until the API has got this many requests.
pub async fn wait_for_requests(router: &Router, count: u64) {
    patiently(async {
        while call(router, "GET", "/sandbox/requests", "").await.json()["count"] != count {
            tokio::task::yield_now().await;
        }
    })
    .await;
}
