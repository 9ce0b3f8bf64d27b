//! `token-url`: tokens from an address of the page's own server, and where they may go.

use axum::http::Method;
use serde_json::{Value, json};

use crate::harness::server::{Answer, Request, phone};
use crate::harness::{Browser, Result, Server, document, until};

/// A page with a form, whose own server gives out tokens in many ways.
struct Portal {
    browser: Browser,
    api: Server,
    server: Server,
}

/// What the page's own server answers.
fn answer(page: &str, elsewhere: &str, request: &Request) -> Answer {
    let text = |status, kind: &str, body: &str| {
        (status, vec![("content-type", kind.to_owned())], body.as_bytes().to_vec())
    };
    match request.path.as_str() {
        "/" => text(200, "text/html; charset=utf-8", page),
        "/line" => text(200, "text/plain", "secret\r\n"),
        "/mark" => text(200, "text/plain; charset=utf-8", "\u{feff}secret\n"),
        "/bearer" => text(200, "text/plain", "Bearer secret"),
        "/string" => text(200, "application/json", "\"secret\""),
        "/object" => text(200, "application/json", "{\"token\": \"secret\"}"),
        "/oauth" => text(200, "application/json", "{\"access_token\": \"Bearer secret\\n\"}"),
        "/typed-wrong" => text(200, "application/octet-stream", "secret"),
        "/sign-in" => text(200, "text/html", "<!doctype html><title>Sign in</title>"),
        "/fragment" => text(200, "text/plain", "\n<form>Sign in</form>"),
        "/401" => text(401, "text/plain", "secret"),
        "/403" => text(403, "application/json", "{}"),
        "/500" => text(500, "text/plain", "secret"),
        "/nothing" => text(200, "text/plain", "\n"),
        "/no-token" => text(200, "application/json", "{\"tokens\": []}"),
        "/away" => (302, vec![("location", [elsewhere, "/stolen"].concat())], vec![]),
        "/moved" => (302, vec![("location", "/line".to_owned())], vec![]),
        "/api/lead-phones" => text(201, "application/json", &phone(request, 7).to_string()),
        _ => text(404, "text/plain", "secret"),
    }
}

async fn open(tag: &str, script: &str) -> Result<Portal> {
    let widget = Server::widget().await?;
    let api = Server::saving_api().await?;
    let page = document(&format!(
        "<script type=module src={}/lead-phone-form.js></script>{}<script>{}</script>",
        widget.origin,
        tag,
        script.replace("API", &format!("'{}'", api.origin)),
    ))
    .replace("{api}", &api.origin);
    let page = crate::harness::console::kept(&page)?;
    let elsewhere = api.origin.clone();
    let server = Server::start(move |request| answer(&page, &elsewhere, request)).await?;
    let browser = Browser::start().await?;
    browser.goto(&server.origin).await?;
    browser.until_heard("ready").await?;
    browser.hydrated().await?;
    Ok(Portal { browser, api, server })
}

impl Portal {
    async fn save(&self, number: &str) -> Result {
        let body = "root.querySelector('#number').value = NUMBER; form.requestSubmit()";
        self.browser.in_form::<Value>(&body.replace("NUMBER", &format!("'{number}'"))).await?;
        Ok(())
    }

