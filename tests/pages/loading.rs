//! The ways to load the widget: by the classic script, by both scripts, from files that a host
//! has moved, and before the first form.

use serde_json::{Value, json};

use crate::harness::server::{Files, widget_files};
use crate::harness::{Browser, Result, Server, console, document, until};

/// The name of each event, followed by the lead of the form that raised it.
async fn heard(browser: &Browser) -> Result<Vec<String>> {
    let events = browser.events().await?;
    Ok(events.iter().map(|event| format!("{}{}", event.name, event.lead)).collect())
}

async fn open(html: String) -> Result<Browser> {
    let portal = Server::page(document(&html), vec![]).await?;
    let browser = Browser::start().await?;
    browser.goto(&portal.origin).await?;
    Ok(browser)
}

/// Waits until the forms of these leads are hydrated, and checks that nothing else happened.
async fn ready(browser: &Browser, leads: &[u64]) -> Result {
    until("the forms are ready", async || Ok(heard(browser).await?.len() >= leads.len())).await?;
    browser.hydrated().await?;
    let mut heard = heard(browser).await?;
    heard.sort();
    assert_eq!(heard, leads.iter().map(|lead| format!("ready{lead}")).collect::<Vec<_>>());
    browser.threw_nothing().await
}

fn loads(cdn: &Server, end: &str) -> usize {
    cdn.requests().iter().filter(|request| request.path.ends_with(end)).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_classic_script_works_in_the_middle_of_the_body() -> Result {
    let cdn = Server::widget().await?;
    let browser = open(format!(
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
    let cdn = Server::widget().await?;
    let classic = format!("<script src='{}/lead-phone-form.classic.js'></script>", cdn.origin);
    let module = format!("<script type=module src='{}/lead-phone-form.js'></script>", cdn.origin);
    let browser = open(format!(
        "{module}{classic}<lead-phone-form lead-id=1></lead-phone-form>{classic}{module}
         <script async src='{}/lead-phone-form.classic.js?again'></script>",
        cdn.origin
    ))
    .await?;
    ready(&browser, &[1]).await?;
    assert_eq!((loads(&cdn, "/lead-phone-form.js"), loads(&cdn, ".wasm")), (1, 1));
    browser.close().await
}

/// A host that has the scripts in one folder and the other files in another, and has renamed
/// the WebAssembly.
async fn moved() -> Result<Server> {
    let place = |name: &str| match name.rsplit('.').next() {
        Some("js") => Some(format!("js/{name}")),
        Some("wasm") => Some("files/form.wasm".to_owned()),
        Some("bin") => Some(format!("files/{name}")),
        _ => None,
    };
    let files = widget_files()?.into_iter();
    let moved: Files = files.filter_map(|(name, file)| Some((place(&name)?, file))).collect();
    Server::files(moved).await
}

/// Types a number whose numbering plan is in a zone file, and waits until the form reads it.
async fn reads_a_french_number(browser: &Browser) -> Result {
    browser.in_shadow("#number").await?.send_keys("+33 6 12 34 56 78").await?;
    until("the number is read", async || {
        Ok(browser.text_of("#number-help").await?.contains("+33 6 12 34 56 78"))
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
        let form = "<lead-phone-form lead-id=1 locale=fr></lead-phone-form>";
        let browser = open([form, &tag.replace("{}", &cdn.origin)].concat()).await?;
        ready(&browser, &[1]).await?;
        reads_a_french_number(&browser).await?;
        // The words are beside the WebAssembly too.
        assert!(browser.text_of("#number-help").await?.starts_with("Format enregistré"));
        browser.close().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_moved_file_has_to_be_the_same() -> Result {
    let cdn = Server::widget_answering(|name, answer| {
        if name.ends_with(".wasm") {
            // A custom section changes nothing but the hash.
            answer.2.extend_from_slice(&[0, 2, 1, b'x']);
        }
    })
    .await?;
    let original = Server::widget().await?;
    let files = widget_files()?;
    let wasm = files.iter().find(|file| file.0.ends_with(".wasm")).ok_or("no WebAssembly")?;
    let browser = open(format!(
        "<lead-phone-form lead-id=1>Loading…</lead-phone-form>
         <script type=module src='{}/lead-phone-form.js' data-wasm-url='{}/{}'></script>",
        original.origin, cdn.origin, wasm.0
    ))
    .await?;
    until("it has failed", async || Ok(heard(&browser).await? == ["ready1", "error1"])).await?;
    let error = browser.until_heard("error").await?;
    let message = error["message"].as_str().unwrap_or_default();
    assert!(message.contains("is not the file that belongs to this script"), "{message}");
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn preload_loads_before_the_first_form() -> Result {
    let cdn = Server::widget().await?;
    let module = format!("{}/lead-phone-form.js", cdn.origin);
    let browser = open(String::new()).await?;
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

/// A page with these scripts and a form, whose server has all scripts in one file, `all.js`.
async fn with_scripts(browser: &Browser, scripts: &str) -> Result {
    let html = document(&format!("<lead-phone-form lead-id=1>Loading…</lead-phone-form>{scripts}"));
    let files = [("index.html", console::kept(&html)?), ("all.js", classic()?)];
    let files = files.map(|(name, text)| (name.to_owned(), text.into_bytes()));
    Ok(browser.goto(&Server::files(files.into()).await?.origin).await?)
}

/// The classic script, after another one.
fn classic() -> Result<String> {
    let files = widget_files()?;
    let found = files.into_iter().find(|file| file.0 == "lead-phone-form.classic.js");
    Ok(format!("var other = 1;\n{}", String::from_utf8(found.ok_or("no classic script")?.1)?))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_combined_or_evaluated_classic_script_is_told_where_the_module_is() -> Result {
    let cdn = Server::widget().await?;
    let browser = Browser::start().await?;
    let (classic, module) = (classic()?, format!("{}/lead-phone-form.js", cdn.origin));
    for scripts in [
        format!("<script src=all.js data-module-url='{module}'></script>"),
        format!("<script data-module-url='{module}'>{classic}</script>"),
        format!(
            "<script>var leadPhoneFormModuleUrl = '{module}';</script><script>{classic}</script>"
        ),
        format!(
            "<script>
               window.leadPhoneFormModuleUrl = '{module}';
               fetch('all.js').then((file) => file.text()).then(eval);
             </script>"
        ),
    ] {
        with_scripts(&browser, &scripts).await?;
        ready(&browser, &[1]).await.map_err(|error| format!("{scripts:.200}: {error}"))?;
    }
    // Nobody has said where it is.
    for (scripts, ends) in [
        (format!("<script>{classic}</script>"), "or set leadPhoneFormModuleUrl before."),
        ("<script src=all.js></script>".to_owned(), "/lead-phone-form.js answered 404."),
        (format!("<script data-module-url='https://['>{classic}</script>"), "https://[ could"),
    ] {
        with_scripts(&browser, &scripts).await?;
        let error = browser.until_heard("error").await?;
        assert_eq!(error["kind"], "load");
        let message = error["message"].as_str().unwrap_or_default();
        assert!(message.contains(ends), "{message}");
        browser.threw_nothing().await?;
    }
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_later_of_two_versions_says_so_once() -> Result {
    let version = format!("\"{}\"", env!("CARGO_PKG_VERSION"));
    let cdn = Server::widget().await?;
    let later = Server::widget_answering(move |name, answer| {
        if name == "lead-phone-form.js" {
            let script = String::from_utf8_lossy(&answer.2).replace(&version, "\"9.8.7\"");
            answer.2 = script.into_bytes();
        }
    })
    .await?;
    let tag =
        |origin: &str| format!("<script type=module src={origin}/lead-phone-form.js></script>");
    let (first, second) = (tag(&cdn.origin), tag(&later.origin));
    let copy = tag(&cdn.origin).replace(".js", ".js?copy");
    let form = "<lead-phone-form lead-id=1></lead-phone-form>";
    let browser = open([form, &first, &second, &second, &copy].concat()).await?;
    ready(&browser, &[1]).await?;
    let mut said = Vec::new();
    until("the other version says so", async || {
        said.extend(browser.console().await?);
        Ok(!said.is_empty())
    })
    .await?;
    let [line] = &said[..] else { return Err(format!("not one line: {said:?}").into()) };
    for part in [
        format!("9.8.7 ({}/lead-phone-form.js)", later.origin),
        format!("{} ({}/lead-phone-form.js)", env!("CARGO_PKG_VERSION"), cdn.origin),
    ] {
        assert!(line.contains(&part), "{line}");
    }
    assert_eq!(loads(&later, ".wasm"), 0);
    browser.close().await
}
