//! A server that can break a connection, which no library of servers does on purpose. It closes every
//! connection after one answer: a browser sends a request again by itself where a connection that it
//! has used before breaks.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use crate::harness::Result;

/// A request as it came.
#[derive(Clone, Debug)]
pub struct Request {
    pub method: String,
    pub path: String,
    /// The headers, by their names in small letters.
    pub headers: BTreeMap<String, String>,
    pub body: String,
}

/// What is sent back, byte for byte. Nothing at all breaks the connection.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    pub after: Duration,
    pub bytes: Vec<u8>,
}

/// Starts a server, and returns its origin. It ends with the runtime.
pub async fn serve(answer: impl Fn(Request) -> Answer + Send + Sync + 'static) -> Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let origin = format!("http://{}", listener.local_addr()?);
    let answer = Arc::new(answer);
    tokio::spawn(async move {
        while let Ok((connection, _)) = listener.accept().await {
            let answer = Arc::clone(&answer);
            // An error is a browser that has gone.
            tokio::spawn(async move { answer_one(connection, &*answer).await });
        }
    });
    Ok(origin)
}

async fn answer_one(
    mut connection: TcpStream,
    answer: &(impl Fn(Request) -> Answer + Send + Sync),
) -> std::io::Result<()> {
    let Some(request) = read(&mut connection).await? else { return Ok(()) };
    let answer = answer(request);
    tokio::time::sleep(answer.after).await;
    connection.write_all(&answer.bytes).await?;
    connection.shutdown().await
}

async fn read(connection: &mut TcpStream) -> std::io::Result<Option<Request>> {
    let mut bytes = Vec::new();
    let mut part = [0; 8192];
    loop {
        if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
            let mut lines = head.lines();
            let mut first = lines.next().unwrap_or_default().split(' ').map(str::to_owned);
            let headers: BTreeMap<_, _> = lines
                .filter_map(|line| line.split_once(':'))
                .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
                .collect();
            let length = headers.get("content-length").and_then(|length| length.parse().ok());
            let start = end + 4;
            if bytes.len() >= start + length.unwrap_or(0) {
                return Ok(Some(Request {
                    method: first.next().unwrap_or_default(),
                    path: first.next().unwrap_or_default(),
                    headers,
                    body: String::from_utf8_lossy(&bytes[start..]).into_owned(),
                }));
            }
        }
        match connection.read(&mut part).await? {
            0 => return Ok(None),
            count => bytes.extend_from_slice(&part[..count]),
        }
    }
}
