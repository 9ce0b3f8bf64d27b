//! What takes Chromium's DevTools: the garbage collector, the accessibility tree, an input
//! method, a hand that drags, emulated media.
//!
//! Other engines have nothing like them, so that `cargo xtask test` leaves out this module
//! there, says so, and counts its tests. Whatever a WebDriver can do is tested elsewhere, in
//! every engine; so this is the only module that has [`command`].

mod contrast;
mod leaks;
mod screen_reader;
mod screenshots;
mod typing;

use serde_json::Value;

use crate::harness::{Browser, Result};

/// A command of the DevTools protocol.
async fn command(browser: &Browser, name: &str, parameters: Value) -> Result<Value> {
    Ok(browser.cdp().send_raw(name, parameters).await?)
}
