//! Text that is dropped into the number with the mouse, and text that an input method composes.

use serde_json::json;
use thirtyfour::Key;

use super::command;
use crate::harness::{Result, on_demo, until};
use crate::typing::{digits, empty, is_shown, open, shown};

#[tokio::test(flavor = "multi_thread")]
async fn a_text_can_be_dropped() -> Result {
    on_demo(async |page| {
        open(page).await?;
        let drop = async |text: &str| -> Result {
            let [x, y]: [f64; 2] = page
                .run(
                    "const box = document.querySelector('lead-phone-form').shadowRoot
                         .querySelector('#number').getBoundingClientRect();
                     return [box.right - 20, box.top + box.height / 2];",
                    vec![],
                )
                .await?;
            let data = json!({
                "items": [{"mimeType": "text/plain", "data": text}],
                "dragOperationsMask": 1,
            });
            for kind in ["dragEnter", "dragOver", "drop"] {
                let event = json!({"type": kind, "x": x, "y": y, "data": data});
                command(page, "Input.dispatchDragEvent", event).await?;
            }
            Ok(())
        };
        drop("Ada: 514 555 01\n23 x5").await?;
        is_shown(page, "(514) 555-0123|").await?;
        assert_eq!(page.value_of("#extension").await?, "5");
        page.press(Key::Backspace + Key::Backspace).await?;
        // A drop into a number inserts the text at the place of the drop.
        drop("99").await?;
        until("it is dropped", async || Ok(page.value_of("#number").await? == "(514) 555-0199"))
            .await?;
        page.press(Key::Control + "z").await?;
        until("it is taken back", async || Ok(page.value_of("#number").await? == "(514) 555-01"))
            .await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_composition_is_not_disturbed() -> Result {
    on_demo(async |page| {
        open(page).await?;
        page.press("514").await?;
        let compose = async |text: &str| {
            let end = text.chars().count();
            let arguments = json!({"text": text, "selectionStart": end, "selectionEnd": end});
            command(page, "Input.imeSetComposition", arguments).await
        };
        compose("5").await?;
        is_shown(page, "5145|").await?;
        compose("555").await?;
        is_shown(page, "514555|").await?;
        compose("5550").await?;
        is_shown(page, "5145550|").await?;
        // The form reads the text when the composition ends.
        command(page, "Input.insertText", json!({"text": "5550123"})).await?;
        is_shown(page, "(514) 555-0123|").await?;
        page.press(Key::Control + "z").await?;
        is_shown(page, "514|").await?;
        page.press(Key::Control + "y").await?;
        is_shown(page, "(514) 555-0123|").await?;

        // A composition in the middle, with full-width digits, as a Japanese keyboard types them.
        page.press(Key::Home + Key::Right + Key::Right).await?;
        compose("９").await?;
        is_shown(page, "(5９|14) 555-0123").await?;
        command(page, "Input.insertText", json!({"text": "９"})).await?;
        until("it is a digit", async || {
            let shown = shown(page).await?;
            Ok(digits(&shown) == "59145550123"
                && shown.split('|').next().map(digits) == Some("59".into()))
        })
        .await?;
        // The keyboard of a phone inserts a text without a key.
        empty(page).await?;
        command(page, "Input.insertText", json!({"text": "Bob 514 555 0123 x4"})).await?;
        is_shown(page, "(514) 555-0123|").await?;
        assert_eq!(page.value_of("#extension").await?, "4");
        Ok(())
    })
    .await
}
