//! The recipe for nginx as a CDN: media types, compression and caching, and a page on another
//! origin that has a strict policy and an integrity hash on the tag.

use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;

use reqwest::header::HeaderMap;
use serde_json::Value;
use thirtyfour::Key;

use crate::harness::nginx::Nginx;
use crate::harness::{Browser, RECORDER, Result, Server, told, until};

const CONFIGURATION: &str = include_str!("../../www/hosts/nginx/widget.conf");

/// nginx, configured by the recipe, the portal's origin, and the API.
struct Site {
    nginx: Nginx,
    pages: String,
    crm: Server,
}

impl Site {
    /// Starts everything. `page` returns the portal's page for the widget's address.
    async fn start(page: impl FnOnce(&str) -> String) -> Result<Self> {
        let crm = Server::saving_api().await?;
        // nginx cannot choose a free port itself.
        let pages = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.to_string();
        let cdn = Path::new(&told("PAGES_PACKAGE")?).with_file_name("cdn");
        let script = format!(
            "{RECORDER}
             document.addEventListener('securitypolicyviolation', (event) => {{
               heard.push(['violation', null, event.blockedURI]);
             }});
             const form = document.querySelector('lead-phone-form');
             form.baseUrl = '{}';
             form.token = 'a-token';",
            crm.origin
        );
        let listen = format!("listen {pages};");
        let crm_origin = crm.origin.clone();
        let nginx = Nginx::start(&[("portal.js", &script)], |folder, address| {
            let html = page(&format!("http://{address}{}", version()));
            fs::write(Path::new(folder).join("index.html"), html)?;
            let mut configuration = CONFIGURATION.to_owned();
            for (value, ours) in [
                ("listen 127.0.0.1:8080;", format!("listen {address};")),
                ("root /srv/cdn;", format!("root \"{}\";", cdn.display())),
                ("listen 127.0.0.1:8081;", listen),
                ("root /srv/portal;", format!("root \"{folder}\";")),
                ("default \"https://cdn.example\";", format!("default \"http://{address}\";")),
                ("default \"https://crm.activix.ca\";", format!("default \"{crm_origin}\";")),
            ] {
                if configuration.matches(value).count() != 1 {
                    return Err(format!("`{value}` is not once in the configuration").into());
                }
                configuration = configuration.replace(value, &ours);
            }
            Ok(configuration)
        })
        .await?;
        Ok(Self { nginx, pages: format!("http://{pages}"), crm })
    }

    /// Requests a file with these encodings; returns the status, the headers and the body.
    async fn ask(&self, name: &str, encodings: &str) -> Result<(u16, HeaderMap, Vec<u8>)> {
        let url = format!("{}{}/{name}", self.nginx.origin, version());
        let request = reqwest::Client::new().get(url).header("accept-encoding", encodings);
        let answer = request.send().await?;
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        Ok((status, headers, answer.bytes().await?.to_vec()))
    }
}

/// The path of this version's files.
fn version() -> String {
    format!("/lead-phone-form/{}", env!("CARGO_PKG_VERSION"))
}

fn hashes() -> Result<Value> {
    let file = Path::new(&told("PAGES_WIDGET")?).join("integrity.json");
    Ok(serde_json::from_str(&fs::read_to_string(file)?)?)
}

/// A page with the tag and its integrity hash, and no inline script.
fn page(cdn: &str, integrity: &str) -> String {
    format!(
        r#"<!doctype html><html lang="en"><meta charset="utf-8"><title>A portal</title>
        <script type="module" src="{cdn}/lead-phone-form.js" crossorigin
          integrity="{integrity}"></script>
        <lead-phone-form lead-id="3387562">Loading…</lead-phone-form>
        <script src="portal.js"></script>"#
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn files_have_their_type_are_compressed_beforehand_and_cached_by_their_names() -> Result {
    let site = Site::start(|_| String::new()).await?;
    let folder = told("PAGES_WIDGET")?;
    let hashes = hashes()?;
    // The component for React is for bundlers.
    let names = hashes.as_object().into_iter().flatten().map(|(name, _)| name.as_str());
    let names = names.filter(|name| *name != "react.js");
    let mut served = 0;
    for name in names {
        let types = [
            ("js", "text/javascript"),
            ("wasm", "application/wasm"),
            ("bin", "application/octet-stream"),
        ];
        let extension = name.rsplit('.').next().unwrap_or_default();
        let Some((_, content_type)) = types.iter().find(|(end, _)| *end == extension) else {
            continue;
        };
        served += 1;
        let original = fs::read(Path::new(&folder).join(name))?;
        for (encodings, expected) in [("gzip, deflate, br", "br"), ("gzip", "gzip"), ("", "")] {
            let (status, headers, body) = site.ask(name, encodings).await?;
            let header = |name: &str| headers.get(name).and_then(|h| h.to_str().ok()).unwrap_or("");
            assert_eq!((status, header("content-type")), (200, *content_type), "{name}");
            assert_eq!(header("content-encoding"), expected, "{name}");
            assert_eq!(header("access-control-allow-origin"), "*");
            assert_eq!(header("vary"), "Accept-Encoding");
            let caching = match extension {
                "js" => "no-cache",
                _ => "public, max-age=31536000, immutable",
            };
            assert_eq!(header("cache-control"), caching, "{name}");
            assert!(!header("etag").is_empty());
            match expected {
                "" => assert_eq!(body, original, "{name}"),
                _ => assert!(body.len() < original.len(), "{name} by {expected}"),
            }
        }
    }
    assert!(served >= 11, "{served} files");
    for name in ["package.json", "none.js", "..%2f..%2fpackage.json"] {
        assert_eq!(site.ask(name, "br").await?.0, 404, "{name}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_with_a_strict_policy_and_the_hash_on_its_tag_saves() -> Result {
    let hashes = hashes()?;
    let integrity = hashes["lead-phone-form.js"].as_str().ok_or("no hash")?.to_owned();
    let site = Site::start(|cdn| page(cdn, &integrity)).await?;
    let browser = Browser::start().await?;
    browser.goto(&site.pages).await?;
    browser.until_heard("ready").await?;
    // The numbering plan of this number is in a zone file.
    browser.in_shadow("#number").await?.send_keys("+33 6 12 34 56 78" + Key::Enter).await?;
    browser.until_heard("created").await?;
    assert_eq!(browser.names().await?, ["ready", "submit", "created"]);
    assert!(site.crm.requests()[0].body.contains("+33612345678"));
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_script_with_another_hash_does_not_run() -> Result {
    let other = hashes()?["lead-phone-form.classic.js"].as_str().ok_or("no hash")?.to_owned();
    let site = Site::start(|cdn| page(cdn, &other)).await?;
    let browser = Browser::start().await?;
    browser.goto(&site.pages).await?;
    until("the page has loaded", async || {
        browser.run("return document.readyState === 'complete'", vec![]).await
    })
    .await?;
    // The script was fetched, so only its hash can have kept it from running.
    let logs = site.nginx.logs()?;
    assert!(logs.contains("/lead-phone-form.js HTTP/1.1\" 200"), "{logs}");
    let defined = "return !!customElements.get('lead-phone-form')";
    assert!(!browser.run::<bool>(defined, vec![]).await?);
    let shown = browser.find(thirtyfour::By::Css("lead-phone-form")).await?.text().await?;
    assert_eq!(shown, "Loading…");
    browser.close().await
}
