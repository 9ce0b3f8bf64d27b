//! Checks the links of the site: every file and every anchor that a page leads to is there.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context as _, Result};
use html5gum::{Token, Tokenizer};
use url::Url;

use crate::paths;

/// The address of the site on the demo's server.
const SITE: &str = "http://demo/docs/";

/// What else the demo's server has, besides the files of `www/`.
const SERVED: [&str; 2] = ["/", "/playground/"];

/// What a page has.
#[derive(Debug, Default)]
struct Page {
    /// What a link may end in after `#`.
    anchors: BTreeSet<String>,
    links: Vec<String>,
}

/// The links of the site in this folder that lead nowhere, one sentence each.
///
/// # Errors
///
/// If a page cannot be read.
pub fn faults(site: &Path) -> Result<Vec<String>> {
    let base = Url::parse(SITE).context("the site has no address")?;
    let mut pages = BTreeMap::new();
    for file in paths::files(site, ".html")? {
        let name = file.strip_prefix(site).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        // mdBook makes it for servers that have nothing else to answer.
        if name != "404.html" {
            pages.insert(base.join(&name)?, read(&paths::read(&file)?));
        }
    }
    let mut faults = Vec::new();
    for (address, page) in &pages {
        for link in &page.links {
            if let Some(why) = fault(address, link, &pages, site) {
                let page = address.path().trim_start_matches("/docs/");
                faults.push(format!("{page} links to {link}: {why}"));
            }
        }
    }
    Ok(faults)
}

/// Why a link leads nowhere, if it does.
fn fault(page: &Url, link: &str, pages: &BTreeMap<Url, Page>, site: &Path) -> Option<String> {
    let Ok(mut url) = page.join(link) else { return Some("this is no address".to_owned()) };
    if url.host_str() != Some("demo") {
        return (url.scheme() == "http").then(|| "it is not encrypted".to_owned());
    }
    let anchor = url.fragment().map(str::to_owned);
    url.set_fragment(None);
    url.set_query(None);
    if let Some(found) = pages.get(&url) {
        let anchor = anchor.filter(|anchor| !anchor.is_empty())?;
        return (!found.anchors.contains(&anchor)).then(|| "there is no such heading".to_owned());
    }
    let path = url.path();
    if let Some(file) = path.strip_prefix("/docs/") {
        return (!site.join(file).is_file()).then(|| "there is no such file".to_owned());
    }
    if SERVED.contains(&path) {
        return None;
    }
    if !path.starts_with("/www/") {
        return Some("the demo does not serve it".to_owned());
    }
    let file = paths::root().join(path.trim_start_matches('/'));
    // For a folder the demo answers with its page.
    let is_there = file.is_file() || file.join("index.html").is_file();
    (!is_there).then(|| "there is no such file".to_owned())
}

/// Reads the anchors and the links of a page.
fn read(html: &str) -> Page {
    let mut page = Page::default();
    for token in Tokenizer::new(html) {
        let Ok(Token::StartTag(tag)) = token else { continue };
        for (name, value) in &tag.attributes {
            let value = String::from_utf8_lossy(value).into_owned();
            match &***name {
                b"id" => drop(page.anchors.insert(value)),
                b"href" | b"src" => page.links.push(value),
                _ => {}
            }
        }
    }
    page
}
