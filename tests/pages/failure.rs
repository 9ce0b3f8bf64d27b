//! A WebAssembly that traps, in the bundle that ships.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::harness::server::{EARS, Server, phone};
use crate::harness::{Browser, Result, until};

/// Two forms, one of which has children of its own.
fn page(widget: &str, api: &str, script: &str) -> String {
    format!(
        r#"<!doctype html><meta charset="utf-8"><title>A portal</title>
        <link rel="icon" href="data:,"><script>{EARS}{script}</script>
        <script type="module" src="{widget}/lead-phone-form.js"></script>
        <lead-phone-form id="a" lead-id="1" base-url="{api}"></lead-phone-form>
        <lead-phone-form id="b" lead-id="2" base-url="{api}"></lead-phone-form>
        <script type="module">a.token = b.token = "a-token";</script>"#
    )
}

async fn names(browser: &Browser) -> Result<Vec<String>> {
    browser.run("return heard.map((event) => event[0] + event[1])", vec![]).await
}

/// Both forms have failed, and the first still shows what was typed in it.
async fn both_have_failed(browser: &Browser, typed: &str) -> Result {
    until("both have failed", async || {
        let names = names(browser).await?;
        Ok(["error1", "error2"].iter().all(|name| names.iter().any(|n| n == name)))
    })
    .await?;
    let (kinds, sentence, value, editable, selected): (Vec<Value>, String, String, bool, String) =
        browser
            .run(
                "const root = a.shadowRoot;
                 const number = root.getElementById('number');
                 number.select();
                 return [
                   heard.filter((event) => event[0] === 'error').map((event) => event[2]),
                   root.getElementById('form-error').textContent,
                   number.value,
                   !number.readOnly,
                   number.value.slice(number.selectionStart, number.selectionEnd),
                 ]",
                vec![],
            )
            .await?;
    assert_eq!(kinds.len(), 2, "{kinds:?}");
    for detail in &kinds {
        assert_eq!((&detail["kind"], &detail["status"]), (&json!("internal"), &Value::Null));
        assert_eq!(detail["message"], sentence);
    }
    assert!(sentence.contains("still here to copy"), "{sentence}");
    assert_eq!((value.as_str(), editable, selected.as_str()), (typed, false, typed));

    // Whatever the host does to them now, nothing is thrown, sent or told.
    browser
        .run::<Value>(
            "a.leadId = 7; a.phone = { id: 7 }; a.token = 'b'; a.timeout = 'x'; a.disabled = true;
             const other = b; a.requestSubmit(); a.reset(); a.focus();
             other.remove(); document.body.append(other);",
            vec![],
        )
        .await?;
    // The browser itself would send a form that nobody listens to.
    browser.in_shadow("#number").await?.send_keys("" + Key::Enter).await?;
    let (dirty, still_here): (bool, bool) =
        browser.run("return [a.dirty, heard.length > 0]", vec![]).await?;
    assert!(dirty && still_here);
    Ok(())
}

/// A form that comes later works.
async fn a_new_form_works(browser: &Browser, api: &Server) -> Result {
    browser
        .run::<Value>(
            "const form = document.createElement('lead-phone-form');
             form.leadId = 3; form.baseUrl = arguments[0]; form.token = 'a-token'; form.id = 'c';
             document.body.append(form)",
            vec![json!(api.origin)],
        )
        .await?;
    until("it is ready", async || Ok(names(browser).await?.contains(&"ready3".to_owned()))).await?;
    let saved = "const number = c.shadowRoot.getElementById('number');
        number.value = '+15142223344';
        number.dispatchEvent(new Event('input', { bubbles: true }));
        c.requestSubmit()";
    browser.run::<Value>(saved, vec![]).await?;
    until("it has saved", async || Ok(names(browser).await?.contains(&"created3".to_owned())))
        .await?;
    assert_eq!(api.requests().len(), 1);
    Ok(())
}

