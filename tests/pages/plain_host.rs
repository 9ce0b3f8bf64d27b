//! A minimal host: the tag and a few lines of script, with page, widget and API on three
//! origins.

use axum::http::Method;
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::harness::{Result, Server, Stage, until};

/// The specification's example of a created phone, with fields in place of the `...`.
fn created() -> Value {
    json!({
        "id": 34566,
        "created_at": "2018-04-09T18:05:00+00:00",
        "extension": 555,
        "lead": {"id": 3387562, "first_name": "Ada", "a field of next year": [1, {"deep": null}]},
        "mobile": false,
        "number": "+15141234455",
        "updated_at": "2018-04-09T18:05:00+00:00",
        "valid": true,
    })
}

/// The specification's example of an updated phone.
fn updated() -> Value {
    json!({
        "id": 34566,
        "created_at": "2018-04-09T18:05:00+00:00",
        "extension": null,
        "lead": {"id": 3387562, "first_name": "Ada"},
        "mobile": true,
        "number": "+15141234459",
        "updated_at": "2018-04-09T18:05:00+00:00",
        "valid": false,
    })
}

/// The tag, and three lines of script.
const PAGE: &str = r#"{script}
    <lead-phone-form lead-id="3387562" base-url="{api}/api/v2/">Loading…</lead-phone-form>
    <script type="module">
      const form = document.querySelector("lead-phone-form");
      form.token = () => Promise.resolve("marker-token");
      form.addEventListener("lead-phone-created", (event) => { form.phone = event.detail; });
    </script>"#;

async fn open(html: &str) -> Result<Stage> {
    let api = Server::api(|request| match request.method {
        Method::POST => (201, created()),
        _ => (200, updated()),
    })
    .await?;
    Stage::open(Server::widget().await?, api, html).await
}

