//! What a page does to a form: moving it, removing it, setting it to anything.

use serde_json::Value;
use thirtyfour::Key;

use crate::harness::server::{EARS, Server, phone};
use crate::harness::{Browser, Result, until};

struct Stage {
    browser: Browser,
    api: Server,
    _others: [Server; 2],
}

/// A page with two containers, the form `form` in the first.
async fn stage(attributes: &str, script: &str, status: u16) -> Result<Stage> {
    let cdn = Server::widget(|_, file| file).await?;
    let api = Server::api(move |request| (status, phone(request, 7))).await?;
    let html = format!(
        r#"<!doctype html><meta charset="utf-8"><title>A portal</title>
        <link rel="icon" href="data:,"><script>{EARS}</script>
        <div id="one"><lead-phone-form id="form" base-url="{}" {attributes}></lead-phone-form></div>
        <div id="two"></div>
        <script>window.form = document.getElementById("form"); {script}</script>
        <script type="module" src="{}/lead-phone-form.js"></script>"#,
        api.origin, cdn.origin
    );
    let portal = Server::page(html, vec![]).await?;
    let browser = Browser::start().await?;
    browser.goto(&portal.origin).await?;
    until("it is ready", async || Ok(names(&browser).await?.contains(&"ready".into()))).await?;
    Ok(Stage { browser, api, _others: [cdn, portal] })
}

async fn names(browser: &Browser) -> Result<Vec<String>> {
    browser.run("return heard.map((event) => event[0])", vec![]).await
}

async fn until_heard(browser: &Browser, name: &str) -> Result {
    until(name, async || Ok(names(browser).await?.last().is_some_and(|last| last == name))).await
}

/// Nothing was thrown, anywhere.
async fn nothing_was_thrown(browser: &Browser) -> Result {
    let uncaught: Vec<String> = browser.run("return uncaught", vec![]).await?;
    assert_eq!(uncaught, Vec::<String>::new());
    Ok(())
}

