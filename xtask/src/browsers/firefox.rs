//! Firefox, by Debian's long-term release or any that is in `PATH`.

use serde_json::{Value, json};

use super::{Browser, DriverProgram};
use crate::tools::crates;

/// The entry.
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

/// The driver gives each session a new profile, and sets what keeps the browser
/// from asking anybody on the network for anything.
fn capabilities(browser: &str) -> Value {
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "binary": browser,
            "args": ["-headless"],
            // It starts in two thirds of the time without the add-ons that come with it, and
            // leaves the processor to the tests without processes for tabs that never open.
            "prefs": {
                "extensions.enabledScopes": 0,
                "dom.ipc.processPrelaunch.enabled": false,
            },
        },
    })
}