#[tokio::test(flavor = "multi_thread")]
async fn it_creates_and_updates_and_gets_the_answers_to_the_last_field() -> Result {
    let stage = open(PAGE).await?;
    assert_eq!(stage.until_heard("ready").await?, Value::Null);

    stage.in_shadow("#number").await?.send_keys("+15141234455").await?;
    stage.in_shadow("#extension").await?.send_keys("555" + Key::Enter).await?;
    assert_eq!(stage.until_heard("created").await?, created());
    // The host's listener has set the phone, so the next save updates it.
    assert_eq!(stage.in_form::<u64>("return form.phoneId").await?, 34566);

    let number = stage.in_shadow("#number").await?;
    until("the phone is shown", async || {
        Ok(number.prop("value").await?.as_deref() == Some("+1 514-123-4455"))
    })
    .await?;
    number.send_keys(Key::End + Key::Backspace).await?;
    number.send_keys("9").await?;
    stage.in_shadow("#extension").await?.clear().await?;
    stage.in_shadow("#mobile").await?.click().await?;
    stage.in_shadow("#submit").await?.click().await?;
    assert_eq!(stage.until_heard("updated").await?, updated());

    let requests = stage.api.requests();
    assert_eq!(requests.len(), 2, "{requests:?}");
    assert_eq!(
        (&requests[0].method, requests[0].path.as_str(), requests[0].body.as_str()),
        (
            &Method::POST,
            "/api/v2/lead-phones",
            r#"{"lead_id":3387562,"extension":555,"mobile":false,"number":"+15141234455"}"#
        )
    );
    assert_eq!(
        (&requests[1].method, requests[1].path.as_str(), requests[1].body.as_str()),
        (
            &Method::PUT,
            "/api/v2/lead-phones/34566",
            r#"{"extension":null,"mobile":true,"number":"+15141234459"}"#
        )
    );
    for request in &requests {
        assert_eq!(request.header("authorization"), "Bearer marker-token");
        assert_eq!(request.header("content-type"), "application/json");
        assert_eq!(request.header("accept"), "application/json");
        assert_eq!((request.header("cookie"), request.header("referer")), ("", ""));
    }

    assert_eq!(stage.names().await?, ["ready", "submit", "created", "submit", "updated"]);
    // The token is in the header and nowhere else.
    let element: String = stage
        .run(
            "const form = document.querySelector('lead-phone-form');
             return form.outerHTML + form.shadowRoot.innerHTML + form.token",
            vec![],
        )
        .await?;
    let seen = format!("{:?}{element}", stage.events().await?);
    assert!(!seen.contains("marker"), "{seen}");
    assert_eq!(stage.console().await?, Vec::<String>::new());
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_attribute_is_removed_and_reported() -> Result {
    let html = PAGE
        .replace("<lead-phone-form ", "<lead-phone-form token=\"marker-token\" ")
        .replace("form.token =", "window.unused =");
    let stage = open(&html).await?;
    until("both are heard", async || Ok(stage.events().await?.len() == 2)).await?;
    let error = stage.heard("error").await?.pop().ok_or("no error")?;
    assert_eq!((&error["kind"], &error["operation"]), (&json!("configuration"), &Value::Null));
    let has_it: bool = stage
        .run("return document.querySelector('lead-phone-form').hasAttribute('token')", vec![])
        .await?;
    assert!(!has_it);
    stage.in_shadow("#number").await?.send_keys("+15141234455" + Key::Enter).await?;
    until("it is said", async || {
        Ok(stage.in_shadow("#form-error").await?.text().await?.contains("token"))
    })
    .await?;
    assert!(stage.api.requests().is_empty());
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_save_survives_leaving_the_page() -> Result {
    let stage = open(PAGE).await?;
    stage.until_heard("ready").await?;
    stage.in_shadow("#number").await?.send_keys("+15141234455").await?;
    // In one script, so that the page is left before the preflight is answered.
    let leave = "document.querySelector('lead-phone-form').token = 'marker-token';
        document.querySelector('lead-phone-form').requestSubmit();
        location.href = 'about:blank'";
    stage.execute(leave, vec![]).await?;
    until("the request arrives", async || Ok(stage.api.requests().len() == 1)).await?;
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn properties_set_before_the_definition_are_taken_up() -> Result {
    let html = PAGE
        // A classic script runs before any module.
        .replace("<script type=\"module\">\n", "<script>\n")
        .replace(
            "form.token =",
            "form.phone = { id: 34566, number: '+15141234455' };\nform.token =",
        );
    let stage = open(&html).await?;
    stage.until_heard("ready").await?;
    // The prerendered form is ready before the number is formatted.
    stage.hydrated().await?;
    assert_eq!(stage.value_of("#number").await?, "+1 514-123-4455");
    stage.in_shadow("#submit").await?.click().await?;
    assert_eq!(stage.until_heard("updated").await?, updated());
    assert_eq!(stage.api.requests()[0].method, Method::PUT);
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_script_twice_is_harmless_and_children_show_until_it_is_there() -> Result {
    let again = "<script type=module src={widget}/lead-phone-form.js?again></script>";
    let mut stage = open(&[PAGE, again].concat()).await?;
    stage.until_heard("ready").await?;
    stage.hydrated().await?;
    assert_eq!(stage.names().await?, ["ready"]);

    // Without the WebAssembly the children are shown, and the host hears why.
    let broken = "<script>window.fetch = () => Promise.reject(new Error('no network'))</script>";
    stage.reopen(&[broken, PAGE].concat()).await?;
    let error = stage.until_heard("error").await?;
    assert_eq!(error["kind"], "load");
    assert!(error["message"].as_str().is_some_and(|m| m.contains("no network")), "{error}");
    let shown = stage.find(thirtyfour::By::Css("lead-phone-form")).await?.text().await?;
    assert_eq!(shown, "Loading…");
    stage.close().await
}

/// Server renderers print properties as attributes.
#[tokio::test(flavor = "multi_thread")]
async fn a_printed_property_is_no_error_where_the_property_comes() -> Result {
    let stage = open("{script}<main></main>").await?;
    let fill = "const printed = `token='[object Object]' phone='[object Object]' messages='[object Object]'`;
        const main = document.querySelector('main');
        main.innerHTML = `<lead-phone-form lead-id=1 ${printed}></lead-phone-form>
          <lead-phone-form lead-id=2 token='' token-url=/crm-token></lead-phone-form>
          <lead-phone-form lead-id=3 token-url=/crm-token token='async () => {}'></lead-phone-form>
          <lead-phone-form lead-id=4></lead-phone-form>
          <lead-phone-form lead-id=5 ${printed}></lead-phone-form>`;
        const [one, two, three, four] = main.children;
        one.token = async () => 'marker-token';
        one.phone = { id: 34566, number: '+15141234455' };
        one.messages = { submit: 'Add' };
        four.setAttribute('token', '');
        four.token = 'marker-token';
        return [...main.children].map((form) => form.hasAttribute('token'))";
    for nth in 1..=2 {
        // First before the element is defined, or soon after; then when the form is loaded.
        let has_tokens: Vec<bool> = stage.run(fill, vec![]).await?;
        let told = async || -> Result<Vec<Value>> {
            let events = stage.events().await?.into_iter();
            Ok(events.filter(|event| event.name == "error").map(|event| event.lead).collect())
        };
        until("the one without a token is told", async || Ok(told().await?.len() >= nth)).await?;
        stage.hydrated().await?;
        assert_eq!(told().await?, vec![json!(5); nth]);
        if nth == 2 {
            assert!(!has_tokens.contains(&true));
        }
    }
    let label = "return [form.phoneId, root.getElementById('submit').textContent.includes('Add')]";
    assert_eq!(stage.in_form::<Value>(label).await?, json!([34566, true]));
    stage.close().await
}
