//! Saving with the keyboard and the mouse.

use serde_json::{Value, json};
use thirtyfour::Key;

use super::*;
use crate::harness::on_demo;

/// How many requests to save the sandbox got.
async fn saves(page: &Page) -> Result<usize> {
    let requests = page.demo.get("/sandbox/requests").await?;
    let is_save = |request: &&Value| request["method"] == "POST";
    Ok(requests["requests"].as_array().map_or(0, |all| all.iter().filter(is_save).count()))
}

#[tokio::test(flavor = "multi_thread")]
async fn enter_saves_once_and_the_next_number_can_be_typed() -> Result {
    on_demo(async |page| {
        open(page).await?;
        page.run::<()>(
            "window.keys = [];
             document.addEventListener('keydown', (event) => keys.push(event.key));",
            vec![],
        )
        .await?;
        page.demo.post("/sandbox/faults", &json!({"delay": 300})).await?;
        page.press("5145550123" + Key::Enter + Key::Enter).await?;
        until("it is empty again", async || Ok(page.value_of("#number").await?.is_empty())).await?;
        assert_eq!(saves(page).await?, 1);
        // The host hears no digit.
        let heard: Vec<String> = page.run("return keys", vec![]).await?;
        assert_eq!(heard, ["Enter", "Enter"]);

        // The focus is in the empty number field.
        page.press("4385550199").await?;
        is_shown(page, "(438) 555-0199|").await?;
        page.demo.post("/sandbox/faults", &json!({"delay": 300})).await?;
        let submit = page.in_shadow("#submit").await?;
        page.action_chain().double_click_element(&submit).perform().await?;
        until("it is empty again", async || Ok(page.value_of("#number").await?.is_empty())).await?;
        assert_eq!(saves(page).await?, 2);
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_extension_typed_with_the_number_moves_when_the_field_is_left() -> Result {
    on_demo(async |page| {
        open(page).await?;
        page.press("514 555-0123 poste 12").await?;
        is_shown(page, "(514) 555-0123 poste 12|").await?;
        page.press(Key::Tab).await?;
        until("it has moved", async || {
            Ok(page.value_of("#number").await? == "(514) 555-0123"
                && page.value_of("#extension").await? == "12")
        })
        .await
    })
    .await
}
