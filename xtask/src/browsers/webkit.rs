//! WebKit, by WebKitGTK and the browser that comes with it.

use serde_json::{Value, json};

use super::{Browser, DriverProgram};

/// The entry.
pub(super) const WEBKIT: Browser = Browser {
    name: "WebKit",
    has_devtools: false,
    commands: &[],
    driver: DriverProgram::Packaged("WebKitWebDriver"),
    arguments: &["--host=127.0.0.1"],
    port: "--port=",
    needs_display: true,
    packages: &["webkit2gtk-driver", "xvfb", "fonts-liberation"],
    // wasm-bindgen's test runner asks nothing of a session with this one, so
    // that the driver starts its own browser.
    remote: "SAFARIDRIVER_REMOTE",
    capabilities,
};

/// Left to itself, the driver starts the browser that belongs to it, with a new
/// profile.
fn capabilities(_: &str) -> Value {
    json!({})
}
