//! The widget cannot be loaded: each form raises one error of kind `load`, whose sentence names
//! the cause. The element's children are shown as the fallback, and a later try works.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::Value;

use crate::harness::server::Answer;
use crate::harness::{Browser, Result, Server, document, until};

const FORM: &str = "<lead-phone-form lead-id=1>Call us</lead-phone-form>";

fn is_wasm(name: &str) -> bool {
    name.ends_with(".wasm")
}

/// Opens a page with one form and a policy. `before` runs before the element's script.
async fn open(browser: &Browser, cdn: &Server, before: &str, policy: &str) -> Result {
    open_with(
        browser,
        &format!("<script type=module src='{}/lead-phone-form.js'></script>", cdn.origin),
        before,
        policy,
    )
    .await
}

async fn open_with(browser: &Browser, tag: &str, before: &str, policy: &str) -> Result {
    let html = document(&format!("<script nonce=page>{before}</script>{tag}{FORM}"));
    let policy = [("content-security-policy", policy.to_owned())];
    let headers = policy.into_iter().filter(|header| !header.1.is_empty()).collect();
    let portal = Server::page(html, headers).await?;
    browser.goto(&portal.origin).await?;
    Ok(())
}

/// Waits for the event, and returns its message without the common beginning.
async fn cause(browser: &Browser) -> Result<String> {
    let detail = browser.until_heard("error").await?;
    // The prerendered form was ready before, unless the browser is too old.
    let mut names = browser.names().await?;
    names.retain(|name| name != "ready");
    assert_eq!(names, ["error"]);
    browser.threw_nothing().await?;
    assert_eq!(detail["kind"], "load");
    assert_eq!((&detail["operation"], &detail["status"]), (&Value::Null, &Value::Null));
    // The fallback is shown.
    let shown = browser.find(thirtyfour::By::Css("lead-phone-form")).await?.text().await?;
    assert_eq!(shown, "Call us");
    let message = detail["message"].as_str().unwrap_or_default();
    let cause = message.strip_prefix("The phone form could not be loaded: ");
    Ok(cause.ok_or("it does not say what has failed")?.to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_server_is_the_cause() -> Result {
    let browser = Browser::start().await?;
    let gone = Server::widget_answering(|name, answer| {
        if is_wasm(name) {
            *answer = (404, answer.1.clone(), vec![]);
        }
    })
    .await?;
    open(&browser, &gone, "", "").await?;
    let said = cause(&browser).await?;
    assert!(said.ends_with(".wasm answered 404."), "{said}");

    let page_instead = Server::widget_answering(|name, answer| {
        if is_wasm(name) {
            answer.1[1].1 = "text/html".to_owned();
            answer.2 = b"<!doctype html>".to_vec();
        }
    })
    .await?;
    open(&browser, &page_instead, "", "").await?;
    let said = cause(&browser).await?;
    assert!(said.contains("is not the file that belongs to this script"), "{said}");
    assert!(said.ends_with("It came as text/html."), "{said}");

    let closed = Server::widget_answering(|name, answer| {
        if is_wasm(name) {
            answer.1.remove(0);
        }
    })
    .await?;
    open(&browser, &closed, "", "").await?;
    let said = cause(&browser).await?;
    assert!(said.ends_with("its server has to send Access-Control-Allow-Origin."), "{said}");

    // No server listens on port 9.
    let script = "document.currentScript.dataset.wasmUrl = 'http://127.0.0.1:9/form.wasm';";
    let well = Server::widget().await?;
    open(&browser, &well, script, "").await?;
    assert_eq!(cause(&browser).await?, "http://127.0.0.1:9/form.wasm could not be reached.");
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_media_type_of_the_webassembly_is_no_obstacle() -> Result {
    let cdn = Server::widget_answering(|name, answer| {
        if is_wasm(name) {
            answer.1[1].1 = "text/plain".to_owned();
        }
    })
    .await?;
    let browser = Browser::start().await?;
    open(&browser, &cdn, "", "").await?;
    browser.hydrated().await?;
    assert_eq!(browser.names().await?, ["ready"]);
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pages_policy_is_the_cause() -> Result {
    let cdn = Server::widget().await?;
    let browser = Browser::start().await?;
    let script_src = format!("default-src 'none'; script-src 'nonce-page' {}", cdn.origin);
    let policy = format!("{script_src} 'wasm-unsafe-eval'; connect-src https://crm.example");
    open(&browser, &cdn, "", &policy).await?;
    let said = cause(&browser).await?;
    assert!(said.starts_with("the page's Content Security Policy does not allow http"), "{said}");
    assert!(said.ends_with("in its connect-src."), "{said}");

    let policy = format!("{script_src}; connect-src {}", cdn.origin);
    open(&browser, &cdn, "", &policy).await?;
    let said = cause(&browser).await?;
    assert!(said.ends_with("Its script-src needs 'wasm-unsafe-eval'."), "{said}");
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_browser_is_the_cause() -> Result {
    let cdn = Server::widget().await?;
    let browser = Browser::start().await?;
    for (before, lacks) in [
        ("delete window.WebAssembly", "WebAssembly"),
        ("window.CSSStyleSheet = undefined", "constructed style sheets"),
        ("delete Document.prototype.adoptedStyleSheets", "constructed style sheets"),
        ("delete HTMLElement.prototype.popover", "popovers"),
        ("CSS.supports = () => false", "light-dark()"),
    ] {
        open(&browser, &cdn, before, "").await?;
        let said = cause(&browser).await?;
        assert_eq!(said, format!("this browser is too old. It has no {lacks}."));
    }
    let offline = "Object.defineProperty(navigator, 'onLine', { value: false });
        window.fetch = () => Promise.reject(new TypeError('Failed to fetch'))";
    open(&browser, &cdn, offline, "").await?;
    assert_eq!(cause(&browser).await?, "the browser is offline.");
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_classic_script_says_why_its_module_did_not_come() -> Result {
    let browser = Browser::start().await?;
    type Change = fn(&mut Answer);
    let cases: [(Change, &str); 4] = [
        (|answer| answer.0 = 404, "/lead-phone-form.js answered 404."),
        (
            |answer| answer.1[1].1 = "text/plain".to_owned(),
            "/lead-phone-form.js was served as text/plain, not as text/javascript.",
        ),
        (|answer| answer.2 = b"class { #a ?? }".to_vec(), "this browser is too old."),
        (|answer| drop(answer.1.remove(0)), "may be the reason."),
    ];
    for (change, ends) in cases {
        let cdn = Server::widget_answering(move |name, answer| {
            if name == "lead-phone-form.js" {
                change(answer);
            }
        })
        .await?;
        let tag = format!("<script src='{}/lead-phone-form.classic.js'></script>", cdn.origin);
        open_with(&browser, &tag, "", "").await?;
        let said = cause(&browser).await?;
        assert!(said.ends_with(ends), "{said}");
    }
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_later_try_works_also_for_the_forms_that_had_failed() -> Result {
    for again in [
        "customElements.get('lead-phone-form').preload()",
        "const form = document.querySelector('lead-phone-form'); form.remove(); \
         document.body.append(form)",
        "document.body.append(document.createElement('lead-phone-form'))",
    ] {
        let down = Arc::new(AtomicBool::new(true));
        let is_down = Arc::clone(&down);
        let cdn = Server::widget_answering(move |name, answer| {
            if is_wasm(name) && is_down.load(Ordering::SeqCst) {
                answer.0 = 503;
            }
        })
        .await?;
        let browser = Browser::start().await?;
        open(&browser, &cdn, "", "").await?;
        let said = cause(&browser).await?;
        assert!(said.ends_with("answered 503."), "{said}");
        let refused: bool = browser
            .run(
                "return customElements.get('lead-phone-form').preload()
                   .then(() => false, (error) => error instanceof window.Error)",
                vec![],
            )
            .await?;
        assert!(refused);
        down.store(false, Ordering::SeqCst);
        browser.run::<Value>(&format!("heard.length = 0; {again}; return null"), vec![]).await?;
        until("the first form can be used", async || {
            let there = "const root = document.querySelector('[lead-id]').shadowRoot;
                return root.getElementById('number')?.readOnly === false";
            browser.run(there, vec![]).await
        })
        .await?;
        assert_eq!(browser.heard("error").await?, Vec::<Value>::new());
        browser.close().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_removed_form_with_a_save_that_waits_is_heard_on_the_document() -> Result {
    let gone = Server::widget_answering(|name, answer| {
        if is_wasm(name) {
            *answer = (404, answer.1.clone(), vec![]);
        }
    })
    .await?;
    let browser = Browser::start().await?;
    let hold = "const original = fetch;
        const released = new Promise((resolve) => { window.release = resolve });
        window.fetch = async (url, options) => {
          if (url.endsWith('.wasm')) await released;
          return original(url, options);
        };";
    open(&browser, &gone, hold, "").await?;
    browser.until_heard("ready").await?;
    let end: String = browser
        .in_form(
            "root.getElementById('number').value = '514 222 3344';
             const saved = form.save();
             form.remove();
             release();
             return saved.then(({ outcome, detail }) => `${outcome} ${detail.kind}`)",
        )
        .await?;
    assert_eq!(end, "error load");
    assert_eq!(browser.until_heard("error").await?["kind"], "load");
    assert_eq!(browser.names().await?, ["ready", "error"]);
    browser.threw_nothing().await?;
    browser.close().await
}
