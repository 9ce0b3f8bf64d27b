//! What a page writes to its console, and what the browser complains of.
//!
//! Only Chromium's driver tells. In the other engines the page keeps it itself, by a script
//! that runs before any other: [`kept`] adds it to the pages that tests serve.

use super::{Result, told};

/// Keeps in `window.console.kept` what [`super::Browser::console`] returns. A page that the
/// script is added to later keeps what comes from then on.
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
        // Which a browser with tabs looks for by itself.
        if (!event.blockedURI.endsWith("/favicon.ico")) {
          keep("error", "Content Security Policy", event.violatedDirective, event.blockedURI);
        }
      });
    }
"#;

/// Whether the engine's driver tells what is in the console.
pub fn is_told() -> Result<bool> {
    Ok(told("PAGES_ENGINE")? == "Chromium")
}

/// A page that keeps its console, where the driver does not tell of it.
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
