//! Numbers of several countries: what the form sends, and which zone files it fetches.

use serde_json::{Value, json};
use thirtyfour::{Key, TypingData};

use crate::harness::{Result, Server, Stage, until};

/// A page with two forms, and an API that accepts everything. `script` runs before them.
async fn open(script: &str) -> Result<Stage> {
    let form = r#"<lead-phone-form lead-id="1" base-url="{api}"></lead-phone-form>"#;
    let html = format!(
        r#"<script>{script}</script>{{script}}{form}{form}
        <script type="module">
          for (const form of document.querySelectorAll("lead-phone-form")) form.token = "token";
        </script>"#
    );
    let stage = Stage::open(Server::widget().await?, Server::saving_api().await?, &html).await?;
    until("both are ready", async || Ok(stage.names().await? == ["ready", "ready"])).await?;
    Ok(stage)
}

async fn type_number(stage: &Stage, keys: impl Into<TypingData>) -> Result {
    Ok(stage.in_shadow("#number").await?.send_keys(keys).await?)
}

/// Inserts a text in one piece, as a paste does.
async fn paste(stage: &Stage, text: &str) -> Result {
    let paste = "const root = document.querySelector('lead-phone-form').shadowRoot;
        const input = root.querySelector('#number');
        input.focus();
        input.select();
        document.execCommand('insertText', false, arguments[0]);
        input.dispatchEvent(new Event('change', { bubbles: true }))";
    stage.run::<Value>(paste, vec![json!(text)]).await.map(drop)
}

/// Saves, and returns the number that was sent.
async fn save(stage: &Stage) -> Result<Value> {
    let before = stage.heard("created").await?.len();
    stage.in_shadow("#submit").await?.click().await?;
    saved(stage, before + 1).await?;
    Ok(sent(stage)?.pop().ok_or("no request")?["number"].take())
}

async fn saved(stage: &Stage, times: usize) -> Result {
    until("it is saved", async || Ok(stage.heard("created").await?.len() == times)).await
}

/// The bodies that were sent, in order.
fn sent(stage: &Stage) -> Result<Vec<Value>> {
    let requests = stage.api.requests().into_iter();
    requests.map(|sent| Ok(serde_json::from_str(&sent.body)?)).collect()
}

/// The zone files that the page has fetched, in order.
async fn fetched(stage: &Stage) -> Result<Vec<String>> {
    let names = "return performance.getEntriesByType('resource')
        .map((entry) => entry.name.split('/').pop())
        .filter((name) => /zone/.test(name))";
    stage.run(names, vec![]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_of_four_countries_are_saved_and_each_zone_is_fetched_once() -> Result {
    let stage = open("").await?;
    assert_eq!(fetched(&stage).await?, Vec::<String>::new());

    type_number(&stage, "(514) 555-0123").await?;
    assert_eq!(save(&stage).await?, "+15145550123");
    assert_eq!(fetched(&stage).await?, Vec::<String>::new());

    type_number(&stage, "011 44 20 7946 0018").await?;
    assert_eq!(save(&stage).await?, "+442079460018");
    type_number(&stage, "+33 6 12 34 56 78").await?;
    assert_eq!(save(&stage).await?, "+33612345678");
    paste(&stage, "+91 98765 43210").await?;
    assert_eq!(save(&stage).await?, "+919876543210");
    paste(&stage, "0054 9 11 2345-6789").await?;
    assert_eq!(save(&stage).await?, "+5491123456789");
    // The same zone again, also in the other form, is not fetched again.
    paste(&stage, "+44 7400 123456").await?;
    assert_eq!(save(&stage).await?, "+447400123456");
    let other = "const form = document.querySelectorAll('lead-phone-form')[1];
        form.shadowRoot.querySelector('#number').value = '+34 612 34 56 78';
        form.requestSubmit()";
    stage.run::<Value>(other, vec![]).await?;
    saved(&stage, 7).await?;

    let mut fetched = fetched(&stage).await?;
    fetched.sort();
    let zones: Vec<_> =
        fetched.iter().filter_map(|name| name.chars().find(char::is_ascii_digit)).collect();
    assert_eq!(zones, ['3', '4', '5', '9'], "{fetched:?}");
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_extension_moves_to_its_field_and_a_mobile_phone_is_known() -> Result {
    let stage = open("").await?;
    type_number(&stage, "514 555 0123 ext. 12" + Key::Tab).await?;
    until("it has moved", async || Ok(stage.value_of("#extension").await? == "12")).await?;
    assert_eq!(save(&stage).await?, "+15145550123");
    assert_eq!(sent(&stage)?[0]["extension"], 12);

    type_number(&stage, "+44 7400 123456").await?;
    until("it is checked", async || Ok(stage.in_shadow("#mobile").await?.is_selected().await?))
        .await?;
    save(&stage).await?;
    assert_eq!(sent(&stage)?[1]["mobile"], true);
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_possible_is_refused_with_its_reason_and_may_be_saved_anyway() -> Result {
    let stage = open("").await?;
    type_number(&stage, "514 555 01234" + Key::Enter).await?;
    until("it is told", async || Ok(stage.text_of("#number-error").await?.contains("Too long")))
        .await?;
    assert!(stage.api.requests().is_empty());
    stage.in_shadow("#save-anyway").await?.click().await?;
    saved(&stage, 1).await?;
    assert!(stage.api.requests()[0].body.contains("+151455501234"));

    // Possible but not valid: the specification's example.
    type_number(&stage, "+15141234455").await?;
    until("it is said", async || Ok(stage.text_of("#number-help").await?.contains("in service")))
        .await?;
    assert_eq!(save(&stage).await?, "+15141234455");
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_its_plan_an_international_number_is_sent_and_a_national_one_is_not() -> Result {
    let broken = "const real = window.fetch;
        window.fetch = (url, ...rest) => /zone/.test(url) ? Promise.reject(new Error()) : real(url, ...rest)";
    let stage = open(broken).await?;
    type_number(&stage, "+33 6 12 34 56 78").await?;
    assert_eq!(save(&stage).await?, "+33612345678");

    let france = "document.querySelector('lead-phone-form').setAttribute('country', 'FR')";
    stage.run::<Value>(france, vec![]).await?;
    type_number(&stage, "06 12 34 56 78" + Key::Enter).await?;
    until("it is told", async || Ok(stage.text_of("#number-error").await?.contains("with +")))
        .await?;
    assert_eq!(stage.heard("created").await?.len(), 1);
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_that_was_tampered_with_is_as_good_as_none() -> Result {
    let tampered = "const real = window.fetch;
        window.fetch = async (url, ...rest) => {
          const response = await real(url, ...rest);
          if (!/zone/.test(url)) return response;
          const bytes = new Uint8Array(await response.arrayBuffer());
          bytes[bytes.length >> 1] ^= 1;
          return new Response(bytes);
        }";
    let stage = open(tampered).await?;
    type_number(&stage, "+44 7400 123456").await?;
    until("it does without", async || {
        Ok(stage.text_of("#number-help").await?.contains("+447400123456"))
    })
    .await?;
    assert_eq!(save(&stage).await?, "+447400123456");
    stage.close().await
}
