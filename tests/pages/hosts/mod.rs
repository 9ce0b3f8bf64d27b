//! The hosts in `www/hosts`, which are examples for other hosts. The tests open each unchanged,
//! except that the origins of the CDN and of the CRM are the demo's.

mod binding;
mod dialogs;
mod frameworks;
mod morphing;
mod pages;
mod react;
mod unit_tests;
mod visits;

use std::ops::Deref;
use std::path::{Path, PathBuf};

use serde_json::json;
use thirtyfour::{Key, WebElement};

use crate::harness::server::Files;
use crate::harness::{Browser, Demo, Page, Result, console, on_files, told, until};

/// A host, open in a browser. It dereferences to [`Page`].
struct Host<'a>(&'a Page);

impl Deref for Host<'_> {
    type Target = Page;

    fn deref(&self) -> &Page {
        self.0
    }
}

/// The folder of a host's sources.
fn sources(host: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/hosts").join(host)
}

/// A host's file with the demo's origins in it.
fn served(name: &str, contents: Vec<u8>, demo: &Demo) -> Result<Vec<u8>> {
    if !name.ends_with(".html") && !name.ends_with(".js") {
        return Ok(contents);
    }
    let text = String::from_utf8(contents)?
        .replace("https://cdn.example/jquery.js", "/jquery.js")
        .replace("https://cdn.example/lead-phone-form/", &demo.url("/lead-phone-form/"))
        .replace("https://crm.activix.ca/api/v2", &demo.url("/api/v2"));
    let text = if name.ends_with(".html") { console::kept(&text)? } else { text };
    Ok(text.into_bytes())
}

/// Opens a host, and runs a test on it.
async fn on_host(mut files: Files, test: impl AsyncFnOnce(&Host<'_>) -> Result) -> Result {
    files.push(("crm-token".to_owned(), b"sandbox-token".to_vec()));
    on_files(files, served, async |page| test(&Host(page)).await).await
}

impl Host<'_> {
    /// Clicks the button or link of this text.
    async fn press(&self, text: &str) -> Result {
        let find = "return [...document.querySelectorAll('button, a')]
            .find((button) => button.textContent === arguments[0])";
        let found = self.execute(find, vec![json!(text)]).await?;
        let button = found.element().map_err(|error| format!("there is no {text}: {error}"))?;
        Ok(button.click().await?)
    }

    /// Waits until the first element that the selector matches has this text.
    async fn until_text(&self, selector: &str, text: &str) -> Result {
        until(&format!("{selector} says {text:?}"), async || {
            let body = "return document.querySelector(arguments[0]).textContent";
            Ok(self.run::<String>(body, vec![json!(selector)]).await? == text)
        })
        .await
    }

    /// Waits for an element of the first form.
    async fn field(&self, selector: &str) -> Result<WebElement> {
        until(selector, async || Ok(self.in_shadow(selector).await.is_ok())).await?;
        self.in_shadow(selector).await
    }

    /// Types into the first form, and saves.
    async fn save(&self, selector: &str, text: &str) -> Result {
        Ok(self.field(selector).await?.send_keys(text.to_owned() + Key::Enter).await?)
    }

    async fn until_saved(&self, number: &str) -> Result {
        until(&format!("{number} is in the sandbox"), async || {
            Ok(self.demo.get("/sandbox/leads").await?.to_string().contains(number))
        })
        .await
    }

    async fn until_forms(&self, count: usize) -> Result {
        let body = "return document.querySelectorAll('lead-phone-form').length";
        until(&format!("there are {count} forms"), async || {
            Ok(self.run::<usize>(body, vec![]).await? == count)
        })
        .await
    }

    async fn phone_id(&self) -> Result<Option<u64>> {
        self.run("return document.querySelector('lead-phone-form').phoneId", vec![]).await
    }

    /// Has the host clear the first form's phone.
    async fn empty(&self) -> Result {
        self.press("Another phone").await?;
        self.until_text("output", "").await?;
        until("the form is empty", async || {
            let number = self.in_shadow("#number").await?.prop("value").await?;
            Ok(number.as_deref() == Some("") && self.phone_id().await?.is_none())
        })
        .await
    }

    async fn has_nothing_to_complain_of(&self) -> Result {
        has_nothing_to_complain_of(self).await
    }

    /// Tests the behaviour that most hosts share: they show the phone in an `output` and failures
    /// in an alert, and have the buttons "Another phone", "Close" and "Open". `forms` is the number
    /// of forms on the page.
    async fn adds_changes_and_closes(&self, forms: usize) -> Result {
        self.save("#number", "+15142223344").await?;
        self.until_text("output", "+15142223344").await?;
        self.save("#extension", "555").await?;
        self.until_text("output", "+15142223344 x 555").await?;
        assert!(self.phone_id().await?.is_some());
        self.has_nothing_to_complain_of().await?;

        self.demo.post("/sandbox/faults", &json!({ "status": 404, "body": {} })).await?;
        self.save("#extension", "6").await?;
        until("the host tells of the failure", async || {
            let text = "return document.querySelector('[role=alert]').textContent";
            Ok(self.run::<String>(text, vec![]).await?.contains("deleted"))
        })
        .await?;
        self.until_text("output", "+15142223344 x 555").await?;
        // The browser reports the status 404 there.
        self.console().await?;

        self.empty().await?;
        self.until_text("[role=alert]", "").await?;
        self.save("#number", "+15145550199").await?;
        self.until_text("output", "+15145550199").await?;

        // A save that is in flight when the form is closed is carried out.
        self.empty().await?;
        self.demo.post("/sandbox/faults", &json!({ "delay": 300 })).await?;
        self.save("#number", "+15145550123").await?;
        self.press("Close").await?;
        self.until_forms(0).await?;
        self.until_saved("+15145550123").await?;
        self.press("Open").await?;
        self.until_forms(forms).await?;
        // If the host kept the element, the element now has the saved phone.
        self.field("#number").await?;
        self.empty().await?;
        self.save("#number", "+15145550124").await?;
        self.until_saved("+15145550124").await?;
        self.has_nothing_to_complain_of().await
    }
}

/// Fails if the console has a warning or an error. Frameworks also write greetings there.
async fn has_nothing_to_complain_of(browser: &Browser) -> Result {
    let mut lines = browser.console().await?;
    lines.retain(|line| {
        let level = line.split(':').next().unwrap_or_default();
        ["SEVERE", "WARNING", "error", "warn"].contains(&level)
    });
    assert_eq!(lines, Vec::<String>::new());
    Ok(())
}

/// The tags of a library's scripts and style sheets, and their files, which the page's own server
/// serves.
fn scripts(paths: &[&str]) -> Result<(String, Files)> {
    let mut tags = String::new();
    let mut files = Files::new();
    for (nth, path) in paths.iter().enumerate() {
        let name = format!("library-{nth}-{}", path.rsplit('/').next().unwrap_or(path));
        tags += &match name.ends_with(".css") {
            true => format!("<link rel=stylesheet href={name}>"),
            false => format!("<script src={name}></script>"),
        };
        files.push((name, std::fs::read(packages()?.join("node_modules").join(path))?));
    }
    Ok((tags, files))
}

/// The folder that the hosts' npm packages are installed in.
fn packages() -> Result<PathBuf> {
    Ok(PathBuf::from(told("PAGES_HOSTS")?))
}
