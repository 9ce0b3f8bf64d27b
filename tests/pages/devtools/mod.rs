//! Tests that need Chromium's DevTools: the garbage collector, the accessibility tree, an input
//! method, dragging, emulated media.
//!
//! Other engines have no equivalent, so `cargo xtask test` leaves out this module there, says
//! so, and counts its tests. Everything that WebDriver can do is tested in the other modules, in
//! every engine; only this one has [`command`].

mod contrast;
mod leaks;
mod screen_reader;
mod screenshots;
mod selectors;
mod touch;
mod typing;

use serde_json::Value;

use crate::harness::{Browser, Result};

/// A command of the DevTools protocol.
async fn command(browser: &Browser, name: &str, parameters: Value) -> Result<Value> {
    browser.changes();
    Ok(browser.cdp().send_raw(name, parameters).await?)
}
