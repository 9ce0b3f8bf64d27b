//! A browser of the engine that the tests run in, with access to its page.

use std::cell::Cell;
use std::ops::Deref;

use serde::de::DeserializeOwned;
use serde_json::Value;
use thirtyfour::prelude::*;

use super::session::Session;
use super::{Result, console};

/// A browser; everything that a [`WebDriver`] can do.
pub struct Browser {
    session: Session,
    is_changed: Cell<bool>,
}

impl Deref for Browser {
    type Target = WebDriver;

    fn deref(&self) -> &WebDriver {
        self.session.driver()
    }
}

impl Browser {
    /// Opens an empty page in a browser that no other test uses.
    pub async fn start() -> Result<Self> {
        Ok(Self { session: Session::take().await?, is_changed: Cell::new(false) })
    }

    /// Says that the browser itself has been changed, not only its page, so that no other test may
    /// use it.
    pub fn changes(&self) {
        self.is_changed.set(true);
    }

    /// Runs a function's body in the page, where `arguments` are these, and
    /// returns what it returns. A promise is waited for.
    ///
    /// It runs in a task of its own, as a page's script does: within a driver's script WebKit
    /// runs microtasks after each callback instead of at the script's end.
    pub async fn run<T: DeserializeOwned>(&self, body: &str, arguments: Vec<Value>) -> Result<T> {
        let script = format!(
            "const body = function () {{ {body}\n }};
             return new Promise((resolve, reject) => setTimeout(() => {{
               try {{
                 resolve(body.apply(window, arguments));
               }} catch (error) {{
                 reject(error);
               }}
             }}))"
        );
        Ok(self.execute(script, arguments).await?.convert()?)
    }

    /// The lines of the page's console since the last call, with the browser's own messages.
    pub async fn console(&self) -> Result<Vec<String>> {
        if console::is_told()? {
            let log = self.browser_log().await?;
            let lines = log.into_iter().map(|entry| format!("{}: {}", entry.level, entry.message));
            return Ok(lines.collect());
        }
        let kept: Option<_> = self.run("return console.kept?.splice(0) ?? null", vec![]).await?;
        kept.ok_or_else(|| "the page does not keep its console".into())
    }

    /// Starts to record the console of a page that the tests do not serve, or whose policy
    /// forbids inline scripts. It does nothing where the driver has a command for the console.
    pub async fn keep_console(&self) -> Result {
        if console::is_told()? { Ok(()) } else { self.run(console::KEEPER, vec![]).await }
    }

    /// Leaves the browser to the next test. If a test fails, the browser is dropped instead, which
    /// ends it.
    pub async fn close(self) -> Result {
        // If the browser has ended, say so: the error of the failed command may not.
        if let Err(error) = self.title().await {
            eprintln!("The browser's driver: {error}");
        }
        if self.is_changed.get() { self.session.end().await } else { self.session.keep().await }
    }
}
