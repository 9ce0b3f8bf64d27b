//! The demo page, used like by a person: add a phone, edit it, reload.
//!
//! The form for a new phone is on the page from the beginning.

use serde_json::{Value, json};
use thirtyfour::{By, Key, TypingData};

use crate::harness::{Browser, Demo, Result, on_demo, until};

const NUMBER: &str = "+15142223344";

/// The same number, as the page shows it.
const WRITTEN: &str = "(514) 222-3344";

async fn press(page: &Browser, name: &str) -> Result {
    let button = By::XPath(format!("//button[starts-with(normalize-space(), '{name}')]"));
    until(name, async || {
        page.find(button.clone()).await?.click().await?;
        Ok(true)
    })
    .await
}

async fn type_into_form(page: &Browser, selector: &str, keys: impl Into<TypingData>) -> Result {
    until("the form is there", async || Ok(page.in_shadow(selector).await.is_ok())).await?;
    let field = page.in_shadow(selector).await?;
    Ok(field.send_keys(keys).await?)
}

/// The lead's phones in the sandbox.
async fn phones(demo: &Demo) -> Result<Vec<Value>> {
    let leads = demo.get("/sandbox/leads").await?;
    let lead = leads.as_array().and_then(|all| all.iter().find(|lead| lead["id"] == 3387562));
    Ok(lead.and_then(|lead| lead["phones"].as_array().cloned()).unwrap_or_default())
}

async fn text(page: &Browser) -> Result<String> {
    Ok(page.find(By::Css("body")).await?.text().await?)
}

/// Waits until the lead's list of phones has this text.
async fn until_listed(page: &Browser, text: &str) -> Result {
    until(text, async || Ok(page.find(By::Css(".rows")).await?.text().await?.contains(text))).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_is_added_edited_and_still_there_after_a_reload() -> Result {
    on_demo(async |page| {
        type_into_form(page, "#number", NUMBER).await?;
        type_into_form(page, "#extension", "555" + Key::Enter).await?;
        until("it is saved", async || Ok(phones(&page.demo).await?.len() == 1)).await?;
        until_listed(page, WRITTEN).await?;
        until("the log has it", async || Ok(text(page).await?.contains("lead-phone-created")))
            .await?;

        page.refresh().await?;
        until_listed(page, WRITTEN).await?;
        press(page, "Edit").await?;
        until("the form has it", async || Ok(page.value_of("#number").await? == "(514) 222-3344"))
            .await?;
        let edit = Key::End + Key::Backspace;
        type_into_form(page, "#number", edit + "5" + Key::Enter).await?;
        until("the change is saved", async || {
            Ok(phones(&page.demo).await?[0]["number"] == "+15142223345")
        })
        .await?;
        page.refresh().await?;
        until_listed(page, "(514) 222-3345").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_form_can_be_closed_and_opened_again() -> Result {
    on_demo(async |page| {
        type_into_form(page, "#number", "5").await?;
        let is_focused = "return document.activeElement?.localName === arguments[0]";
        press(page, "Close").await?;
        assert!(page.in_shadow("#number").await.is_err());
        press(page, "Add phone").await?;
        until("the form has the focus", async || {
            page.run(is_focused, vec![json!("lead-phone-form")]).await
        })
        .await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fault_is_told_and_the_number_is_kept() -> Result {
    on_demo(async |page| {
        type_into_form(page, "#number", NUMBER).await?;
        page.demo.post("/sandbox/faults", &json!({"status": 500})).await?;
        page.in_shadow("#submit").await?.click().await?;
        until("it is told", async || {
            Ok(page.text_of("#form-error").await?.contains("may have been saved"))
        })
        .await?;
        page.in_shadow("#submit").await?.click().await?;
        until("it is saved", async || Ok(phones(&page.demo).await?.len() == 1)).await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_answered_is_kept_across_a_restart() -> Result {
    let file = std::env::temp_dir().join(format!("lead-phone-form-{}.db", std::process::id()));
    let database = file.to_str().ok_or("a path in UTF-8")?;
    let demo = Demo::start(&["--db", database]).await?;
    let browser = Browser::start().await?;
    browser.goto(demo.url("/")).await?;
    type_into_form(&browser, "#number", NUMBER).await?;
    // The demo is asked to stop while the request is in flight.
    demo.post("/sandbox/faults", &json!({"delay": 700})).await?;
    browser.in_shadow("#submit").await?.click().await?;
    until("the request has arrived", async || {
        let requests = demo.get("/sandbox/requests").await?;
        Ok(requests["requests"]
            .as_array()
            .is_some_and(|all| all.iter().any(|r| r["method"] == "POST")))
    })
    .await?;
    demo.stop().await?;
    until("the page has its answer", async || {
        let said = browser.text_of("[part=status]").await?;
        let digits = said.replace(|character: char| !character.is_ascii_digit(), "");
        Ok(NUMBER.ends_with(&digits) && !digits.is_empty())
    })
    .await?;
    browser.close().await?;

    let demo = Demo::start(&["--db", database]).await?;
    assert_eq!(phones(&demo).await?[0]["number"], NUMBER);
    demo.stop().await?;
    for suffix in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{database}{suffix}"));
    }
    Ok(())
}