    fn saves(&self) -> Vec<Request> {
        self.api.requests().into_iter().filter(|request| request.method == Method::POST).collect()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_is_read_as_servers_write_it() -> Result {
    let portal = open(
        "<lead-phone-form lead-id=1></lead-phone-form>",
        "document.querySelector('lead-phone-form').baseUrl = API",
    )
    .await?;
    for (nth, path) in
        ["line", "mark", "bearer", "string", "object", "oauth", "typed-wrong", "moved"]
            .into_iter()
            .enumerate()
    {
        portal.browser.in_form::<Value>(&format!("form.tokenUrl = ' {path} '")).await?;
        portal.save(&format!("514 222 33{nth}{nth}")).await?;
        until(path, async || Ok(portal.browser.heard("created").await?.len() == nth + 1)).await?;
        let save = portal.saves().pop().ok_or("nothing was saved")?;
        assert_eq!(save.header("authorization"), "Bearer secret", "{path}");
    }
    portal.browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_without_a_token_is_told_and_sends_nothing() -> Result {
    let portal = open(
        "<lead-phone-form lead-id=1></lead-phone-form>",
        "document.querySelector('lead-phone-form').baseUrl = API",
    )
    .await?;
    for (path, kind) in [
        ("sign-in", "unauthenticated"),
        ("fragment", "unauthenticated"),
        ("401", "unauthenticated"),
        ("403", "unauthenticated"),
        ("500", "configuration"),
        ("404", "configuration"),
        ("nothing", "configuration"),
        ("no-token", "configuration"),
        ("away", "configuration"),
    ] {
        let before = portal.browser.heard("error").await?.len();
        portal.browser.in_form::<Value>(&format!("form.tokenUrl = '/{path}'")).await?;
        portal.save("514 222 3344").await?;
        until(path, async || Ok(portal.browser.heard("error").await?.len() > before)).await?;
        let error = portal.browser.heard("error").await?.pop().unwrap_or_default();
        assert_eq!(error["kind"], kind, "{path}: {error}");
        let message = error["message"].as_str().unwrap_or_default();
        assert!(!message.contains("secret"), "{message}");
        assert_eq!(message.contains(&format!("/{path}")), kind == "configuration", "{message}");
    }
    assert_eq!(portal.api.everything().len(), 0, "{:?}", portal.api.everything());
    portal.browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn markup_alone_sends_no_token_to_another_origin() -> Result {
    let tag = "<lead-phone-form lead-id=1 token-url=/line base-url={api}></lead-phone-form>";
    let portal = open(tag, "").await?;
    portal.save("514 222 3344").await?;
    let error = portal.browser.until_heard("error").await?;
    assert_eq!(error["kind"], "configuration");
    assert!(error["message"].as_str().unwrap_or_default().contains("base-url"), "{error}");
    assert!(!portal.server.requests().iter().any(|request| request.path == "/line"));
    assert_eq!(portal.api.everything().len(), 0);

    // A script may send it there.
    portal.browser.in_form::<Value>("form.baseUrl = form.getAttribute('base-url')").await?;
    portal.save("514 222 3344").await?;
    portal.browser.until_heard("created").await?;
    portal.browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn defaults_are_for_every_form_that_has_not_set_them() -> Result {
    let portal = open(
        "<lead-phone-form lead-id=1></lead-phone-form>
         <lead-phone-form lead-id=2 country=FR locale=es></lead-phone-form>",
        "customElements.whenDefined('lead-phone-form').then((Form) => {
           Form.defaults = { baseUrl: API, tokenUrl: '/line', country: 'BE' };
         })",
    )
    .await?;
    let read = "const [one, two] = document.querySelectorAll('lead-phone-form');
        return [one, two].map((form) => [form.country, form.locale, form.tokenUrl])";
    let expected = json!([["BE", "en", "/line"], ["FR", "es", "/line"]]);
    assert_eq!(portal.browser.run::<Value>(read, vec![]).await?, expected);
    portal.save("0470 12 34 56").await?;
    assert_eq!(portal.browser.until_heard("created").await?["number"], "+32470123456");
    let save = portal.saves().pop().ok_or("nothing was saved")?;
    assert_eq!(save.header("authorization"), "Bearer secret");

    // A member that is set later counts too, a form's own value before it, and a token before all.
    portal
        .browser
        .run::<Value>(
            "customElements.get('lead-phone-form').defaults.locale = 'fr';
             document.querySelector('lead-phone-form').token = 'own\\n'",
            vec![],
        )
        .await?;
    let expected = json!([["BE", "fr", "/line"], ["FR", "es", "/line"]]);
    assert_eq!(portal.browser.run::<Value>(read, vec![]).await?, expected);
    portal.browser.until("root.querySelector('label').textContent === 'Pays'").await?;
    portal.save("0470 12 34 57").await?;
    until("it is saved", async || Ok(portal.saves().len() == 2)).await?;
    assert_eq!(portal.saves()[1].header("authorization"), "Bearer own");
    portal.browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn relative_addresses_are_of_the_page_whatever_its_base_and_the_names_of_its_images() -> Result
{
    let portal = open(
        "<base href='{api}/elsewhere/'>
         <lead-phone-form lead-id=1 token-url='line' base-url='api'></lead-phone-form>
         <img name=baseURI alt=''><form name=baseURI></form><form name=URL></form><img name=location alt=''>",
        "customElements.get('lead-phone-form')?.preload()",
    )
    .await?;
    portal.save("514 222 3344").await?;
    portal.browser.until_heard("created").await?;
    let requests = portal.server.requests();
    let save = requests.iter().find(|request| request.method == Method::POST).ok_or("no save")?;
    assert_eq!(
        (save.path.as_str(), save.header("authorization")),
        ("/api/lead-phones", "Bearer secret")
    );
    assert_eq!(portal.api.everything().len(), 0);
    portal.browser.threw_nothing().await?;
    portal.browser.close().await
}
