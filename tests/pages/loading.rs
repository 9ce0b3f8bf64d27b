//! How the widget comes onto a page: the classic script, both scripts, files that a host has
//! moved, and loading ahead.

use serde_json::{Value, json};

use crate::harness::server::{Answer, EARS, Server, media_type, widget_files};
use crate::harness::{Browser, Result, until};

/// Names of events, with the lead of the form that raised each.
async fn heard(browser: &Browser) -> Result<Vec<String>> {
    browser.run("return heard.map((event) => event[0] + event[1])", vec![]).await
}

async fn open(html: String) -> Result<(Server, Browser)> {
    let html = format!(
        "<!doctype html><title>A portal</title><link rel=icon href=data:,>\
         <script>{EARS}</script><body>{html}"
    );
    let portal = Server::page(html, vec![]).await?;
    let browser = Browser::start().await?;
    browser.goto(&portal.origin).await?;
    Ok((portal, browser))
}

/// Waits until the forms of these leads are ready, and nothing else has happened.
async fn ready(browser: &Browser, leads: &[u64]) -> Result {
    until("the forms are ready", async || Ok(heard(browser).await?.len() >= leads.len())).await?;
    browser.taken_over().await?;
    let mut heard = heard(browser).await?;
    heard.sort();
    assert_eq!(heard, leads.iter().map(|lead| format!("ready{lead}")).collect::<Vec<_>>());
    assert_eq!(browser.run::<Vec<String>>("return uncaught", vec![]).await?, Vec::<String>::new());
    Ok(())
}

fn loads(cdn: &Server, end: &str) -> usize {
    cdn.requests().iter().filter(|request| request.path.ends_with(end)).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_classic_script_works_in_the_middle_of_the_body() -> Result {
    let cdn = Server::widget(|_, file| file).await?;
    let (_portal, browser) = open(format!(
        "<p>Before</p><lead-phone-form lead-id=1>Loading…</lead-phone-form>
         <script src='{}/lead-phone-form.classic.js'></script>
         <lead-phone-form lead-id=2>Loading…</lead-phone-form><p>After</p>",
        cdn.origin
    ))
    .await?;
    ready(&browser, &[1, 2]).await?;
    assert_eq!((loads(&cdn, "/lead-phone-form.js"), loads(&cdn, ".wasm")), (1, 1));
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn both_scripts_each_twice_are_harmless() -> Result {
    let cdn = Server::widget(|_, file| file).await?;
    let classic = format!("<script src='{}/lead-phone-form.classic.js'></script>", cdn.origin);
    let module = format!("<script type=module src='{}/lead-phone-form.js'></script>", cdn.origin);
    let (_portal, browser) = open(format!(
        "{module}{classic}<lead-phone-form lead-id=1></lead-phone-form>{classic}{module}
         <script async src='{}/lead-phone-form.classic.js?again'></script>",
        cdn.origin
    ))
    .await?;
    ready(&browser, &[1]).await?;
    assert_eq!((loads(&cdn, "/lead-phone-form.js"), loads(&cdn, ".wasm")), (1, 1));
    browser.close().await
}

/// A host that keeps the scripts in one folder and the rest in another, the WebAssembly
/// under a name of its own.
async fn moved() -> Result<Server> {
    let files = widget_files()?;
    Server::start(move |request| -> Answer {
        let found = match request.path.trim_start_matches('/').split_once('/') {
            Some(("js", name)) if name.ends_with(".js") => files.iter().find(|f| f.0 == name),
            Some(("files", "form.wasm")) => files.iter().find(|f| f.0.ends_with(".wasm")),
            Some(("files", name)) if name.ends_with(".bin") => files.iter().find(|f| f.0 == name),
            _ => None,
        };
        let cross_origin = ("access-control-allow-origin", "*".to_owned());
        match found {
            Some((name, contents)) => {
                let content_type = ("content-type", media_type(name).to_owned());
                (200, vec![cross_origin, content_type], contents.clone())
            }
            None => (404, vec![cross_origin], vec![]),
        }
    })
    .await
}

/// Types a number that needs a file of its own, and waits until it is read.
async fn reads_a_french_number(browser: &Browser) -> Result {
    browser.in_shadow("#number").await?.send_keys("+33 6 12 34 56 78").await?;
    until("the number is read", async || {
        let help = browser.in_shadow("#number-help").await?.text().await?;
        Ok(help.contains("+33 6 12 34 56 78"))
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn files_may_be_moved_if_the_script_says_where_they_are() -> Result {
    let cdn = moved().await?;
    for tag in [
        "<script type=module src='{}/js/lead-phone-form.js' data-wasm-url='{}/files/form.wasm'></script>",
        "<script src='{}/js/lead-phone-form.classic.js' data-wasm-url='{}/files/form.wasm'></script>",
        "<script type=module>
           import '{}/js/lead-phone-form.js';
           customElements.get('lead-phone-form').wasmUrl = '{}/files/form.wasm';
         </script>",
    ] {
        let form = "<lead-phone-form lead-id=1></lead-phone-form>";
        let (_portal, browser) = open([form, &tag.replace("{}", &cdn.origin)].concat()).await?;
        ready(&browser, &[1]).await?;
        reads_a_french_number(&browser).await?;
        browser.close().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_moved_file_has_to_be_the_same() -> Result {
    let cdn = Server::widget(|name, mut file| {
        if name.ends_with(".wasm") {
            // What a name or a custom section may hold changes nothing but the hash.
            file.extend_from_slice(&[0, 2, 1, b'x']);
        }
        file
    })
    .await?;
    let original = Server::widget(|_, file| file).await?;
    let files = widget_files()?;
    let wasm = files.iter().find(|file| file.0.ends_with(".wasm")).ok_or("no WebAssembly")?;
    let (_portal, browser) = open(format!(
        "<lead-phone-form lead-id=1>Loading…</lead-phone-form>
         <script type=module src='{}/lead-phone-form.js' data-wasm-url='{}/{}'></script>",
        original.origin, cdn.origin, wasm.0
    ))
    .await?;
    until("it has failed", async || Ok(heard(&browser).await? == ["ready1", "error1"])).await?;
    let message: String = browser.run("return heard[1][2].message", vec![]).await?;
    assert!(message.contains("is not the file that belongs to this script"), "{message}");
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn preload_loads_before_the_first_form() -> Result {
    let cdn = Server::widget(|_, file| file).await?;
    let module = format!("{}/lead-phone-form.js", cdn.origin);
    let (_portal, browser) = open(String::new()).await?;
    let count: String = browser
        .run(
            "return import(arguments[0])
               .then(() => customElements.get('lead-phone-form').preload())
               .then((value) => String(value))",
            vec![json!(module)],
        )
        .await?;
    assert_eq!((count.as_str(), loads(&cdn, ".wasm")), ("undefined", 1));
    let append = "const form = document.createElement('lead-phone-form');
        form.leadId = 1; document.body.append(form)";
    browser.run::<Value>(append, vec![]).await?;
    ready(&browser, &[1]).await?;
    assert_eq!(loads(&cdn, ".wasm"), 1);
    browser.close().await
}
