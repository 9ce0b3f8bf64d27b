//! A page with the demo behind it: its own page, a form on a page of the test's, or files.

use std::cell::Cell;
use std::future::poll_fn;
use std::ops::Deref;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::pin::pin;
use std::task::Poll;

use serde_json::{Value, json};

use super::server::Files;
use super::{Browser, Demo, Result, Server, console, document, until};

/// A page, open in a browser. It dereferences to [`Browser`], and has the [`Demo`] with the sandbox
/// that it saves to.
pub struct Page {
    pub browser: Browser,
    pub demo: Demo,
    /// The width and height of the frame that the page is in, if it is in one.
    frame: Cell<Option<(u32, u32)>>,
}

impl Deref for Page {
    type Target = Browser;

    fn deref(&self) -> &Browser {
        &self.browser
    }
}

/// Opens the demo page, and runs a test on it.
pub async fn on_demo(test: impl AsyncFnOnce(&Page) -> Result) -> Result {
    on_demo_at("/", test).await
}

/// Opens another page of the demo's server, and runs a test on it.
pub async fn on_demo_at(path: &str, test: impl AsyncFnOnce(&Page) -> Result) -> Result {
    run(&[], None, async |page| {
        page.goto(page.demo.url(path)).await?;
        page.keep_console().await?;
        test(page).await
    })
    .await
}

/// Opens a page with a form, and runs a test on it when the form is hydrated. In `html`,
/// `{form}` is the element, and `{form dir=rtl}` the element with an attribute.
pub async fn on_form(html: &str, test: impl AsyncFnOnce(&Page) -> Result) -> Result {
    on_form_with(&[], html, test).await
}

/// As [`on_form`], with a demo that is started with these options.
pub async fn on_form_with(
    options: &[&str],
    html: &str,
    test: impl AsyncFnOnce(&Page) -> Result,
) -> Result {
    run(options, None, async |page| {
        page.open(html).await?;
        test(page).await
    })
    .await
}

/// As [`on_form`], in a frame of 1280 × 800 pixels, which [`Page::resize`] changes: no browser
/// makes its own window as narrow as that of a phone.
pub async fn on_form_in_frame(html: &str, test: impl AsyncFnOnce(&Page) -> Result) -> Result {
    let (width, height) = (1280, 800);
    run(&[], Some((width, height)), async |page| {
        // Leave room for the browser's toolbars.
        page.changes();
        page.set_window_rect(0, 0, width + 100, height + 200).await?;
        page.open(html).await?;
        test(page).await
    })
    .await
}

/// Serves these files, opens `index.html` of them, and runs a test on it. `change` gets each
/// file and the demo, whose origin the page needs.
pub async fn on_files(
    files: Files,
    change: impl Fn(&str, Vec<u8>, &Demo) -> Result<Vec<u8>>,
    test: impl AsyncFnOnce(&Page) -> Result,
) -> Result {
    run(&[], None, async |page| {
        let files = files.into_iter().map(|(name, contents)| {
            let contents = change(&name, contents, &page.demo)?;
            Ok((name, contents))
        });
        let server = Server::files(files.collect::<Result<Files>>()?).await?;
        page.goto(format!("{}/", server.origin)).await?;
        test(page).await
    })
    .await
}

/// Starts a demo and a browser for a test. If the test fails, by an error or a panic, this prints
/// the page's console.
async fn run(
    options: &[&str],
    frame: Option<(u32, u32)>,
    test: impl AsyncFnOnce(&Page) -> Result,
) -> Result {
    let demo = Demo::start(options).await?;
    let browser = Browser::start().await?;
    let page = Page { browser, demo, frame: Cell::new(frame) };
    let outcome = caught(test(&page)).await;
    if !matches!(outcome, Ok(Ok(()))) {
        for line in page.console().await.unwrap_or_default() {
            eprintln!("The page's console: {line}");
        }
    }
    page.browser.close().await?;
    outcome.unwrap_or_else(|panic| resume_unwind(panic))
}

/// Awaits a future, and returns its panic instead of passing it on.
async fn caught<T>(future: impl Future<Output = T>) -> std::thread::Result<T> {
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

impl Page {
    /// Opens another page with a form, as [`on_form`] does.
    pub async fn open(&self, html: &str) -> Result {
        let (before, rest) = html.split_once("{form").ok_or("there is no `{form}` in the page")?;
        let (attributes, after) = rest.split_once('}').ok_or("`{form` is not closed")?;
        let script = self.demo.url("/lead-phone-form/lead-phone-form.js");
        let api = self.demo.url("/api/v2");
        let form = format!(r#"<lead-phone-form lead-id="3387562" base-url="{api}"{attributes}>"#);
        let html = document(&format!(
            r#"<script type="module" src="{script}"></script>
            {before}{form}Loading…</lead-phone-form>{after}
            <script>document.querySelector("lead-phone-form").token = "sandbox-token"</script>"#
        ));
        match self.frame.get() {
            None => self.goto(Server::page(html, vec![]).await?.origin).await?,
            Some((width, height)) => {
                let frame = format!(
                    "<!doctype html><title>A frame</title><body style='margin: 0'>
                     <iframe src=page.html style='border: 0; width: {width}px; height: {height}px'>
                     </iframe>"
                );
                let files = [("index.html", frame), ("page.html", console::kept(&html)?)];
                let files = files.map(|(name, html)| (name.to_owned(), html.into_bytes()));
                self.enter_default_frame().await?;
                self.goto(Server::files(files.into()).await?.origin).await?;
                self.enter_frame(0).await?;
            }
        }
        self.until_heard("ready").await?;
        self.hydrated().await
    }

    /// Changes the width and height of the page's frame, for a page of [`on_form_in_frame`].
    pub async fn resize(&self, width: u32, height: u32) -> Result {
        self.frame.set(Some((width, height)));
        let resize = "frameElement.style.width = `${arguments[0]}px`;
            frameElement.style.height = `${arguments[1]}px`";
        self.run::<Value>(resize, vec![json!(width), json!(height)]).await?;
        let size = "return innerWidth === arguments[0] && innerHeight === arguments[1]";
        until("the window has its size", async || {
            self.run(size, vec![json!(width), json!(height)]).await
        })
        .await
    }
}
