//! Records the events that the host of a form gets: the page records them, the test reads them.

use serde_json::Value;

use super::{Browser, Result, until};

/// Records the events of all forms of a page, in order, in `window.heard`: each as
/// `[name, lead, detail]`, its name without `lead-phone-`. Records uncaught exceptions in
/// `window.uncaught`.
///
/// A test may empty either list, to distinguish later entries from earlier ones.
pub const RECORDER: &str = r#"
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

/// A page with the recorder, which runs before everything in `html`. A policy may allow it by
/// the nonce `page`.
pub fn document(html: &str) -> String {
    format!(
        r#"<!doctype html><html lang="en"><meta charset="utf-8"><title>A portal</title>
        <meta name="viewport" content="width=device-width">
        <meta name="color-scheme" content="light dark">
        <link rel="icon" href="data:,"><script nonce="page">{RECORDER}</script>
        <body>{html}"#
    )
}

/// An event that the host got.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// The name without `lead-phone-`.
    pub name: String,
    /// The lead of the form that raised it.
    pub lead: Value,
    pub detail: Value,
}

impl Browser {
    /// All events, in order.
    pub async fn events(&self) -> Result<Vec<Event>> {
        let heard: Vec<(String, Value, Value)> = self.run("return heard", vec![]).await?;
        Ok(heard.into_iter().map(|(name, lead, detail)| Event { name, lead, detail }).collect())
    }

    /// The names of all events, in order.
    pub async fn names(&self) -> Result<Vec<String>> {
        Ok(self.events().await?.into_iter().map(|event| event.name).collect())
    }

    /// The details of the events of this name, in order.
    pub async fn heard(&self, name: &str) -> Result<Vec<Value>> {
        let events = self.events().await?.into_iter();
        Ok(events.filter(|event| event.name == name).map(|event| event.detail).collect())
    }

    /// Waits until the newest event has this name, and returns its detail.
    pub async fn until_heard(&self, name: &str) -> Result<Value> {
        let mut newest = None;
        until(&format!("the host hears {name}"), async || {
            newest = self.events().await?.pop();
            Ok(newest.as_ref().is_some_and(|event| event.name == name))
        })
        .await
        .map_err(|error| format!("{error}; the newest event is {newest:?}"))?;
        Ok(newest.map(|event| event.detail).unwrap_or_default())
    }

    /// Fails if a script of the page threw an exception that was not caught.
    pub async fn threw_nothing(&self) -> Result {
        let uncaught: Vec<String> = self.run("return uncaught", vec![]).await?;
        if uncaught.is_empty() { Ok(()) } else { Err(format!("uncaught: {uncaught:?}").into()) }
    }
}
