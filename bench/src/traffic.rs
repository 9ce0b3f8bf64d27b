//! How many bytes a page's requests have transferred.

use std::collections::{HashMap, HashSet};

use anyhow::{Context as _, Result};
use chromiumoxide::Page;
use chromiumoxide::cdp::browser_protocol::network::{
    EventLoadingFailed, EventLoadingFinished, EventRequestWillBeSent,
};
use chromiumoxide::listeners::EventStream;
use futures::{FutureExt as _, StreamExt as _};
use tokio::select;

/// The requests of a page since it began to load.
#[derive(Debug)]
pub(crate) struct Traffic {
    sent: EventStream<EventRequestWillBeSent>,
    finished: EventStream<EventLoadingFinished>,
    failed: EventStream<EventLoadingFailed>,
    transfers: Transfers,
}

impl Traffic {
    /// Listens to a page that has not begun to load.
    pub(crate) async fn of(page: &Page) -> Result<Self> {
        Ok(Self {
            sent: page.event_listener().await?,
            finished: page.event_listener().await?,
            failed: page.event_listener().await?,
            transfers: Transfers::default(),
        })
    }

    /// Forgets everything so far: another page begins to load.
    pub(crate) fn forget(&mut self) {
        self.catch_up();
        self.transfers = Transfers::default();
    }

    /// Marks every request so far.
    pub(crate) fn mark(&mut self) {
        self.catch_up();
        self.transfers.mark();
    }

    /// Waits until no request is under way.
    pub(crate) async fn quiet(&mut self) -> Result<()> {
        self.catch_up();
        while !self.transfers.is_quiet() {
            select! {
                event = self.sent.next() => self.transfers.sent(&*event.context(GONE)?),
                event = self.finished.next() => self.transfers.finished(&*event.context(GONE)?),
                event = self.failed.next() => self.transfers.failed(&*event.context(GONE)?),
            }
            self.catch_up();
        }
        Ok(())
    }

    /// The bytes of every request that has ended.
    pub(crate) fn bytes(&mut self) -> f64 {
        self.catch_up();
        self.transfers.bytes(|_| true)
    }

    /// The bytes of the marked requests that have ended.
    pub(crate) fn bytes_of_marked(&mut self) -> f64 {
        self.catch_up();
        self.transfers.bytes(|id| self.transfers.marked.contains(id))
    }

    /// Takes in the events that have arrived.
    fn catch_up(&mut self) {
        while let Some(Some(event)) = self.sent.next().now_or_never() {
            self.transfers.sent(&event);
        }
        while let Some(Some(event)) = self.finished.next().now_or_never() {
            self.transfers.finished(&event);
        }
        while let Some(Some(event)) = self.failed.next().now_or_never() {
            self.transfers.failed(&event);
        }
    }
}

const GONE: &str = "the browser is gone";

/// Requests and their bytes. Each kind of event arrives on its own stream, so the end of a request
/// may be noted before its beginning.
#[derive(Debug, Default)]
struct Transfers {
    /// The requests over the network, by their identifiers.
    requests: HashSet<String>,
    /// The transferred bytes, headers and bodies, of the requests that have ended.
    bytes: HashMap<String, f64>,
    marked: HashSet<String>,
}

impl Transfers {
    fn sent(&mut self, event: &EventRequestWillBeSent) {
        if event.request.url.starts_with("http") {
            self.requests.insert(event.request_id.inner().clone());
        }
    }

    fn finished(&mut self, event: &EventLoadingFinished) {
        self.bytes.insert(event.request_id.inner().clone(), event.encoded_data_length);
    }

    fn failed(&mut self, event: &EventLoadingFailed) {
        self.bytes.insert(event.request_id.inner().clone(), 0.0);
    }

    fn mark(&mut self) {
        self.marked = self.requests.clone();
    }

    fn is_quiet(&self) -> bool {
        self.requests.iter().all(|id| self.bytes.contains_key(id))
    }

    fn bytes(&self, counts: impl Fn(&String) -> bool) -> f64 {
        let counted = self.requests.iter().filter(|id| counts(id));
        counted.filter_map(|id| self.bytes.get(id)).sum()
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use serde_json::json;

    use super::*;

    fn sent(id: &str, url: &str) -> EventRequestWillBeSent {
        let event = json!({
            "requestId": id,
            "loaderId": "1",
            "documentURL": url,
            "request": {
                "url": url,
                "method": "GET",
                "headers": {},
                "initialPriority": "High",
                "referrerPolicy": "no-referrer",
            },
            "timestamp": 1.0,
            "wallTime": 1.0,
            "initiator": { "type": "other" },
            "redirectHasExtraInfo": false,
        });
        EventRequestWillBeSent::deserialize(event).unwrap()
    }

    fn finished(id: &str, bytes: f64) -> EventLoadingFinished {
        let event = json!({ "requestId": id, "timestamp": 1.0, "encodedDataLength": bytes });
        EventLoadingFinished::deserialize(event).unwrap()
    }

    #[test]
    fn bytes_are_those_of_finished_requests_over_the_network() {
        let mut transfers = Transfers::default();
        transfers.sent(&sent("1", "http://host/"));
        transfers.sent(&sent("2", "data:,"));
        assert!(!transfers.is_quiet());
        transfers.finished(&finished("1", 120.0));
        transfers.finished(&finished("2", 1.0));
        assert!(transfers.is_quiet());
        transfers.mark();
        // The end may arrive first, because the streams are separate.
        transfers.finished(&finished("3", 30.0));
        transfers.sent(&sent("3", "http://host/flag.svg"));
        assert!(transfers.is_quiet());
        assert_eq!(transfers.bytes(|id| transfers.marked.contains(id)), 120.0);
        assert_eq!(transfers.bytes(|_| true), 150.0);
    }
}
