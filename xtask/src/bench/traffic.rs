//! How many bytes a page's requests have brought.

use std::collections::HashMap;

use serde_json::Value;

use super::devtools::Event;

/// The requests since a page began to load.
#[derive(Debug, Default)]
pub(super) struct Traffic {
    requests: HashMap<String, Transfer>,
}

#[derive(Debug, Default)]
struct Transfer {
    /// Headers and body as they travelled, once all of it is there.
    bytes: Option<f64>,
    /// Whether it had begun by the time of [`Traffic::mark`].
    marked: bool,
}

impl Traffic {
    /// Takes note of an event, whatever it is about.
    pub(super) fn note(&mut self, event: &Event) {
        let text = |name: &str| event.params.get(name).and_then(Value::as_str);
        let Some(id) = text("requestId") else { return };
        match event.method.as_str() {
            "Network.requestWillBeSent" => {
                let url = event.params.pointer("/request/url").and_then(Value::as_str);
                if url.is_some_and(|url| url.starts_with("http")) {
                    self.requests.entry(id.to_owned()).or_default();
                }
            }
            "Network.loadingFinished" => {
                let bytes = event.params.get("encodedDataLength").and_then(Value::as_f64);
                self.finish(id, bytes.unwrap_or_default());
            }
            "Network.loadingFailed" => self.finish(id, 0.0),
            _ => {}
        }
    }

    fn finish(&mut self, id: &str, bytes: f64) {
        if let Some(transfer) = self.requests.get_mut(id) {
            transfer.bytes = Some(bytes);
        }
    }

    /// Marks what has begun so far.
    pub(super) fn mark(&mut self) {
        for transfer in self.requests.values_mut() {
            transfer.marked = true;
        }
    }

    /// Whether nothing is under way.
    pub(super) fn is_quiet(&self) -> bool {
        self.requests.values().all(|transfer| transfer.bytes.is_some())
    }

    /// The bytes of all requests, or of those that are marked.
    pub(super) fn bytes(&self, marked: bool) -> f64 {
        let counted = self.requests.values().filter(|transfer| transfer.marked || !marked);
        counted.filter_map(|transfer| transfer.bytes).sum()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn event(method: &str, params: Value) -> Event {
        Event { method: method.to_owned(), params, ..Event::default() }
    }

    fn sent(id: &str, url: &str) -> Event {
        event("Network.requestWillBeSent", json!({ "requestId": id, "request": { "url": url } }))
    }

    #[test]
    fn bytes_are_those_of_finished_requests_over_the_network() {
        let mut traffic = Traffic::default();
        traffic.note(&sent("1", "http://host/"));
        traffic.note(&sent("2", "data:,"));
        assert!(!traffic.is_quiet());
        let finished = json!({ "requestId": "1", "encodedDataLength": 120.0 });
        traffic.note(&event("Network.loadingFinished", finished));
        assert!(traffic.is_quiet());
        traffic.mark();
        traffic.note(&sent("3", "http://host/flag.svg"));
        let finished = json!({ "requestId": "3", "encodedDataLength": 30.0 });
        traffic.note(&event("Network.loadingFinished", finished));
        assert_eq!((traffic.bytes(true), traffic.bytes(false)), (120.0, 150.0));
    }
}
