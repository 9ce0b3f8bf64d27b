//! Fifty forms of one page, with requests in flight.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::harness::server::{EARS, Server, phone};
use crate::harness::{Browser, Result, until};

const FORMS: u64 = 50;
const APIS: usize = 3;

#[tokio::test(flavor = "multi_thread")]
async fn each_of_fifty_forms_has_its_own_lead_token_and_address() -> Result {
    let cdn = Server::widget(|_, file| file).await?;
    let mut apis = Vec::new();
    for _ in 0..APIS {
        apis.push(Server::api(|request| (201, phone(request, 7))).await?);
    }
    let html = format!(
        r#"<!doctype html><title>A portal</title><link rel="icon" href="data:,">
        <script>{EARS}</script>
        <script type="module" src="{}/lead-phone-form.js"></script>"#,
        cdn.origin
    );
    let portal = Server::page(html, vec![]).await?;
    let browser = Browser::start().await?;
    browser.goto(&portal.origin).await?;
    browser
        .run::<Value>(
            "const [forms, apis] = arguments;
             for (let lead = 1; lead <= forms; lead++) {
               const form = document.createElement('lead-phone-form');
               form.leadId = lead;
               form.baseUrl = apis[lead % apis.length] + '/of-' + lead;
               form.token = lead % 2 ? 'token-' + lead
                 : () => new Promise((resolve) => setTimeout(resolve, lead % 7, 'token-' + lead));
               document.body.append(form);
             }",
            vec![json!(FORMS), json!(apis.iter().map(|api| &api.origin).collect::<Vec<_>>())],
        )
        .await?;
    let heard = async |name: &str| -> Result<Vec<Value>> {
        browser
            .run(
                "return heard.filter((event) => event[0] === arguments[0])
                   .map((event) => event[2])",
                vec![json!(name)],
            )
            .await
    };
    until("all are ready", async || Ok(heard("ready").await?.len() as u64 == FORMS)).await?;
    browser
        .run::<Value>(
            "for (const form of document.querySelectorAll('lead-phone-form')) {
               const number = form.shadowRoot.getElementById('number');
               number.value = '+1514222' + String(1000 + form.leadId);
               form.requestSubmit();
               form.requestSubmit();
             }
             // One after the other is moved, and the last ones go, while all are saving.
             for (const form of [...document.querySelectorAll('lead-phone-form')].reverse()) {
               form.leadId > 40 ? form.remove() : document.body.append(form);
             }",
            vec![],
        )
        .await?;
    until("all are saved", async || Ok(heard("created").await?.len() as u64 == FORMS)).await?;
    assert_eq!(heard("submit").await?.len() as u64, FORMS);
    assert_eq!(heard("error").await?, Vec::<Value>::new());

    let mut leads = BTreeSet::new();
    for (index, api) in apis.iter().enumerate() {
        for request in api.requests() {
            let body: Value = serde_json::from_str(&request.body)?;
            let lead = body["lead_id"].as_u64().ok_or("no lead")?;
            assert_eq!(lead as usize % APIS, index);
            assert_eq!(request.path, format!("/of-{lead}/lead-phones"));
            assert_eq!(request.header("authorization"), format!("Bearer token-{lead}"));
            assert_eq!(body["number"], format!("+1514222{}", 1000 + lead));
            assert!(leads.insert(lead), "{lead} was saved twice");
        }
    }
    assert_eq!(leads.len() as u64, FORMS);
    for phone in heard("created").await? {
        let lead = phone["lead_id"].as_u64().ok_or("no lead")?;
        assert_eq!(phone["number"], format!("+1514222{}", 1000 + lead));
        assert!(leads.remove(&lead), "{lead} was told twice");
    }
    let loaded = cdn.requests().iter().filter(|r| r.path.ends_with(".wasm")).count();
    assert_eq!(loaded, 1);
    browser.close().await
}
