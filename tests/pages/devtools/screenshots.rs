//! The README's pictures of the demo page, with some phones in it.
//!
//! This is not a test: `cargo xtask screenshots` runs it, and it writes files.

use std::path::PathBuf;

use serde_json::{Value, json};
use thirtyfour::{By, Key, TypingData};

use super::command;
use crate::harness::{Page, Result, on_demo, told, until};

#[tokio::test(flavor = "multi_thread")]
#[ignore = "writes pictures: `cargo xtask screenshots`"]
async fn pictures_for_the_readme() -> Result {
    let folder = PathBuf::from(told("PAGES_PICTURES")?);
    on_demo(async |page| {
        command(
            page,
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": 1280, "height": 800, "deviceScaleFactor": 1, "mobile": false }),
        )
        .await?;
        until("the form is drawn", async || Ok(page.in_shadow("#number").await.is_ok())).await?;

        // A click would leave the pointer there, and what is under it looks different.
        page.in_shadow("#mobile").await?.send_keys(" ").await?;
        type_number(page, "+14185550142" + Key::Enter).await?;
        listed(page, "Mobile").await?;
        page.in_shadow("#extension").await?.send_keys("555").await?;
        type_number(page, "+15141234455" + Key::Enter).await?;
        listed(page, "Not in use?").await?;
        type_number(page, "8195550186").await?;

        // The caret blinks, so two pictures of the same page would differ.
        page.run::<Value>(
            "document.querySelector('lead-phone-form').style.caretColor = 'transparent'",
            vec![],
        )
        .await?;
        for scheme in ["light", "dark"] {
            let feature = json!({ "name": "prefers-color-scheme", "value": scheme });
            command(page, "Emulation.setEmulatedMedia", json!({ "features": [feature] })).await?;
            until(scheme, async || {
                let query = format!("(prefers-color-scheme: {scheme})");
                page.run("return matchMedia(arguments[0]).matches", vec![json!(query)]).await
            })
            .await?;
            until("nothing moves", async || {
                page.run(
                    "return document.getAnimations().every((a) => a.playState === 'finished')",
                    vec![],
                )
                .await
            })
            .await?;
            page.screenshot(&folder.join(format!("demo-{scheme}.png"))).await?;
        }
        Ok(())
    })
    .await
}

/// Types when the form is empty: right after a save it is not empty yet.
async fn type_number(page: &Page, keys: impl Into<TypingData>) -> Result {
    let number = page.in_shadow("#number").await?;
    until("the form is empty", async || Ok(number.prop("value").await?.as_deref() == Some("")))
        .await?;
    Ok(number.send_keys(keys).await?)
}

/// Waits for a phone that is listed with these words, and for the end of its save in the form.
async fn listed(page: &Page, words: &str) -> Result {
    until(words, async || {
        let badge = format!("//span[. = '{words}']");
        page.find(By::XPath(badge)).await?;
        let button = page.in_shadow("#submit").await?;
        Ok(button.text().await? == "Save number")
    })
    .await
}
