//! A form alone on a page of a test's own making, with the sandbox behind it.

use std::cell::Cell;
use std::ops::Deref;

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use super::portal::{serve_page, serve_page_in_frame};
use super::{Browser, Demo, Result, caught, until};

/// A page with a form. It is a [`Browser`], and has the [`Demo`] whose sandbox it saves to.
pub struct FormPage {
    pub browser: Browser,
    pub demo: Demo,
    /// The width and height of the frame that it is in, if it is in one.
    frame: Cell<Option<(u32, u32)>>,
}

impl Deref for FormPage {
    type Target = Browser;

    fn deref(&self) -> &Browser {
        &self.browser
    }
}

/// Opens a page and runs a test on it. `html` has the element itself as `{form}`, perhaps
/// with attributes as in `{form dir=rtl}`, or is added to with the element at its end; `window.events` has what the host hears.
pub async fn on_form(html: &str, test: impl AsyncFnOnce(&FormPage) -> Result) -> Result {
    on_page(&[], html, None, test).await
}

/// As [`on_form`], with a demo that is started with these options.
pub async fn on_form_with(
    options: &[&str],
    html: &str,
    test: impl AsyncFnOnce(&FormPage) -> Result,
) -> Result {
    on_page(options, html, None, test).await
}

/// As [`on_form`], in a frame of 1280 × 800 pixels, which [`FormPage::resize`] changes: no
/// browser makes its own window as narrow as that of a phone.
pub async fn on_form_in_frame(html: &str, test: impl AsyncFnOnce(&FormPage) -> Result) -> Result {
    on_page(&[], html, Some((1280, 800)), test).await
}

async fn on_page(
    options: &[&str],
    html: &str,
    frame: Option<(u32, u32)>,
    test: impl AsyncFnOnce(&FormPage) -> Result,
) -> Result {
    let demo = Demo::start(options).await?;
    let browser = Browser::start().await?;
    let page = FormPage { browser, demo, frame: Cell::new(frame) };
    let outcome = caught(async {
        if let Some((width, height)) = frame {
            // With room for the browser's own bars.
            page.set_window_rect(0, 0, width + 100, height + 200).await?;
        }
        page.open(html).await?;
        test(&page).await
    })
    .await;
    if !matches!(outcome, Ok(Ok(()))) {
        for line in page.console().await.unwrap_or_default() {
            eprintln!("The page's console: {line}");
        }
    }
    page.browser.close().await?;
    outcome.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

impl FormPage {
    /// Opens another page, as [`on_form`] does.
    pub async fn open(&self, html: &str) -> Result {
        let (before, rest) = html.split_once("{form").unwrap_or((html, "}"));
        let (attributes, after) = rest.split_once('}').ok_or("`{form` is not closed")?;
        let body = format!(
            r#"{before}<lead-phone-form lead-id="3387562" base-url="{}"{attributes}>Loading…</lead-phone-form>{after}"#,
            self.demo.url("/api/v2")
        );
        let page = format!(
            r#"<!doctype html><html lang="en"><title>A portal</title>
            <meta name="viewport" content="width=device-width">
            <meta name="color-scheme" content="light dark">
            <link rel="icon" href="data:,">
            <script>
              window.events = [];
              for (const name of ["ready", "submit", "created", "updated", "error"]) {{
                document.addEventListener("lead-phone-" + name, (event) => {{
                  events.push([name, JSON.parse(JSON.stringify(event.detail))]);
                }});
              }}
            </script>
            <script type="module" src="{}"></script>
            <body>{body}
            <script>document.querySelector("lead-phone-form").token = "sandbox-token"</script>"#,
            self.demo.url("/lead-phone-form/lead-phone-form.js"),
        );
        match self.frame.get() {
            None => self.goto(serve_page(page).await?).await?,
            Some(size) => {
                self.enter_default_frame().await?;
                self.goto(serve_page_in_frame(page, size).await?).await?;
                self.enter_frame(0).await?;
            }
        }
        until("the form is ready", async || Ok(self.heard("ready").await? == 1)).await?;
        self.taken_over().await
    }

    /// How often the host has heard an event.
    pub async fn heard(&self, name: &str) -> Result<usize> {
        self.run("return events.filter((e) => e[0] === arguments[0]).length", vec![json!(name)])
            .await
    }

    /// A function's body run with `form`, the element, and `root`, its shadow root.
    pub async fn in_form<T: serde::de::DeserializeOwned>(&self, body: &str) -> Result<T> {
        let body = format!(
            "const form = document.querySelector('lead-phone-form'), root = form.shadowRoot; {body}"
        );
        self.run(&body, vec![]).await
    }

    /// Waits until an expression of `form` and `root` is true.
    pub async fn until(&self, expression: &str) -> Result {
        let body = format!("return !!({expression})");
        until(expression, async || self.in_form(&body).await).await
    }

    /// Types keys where the focus is, as a person does.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Result {
        let keys = keys.into();
        Ok(self.action_chain().send_keys(keys).perform().await?)
    }

    /// Changes what the page takes for the width and height of its window, for a page of
    /// [`on_form_in_frame`].
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