const READY: &str = "form.token = 'a-token'; form.leadId = 1;";

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_is_moved_keeps_text_caret_request_and_token() -> Result {
    let on = stage("", READY, 201).await?;
    let Stage { browser, api, .. } = &on;
    browser.in_shadow("#number").await?.send_keys("5142223344").await?;
    browser.in_shadow("#number").await?.send_keys(Key::Left + Key::Left).await?;
    let state = "const number = form.shadowRoot.getElementById('number');
        return [number.value, number.selectionStart, form.dirty]";
    let before: Value = browser.run(state, vec![]).await?;
    for movement in [
        "two.append(form)",
        "one.insertBefore(form, null); two.prepend(form); one.append(form)",
        "const fragment = new DocumentFragment(); fragment.append(form); two.append(fragment)",
        "(one.moveBefore ?? one.insertBefore).call(one, form, null)",
        "one.replaceChildren(form)",
    ] {
        browser.run::<Value>(movement, vec![]).await?;
        let after: Value = browser.run(state, vec![]).await?;
        assert_eq!(after, before, "{movement}");
    }
    assert_eq!(names(browser).await?, ["ready"]);
    // In the middle of saving, too, and out of the document when the answer comes.
    browser
        .run::<Value>(
            "form.requestSubmit(); two.append(form);
             (one.moveBefore ?? one.insertBefore).call(one, form, null)",
            vec![],
        )
        .await?;
    until_heard(browser, "created").await?;
    assert_eq!(api.requests().len(), 1);
    assert_eq!(api.requests()[0].header("authorization"), "Bearer a-token");
    nothing_was_thrown(browser).await?;
    on.browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn text_and_token_survive_a_time_out_of_the_document() -> Result {
    let on = stage("", READY, 201).await?;
    let Stage { browser, api, .. } = &on;
    browser.in_shadow("#number").await?.send_keys("5142223344").await?;
    browser.run::<Value>("form.remove()", vec![]).await?;
    until("the form is taken off", async || {
        browser.run("return !form.shadowRoot.getElementById('number')", vec![]).await
    })
    .await?;
    browser.run::<Value>("two.append(form)", vec![]).await?;
    until("it is back with its text", async || {
        browser
            .run(
                "return form.shadowRoot.getElementById('number').value.replace(/\\D/g, '')
                   === '5142223344'",
                vec![],
            )
            .await
    })
    .await?;
    browser.in_shadow("#submit").await?.click().await?;
    until_heard(browser, "created").await?;
    assert_eq!(api.requests().len(), 1);
    nothing_was_thrown(browser).await?;
    on.browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn it_may_be_removed_in_any_of_its_own_events() -> Result {
    for (event, status, heard) in [
        ("ready", 201, vec!["ready"]),
        ("submit", 201, vec!["ready", "submit", "created"]),
        ("created", 201, vec!["ready", "submit", "created"]),
        ("error", 403, vec!["ready", "submit", "error"]),
        ("updated", 200, vec!["ready", "submit", "updated"]),
    ] {
        let id = if event == "updated" { "phone-id=7" } else { "" };
        let script =
            format!("{READY} form.addEventListener('lead-phone-{event}', () => form.remove());");
        let on = stage(id, &script, status).await?;
        let Stage { browser, api, .. } = &on;
        if event != "ready" {
            browser.in_shadow("#number").await?.send_keys("5142223344" + Key::Enter).await?;
            until_heard(browser, heard[heard.len() - 1]).await?;
        }
        // One that is not taken over yet waits where it is.
        until("the form is taken off", async || {
            let off = "return !form.isConnected && !form.shadowRoot.querySelector('form')";
            Ok(event == "ready" || browser.run(off, vec![]).await?)
        })
        .await?;
        assert_eq!(names(browser).await?, heard, "{event}");
        assert_eq!(api.requests().len(), usize::from(event != "ready"));
        nothing_was_thrown(browser).await?;
        on.browser.close().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_listener_that_throws_does_not_break_the_form() -> Result {
    let script = format!(
        "{READY} for (const name of ['ready', 'submit', 'created', 'error'])
           form.addEventListener('lead-phone-' + name, () => {{ throw new Error('of the host') }});"
    );
    let on = stage("", &script, 201).await?;
    let Stage { browser, api, .. } = &on;
    for nth in 1..=2 {
        browser.in_shadow("#number").await?.send_keys("5142223344" + Key::Enter).await?;
        until_heard(browser, "created").await?;
        assert_eq!(api.requests().len(), nth);
    }
    let uncaught: Vec<String> = browser.run("return uncaught", vec![]).await?;
    assert_eq!(uncaught.len(), 5, "{uncaught:?}");
    assert!(uncaught.iter().all(|message| message.contains("of the host")), "{uncaught:?}");
    on.browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn nonsense_is_one_configuration_error_each_and_no_exception() -> Result {
    let on = stage("", READY, 201).await?;
    let Stage { browser, api, .. } = &on;
    browser.in_shadow("#number").await?.send_keys("5142223344").await?;
    let errors: Vec<(String, usize, usize)> = browser
        .run(
            r#"
            const loop = {}; loop.loop = loop;
            const nonsense = [
              {}, [[]], NaN, -1, 1.5, Infinity, "", " ", "\u0000", "é", "💥".repeat(1000), 0n,
              Symbol("s"), () => 7, loop, Object.create(null), window, document,
              { toString() { throw new Error("no") } }, { get id() { throw new Error("no") } },
              new Proxy({}, { get() { throw new Error("no") } }),
            ];
            const properties = {
              leadId: 1, phoneId: undefined, authScheme: "bearer",
              country: "CA", timeout: 15000, token: "a-token", phone: null,
            };
            const found = [];
            for (const [name, good] of Object.entries(properties)) {
              for (const [nth, bad] of nonsense.entries()) {
                if (name === "token" && typeof bad !== "object") {
                  continue;
                }
                heard.length = 0;
                form[name] = bad;
                form[name] = bad;
                const configuration = heard.filter((event) => event[2]?.kind === "configuration");
                form.requestSubmit();
                const others = heard.length - configuration.length;
                if (configuration.length !== 1 || others !== 0) {
                  found.push([name + " " + nth, configuration.length, others]);
                }
                form[name] = good;
              }
            }
            const base = form.baseUrl;
            for (const bad of ["http://crm.example", "ftp://crm.example", "https://a:b@crm.example",
                "https://", "javascript:0", "data:,", "?a", "//[", "https://crm.example/#"]) {
              heard.length = 0;
              form.baseUrl = bad;
              form.setAttribute("base-url", bad);
              form.requestSubmit();
              if (heard.length !== 1) {
                found.push([bad, heard.length, 0]);
              }
              form.baseUrl = base;
            }
            return found;
            "#,
            vec![],
        )
        .await?;
    assert_eq!(errors, vec![], "{errors:?}");
    nothing_was_thrown(browser).await?;
    assert_eq!(api.requests().len(), 0);
    on.browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn attributes_may_change_at_any_moment() -> Result {
    // While it loads, while it is typed in, while it saves, while it is out of the document.
    let shake = "window.shake = () => {
        const attributes = {
          'lead-id': ['x', '2', null, '1'], 'phone-id': ['0', '9', null], 'timeout': ['-', null],
          'auth-scheme': ['digest', 'basic', null], 'country': ['XX', 'FR', null],
          'disabled': ['', null], 'token': ['t'], 'hidden': ['', null], 'lang': ['fr', null],
        };
        for (const [name, values] of Object.entries(attributes)) {
          for (const value of values) {
            value === null ? form.removeAttribute(name) : form.setAttribute(name, value);
          }
        }
        form.token = undefined; form.token = () => 'a-token'; form.phone = { id: 3 };
        form.phone = null; form.baseUrl = 'nowhere:'; form.baseUrl = base; form.reset?.();
      };
      window.base = form.getAttribute('base-url');";
    let script = format!("{READY}{shake} shake(); queueMicrotask(shake); setTimeout(shake);");
    let on = stage("", &script, 201).await?;
    let Stage { browser, api, .. } = &on;
    browser.run::<Value>("shake()", vec![]).await?;
    for nth in 1..=2 {
        browser.in_shadow("#number").await?.send_keys("5142223344").await?;
        browser
            .run::<Value>(
                "form.requestSubmit(); shake(); queueMicrotask(shake);
                 two.append(form); shake(); one.append(form)",
                vec![],
            )
            .await?;
        until("one save has ended", async || {
            let names = names(browser).await?;
            Ok(names.iter().filter(|name| *name == "created").count() == nth)
        })
        .await?;
        assert_eq!(api.requests().len(), nth);
        assert_eq!(api.requests()[nth - 1].path, "/lead-phones");
    }
    browser.run::<Value>("form.remove(); shake(); two.append(form); shake()", vec![]).await?;
    nothing_was_thrown(browser).await?;
    on.browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn in_another_document_it_has_its_style_there() -> Result {
    let on = stage("", READY, 201).await?;
    let Stage { browser, .. } = &on;
    browser.in_shadow("#number").await?.send_keys("5142223344").await?;
    let sheets = "return form.shadowRoot.adoptedStyleSheets.length > 0
        && form.shadowRoot.adoptedStyleSheets[0].cssRules.length > 0
        && form.shadowRoot.getElementById('number').value !== ''";
    assert!(browser.run::<bool>(sheets, vec![]).await?);
    browser
        .run::<Value>(
            "const frame = document.createElement('iframe');
             document.body.append(frame);
             frame.contentDocument.body.append(form)",
            vec![],
        )
        .await?;
    assert!(browser.run::<bool>(sheets, vec![]).await?);
    browser.run::<Value>("two.append(form)", vec![]).await?;
    assert!(browser.run::<bool>(sheets, vec![]).await?);
    nothing_was_thrown(browser).await?;
    assert_eq!(names(browser).await?, ["ready"]);
    on.browser.close().await
}
