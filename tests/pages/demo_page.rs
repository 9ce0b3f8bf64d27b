//! The demo's server: its page, the widget, the sandbox.

use serde_json::json;

use crate::harness::server::widget_files;
use crate::harness::{Browser, Demo, Result, Server, document, on_demo, until};

#[tokio::test(flavor = "multi_thread")]
async fn the_page_is_served_with_the_widget_beside_it() -> Result {
    on_demo(async |page| {
        assert!(!page.title().await?.is_empty());
        until("the element is defined", async || {
            page.run("return !!customElements.get('lead-phone-form')", vec![]).await
        })
        .await?;
        let files = widget_files()?;
        let wasm = files.iter().find(|file| file.0.ends_with(".wasm")).ok_or("no WebAssembly")?;
        let address = page.demo.url(&format!("/lead-phone-form/{}", wasm.0));
        let media_type: String = page
            .run(
                "return fetch(arguments[0]).then((r) => r.headers.get('content-type'))",
                vec![json!(address)],
            )
            .await?;
        assert_eq!(media_type, "application/wasm");
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn each_theme_looks_like_the_fields_of_its_design_system() -> Result {
    let demo = Demo::start(&[]).await?;
    let browser = Browser::start().await?;
    browser.goto(&demo.url("/www/demo/themes/")).await?;
    until("all forms are there", async || {
        let are_there = "const forms = [...document.querySelectorAll('lead-phone-form')];
            return forms.length === 4 && forms.every((form) => form.shadowRoot?.querySelector('form'))";
        browser.run(are_there, vec![]).await
    })
    .await?;
    let differences: Vec<String> = browser
        .run(
            "const text = ['fontSize', 'fontWeight', 'fontFamily', 'color'];
             const box = [...text, 'height', 'backgroundColor', 'borderTopColor', 'paddingLeft',
               'borderBottomColor', 'borderTopWidth', 'borderTopLeftRadius', 'boxShadow'];
             const pairs = [['input', '#extension', box], ['button', '#submit', box],
               ['label', '[part~=label-number]', [...text, 'lineHeight']],
               ['small', '#number-help', text]];
             return [...document.querySelectorAll('section')].flatMap((section) =>
               pairs.flatMap(([original, ours, properties]) => {
                 const { shadowRoot } = section.querySelector('lead-phone-form');
                 const expected = getComputedStyle(section.querySelector(`.original ${original}`));
                 const found = getComputedStyle(shadowRoot.querySelector(ours));
                 return properties.filter((property) => expected[property] !== found[property])
                   .map((property) => `${section.className}: ${property} of ${ours} is
                     ${found[property]}, not ${expected[property]}`);
               }))",
            vec![],
        )
        .await?;
    assert_eq!(differences, Vec::<String>::new());
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn another_origin_may_load_the_widget() -> Result {
    let cdn = Demo::start(&[]).await?;
    let browser = Browser::start().await?;
    let portal = Server::page(document(""), vec![]).await?;
    browser.goto(&portal.origin).await?;
    let module = cdn.url("/lead-phone-form/lead-phone-form.js");
    let is_defined: bool = browser
        .run(
            "return import(arguments[0]).then(() => !!customElements.get('lead-phone-form'))",
            vec![json!(module)],
        )
        .await?;
    assert!(is_defined);
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sandbox_has_the_leads_of_the_contract() -> Result {
    let demo = Demo::start(&[]).await?;
    let leads = demo.get("/sandbox/leads").await?;
    assert!(leads.to_string().contains("3387562"), "{leads}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stopped_demo_answers_what_it_has_begun() -> Result {
    let demo = Demo::start(&[]).await?;
    demo.post("/sandbox/faults", &json!({ "delay": 1000 })).await?;
    let url = demo.url("/api/v2/lead-phones");
    let begun = tokio::spawn(async move {
        let body = json!({ "lead_id": 3387562, "number": "+15142223344" });
        let client = reqwest::Client::new();
        client.post(url).bearer_auth("sandbox-token").json(&body).send().await
    });
    until("the request has arrived", async || {
        Ok(demo.get("/sandbox/requests").await?["count"] == 1)
    })
    .await?;
    demo.stop().await?;
    assert_eq!(begun.await??.status(), 201);
    Ok(())
}
