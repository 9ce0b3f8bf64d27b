//! The tag and a listener on a page that is not the demo, with an API that is not the
//! sandbox: page, widget and API on three origins.

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::harness::portal::{Api, serve_page};
use crate::harness::{Browser, Demo, Result, until};

/// The specification's example of a created phone, with something in place of its `...`.
fn created() -> Value {
    json!({
        "id": 34566,
        "created_at": "2018-04-09T18:05:00+00:00",
        "extension": 555,
        "lead": {"id": 3387562, "first_name": "Ada", "a field of next year": [1, {"deep": null}]},
        "mobile": false,
        "number": "+15141234455",
        "updated_at": "2018-04-09T18:05:00+00:00",
        "valid": true,
    })
}

/// The specification's example of an updated phone.
fn updated() -> Value {
    json!({
        "id": 34566,
        "created_at": "2018-04-09T18:05:00+00:00",
        "extension": null,
        "lead": {"id": 3387562, "first_name": "Ada"},
        "mobile": true,
        "number": "+15141234459",
        "updated_at": "2018-04-09T18:05:00+00:00",
        "valid": false,
    })
}

/// The tag, three lines of script, and an ear for every event.
fn page(widget: &str, api: &str) -> String {
    format!(
        r#"<!doctype html><html lang="en"><title>A portal</title><link rel="icon" href="data:,">
        <script>
          window.events = [];
          for (const name of ["ready", "submit", "created", "updated", "error"]) {{
            document.addEventListener("lead-phone-" + name, (event) => {{
              events.push([name, JSON.parse(JSON.stringify(event.detail))]);
            }});
          }}
        </script>
        <script type="module" src="{widget}/lead-phone-form/lead-phone-form.js"></script>
        <lead-phone-form lead-id="3387562" base-url="{api}/api/v2/">Loading…</lead-phone-form>
        <script type="module">
          const form = document.querySelector("lead-phone-form");
          form.token = () => Promise.resolve("marker-token");
          form.addEventListener("lead-phone-created", (event) => {{ form.phone = event.detail; }});
        </script>"#
    )
}

async fn events(browser: &Browser) -> Result<Vec<(String, Value)>> {
    browser.run("return window.events", vec![]).await
}

async fn until_event(browser: &Browser, name: &str) -> Result<Value> {
    until(name, async || Ok(events(browser).await?.last().is_some_and(|event| event.0 == name)))
        .await?;
    Ok(events(browser).await?.pop().map(|event| event.1).unwrap_or_default())
}

