//! Chromium, or Chrome, which has the same engine.

use serde_json::{Value, json};

use super::{Browser, DriverProgram};

/// Chromium's entry among the browsers.
pub const CHROMIUM: Browser = Browser {
    name: "Chromium",
    has_devtools: true,
    commands: &["chromium", "chromium-browser", "google-chrome"],
    driver: DriverProgram::Packaged("chromedriver"),
    arguments: &["--log-level=SEVERE"],
    port: "--port=",
    needs_display: false,
    // Without a font, the browser draws no text, so tests cannot measure it.
    packages: &["chromium", "chromium-driver", "fonts-liberation"],
    remote: "CHROMEDRIVER_REMOTE",
    capabilities,
};

/// Flags to run as root in a container and without background network requests.
/// The driver gives each session a new profile.
pub const FLAGS: [&str; 8] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

fn capabilities(browser: &str) -> Value {
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": { "binary": browser, "args": FLAGS },
        "goog:loggingPrefs": { "browser": "ALL" },
    })
}
