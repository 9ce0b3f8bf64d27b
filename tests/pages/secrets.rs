//! Only the API sees the token, and texts from outside never become HTML.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::harness::server::{cross_origin, phone};
use crate::harness::{Browser, RECORDER, Result, Server, until};

/// A token that appears nowhere else on the page.
const MARKER: &str = "m4rk3r-t0k3n";

/// Adds a form by the driver, to which the page's policy does not apply.
async fn add_form(browser: &Browser, api: &str, token: &str) -> Result {
    browser.run::<Value>(RECORDER, vec![]).await?;
    let script = format!(
        "const form = document.createElement('lead-phone-form');
         form.leadId = 1; form.baseUrl = arguments[0]; form.token = {token};
         document.body.append(form)"
    );
    browser.run::<Value>(&script, vec![json!(api)]).await?;
    until("it is ready", async || Ok(!browser.heard("ready").await?.is_empty())).await
}

async fn save(browser: &Browser, ends: &str) -> Result {
    browser.run::<Value>("heard.length = 0", vec![]).await?;
    browser.in_shadow("#number").await?.send_keys("5142223344" + Key::Enter).await?;
    browser.until_heard(ends).await.map(drop)
}

fn html(widget: &Server) -> String {
    format!(
        r#"<!doctype html><title>A portal</title><body>
        <script type="module" src="{}/lead-phone-form.js"></script>"#,
        widget.origin
    )
}

/// The contract's policy, with the page, the CDN and the API on three origins.
fn policy(cdn: &Server, api: &Server) -> Vec<(&'static str, String)> {
    let policy = format!(
        "default-src 'none'; script-src {cdn} 'wasm-unsafe-eval'; connect-src {cdn} {api}; \
         require-trusted-types-for 'script'; trusted-types 'none'",
        cdn = cdn.origin,
        api = api.origin
    );
    vec![("content-security-policy", policy)]
}

