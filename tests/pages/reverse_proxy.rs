//! The recipe for nginx as a reverse proxy, which keeps the CRM's key on the server. The portal's
//! page, its session and the CRM are behind it.

use serde_json::{Value, json};
use thirtyfour::Key;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::harness::nginx::Nginx;
use crate::harness::server::{file, widget_files};
use crate::harness::{Browser, Result, Server, console, document};

const CONFIGURATION: &str = include_str!("../../www/hosts/nginx/api-proxy.conf");
const TOKEN: &str = "p0rtal-t0ken";
const KEY: &str = "crm-k3y-of-many-years";

/// nginx, and the servers behind it.
struct Site {
    nginx: Nginx,
    portal: Server,
    crm: Server,
}

impl Site {
    async fn start() -> Result<Self> {
        let crm = Server::saving_api().await?;
        let portal = portal().await?;
        let key = format!("set $crm_key \"{KEY}\";\n");
        let nginx = Nginx::start(&[("crm-key", &key)], |folder, address| {
            let mut configuration = CONFIGURATION.to_owned();
            for (value, ours) in [
                ("http://127.0.0.1:3000/session;", format!("{}/session;", portal.origin)),
                ("http://127.0.0.1:3000;", format!("{};", portal.origin)),
                ("https://crm.activix.ca;", format!("{};", crm.origin)),
                ("listen 127.0.0.1:8080;", format!("listen {address};")),
                ("include /etc/nginx/crm-key;", format!("include \"{folder}/crm-key\";")),
            ] {
                if configuration.matches(value).count() != 1 {
                    return Err(format!("`{value}` is not once in the configuration").into());
                }
                configuration = configuration.replace(value, &ours);
            }
            Ok(configuration)
        })
        .await?;
        Ok(Self { nginx, portal, crm })
    }