#[tokio::test(flavor = "multi_thread")]
async fn it_creates_and_updates_and_gets_the_answers_to_the_last_field() -> Result {
    let api = Api::start((StatusCode::CREATED, created()), (StatusCode::OK, updated())).await?;
    let cdn = Demo::start(&[]).await?;
    let origin = serve_page(page(&cdn.url(""), &api.origin)).await?;
    let browser = Browser::start().await?;
    browser.goto(&origin).await?;
    assert_eq!(until_event(&browser, "ready").await?, Value::Null);

    browser.in_shadow("#number").await?.send_keys("+15141234455").await?;
    browser.in_shadow("#extension").await?.send_keys("555" + Key::Enter).await?;
    assert_eq!(until_event(&browser, "created").await?, created());
    // The host's listener has passed the phone on: the next save updates it.
    let attribute: String = browser
        .run("return document.querySelector('lead-phone-form').getAttribute('phone-id')", vec![])
        .await?;
    assert_eq!(attribute, "34566");

    let number = browser.in_shadow("#number").await?;
    until("the phone is shown", async || {
        Ok(number.prop("value").await?.as_deref() == Some("+1 514-123-4455"))
    })
    .await?;
    number.send_keys(Key::End + Key::Backspace).await?;
    number.send_keys("9").await?;
    browser.in_shadow("#extension").await?.clear().await?;
    browser.in_shadow("#mobile").await?.click().await?;
    browser.in_shadow("#submit").await?.click().await?;
    assert_eq!(until_event(&browser, "updated").await?, updated());

    let requests = api.requests();
    assert_eq!(requests.len(), 2, "{requests:?}");
    assert_eq!(
        (&requests[0].method, requests[0].path.as_str(), requests[0].body.as_str()),
        (
            &Method::POST,
            "/api/v2/lead-phones",
            r#"{"lead_id":3387562,"extension":555,"mobile":false,"number":"+15141234455"}"#
        )
    );
    assert_eq!(
        (&requests[1].method, requests[1].path.as_str(), requests[1].body.as_str()),
        (
            &Method::PUT,
            "/api/v2/lead-phones/34566",
            r#"{"extension":null,"mobile":true,"number":"+15141234459"}"#
        )
    );
    for request in &requests {
        assert_eq!(request.header("authorization"), "Bearer marker-token");
        assert_eq!(request.header("content-type"), "application/json");
        assert_eq!(request.header("accept"), "application/json");
        assert_eq!((request.header("cookie"), request.header("referer")), ("", ""));
    }

    let heard = events(&browser).await?;
    let names: Vec<_> = heard.iter().map(|event| event.0.as_str()).collect();
    assert_eq!(names, ["ready", "submit", "created", "submit", "updated"]);
    // The token is in the header and nowhere else.
    let element: String = browser
        .run(
            "const form = document.querySelector('lead-phone-form');
             return form.outerHTML + form.shadowRoot.innerHTML + form.token",
            vec![],
        )
        .await?;
    let seen = format!("{heard:?}{element}");
    assert!(!seen.contains("marker"), "{seen}");
    assert_eq!(browser.console().await?, Vec::<String>::new());
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_attribute_is_removed_and_reported() -> Result {
    let api = Api::start((StatusCode::CREATED, created()), (StatusCode::OK, updated())).await?;
    let cdn = Demo::start(&[]).await?;
    let html = page(&cdn.url(""), &api.origin)
        .replace("<lead-phone-form ", "<lead-phone-form token=\"marker-token\" ")
        .replace("form.token =", "window.unused =");
    let browser = Browser::start().await?;
    browser.goto(&serve_page(html).await?).await?;
    until("both are heard", async || Ok(events(&browser).await?.len() == 2)).await?;
    let heard = events(&browser).await?;
    let error = &heard.iter().find(|event| event.0 == "error").ok_or("no error")?.1;
    assert_eq!((&error["kind"], &error["operation"]), (&json!("configuration"), &Value::Null));
    let has_it: bool = browser
        .run("return document.querySelector('lead-phone-form').hasAttribute('token')", vec![])
        .await?;
    assert!(!has_it);
    browser.in_shadow("#number").await?.send_keys("+15141234455" + Key::Enter).await?;
    until("it is said", async || {
        Ok(browser.in_shadow("#form-error").await?.text().await?.contains("token"))
    })
    .await?;
    assert!(api.requests().is_empty());
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_save_survives_leaving_the_page() -> Result {
    let api = Api::start((StatusCode::CREATED, created()), (StatusCode::OK, updated())).await?;
    let cdn = Demo::start(&[]).await?;
    let origin = serve_page(page(&cdn.url(""), &api.origin)).await?;
    let browser = Browser::start().await?;
    browser.goto(&origin).await?;
    until_event(&browser, "ready").await?;
    browser.in_shadow("#number").await?.send_keys("+15141234455").await?;
    // In one go, so that the page is gone before the preflight is answered. Nothing comes back.
    let leave = "document.querySelector('lead-phone-form').token = 'marker-token';
        document.querySelector('lead-phone-form').requestSubmit();
        location.href = 'about:blank'";
    browser.execute(leave, vec![]).await?;
    until("the request arrives", async || Ok(api.requests().len() == 1)).await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn properties_set_before_the_definition_are_taken_up() -> Result {
    let api = Api::start((StatusCode::CREATED, created()), (StatusCode::OK, updated())).await?;
    let cdn = Demo::start(&[]).await?;
    let html = page(&cdn.url(""), &api.origin)
        // A classic script runs before any module.
        .replace("<script type=\"module\">\n", "<script>\n")
        .replace(
            "form.token =",
            "form.phone = { id: 34566, number: '+15141234455' };\nform.token =",
        );
    let browser = Browser::start().await?;
    browser.goto(&serve_page(html).await?).await?;
    until_event(&browser, "ready").await?;
    assert_eq!(
        browser.in_shadow("#number").await?.prop("value").await?.as_deref(),
        Some("+1 514-123-4455")
    );
    browser.in_shadow("#submit").await?.click().await?;
    assert_eq!(until_event(&browser, "updated").await?, updated());
    assert_eq!(api.requests()[0].method, Method::PUT);
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_script_twice_is_harmless_and_children_show_until_it_is_there() -> Result {
    let api = Api::start((StatusCode::CREATED, created()), (StatusCode::OK, updated())).await?;
    let cdn = Demo::start(&[]).await?;
    let once = page(&cdn.url(""), &api.origin);
    let again = format!("{}/lead-phone-form/lead-phone-form.js?again", cdn.url(""));
    let html = format!("{once}<script type=\"module\" src=\"{again}\"></script>");
    let browser = Browser::start().await?;
    browser.goto(&serve_page(html).await?).await?;
    until_event(&browser, "ready").await?;
    assert_eq!(events(&browser).await?.len(), 1);

    // Without the WebAssembly the children stay, and the host hears why.
    let broken = once.replace(
        "</script>",
        "</script><script>window.fetch = () => Promise.reject(new Error('no network'))</script>",
    );
    browser.goto(&serve_page(broken).await?).await?;
    let error = until_event(&browser, "error").await?;
    assert_eq!(error["kind"], "load");
    assert!(error["message"].as_str().is_some_and(|m| m.contains("no network")), "{error}");
    let shown = browser.find(thirtyfour::By::Css("lead-phone-form")).await?.text().await?;
    assert_eq!(shown, "Loading…");
    browser.close().await
}