#[tokio::test(flavor = "multi_thread")]
async fn it_works_under_the_contracts_policy_and_script_in_an_answer_is_text() -> Result {
    const SCRIPT: &str = "<img src=x onerror=hit()><script>hit()</script>\"'{number}";
    let cdn = Server::widget().await?;
    let answers = std::sync::Mutex::new(vec![
        (422, json!({"message": SCRIPT, "errors": {SCRIPT: [SCRIPT], "number": SCRIPT}})),
        (403, json!({"message": SCRIPT})),
        (500, json!(SCRIPT)),
        (
            201,
            json!({"id": 7, "number": SCRIPT, "extension": SCRIPT, "type": SCRIPT, "valid": false,
                   "lead": {"first_name": SCRIPT}}),
        ),
    ]);
    let api = Server::api(move |_| answers.lock().expect("answers").remove(0)).await?;
    let portal = Server::page(html(&cdn), policy(&cdn, &api)).await?;
    let browser = Browser::start().await?;
    browser.goto(&portal.origin).await?;
    browser
        .run::<Value>(
            "window.violations = []; window.hits = 0; window.hit = () => hits++;
             document.addEventListener('securitypolicyviolation',
               // The browser itself requests the icon.
               ({ violatedDirective, blockedURI }) => blockedURI.endsWith('/favicon.ico') ||
                 violations.push(violatedDirective + ' ' + blockedURI))",
            vec![],
        )
        .await?;
    browser.keep_console().await?;
    add_form(&browser, &api.origin, "'a-token'").await?;
    for ends in ["error", "error", "error", "created"] {
        save(&browser, ends).await?;
        if ends == "error" {
            browser.in_shadow("#number").await?.clear().await?;
        }
    }
    until("the number is shown as it is", async || {
        let shown = "return document.querySelector('lead-phone-form').shadowRoot.textContent";
        Ok(browser.run::<String>(shown, vec![]).await?.contains(SCRIPT))
    })
    .await?;
    // The host hands the phone back to the form, and sets an unreadable address.
    browser
        .run::<Value>(
            "const form = document.querySelector('lead-phone-form');
             form.phone = heard.at(-1)[2]; form.baseUrl = '<script>hit()</script>:'",
            vec![],
        )
        .await?;
    let (hits, violations, images): (u64, Vec<String>, u64) = browser
        .run(
            "return [hits, violations,
               document.querySelector('lead-phone-form').shadowRoot
                 .querySelectorAll('img, script').length]",
            vec![],
        )
        .await?;
    assert_eq!((hits, violations, images), (0, vec![], 0));
    let styled: bool = browser
        .run(
            "return document.querySelector('lead-phone-form').shadowRoot
               .adoptedStyleSheets[0].cssRules.length > 0",
            vec![],
        )
        .await?;
    assert!(styled);
    let said = browser.console().await?;
    assert!(!said.iter().any(|line| line.contains("Security Policy")), "{said:?}");
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_token_is_in_the_apis_header_and_nowhere_else() -> Result {
    let cdn = Server::widget().await?;
    let elsewhere = Server::saving_api().await?;
    let location = elsewhere.origin.clone();
    let api = Server::start(move |request| {
        let mut headers = cross_origin();
        let path = request.path.trim_start_matches('/').split('/').next().unwrap_or_default();
        let status = match path.parse() {
            _ if request.method == "OPTIONS" => 204,
            Ok(status) => status,
            Err(_) => 201,
        };
        if (300..400).contains(&status) {
            headers.push(("location", format!("{location}/stolen")));
        }
        (status, headers, phone(request, 7).to_string().into_bytes())
    })
    .await?;
    let portal = Server::page(html(&cdn), vec![]).await?;
    let browser = Browser::start().await?;
    browser.goto(&portal.origin).await?;
    add_form(&browser, &api.origin, "''").await?;
    browser.run::<Value>("heard.length = 0", vec![]).await?;

    let tokens =
        [format!("'{MARKER}'"), format!("() => '{MARKER}'"), format!("async () => '{MARKER}'")];
    for token in &tokens {
        for (path, ends) in [
            ("301", "error"),
            ("302", "error"),
            ("307", "error"),
            ("308", "error"),
            ("401", "error"),
            ("404", "error"),
            ("500", "error"),
            ("ok", "created"),
        ] {
            let script = format!(
                "const form = document.querySelector('lead-phone-form');
                 form.baseUrl = arguments[0]; form.token = {token}"
            );
            let base = format!("{}/{path}", api.origin);
            browser.run::<Value>(&script, vec![json!(base)]).await?;
            save(&browser, ends).await?;
            if ends == "error" {
                browser.in_shadow("#number").await?.clear().await?;
            }
        }
    }
    // Tokens that cannot be sent, and values that are no token.
    for unusable in [
        format!("'{MARKER}\\n{MARKER}'"),
        format!("'{MARKER}é'"),
        format!("() => '{MARKER}\\u0000'"),
        format!("() => {{ throw new Error('{MARKER}') }}"),
        format!("() => Promise.reject('{MARKER}')"),
        format!("[['{MARKER}']]"),
        format!("{{ toString() {{ return '{MARKER}' }} }}"),
    ] {
        let script = format!(
            "heard.length = 0;
             const form = document.querySelector('lead-phone-form');
             form.token = 'a-token'; form.token = {unusable};
             form.requestSubmit()"
        );
        browser.in_shadow("#number").await?.send_keys("5142223344").await?;
        browser.run::<Value>(&script, vec![]).await?;
        until("it is refused", async || Ok(!browser.heard("error").await?.is_empty())).await?;
        look_for_the_marker(&browser).await?;
        browser.in_shadow("#number").await?.clear().await?;
    }
    browser
        .run::<Value>(
            "document.querySelector('lead-phone-form').setAttribute('token', arguments[0])",
            vec![json!(MARKER)],
        )
        .await?;
    look_for_the_marker(&browser).await?;

    // The requests.
    assert_eq!(elsewhere.everything().len(), 0, "a redirect was followed");
    let with_it = |server: &Server| {
        let all = server.everything();
        all.into_iter()
            .filter(|request| format!("{request:?}").contains(MARKER))
            .collect::<Vec<_>>()
    };
    assert!(with_it(&portal).is_empty() && with_it(&cdn).is_empty());
    let sent = api.requests();
    // Three tokens at eight addresses; the two functions are called again after the 401.
    assert_eq!((sent.len(), with_it(&api).len()), (26, 26));
    for mut request in sent {
        let header = request.headers.remove("authorization").ok_or("no token")?;
        assert_eq!(header, format!("Bearer {MARKER}").as_str());
        assert!(!format!("{request:?}").contains(MARKER), "{request:?}");
    }
    browser.close().await
}

/// Searches everything that a script of the page can see.
async fn look_for_the_marker(browser: &Browser) -> Result {
    let seen: String = browser
        .run(
            r#"
            const form = document.querySelector("lead-phone-form");
            const seen = [form.outerHTML, form.shadowRoot.innerHTML, document.title, location.href];
            for (let of = form; of; of = Object.getPrototypeOf(of)) {
              for (const key of Reflect.ownKeys(of)) {
                try {
                  seen.push(String(key), String(form[key]));
                } catch {}
              }
            }
            for (const input of form.shadowRoot.querySelectorAll("*")) {
              seen.push(String(input.value));
            }
            seen.push(JSON.stringify(heard), JSON.stringify(uncaught));
            seen.push(JSON.stringify(performance.getEntries()), document.cookie);
            seen.push(JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }));
            seen.push(JSON.stringify(history.state));
            return seen.join("\n");
            "#,
            vec![],
        )
        .await?;
    assert!(!seen.contains(MARKER), "{seen}");
    let said = browser.console().await?;
    assert!(!said.iter().any(|line| line.contains(MARKER)), "{said:?}");
    Ok(())
}
