//! The README's examples, unchanged except that the origins of the CDN and of the CRM are the
//! demo's.

use serde_json::{Value, json};

use crate::harness::{Browser, Demo, Result, Server, console, document};

const README: &str = include_str!("../../README.md");
const CDN: &str = "https://cdn.example";
/// The tag of the script as the examples begin it.
const TAG: &str = "<script type=\"module\"";

/// The README's code blocks in this language, in order.
fn blocks(language: &str) -> Vec<&'static str> {
    let fence = format!("```{language}\n");
    let parts = README.split(fence.as_str()).skip(1);
    parts.filter_map(|part| part.split_once("\n```").map(|(block, _)| block)).collect()
}

/// An example as a page, with the demo on another origin.
fn page(example: &str, demo: &Demo) -> Result<String> {
    if !example.contains(CDN) || !example.contains(TAG) {
        return Err(format!("there is no {CDN} or no {TAG} in the example {example}").into());
    }
    // For all forms of the page. Without a script, no `base-url` may lead to another origin.
    let tag = format!("{TAG} data-base-url=\"{}\"", demo.url("/api/v2"));
    Ok(document(&example.replace(TAG, &tag).replace(CDN, &demo.url(""))))
}

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
async fn the_readmes_first_example_adds_a_phone_and_the_second_changes_it() -> Result {
    let demo = Demo::start(&[]).await?;
    let browser = Browser::start().await?;
    let examples = blocks("html");
    let [adding, changing] = examples.as_slice() else {
        return Err(format!("the README has {} examples in HTML, not two", examples.len()).into());
    };
    open(&browser, page(adding, &demo)?).await?;
    add_with_the_first_example(&browser).await?;
    open(&browser, page(changing, &demo)?).await?;
    let extension = browser.in_shadow("#extension").await?;
    assert_eq!(extension.prop("value").await?.as_deref(), Some("555"));
    extension.clear().await?;
    browser.in_shadow("#submit").await?.click().await?;
    let phone = browser.until_heard("updated").await?;
    assert_eq!((&phone["id"], &phone["extension"]), (&json!(34566), &Value::Null));
    assert_eq!(browser.console().await?, Vec::<String>::new());
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_readmes_policy_is_enough() -> Result {
    let demo = Demo::start(&[]).await?;
    let browser = Browser::start().await?;
    let [policy] =
        blocks("text").into_iter().filter(|block| block.contains("script-src")).collect::<Vec<_>>()
            [..]
    else {
        return Err("the README has no policy, or two".into());
    };
    let [example, ..] = blocks("html")[..] else { return Err("the README has no example".into()) };
    // A host adds its own scripts and its own server to the policy.
    let policy = policy
        .replace('\n', " ")
        .replace(CDN, &demo.url(""))
        .replace("https://crm.activix.ca", &demo.url(""))
        .replace("script-src", "script-src 'nonce-page'")
        .replace("connect-src", "connect-src 'self'");
    let html = page(example, &demo)?
        .replace("<script type=\"module\">", "<script type=\"module\" nonce=\"page\">")
        .replace("rel=\"icon\" href=\"data:,\"", "")
        .replace(
            "<title>",
            &format!("<meta http-equiv=content-security-policy content=\"{policy}\"><title>"),
        );
    open(&browser, html).await?;
    add_with_the_first_example(&browser).await?;
    browser.close().await
}

/// `hosts` runs the hosts themselves.
#[test]
fn the_readmes_components_are_those_of_the_hosts() {
    for (language, file) in [
        ("jsx", include_str!("../../www/hosts/react/LeadPhone.jsx")),
        ("vue", include_str!("../../www/hosts/vue/LeadPhone.vue")),
        ("svelte", include_str!("../../www/hosts/svelte/LeadPhone.svelte")),
        ("rust", include_str!("../../www/hosts/yew/src/lead_phone.rs")),
        ("ts", include_str!("../../www/hosts/angular/lead-phone.ts")),
    ] {
        assert!(blocks(language).contains(&file.trim_end()), "in {language} it is another");
    }
}
