//! WebKit: WebKitGTK and the browser that comes with its driver.

use serde_json::{Value, json};

use super::{Browser, DriverProgram};

/// WebKit's entry among the browsers.
pub(super) const WEBKIT: Browser = Browser {
    name: "WebKit",
    has_devtools: false,
    commands: &[],
    driver: DriverProgram::Packaged("WebKitWebDriver"),
    arguments: &["--host=127.0.0.1"],
    port: "--port=",
    needs_display: true,
    packages: &["webkit2gtk-driver", "xvfb", "fonts-liberation"],
    // With this variable, wasm-bindgen's test runner sets no capabilities, so
    // the driver starts its own browser.
    remote: "SAFARIDRIVER_REMOTE",
    capabilities,
};

/// Without capabilities, the driver starts its own browser with a new profile.
fn capabilities(_: &str) -> Value {
    json!({})
}