/// The WebAssembly with nothing but a trap in one of its exports.
fn trapping(wasm: &[u8], export: &str) -> Result<Vec<u8>> {
    let mut module = walrus::Module::from_buffer(wasm)?;
    let function = module.exports.get_func(export)?;
    module.replace_exported_func(function, |(body, _)| {
        body.unreachable();
    })?;
    Ok(module.emit_wasm())
}

/// Takes the integrity off what the page fetches: the WebAssembly is not the one that ships.
const ANY_WASM: &str = "const original = fetch;
    window.fetch = (url, options) =>
      original(url, String(url).endsWith('.wasm') ? { ...options, integrity: '' } : options);";

#[tokio::test(flavor = "multi_thread")]
async fn a_trap_is_told_by_each_form_which_keeps_its_text_and_new_forms_work() -> Result {
    let cdn = Server::widget(|name, file| match name {
        name if name.ends_with(".wasm") => trapping(&file, "form_reset").expect("a WebAssembly"),
        _ => file,
    })
    .await?;
    let api = Server::api(|request| (201, phone(request, 7))).await?;
    let portal = Server::page(page(&cdn.origin, &api.origin, ANY_WASM), vec![]).await?;
    let browser = Browser::start().await?;
    browser.goto(&portal.origin).await?;
    until("both are ready", async || Ok(names(&browser).await?.len() == 2)).await?;
    browser.taken_over().await?;
    browser.in_shadow("#number").await?.send_keys("514 222 33").await?;
    let typed: String =
        browser.run("return a.shadowRoot.getElementById('number').value", vec![]).await?;
    browser.run::<Value>("a.reset()", vec![]).await?;
    both_have_failed(&browser, &typed).await?;
    a_new_form_works(&browser, &api).await?;
    let loaded = cdn.requests().iter().filter(|r| r.path.ends_with(".wasm")).count();
    assert_eq!(loaded, 2);
    assert_eq!(portal.requests().iter().filter(|r| r.path == "/").count(), 1, "no navigation");
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_exception_of_the_page_within_a_handler_is_no_worse() -> Result {
    let cdn = Server::widget(|_, file| file).await?;
    let api = Server::api(|request| (201, phone(request, 7))).await?;
    let portal = Server::page(page(&cdn.origin, &api.origin, ""), vec![]).await?;
    let browser = Browser::start().await?;
    browser.goto(&portal.origin).await?;
    until("both are ready", async || Ok(names(&browser).await?.len() == 2)).await?;
    browser.taken_over().await?;
    browser.in_shadow("#number").await?.send_keys("514 222 33").await?;
    // An import that cannot fail, by its type, fails.
    let typed: String = browser
        .run(
            "const number = a.shadowRoot.getElementById('number');
             const typed = number.value;
             const fail = { get() { throw new Error('no') }, configurable: true };
             Object.defineProperty(number, 'value', fail);
             number.dispatchEvent(new Event('input', { bubbles: true }));
             delete number.value;
             return typed",
            vec![],
        )
        .await?;
    both_have_failed(&browser, &typed).await?;
    a_new_form_works(&browser, &api).await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_cannot_even_be_drawn_says_so() -> Result {
    for export in ["form_new", "form_hydrate"] {
        let cdn = Server::widget(|name, file| match name {
            name if name.ends_with(".wasm") => trapping(&file, export).expect("a WebAssembly"),
            _ => file,
        })
        .await?;
        let portal =
            Server::page(page(&cdn.origin, "http://127.0.0.1:9", ANY_WASM), vec![]).await?;
        let browser = Browser::start().await?;
        browser.goto(&portal.origin).await?;
        until("both have failed", async || {
            Ok(names(&browser).await?.iter().filter(|name| name.starts_with("error")).count() == 2)
        })
        .await?;
        let (kind, said): (String, String) = browser
            .run(
                "return [heard.find((event) => event[0] === 'error')[2].kind,
                   a.shadowRoot.getElementById('form-error').textContent]",
                vec![],
            )
            .await?;
        assert_eq!(kind, "internal");
        assert!(said.contains("failed"), "{said}");
        browser.close().await?;
    }
    Ok(())
}
