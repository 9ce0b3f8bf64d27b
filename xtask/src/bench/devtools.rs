//! A client of the browser's DevTools protocol: commands and their answers, and
//! the events that come between.

use std::collections::VecDeque;
use std::io::ErrorKind;
use std::net::TcpStream;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;
use serde_json::{Value, json};
use tungstenite::{Message, WebSocket};

/// How long the browser has for an answer: more than any of them takes.
const ANSWERS_WITHIN: Duration = Duration::from_secs(60);
/// How often a wait for an event looks whether it has been long enough.
const LOOK: Duration = Duration::from_millis(100);

/// An event of one page.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Event {
    /// Its name, such as `Network.loadingFinished`.
    pub(super) method: String,
    #[serde(default)]
    pub(super) params: Value,
    #[serde(default, rename = "sessionId")]
    pub(super) session: String,
}

/// A connection to a browser.
#[derive(Debug)]
pub(super) struct DevTools {
    socket: WebSocket<TcpStream>,
    last: u64,
    /// What came while something else was waited for.
    events: VecDeque<Event>,
}

impl DevTools {
    /// Connects to a browser on this machine.
    ///
    /// `path` is that of the browser's own end, such as `/devtools/browser/…`.
    pub(super) fn connect(port: u16, path: &str) -> Result<Self> {
        let stream = TcpStream::connect(("127.0.0.1", port))?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(LOOK))?;
        let address = format!("ws://127.0.0.1:{port}{path}");
        // Its first answer takes a moment, in which a read may end without one.
        let mut tried = tungstenite::client(address, stream);
        loop {
            match tried {
                Ok((socket, _)) => return Ok(Self { socket, last: 0, events: VecDeque::new() }),
                Err(tungstenite::HandshakeError::Interrupted(unfinished)) => {
                    tried = unfinished.handshake();
                }
                Err(tungstenite::HandshakeError::Failure(error)) => {
                    return Err(error).context("the browser does not speak DevTools");
                }
            }
        }
    }

    /// Asks the browser, or in a session one of its pages, to do something, and
    /// returns its answer.
    ///
    /// # Errors
    ///
    /// If it cannot, with what it says; if it does not answer.
    pub(super) fn command(
        &mut self,
        session: Option<&str>,
        method: &str,
        params: Value,
    ) -> Result<Value> {
        self.last += 1;
        let id = self.last;
        let mut message = json!({ "id": id, "method": method, "params": params });
        if let (Some(session), Some(message)) = (session, message.as_object_mut()) {
            message.insert("sessionId".to_owned(), session.into());
        }
        self.socket.send(Message::text(message.to_string()))?;
        let until = Instant::now() + ANSWERS_WITHIN;
        while let Some(mut answer) = self.read(until)? {
            if answer.get("id").and_then(Value::as_u64) == Some(id) {
                if let Some(error) = answer.get("error") {
                    bail!("the browser refuses {method}: {error}");
                }
                return Ok(answer.get_mut("result").map(Value::take).unwrap_or_default());
            }
        }
        bail!("the browser does not answer {method}")
    }

    /// Waits for an event of a page of which `wanted` makes something; `None`
    /// where none comes in time. Other events of the page are forgotten.
    pub(super) fn wait_for<T>(
        &mut self,
        session: &str,
        within: Duration,
        mut wanted: impl FnMut(&Event) -> Option<T>,
    ) -> Result<Option<T>> {
        let until = Instant::now() + within;
        loop {
            while let Some(event) = self.events.pop_front() {
                if event.session == session
                    && let Some(found) = wanted(&event)
                {
                    return Ok(Some(found));
                }
            }
            // Whatever is read here is an event, as no command is under way.
            if self.read(until)?.is_none() {
                return Ok(None);
            }
        }
    }

    /// The next message, once it is among the events if it is one.
    fn read(&mut self, until: Instant) -> Result<Option<Value>> {
        while Instant::now() < until {
            match self.socket.read() {
                Ok(Message::Text(text)) => {
                    let message: Value = serde_json::from_str(&text)?;
                    if message.get("method").is_some() {
                        self.events.push_back(Event::deserialize(&message)?);
                    }
                    return Ok(Some(message));
                }
                Ok(Message::Close(_)) => bail!("the browser has ended"),
                Ok(_) => {}
                Err(tungstenite::Error::Io(error))
                    if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {}
                Err(error) => return Err(error).context("the browser is gone"),
            }
        }
        Ok(None)
    }
}