    /// Sends a request exactly as written, and returns the status. HTTP clients normalise paths.
    async fn ask(&self, line: &str, headers: &str) -> Result<u16> {
        let address = self.nginx.origin.trim_start_matches("http://");
        let mut stream = TcpStream::connect(address).await?;
        let body = r#"{"number":"+15142223344"}"#;
        let request = format!(
            "{line} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n{headers}\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        );
        stream.write_all(request.as_bytes()).await?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await?;
        let answer = String::from_utf8_lossy(&answer);
        assert!(!answer.contains(KEY), "{answer}");
        Ok(answer.split(' ').nth(1).ok_or("no answer")?.parse()?)
    }
}

/// The portal: a page with the form, the widget's files, and the session's check.
async fn portal() -> Result<Server> {
    let html = document(&format!(
        r#"<script type="module" src="/lead-phone-form.js"></script>
        <lead-phone-form lead-id="1" base-url="/api/v2">Loading…</lead-phone-form>
        <script>
          window.portalToken = "{TOKEN}";
          document.cookie = "portal=session";
          document.querySelector("lead-phone-form").token = async () => portalToken;
        </script>"#
    ));
    let mut files = widget_files()?;
    files.push(("index.html".to_owned(), console::kept(&html)?.into_bytes()));
    Server::start(move |request| match request.path.as_str() {
        "/session" if request.header("authorization") == format!("Bearer {TOKEN}") => {
            (204, vec![], vec![])
        }
        "/session" => (401, vec![], vec![]),
        _ => file(&files, request),
    })
    .await
}

async fn save(browser: &Browser, ends: &str) -> Result<Value> {
    browser.run::<Value>("heard.length = 0", vec![]).await?;
    browser.in_shadow("#number").await?.send_keys("5142223344" + Key::Enter).await?;
    browser.until_heard(ends).await
}

/// Everything that a script of the page can see, including a response of the API.
const SEEN: &str = r#"
    const form = document.querySelector("lead-phone-form");
    const answer = await fetch("/api/v2/lead-phones", {
      method: "POST",
      headers: { Authorization: "Bearer " + portalToken, "Content-Type": "application/json" },
      body: "{}",
    });
    const page = await fetch("/");
    const file = await fetch("/crm-key");
    return JSON.stringify([
      heard, uncaught, document.cookie, document.documentElement.outerHTML,
      form.shadowRoot.innerHTML, performance.getEntries(),
      answer.status, [...answer.headers], await answer.text(),
      [...page.headers], await page.text(), file.status, await file.text(),
    ]);"#;

#[tokio::test(flavor = "multi_thread")]
async fn the_form_saves_with_the_portals_token_and_the_crm_gets_the_key() -> Result {
    let site = Site::start().await?;
    let browser = Browser::start().await?;
    browser.goto(&site.nginx.origin).await?;
    browser.until_heard("ready").await?;

    save(&browser, "created").await?;
    browser
        .run::<Value>("document.querySelector('lead-phone-form').phone = heard.at(-1)[2]", vec![])
        .await?;
    browser.in_shadow("#number").await?.clear().await?;
    save(&browser, "updated").await?;
    let sent = site.crm.requests();
    let seen: Vec<_> = sent.iter().map(|sent| (sent.method.as_str(), sent.path.as_str())).collect();
    assert_eq!(seen, [("POST", "/api/v2/lead-phones"), ("PUT", "/api/v2/lead-phones/7")]);
    for request in &sent {
        assert_eq!(request.header("authorization"), format!("Bearer {KEY}"));
        assert_eq!(request.header("content-type"), "application/json");
        assert!(request.body.contains("5142223344"), "{request:?}");
        assert!(!format!("{request:?}").contains(TOKEN), "{request:?}");
        assert_eq!(request.header("cookie"), "");
    }

    let script = format!("return (async () => {{ {SEEN} }})()");
    let seen: String = browser.run(&script, vec![]).await?;
    assert!(seen.contains(TOKEN) && seen.contains("201"), "the search finds nothing: {seen}");
    let console = browser.console().await?;
    let portal = site.portal.everything();
    let logs = site.nginx.logs()?;
    assert!(logs.contains("PUT /api/v2/lead-phones/7"), "{logs}");
    for (place, text) in [
        ("page", seen),
        ("console", console.join("\n")),
        ("portal", format!("{portal:?}")),
        ("logs", logs),
    ] {
        assert!(!text.contains(KEY), "the key is in the {place}: {text}");
    }

    // The session has ended.
    let before = site.crm.requests().len();
    browser.run::<Value>("window.portalToken = 'of-yesterday'", vec![]).await?;
    browser.in_shadow("#number").await?.clear().await?;
    let error = save(&browser, "error").await?;
    assert_eq!((&error["kind"], &error["status"]), (&json!("unauthenticated"), &json!(401)));
    assert_eq!(site.crm.requests().len(), before);
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_else_gets_the_key_and_nothing_else_passes() -> Result {
    let site = Site::start().await?;
    let good = format!("Authorization: Bearer {TOKEN}\r\n");
    let (create, update) = ("POST /api/v2/lead-phones", "PUT /api/v2/lead-phones/7");
    for line in [create, update] {
        for wrong in [
            String::new(),
            "Authorization: \r\n".to_owned(),
            "Authorization: Bearer of-yesterday\r\n".to_owned(),
            format!("Authorization: Bearer {TOKEN}s\r\n"),
            format!("Authorization: Bearer {KEY}\r\n"),
            format!("Cookie: portal=session; token={TOKEN}\r\nX-Authorization: {TOKEN}\r\n"),
        ] {
            assert_eq!(site.ask(line, &wrong).await?, 401, "{line} with `{wrong}`");
        }
    }
    for (line, status) in [
        ("GET /api/v2/lead-phones", 405),
        ("GET /api/v2/lead-phones/7", 405),
        ("PUT /api/v2/lead-phones", 405),
        ("POST /api/v2/lead-phones/7", 405),
        ("DELETE /api/v2/lead-phones/7", 405),
        ("OPTIONS /api/v2/lead-phones", 405),
        ("PUT /api/v2/lead-phones/", 404),
        ("PUT /api/v2/lead-phones/7/", 404),
        ("PUT /api/v2/lead-phones/7%0a", 404),
        ("PUT /api/v2/lead-phones/7%2f..%2f..%2fleads", 404),
        ("PUT /api/v2/lead-phones/me", 404),
        ("POST /api/v2/lead-phones/../leads", 404),
        ("POST /api/v2/leads", 404),
        ("GET /api/v2/leads/1", 404),
        ("GET /api/v2/", 404),
        ("POST /api/v1/lead-phones", 404),
        ("GET /session-check", 404),
    ] {
        assert_eq!(site.ask(line, &good).await?, status, "{line}");
    }
    assert_eq!(site.crm.everything().len(), 0);

    // The request that passes has the path that was checked, and none of the user's headers.
    let good = format!("{good}Cookie: portal=session\r\nX-Portal: session\r\n");
    for line in [
        create,
        update,
        "POST /api/v2/lead-phones?to=leads",
        "PUT /api/v2/leads/%2e%2e/lead-phones/%37",
    ] {
        let status = if line.starts_with("POST") { 201 } else { 200 };
        assert_eq!(site.ask(line, &good).await?, status, "{line}");
    }
    let passed = site.crm.everything();
    let headers =
        format!("{:?}", passed.iter().map(|request| &request.headers).collect::<Vec<_>>());
    assert!(headers.contains(KEY) && !headers.contains(TOKEN), "{headers}");
    assert!(!headers.contains("cookie") && !headers.contains("x-portal"), "{headers}");
    let paths: Vec<_> = passed.into_iter().map(|request| request.path).collect();
    let [create, update] = ["/api/v2/lead-phones", "/api/v2/lead-phones/7"];
    assert_eq!(paths, [create, update, create, update]);
    Ok(())
}
