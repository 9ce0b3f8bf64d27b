//! The listings that a browser runs, each in a frame of its own, all on one page.

use serde_json::{Value, json};

use super::listings::{self, Listing};
use crate::harness::server::Files;
use crate::harness::{Browser, Demo, Result, Server, document, until};

/// The script's address as listings write it.
const SCRIPT: &str = "https://cdn.example/lead-phone-form/lead-phone-form.js";
const API: &str = "https://crm.activix.ca/api/v2";

/// What a frame has: the names of the events that it heard, whether its script has run to the end, and
/// the exceptions that nothing caught. None of them is there before the page is.
type State = (Option<Vec<String>>, Option<bool>, Option<Vec<String>>);

/// Listings in JavaScript that are not for a page with a form: a page's path, and a part of the text.
/// `programs` compiles or runs them.
pub(super) const NOT_FOR_PAGES: [(&str, &str); 8] = [
    ("docs/src/serving.md", "wasmUrl"),
    ("docs/src/start.md", "app.get("),
    ("docs/src/testing.md", "expect("),
    ("docs/src/testing.md", "cy.get("),
    ("docs/src/testing.md", "userEvent"),
    ("docs/src/token-server.md", ""),
    ("docs/src/vue.md", "@vitejs/plugin-vue"),
    ("README.md", "app.get("),
];

/// Whether a listing in JavaScript is not for a page with a form.
pub(super) fn is_for_programs(listing: &Listing) -> bool {
    NOT_FOR_PAGES.iter().any(|(page, part)| listing.page == *page && listing.text.contains(part))
}

/// A listing in HTML as a page, with the demo on another origin.
pub(super) fn page(listing: &str, demo: &Demo) -> Result<String> {
    let source = format!("src=\"{SCRIPT}\"");
    if !listing.contains(&source) {
        return Err(format!("there is no {source} in the listing {listing}").into());
    }
    let mut new = format!("src=\"{}\"", demo.url("/lead-phone-form/lead-phone-form.js"));
    if !listing.contains("data-base-url") {
        // For all forms of the page. Without a script, no `base-url` may lead to another origin.
        new += &format!(" data-base-url=\"{API}\"");
    }
    Ok(document(&listing.replace(&source, &new).replace(API, &demo.url("/api/v2"))))
}

/// A page with a form in `form`, which runs a listing and then says so in `window.hasRun`.
fn running(script: &str, demo: &Demo) -> String {
    let script = script.replace(API, &demo.url("/api/v2"));
    document(&format!(
        "<script type=module src={}/lead-phone-form/lead-phone-form.js></script>
         <lead-phone-form lead-id=3387562 token-url=/crm-token>Loading…</lead-phone-form>
         <script type=module>
           const form = document.querySelector('lead-phone-form');
           {script}
           window.hasRun = true;
         </script>",
        demo.url(""),
    ))
}

#[tokio::test(flavor = "multi_thread")]
async fn each_listing_for_a_page_runs_and_leaves_a_form_that_is_ready() -> Result {
    let demo = Demo::start(&[]).await?;
    let browser = Browser::start().await?;
    let html = listings::of("html")?;
    let scripts = listings::of("js")?.into_iter().filter(|listing| !is_for_programs(listing));
    let mut places = Vec::new();
    let mut files: Files = vec![("crm-token".to_owned(), b"sandbox-token".to_vec())];
    for listing in html.into_iter().chain(scripts) {
        let text = match listing.language.as_str() {
            "html" => page(&listing.text, &demo)?,
            _ => running(&listing.text, &demo),
        };
        files.push((format!("listing-{}.html", places.len()), text.into_bytes()));
        places.push(listing);
    }
    let frames: String =
        (0..places.len()).map(|nth| format!("<iframe src=listing-{nth}.html></iframe>")).collect();
    files.push(("index.html".to_owned(), document(&frames).into_bytes()));
    browser.goto(&Server::files(files).await?.origin).await?;

    let read = "return [...document.querySelectorAll('iframe')].map(({ contentWindow: page }) =>
        [page.heard?.map(([name]) => name), page.hasRun ?? null, page.uncaught])";
    let mut states: Vec<State> = Vec::new();
    let all_ran = "each listing has run and has a form that is ready";
    let ran = until(all_ran, async || {
        states = browser.run(read, vec![]).await?;
        Ok(states.iter().zip(&places).all(|((heard, has_run, _), listing)| {
            let is_ready = heard.as_ref().is_some_and(|heard| heard.contains(&"ready".to_owned()));
            is_ready && (listing.language == "html" || has_run.is_some())
        }))
    });
    ran.await.map_err(|error| {
        let states: Vec<_> = places.iter().map(|listing| &listing.place).zip(&states).collect();
        format!("{error}: {states:#?}")
    })?;
    // What is wrong with a setting is told when the form is loaded.
    let loaded = "return Promise.all([...document.querySelectorAll('iframe')].map(
        ({ contentWindow: page }) =>
          page.customElements.whenDefined('lead-phone-form').then((form) => form.preload())))
        .then(() => new Promise((resolve) => setTimeout(() => setTimeout(resolve))))";
    browser.run::<Value>(loaded, vec![]).await?;
    states = browser.run(read, vec![]).await?;
    for ((heard, _, uncaught), listing) in states.iter().zip(&places) {
        let heard = heard.clone().unwrap_or_default();
        assert!(!heard.contains(&"error".to_owned()), "{}: {heard:?}", listing.place);
        assert_eq!(uncaught.clone().unwrap_or_default(), Vec::<String>::new(), "{}", listing.place);
    }
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn each_style_sheet_is_read_whole() -> Result {
    let browser = Browser::start().await?;
    browser.goto(&Server::page(document(""), vec![]).await?.origin).await?;
    for listing in listings::of("css")? {
        // A browser leaves out what it does not understand.
        let body = "const sheet = new CSSStyleSheet();
            sheet.replaceSync(arguments[0]);
            const count = (rules) => [...rules].reduce(
              ([blocks, lines], rule) => {
                const [within, more] = rule.style ? [0, rule.style.length] : count(rule.cssRules);
                return [blocks + 1 + within, lines + more];
              }, [0, 0]);
            return count(sheet.cssRules)";
        let (rules, declarations): (usize, usize) =
            browser.run(body, vec![json!(listing.text)]).await?;
        assert_eq!(rules, listing.text.matches('{').count(), "{}", listing.place);
        // A shorthand is several declarations.
        assert!(declarations >= listing.text.matches(';').count(), "{}", listing.place);
    }
    browser.close().await
}
