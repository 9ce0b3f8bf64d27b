//! A browser, a demo of one's own, and waiting for a state.
//!
//! ```ignore
//! #[tokio::test]
//! async fn a_theme_has_one_sentence_for_each_test() -> Result {
//!     on_demo(async |page| {
//!         page.in_shadow("input").await?.send_keys("514 555 0199").await?;
//!         until("the phone is kept", async || {
//!             Ok(page.demo.get("/sandbox/leads").await?.to_string().contains("+15145550199"))
//!         })
//!         .await
//!     })
//!     .await
//! }
//! ```
//!
//! Tests run beside each other, so each has its own demo, with its own
//! database in memory, and its own browser session with a new profile.

mod browser;
pub mod console;
mod demo;
mod form_page;
pub mod nginx;
pub mod portal;
pub mod server;
mod wait;

use std::error::Error;
use std::future::poll_fn;
use std::ops::Deref;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::pin::pin;
use std::task::Poll;

pub use browser::Browser;
pub use demo::Demo;
pub use form_page::{FormPage, on_form, on_form_in_frame, on_form_with};
pub use wait::until;

/// What a test and the harness return; an error says what was expected.
pub type Result<T = ()> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

/// The demo, open in a browser. It is a [`Browser`], and has the [`Demo`].
pub struct Page {
    pub browser: Browser,
    pub demo: Demo,
}

impl Deref for Page {
    type Target = Browser;

    fn deref(&self) -> &Browser {
        &self.browser
    }
}

/// Opens the demo page in a new browser, and runs a test on it.
///
/// A test that fails, by an error or a panic, has the page's console beside it.
pub async fn on_demo(test: impl AsyncFnOnce(&Page) -> Result) -> Result {
    let demo = Demo::start(&[]).await?;
    let browser = Browser::start().await?;
    let page = Page { browser, demo };
    let outcome = caught(async {
        page.goto(page.demo.url("/")).await?;
        page.keep_console().await?;
        test(&page).await
    })
    .await;
    if !matches!(outcome, Ok(Ok(()))) {
        for line in page.console().await.unwrap_or_default() {
            eprintln!("The page's console: {line}");
        }
    }
    page.browser.close().await?;
    outcome.unwrap_or_else(|panic| resume_unwind(panic))
}

/// Awaits a future, and returns its panic instead of passing it on.
pub async fn caught<T>(future: impl Future<Output = T>) -> std::thread::Result<T> {
    let mut future = pin!(future);
    poll_fn(|context| {
        // It is not polled again after a panic.
        match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(context))) {
            Ok(poll) => poll.map(Ok),
            Err(panic) => Poll::Ready(Err(panic)),
        }
    })
    .await
}

/// What `cargo xtask test` tells the tests.
pub fn told(name: &str) -> Result<String> {
    std::env::var(name)
        .map_err(|_| format!("{name} is not set: run `cargo xtask test --only pages`").into())
}
