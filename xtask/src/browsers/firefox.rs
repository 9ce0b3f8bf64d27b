//! Firefox: Debian's extended support release, or any other in `PATH`.

use serde_json::{Value, json};

use super::{Browser, DriverProgram};
use crate::tools::crates;

/// Firefox's entry among the browsers.
pub(super) const FIREFOX: Browser = Browser {
    name: "Firefox",
    has_devtools: false,
    commands: &["firefox-esr", "firefox"],
    driver: DriverProgram::Crate(crates::Program { name: "geckodriver", version: "0.37.1" }),
    arguments: &["--log=fatal"],
    port: "--port=",
    needs_display: false,
    packages: &["firefox-esr", "fonts-liberation"],
    remote: "GECKODRIVER_REMOTE",
    capabilities,
};

/// The driver gives each session a new profile, with preferences that prevent
/// background network requests.
fn capabilities(browser: &str) -> Value {
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "binary": browser,
            "args": ["-headless"],
            // Without its built-in add-ons, Firefox starts in two thirds of the time. Without
            // preloaded processes for tabs that never open, more of the processor is free.
            "prefs": {
                "extensions.enabledScopes": 0,
                "dom.ipc.processPrelaunch.enabled": false,
            },
        },
    })
}
