//! A page's console, with the messages of the page and of the browser.
//!
//! Only Chromium's driver has a command for it. In the other engines the page records its console
//! by a script that runs before any other: [`kept`] adds it to the pages that tests serve.

use super::{Result, told};

/// Records the console in `window.console.kept`, for [`super::Browser::console`], from the moment
/// at which the script runs.
pub const KEEPER: &str = r#"
    if (!console.kept) {
      console.kept = [];
      const text = (value) => {
        try {
          return typeof value === "object" ? `${value} ${JSON.stringify(value)}` : String(value);
        } catch {
          return "unreadable";
        }
      };
      const keep = (level, ...values) =>
        void console.kept.push(`${level}: ${values.map(text).join(" ")}`);
      for (const level of ["debug", "log", "info", "warn", "error"]) {
        const write = console[level];
        console[level] = (...values) => (keep(level, ...values), write.apply(console, values));
      }
      addEventListener("error", ({ message, target }) =>
        keep("error", message ?? `${target.src ?? target.href} did not load`), true);
      addEventListener("unhandledrejection", ({ reason }) => keep("error", reason));
      document.addEventListener("securitypolicyviolation", (event) => {
        // The browser itself requests this icon.
        if (!event.blockedURI.endsWith("/favicon.ico")) {
          keep("error", "Content Security Policy", event.violatedDirective, event.blockedURI);
        }
      });
    }
"#;

/// Whether the engine's driver has a command for the console.
pub fn is_told() -> Result<bool> {
    Ok(told("PAGES_ENGINE")? == "Chromium")
}

/// The page with a script that records its console, where the driver has no command for it.
pub fn kept(html: &str) -> Result<String> {
    if is_told()? {
        return Ok(html.to_owned());
    }
    let script = format!("<script>{KEEPER}</script>");
    let doctype = "<!doctype html>";
    Ok(match html.trim_start().strip_prefix(doctype) {
        Some(rest) => [doctype, &script, rest].concat(),
        None => [&script, html].concat(),
    })
}
