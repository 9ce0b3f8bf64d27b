//! The first examples: they save a phone, also under the policy that the documents give.

use serde_json::{Value, json};

use super::listings;
use super::pages::page;
use crate::harness::{Browser, Demo, Result, Server, console};

const START: &str = "docs/src/start.md";
/// Only the first example has it.
const FIRST: &str = "lead-id=\"3387562\"";

async fn open(browser: &Browser, html: String) -> Result {
    let files = [("index.html", console::kept(&html)?), ("crm-token", "sandbox-token".to_owned())];
    let files = files.map(|(name, text)| (name.to_owned(), text.into_bytes()));
    browser.goto(&Server::files(files.into()).await?.origin).await?;
    browser.until_heard("ready").await.map(drop)
}

/// Adds the specification's phone to the specification's lead.
async fn add_with_the_first_example(browser: &Browser) -> Result {
    browser.in_shadow("#number").await?.send_keys("+15141234455").await?;
    browser.in_shadow("#submit").await?.click().await?;
    let phone = browser.until_heard("created").await?;
    assert_eq!((&phone["id"], &phone["number"]), (&json!(34566), &json!("+15141234455")));
    assert_eq!(phone["lead"]["id"], 3387562);
    assert_eq!(browser.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_example_adds_a_phone_and_the_second_changes_it() -> Result {
    let demo = Demo::start(&[]).await?;
    let browser = Browser::start().await?;
    let first = listings::with(START, FIRST)?;
    open(&browser, page(&first.text, &demo)?).await?;
    add_with_the_first_example(&browser).await?;
    open(&browser, page(&listings::with(START, "id=\"change\"")?.text, &demo)?).await?;
    let extension = browser.in_shadow("#extension").await?;
    assert_eq!(extension.prop("value").await?.as_deref(), Some("555"));
    extension.clear().await?;
    browser.in_shadow("#submit").await?.click().await?;
    let phone = browser.until_heard("updated").await?;
    assert_eq!((&phone["id"], &phone["extension"]), (&json!(34566), &Value::Null));
    assert_eq!(browser.console().await?, Vec::<String>::new());
    browser.close().await
}

#[test]
fn the_readme_says_the_same_as_the_first_page() -> Result {
    for part in [FIRST, "app.get(", "'wasm-unsafe-eval'", "Access-Control-Allow-Origin"] {
        let (readme, page) = (listings::with("README.md", part)?, listings::with(START, part)?);
        assert_eq!(readme.text, page.text);
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_policy_is_enough() -> Result {
    let demo = Demo::start(&[]).await?;
    let browser = Browser::start().await?;
    // A page adds its own scripts to the policy.
    let policy = listings::with(START, "'wasm-unsafe-eval'")?
        .text
        .replace('\n', " ")
        .replace("https://cdn.example", &demo.url(""))
        .replace("https://crm.activix.ca", &demo.url(""))
        .replace("script-src", "script-src 'nonce-page'");
    let html = page(&listings::with(START, FIRST)?.text, &demo)?
        .replace("<script type=\"module\"", "<script type=\"module\" nonce=\"page\"")
        .replace("rel=\"icon\" href=\"data:,\"", "")
        .replace(
            "<title>",
            &format!("<meta http-equiv=content-security-policy content=\"{policy}\"><title>"),
        );
    open(&browser, html).await?;
    add_with_the_first_example(&browser).await?;
    browser.close().await
}
