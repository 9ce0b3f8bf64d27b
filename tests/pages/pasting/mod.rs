//! Numbers that are pasted from a real clipboard, up to the body of the request.
//!
//! `typing` has what the field itself does with a paste: caret, selection, undo.

mod plans;
mod several;
mod texts;

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::harness::{Browser, Result, Server, Stage, until};
use crate::typing::copy;

/// The attributes of a form on a page for a country.
fn form_for(country: &str) -> String {
    format!("country={country}")
}

/// A page with one form and an API that accepts everything. `script` runs before the form.
fn page(attributes: &str, script: &str) -> String {
    format!(
        r#"<script>{script}</script>{{script}}
        <lead-phone-form lead-id="1" base-url="{{api}}" {attributes}></lead-phone-form>
        <script type="module">document.querySelector("lead-phone-form").token = "token"</script>"#
    )
}

/// Opens a page with a form that has these attributes.
pub async fn open(attributes: &str) -> Result<Stage> {
    open_with(attributes, "").await
}

/// As [`open`], with a script that runs before the form is there.
async fn open_with(attributes: &str, script: &str) -> Result<Stage> {
    let html = page(attributes, script);
    let stage = Stage::open(Server::widget().await?, Server::saving_api().await?, &html).await?;
    until_ready(&stage).await?;
    Ok(stage)
}

/// Opens another page like [`open`], in the same browser: no numbering plan is loaded yet.
pub async fn reopen(stage: &mut Stage, attributes: &str) -> Result {
    stage.reopen(&page(attributes, "")).await?;
    until_ready(stage).await
}

async fn until_ready(stage: &Stage) -> Result {
    stage.until_heard("ready").await?;
    stage.hydrated().await
}

/// Copies a text and pastes it into the number, with the keyboard.
pub async fn paste(browser: &Browser, text: &str) -> Result {
    copy(browser, text).await?;
    browser.press(Key::Control + "v").await
}

/// The bodies of the requests, in order.
pub fn bodies(stage: &Stage) -> Result<Vec<Value>> {
    let requests = stage.api.requests().into_iter();
    requests.map(|sent| Ok(serde_json::from_str(&sent.body)?)).collect()
}

/// Waits until so many phones are saved, and returns the last body.
pub async fn until_saved(stage: &Stage, count: usize) -> Result<Value> {
    until("it is saved", async || Ok(stage.heard("created").await?.len() == count)).await?;
    Ok(bodies(stage)?.pop().unwrap_or_default())
}

/// Waits until the number's field has this value.
pub async fn until_number(browser: &Browser, value: &str) -> Result {
    until(value, async || Ok(browser.value_of("#number").await? == value))
        .await
        .map_err(|error| format!("{error}, the page's value is another one").into())
}

/// Waits until an element has exactly this text, or, if it is empty, until there is no such
/// element or it has none.
pub async fn until_text(browser: &Browser, selector: &str, text: &str) -> Result {
    let body = format!("return (root.querySelector('{selector}')?.textContent ?? '').trim()");
    let mut found = String::new();
    until(text, async || {
        found = browser.in_form(&body).await?;
        Ok(found == text)
    })
    .await
    .map_err(|error| format!("{error}; {selector} has “{found}”").into())
}

/// Waits until an element of the form has the focus.
pub async fn until_focused(browser: &Browser, id: &str) -> Result {
    browser.until(&format!("root.activeElement?.id === '{id}'")).await
}

/// The body of a new phone without an extension.
pub fn body(number: &str, mobile: bool) -> Value {
    json!({ "lead_id": 1, "extension": null, "mobile": mobile, "number": number })
}
