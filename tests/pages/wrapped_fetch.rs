//! Pages that have put a function of their own in the place of `fetch`.

use serde_json::Value;
use thirtyfour::Key;

use crate::harness::{Result, Server, Stage};

/// Spreads the headers to add one, reads the URL as a text, and returns a proxy of the response.
const WRAPPER: &str = "
    const fetched = window.fetch;
    window.seen = [];
    window.fetch = async (url, options = {}) => {
      seen.push([url.startsWith('http'), Object.keys({ ...options.headers })]);
      const response = await fetched(url, OPTIONS);
      return new Proxy(response, {
        get(target, name) {
          const value = target[name];
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
    };";

#[tokio::test(flavor = "multi_thread")]
async fn a_wrapper_that_reads_texts_spreads_headers_and_returns_a_proxy_is_no_obstacle() -> Result {
    let wrapper = WRAPPER.replace(
        "OPTIONS",
        "options.method ? { ...options, headers: { ...options.headers, Accept: 'application/json' } }
           : options",
    );
    let html = format!(
        "<script>{wrapper}</script>{{script}}
         <lead-phone-form lead-id=1 base-url={{api}} country=FR></lead-phone-form>
         <script>document.querySelector('lead-phone-form').token = 'a-token'</script>"
    );
    let stage = Stage::open(Server::widget().await?, Server::saving_api().await?, &html).await?;
    stage.until_heard("ready").await?;
    stage.hydrated().await?;
    stage.in_shadow("#number").await?.send_keys("06 12 34 56 78" + Key::Enter).await?;
    assert_eq!(stage.until_heard("created").await?["number"], "+33612345678");
    assert_eq!(stage.api.requests()[0].header("authorization"), "Bearer a-token");
    let seen: Vec<(bool, Vec<String>)> = stage.run("return seen", vec![]).await?;
    // The WebAssembly, a file of plans and the save.
    assert!(seen.len() >= 3 && seen.iter().all(|(is_text, _)| *is_text), "{seen:?}");
    let headers =
        seen.into_iter().filter_map(|(_, headers)| (!headers.is_empty()).then_some(headers));
    assert_eq!(headers.collect::<Vec<_>>(), [["Authorization", "Content-Type", "Accept"]]);
    stage.threw_nothing().await?;
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_header_that_the_page_adds_and_the_cdn_refuses_is_named_as_the_cause() -> Result {
    let wrapper = WRAPPER.replace("OPTIONS", "{ ...options, headers: { 'X-Page': 'a' } }");
    let html = format!(
        "<script>{wrapper}</script>{{script}}
         <lead-phone-form lead-id=1 base-url={{api}}>Call us</lead-phone-form>"
    );
    let widget = Server::widget_answering(|_, _| {}).await?;
    let stage = Stage::open(widget, Server::saving_api().await?, &html).await?;
    let error = stage.until_heard("error").await?;
    assert_eq!(error["kind"], "load");
    let message = error["message"].as_str().unwrap_or_default();
    assert!(
        message.contains("header") && message.contains("Access-Control-Allow-Headers"),
        "{message}"
    );
    assert_eq!(stage.run::<Value>("return uncaught", vec![]).await?, Value::Array(vec![]));
    stage.close().await
}
