//! The hosts of `www/hosts`, which are recipes for hosts of others: each opened as it stands
//! there, with the demo's origins in place of the CDN's and of the CRM's.

mod frameworks;
mod pages;

use std::fs;
use std::ops::Deref;
use std::path::{Path, PathBuf};

use serde_json::json;
use thirtyfour::{Key, WebElement};

use crate::harness::server::{Server, media_type};
use crate::harness::{Browser, Demo, Result, caught, console, told, until};

/// A host's files, by their path below its page.
type Files = Vec<(String, Vec<u8>)>;

/// A host, open in a browser. It is a [`Browser`].
struct Host {
    browser: Browser,
    demo: Demo,
}

impl Deref for Host {
    type Target = Browser;

    fn deref(&self) -> &Browser {
        &self.browser
    }
}

/// The folder of a host's sources.
fn sources(host: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/hosts").join(host)
}

/// All files below a folder.
fn files(folder: &Path) -> Result<Files> {
    let mut files = Files::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder)?.display().to_string();
                files.push((name, fs::read(&path)?));
            }
        }
    }
    Ok(files)
}

/// A file as it is served.
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

/// Opens a host, and runs a test on it. A test that fails has the page's console beside it.
async fn on_host(files: Files, test: impl AsyncFnOnce(&Host) -> Result) -> Result {
    let demo = Demo::start(&[]).await?;
    let files = files.into_iter().map(|(name, contents)| {
        let contents = served(&name, contents, &demo)?;
        Ok((name, contents))
    });
    let files = files.collect::<Result<Files>>()?;
    let server = Server::start(move |request| {
        let path = request.path.split('?').next().unwrap_or_default();
        let name = if path == "/" { "index.html" } else { path.trim_start_matches('/') };
        let media_type = match name.rsplit('.').next() {
            Some("html") => "text/html; charset=utf-8",
            Some("css") => "text/css",
            _ => media_type(name),
        };
        let headers = |value: &str| vec![("content-type", value.to_owned())];
        match files.iter().find(|file| file.0 == name) {
            Some((_, contents)) => (200, headers(media_type), contents.clone()),
            None if name == "crm-token" => (200, headers("text/plain"), b"sandbox-token".to_vec()),
            None => (404, vec![], vec![]),
        }
    })
    .await?;
    let host = Host { browser: Browser::start().await?, demo };
    let outcome = caught(async {
        host.goto(format!("{}/", server.origin)).await?;
        test(&host).await
    })
    .await;
    if !matches!(outcome, Ok(Ok(()))) {
        for line in host.console().await.unwrap_or_default() {
            eprintln!("The page's console: {line}");
        }
    }
    host.browser.close().await?;
    outcome.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

impl Host {
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

    /// Waits for the first form's field, or for another of its elements.
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

    /// Has the host take the phone from the first form.
    async fn empty(&self) -> Result {
        self.press("Another phone").await?;
        self.until_text("output", "").await?;
        until("the form is empty", async || {
            let number = self.in_shadow("#number").await?.prop("value").await?;
            Ok(number.as_deref() == Some("") && self.phone_id().await?.is_none())
        })
        .await
    }

    /// That nothing has gone wrong, as far as the browser and the framework know. Frameworks
    /// greet developers there.
    async fn has_nothing_to_complain_of(&self) -> Result {
        let mut lines = self.console().await?;
        lines.retain(|line| {
            let level = line.split(':').next().unwrap_or_default();
            ["SEVERE", "WARNING", "error", "warn"].contains(&level)
        });
        assert_eq!(lines, Vec::<String>::new());
        Ok(())
    }

    /// What all hosts do that show the phone in an `output`, failures in an alert, and have
    /// the buttons "Another phone", "Close" and "Open". The page has this many forms.
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
        // The browser tells of the answer 404 there.
        self.console().await?;

        self.empty().await?;
        self.until_text("[role=alert]", "").await?;
        self.save("#number", "+15145550199").await?;
        self.until_text("output", "+15145550199").await?;

        // Closed while a save is on its way, which is finished all the same.
        self.empty().await?;
        self.demo.post("/sandbox/faults", &json!({ "delay": 300 })).await?;
        self.save("#number", "+15145550123").await?;
        self.press("Close").await?;
        self.until_forms(0).await?;
        self.until_saved("+15145550123").await?;
        self.press("Open").await?;
        self.until_forms(forms).await?;
        // An element that the host keeps has the phone that was saved meanwhile.
        self.field("#number").await?;
        self.empty().await?;
        self.save("#number", "+15145550124").await?;
        self.until_saved("+15145550124").await?;
        self.has_nothing_to_complain_of().await
    }
}

/// The folder that the hosts' npm packages are installed in.
fn packages() -> Result<PathBuf> {
    Ok(PathBuf::from(told("PAGES_HOSTS")?))
}
