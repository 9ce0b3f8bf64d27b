//! Libraries that lay the server's HTML over the page again, and change only what differs.

use serde_json::{Value, json};

use super::scripts;
use crate::harness::{Browser, Result, Server, console, document, until};

/// A library, its files among the npm packages, and a script that applies `html` to `main`.
struct Library {
    files: &'static [&'static str],
    apply: &'static str,
}

const IDIOMORPH: Library = Library {
    files: &["idiomorph/dist/idiomorph.js"],
    apply: "Idiomorph.morph(main, html, { morphStyle: 'innerHTML' })",
};
const MORPHDOM: Library = Library {
    files: &["morphdom/dist/morphdom-umd.js"],
    apply: "morphdom(main, `<main id=main>${html}</main>`)",
};
const ALPINE: Library = Library {
    files: &["@alpinejs/morph/dist/cdn.js", "alpinejs/dist/cdn.js"],
    apply: "Alpine.morph(main, `<main id=main>${html}</main>`)",
};
/// As Livewire lays a component over the page after each of its requests: by Alpine's plugin, without
/// looking ahead, with keys and a snapshot of its own, and with a hook that skips what is ignored.
const LIVEWIRE: Library = Library {
    files: ALPINE.files,
    apply: "const wrapper = document.createElement('div');
        wrapper.innerHTML = `<main id=main wire:id=lead>${html}<p wire:key=saved>Saved</p></main>`;
        const component = wrapper.firstElementChild;
        component.setAttribute('wire:snapshot', Math.random());
        const of = (node, name) => node.getAttribute?.(name);
        Alpine.morph(main, component, {
          lookahead: false,
          key: (node) => of(node, 'wire:id') ?? of(node, 'wire:key') ?? node.id,
          updating: (from, to, childrenOnly, skip) => of(from, 'wire:ignore') === '' && skip(),
        })",
};
const TURBO: Library = Library {
    files: &["@hotwired/turbo/dist/turbo.es2017-umd.js"],
    apply: "Turbo.renderStreamMessage(`<turbo-stream action=update method=morph target=main>
        <template>${html}</template></turbo-stream>`)",
};
const HTMX: Library = Library {
    files: &["htmx.org/dist/htmx.js", "idiomorph/dist/idiomorph-ext.js"],
    apply: "htmx.ajax('GET', '/again.html', { source: main, target: main, swap: 'morph:innerHTML' })",
};

const FORMS: &str = "<h1>Lead 1</h1>
    <div wire:key=create><lead-phone-form id=create lead-id=1>Loading…</lead-phone-form></div>
    <div wire:ignore><lead-phone-form id=edit lead-id=1>Loading…</lead-phone-form></div>
    <p>Rendered RENDERED</p>";

async fn survives(library: Library) -> Result {
    let widget = Server::widget().await?;
    let api = Server::saving_api().await?;
    let (scripts, mut files) = scripts(library.files)?;
    let html = document(&format!(
        "{scripts}<script type=module src={}/lead-phone-form.js></script>
         <div><main id=main hx-ext=morph wire:id=lead>{FORMS}</main></div>
         <script>
           window.kept = [create, edit];
           for (const form of kept) {{
             form.baseUrl = '{}';
             form.token = 'a-token';
           }}
           edit.phone = {{ id: 7, number: '+15142223344', extension: 12, mobile: true }};
         </script>",
        widget.origin, api.origin,
    ));
    files.push(("index.html".to_owned(), console::kept(&html)?.into_bytes()));
    let again = FORMS.replace("RENDERED", "again");
    files.push(("again.html".to_owned(), again.clone().into_bytes()));
    let portal = Server::files(files).await?;
    let browser = Browser::start().await?;
    browser.goto(&portal.origin).await?;
    until("both are ready", async || Ok(browser.heard("ready").await?.len() == 2)).await?;
    browser.hydrated().await?;

    // A number half typed, with the focus in it and the list of the other form open.
    browser.click_into("#number").await?;
    browser.press("514 222").await?;
    let open = "const country = edit.shadowRoot.getElementById('country');
        const extension = edit.shadowRoot.getElementById('extension');
        extension.value = '345';
        extension.dispatchEvent(new InputEvent('input', { bubbles: true }));
        country.click();
        window.focused = () => kept.map((form) => form.shadowRoot.activeElement?.id).join();
        window.before = kept.map((form) => form.outerHTML) + focused()";
    browser.run::<Value>(open, vec![]).await?;
    let has_list = "return Boolean(edit.shadowRoot.querySelector('[role=option]'))";
    until("the list is open", async || browser.run(has_list, vec![]).await).await?;
    let read = "return [
        document.querySelector('p').textContent,
        create === kept[0] && edit === kept[1] && kept.every((form) => form.isConnected),
        kept.map((form) => form.outerHTML) + focused() === before,
        create.shadowRoot.getElementById('number').value,
        create.phoneId, edit.phoneId, edit.baseUrl === create.baseUrl,
        edit.shadowRoot.getElementById('number').value,
        edit.shadowRoot.getElementById('extension').value]";
    for _ in 0..2 {
        let apply = format!("const html = arguments[0]; {}; return null", library.apply);
        browser.run::<Value>(&apply, vec![json!(again)]).await?;
        let mut state = Value::Null;
        let applied = "it is applied";
        until(applied, async || {
            state = browser.run(read, vec![]).await?;
            Ok(state[0] == "Rendered again")
        })
        .await?;
        let expected = json!([
            "Rendered again",
            true,
            true,
            "514-222",
            null,
            7,
            true,
            "(514) 222-3344",
            "345"
        ]);
        assert_eq!(state, expected);
        assert!(browser.run::<bool>(has_list, vec![]).await?, "the list is closed");
    }

    // Each saves as it would have before, also where the page is rendered while the save is under way.
    let apply = format!(
        "const html = arguments[0]; create.shadowRoot.getElementById('number').value += '3344';
         edit.requestSubmit(); create.requestSubmit(); {}; return null",
        library.apply
    );
    browser.run::<Value>(&apply, vec![json!(again)]).await?;
    until("both are saved", async || {
        Ok(browser.names().await?.iter().filter(|name| name.ends_with("ted")).count() == 2)
    })
    .await?;
    let mut saves: Vec<_> = api
        .requests()
        .into_iter()
        .map(|request| {
            let body: Value = serde_json::from_str(&request.body).unwrap_or_default();
            let token = request.header("authorization").to_owned();
            (request.method.to_string(), request.path, token, body["number"].clone())
        })
        .collect();
    saves.sort_by(|one, other| one.0.cmp(&other.0));
    let save = |method: &str, path: &str| {
        (method.to_owned(), path.to_owned(), "Bearer a-token".to_owned(), json!("+15142223344"))
    };
    assert_eq!(saves, [save("POST", "/lead-phones"), save("PUT", "/lead-phones/7")]);
    assert!(browser.heard("error").await?.is_empty());
    browser.threw_nothing().await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn idiomorph_takes_nothing_away() -> Result {
    survives(IDIOMORPH).await
}

#[tokio::test(flavor = "multi_thread")]
async fn morphdom_takes_nothing_away() -> Result {
    survives(MORPHDOM).await
}

#[tokio::test(flavor = "multi_thread")]
async fn alpine_takes_nothing_away() -> Result {
    survives(ALPINE).await
}

#[tokio::test(flavor = "multi_thread")]
async fn alpine_as_livewire_calls_it_takes_nothing_away() -> Result {
    survives(LIVEWIRE).await
}

#[tokio::test(flavor = "multi_thread")]
async fn turbo_takes_nothing_away() -> Result {
    survives(TURBO).await
}

#[tokio::test(flavor = "multi_thread")]
async fn htmx_with_idiomorph_takes_nothing_away() -> Result {
    survives(HTMX).await
}
