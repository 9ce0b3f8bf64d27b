//! Fifty forms on one page, with requests in flight.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::harness::{Result, Server, Stage, until};

const FORMS: u64 = 50;
const APIS: usize = 3;

#[tokio::test(flavor = "multi_thread")]
async fn each_of_fifty_forms_has_its_own_lead_token_and_address() -> Result {
    let mut apis = Vec::new();
    for _ in 0..APIS {
        apis.push(Server::saving_api().await?);
    }
    // No form uses the stage's own API.
    let stage =
        Stage::open(Server::widget().await?, Server::saving_api().await?, "{script}").await?;
    stage
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
    until("all are ready", async || Ok(stage.heard("ready").await?.len() as u64 == FORMS)).await?;
    stage
        .run::<Value>(
            "for (const form of document.querySelectorAll('lead-phone-form')) {
               const number = form.shadowRoot.getElementById('number');
               number.value = '+1514222' + String(1000 + form.leadId);
               form.requestSubmit();
               form.requestSubmit();
             }
             // All but the last forms are moved, and the last are removed, while they save.
             for (const form of [...document.querySelectorAll('lead-phone-form')].reverse()) {
               form.leadId > 40 ? form.remove() : document.body.append(form);
             }",
            vec![],
        )
        .await?;
    until("all are saved", async || Ok(stage.heard("created").await?.len() as u64 == FORMS))
        .await?;
    assert_eq!(stage.heard("submit").await?.len() as u64, FORMS);
    assert_eq!(stage.heard("error").await?, Vec::<Value>::new());

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
    for phone in stage.heard("created").await? {
        let lead = phone["lead_id"].as_u64().ok_or("no lead")?;
        assert_eq!(phone["number"], format!("+1514222{}", 1000 + lead));
        assert!(leads.remove(&lead), "{lead} was told twice");
    }
    assert_eq!(stage.wasm_loads(), 1);
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn three_hundred_saves_at_once_are_all_sent() -> Result {
    let stage =
        Stage::open(Server::widget().await?, Server::saving_api().await?, "{script}").await?;
    let save = "const [forms, api] = arguments;
        return customElements.whenDefined('lead-phone-form').then((form) => form.preload()).then(() => {
          for (let lead = 1; lead <= forms; lead++) {
            const form = document.createElement('lead-phone-form');
            form.leadId = lead;
            form.baseUrl = api;
            form.token = 'a-token';
            form.timeout = 60_000;
            document.body.append(form);
          }
          return new Promise((resolve) => setTimeout(resolve, 0));
        }).then(() => {
          for (const form of document.querySelectorAll('lead-phone-form')) {
            form.shadowRoot.getElementById('number').value = '+1514222' + (1000 + form.leadId);
            form.requestSubmit();
          }
        })";
    stage.run::<Value>(save, vec![json!(300), json!(stage.api.origin)]).await?;
    let ended = "return heard.filter(([name]) => name === 'created' || name === 'error').length";
    until("all have ended", async || Ok(stage.run::<u32>(ended, vec![]).await? == 300)).await?;
    assert_eq!(stage.heard("error").await?, Vec::<Value>::new());
    assert_eq!(stage.api.requests().len(), 300);
    stage.close().await
}
