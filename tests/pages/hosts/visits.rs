//! Libraries that show another page in the same document: a refresh keeps what is typed, a form that
//! stays is the same one, and those of a page that comes back from a cache work and have what was typed
//! where the page's own fields have it.

use serde_json::{Value, json};
use thirtyfour::Key;

use super::{has_nothing_to_complain_of, scripts};
use crate::harness::{Browser, RECORDER, Result, Server, until};

/// A library, its files among the npm packages, and how its pages are marked.
struct Library {
    files: &'static [&'static str],
    /// The attributes of the body.
    body: &'static str,
    /// The attribute of an element that stays from page to page.
    stays: &'static str,
    /// A script that lays the page over itself, with its link otherwise.
    refresh: &'static str,
    /// What a new number is when its page comes back from the cache.
    kept: &'static str,
}

const TURBO: Library = Library {
    files: &["@hotwired/turbo/dist/turbo.es2017-umd.js"],
    body: "",
    stays: "data-turbo-permanent",
    refresh: "Turbo.session.refresh(location.href)",
    // A cached page is a clone. What is typed for a phone that a script has set is not in it.
    kept: "514-222",
};
const HTMX: Library = Library {
    files: &["htmx.org/dist/htmx.js", "idiomorph/dist/idiomorph-ext.js"],
    body: "hx-boost=true hx-ext=morph",
    stays: "hx-preserve",
    refresh: "htmx.ajax('GET', '/', { source: document.body, target: document.body,
        swap: 'morph:innerHTML' })",
    // A cached page is its HTML.
    kept: "",
};

fn page(library: &Library, widget: &Server, tags: &str, name: &str, link: &str) -> String {
    let Library { body, stays, .. } = library;
    // The scripts are in the head, where no visit runs them again.
    format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>{name}</title>
         <meta name=turbo-refresh-method content=morph><link rel=icon href=data:,>
         <script>{RECORDER}</script>{tags}
         <script type=module src={}/lead-phone-form.js></script></head>
         <body {body}><div><h1>{name}</h1>
         <lead-phone-form id=create lead-id=1>Loading…</lead-phone-form>
         <lead-phone-form id=edit lead-id=1>Loading…</lead-phone-form>
         <lead-phone-form id=stays lead-id=2 {stays}>Loading…</lead-phone-form>
         <a href={link} id=link>Go</a></div></body></html>",
        widget.origin,
    )
}

/// The numbers in the forms, the phone that is edited, and whether the last form is still the same.
async fn state(browser: &Browser) -> Result<Value> {
    let state = "const of = (id) => document.getElementById(id);
        const number = (id) => of(id).shadowRoot?.getElementById('number')?.value;
        return [document.querySelector('h1').textContent, number('create'), number('edit'),
          of('edit').phoneId, number('stays'), of('stays') === window.first]";
    browser.run(state, vec![]).await
}

async fn until_state(browser: &Browser, expected: Value) -> Result {
    let mut found = Value::Null;
    let wait = until("the page is as expected", async || {
        found = state(browser).await?;
        Ok(found == expected)
    });
    Ok(wait.await.map_err(|error| format!("{error}: {expected}, not {found}"))?)
}

async fn visits(library: Library) -> Result {
    let widget = Server::widget().await?;
    let api = Server::saving_api().await?;
    let (tags, mut files) = scripts(library.files)?;
    let home = page(&library, &widget, &tags, "Home", "/other.html");
    let other = page(&library, &widget, &tags, "Other", "/");
    files.push(("index.html".to_owned(), home.into_bytes()));
    files.push(("other.html".to_owned(), other.into_bytes()));
    let portal = Server::files(files).await?;
    let browser = Browser::start().await?;
    browser.goto(&portal.origin).await?;
    until("all are ready", async || Ok(browser.heard("ready").await?.len() == 3)).await?;
    browser.hydrated().await?;
    let set = "customElements.get('lead-phone-form').defaults =
          { token: 'a-token', baseUrl: arguments[0] };
        edit.phone = { id: 7, number: '+15142223344', extension: 12, mobile: true };
        stays.focus(); window.first = stays";
    browser.run::<Value>(set, vec![json!(api.origin)]).await?;
    browser.press("514 333").await?;
    browser.click_into("#number").await?;
    browser.press("514 222").await?;
    browser.run::<Value>("edit.shadowRoot.getElementById('country').click()", vec![]).await?;
    let has_list = "return Boolean(edit.shadowRoot.querySelector('[role=option]'))";
    until("the list is open", async || browser.run(has_list, vec![]).await).await?;
    let typed = json!(["Home", "514-222", "(514) 222-3344", 7, "514-333", true]);
    until_state(&browser, typed.clone()).await?;

    // A refresh is over when its text has come back.
    browser.run::<Value>("document.querySelector('h1').textContent = ''", vec![]).await?;
    browser.run::<Value>(&format!("{}; return null", library.refresh), vec![]).await?;
    until_state(&browser, typed).await?;
    assert!(browser.run::<bool>(has_list, vec![]).await?, "the list is closed");

    // A save is carried out although its form goes.
    let leave = "edit.requestSubmit(); document.getElementById('link').click()";
    browser.run::<Value>(leave, vec![]).await?;
    until_state(&browser, json!(["Other", "", "", null, "514-333", true])).await?;
    until("it is saved", async || Ok(browser.heard("updated").await?.len() == 1)).await?;
    assert_eq!(api.requests()[0].path, "/lead-phones/7");

    browser.back().await?;
    until_state(&browser, json!(["Home", library.kept, "", null, "514-333", true])).await?;
    browser.run::<Value>("create.reset()", vec![]).await?;
    browser.click_into("#number").await?;
    browser.press("514 222 3355" + Key::Enter).await?;
    browser.until_heard("created").await?;
    assert!(api.requests()[1].body.contains("+15142223355"));
    browser.press("514 222").await?;
    until_state(&browser, json!(["Home", "514-222", "", null, "514-333", true])).await?;
    assert!(browser.heard("error").await?.is_empty());
    browser.threw_nothing().await?;
    has_nothing_to_complain_of(&browser).await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn turbo_refreshes_and_comes_back() -> Result {
    visits(TURBO).await
}

#[tokio::test(flavor = "multi_thread")]
async fn boosted_links_of_htmx_and_back() -> Result {
    visits(HTMX).await
}
