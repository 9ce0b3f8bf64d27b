//! A number that arrives in one piece: pasted, or set by a password manager.

use serde_json::{Value, json};
use thirtyfour::Key;

use super::*;
use crate::harness::on_demo;

#[tokio::test(flavor = "multi_thread")]
async fn a_paste_is_whatever_a_person_copies() -> Result {
    on_demo(async |page| {
        open(page).await?;
        for (text, number, extension) in [
            ("tel:+1-514-555-0123;ext=12", "+1 514-555-0123|", "12"),
            ("Call me at (514)\u{A0}555-0123 after 5", "(514) 555-0123|", ""),
            ("５１４５５５０１２３", "(514) 555-0123|", ""),
            ("\u{202B}٥١٤ ٥٥٥ ٠١٢٣\u{202C}", "(514) 555-0123|", ""),
            ("514-555-0123 (home)", "(514) 555-0123|", ""),
            ("Mobile : 514 555-0123, poste 7", "(514) 555-0123|", "7"),
            ("Ada\t514 555 0123\tMontréal\nBob\t", "(514) 555-0123|", ""),
            ("514\n555\n0123\n", "(514) 555-0123|", ""),
            ("0044 20 7946 0018", "00442079460018|", ""),
        ] {
            page.run::<()>("document.querySelector('lead-phone-form').reset()", vec![]).await?;
            paste(page, text).await?;
            is_shown(page, number).await.map_err(|error| format!("{text}: {error}"))?;
            assert_eq!(page.value_of("#extension").await?, extension, "{text}");
            until("nothing is wrong", async || Ok(page.text_of("#number-error").await?.is_empty()))
                .await?;
        }

        // A paste replaces the selection. If it has two numbers, the form takes the first, and says
        // so. `several` has what follows.
        page.press(Key::Control + "a").await?;
        paste(page, "438 555 0199 / 514 555 0123").await?;
        is_shown(page, "(438) 555-0199|").await?;
        until("it is said", async || {
            let said = page.text_of("[part=status]").await?;
            Ok(said == "2 numbers pasted; only (438) 555-0199 is used.")
        })
        .await?;

        // A text without a number stays, with an error, until it is edited.
        empty(page).await?;
        paste(page, "no number\nhere").await?;
        is_shown(page, "no number here|").await?;
        until("it is said", async || Ok(page.text_of("#number-error").await?.contains("pasted")))
            .await?;
        page.press(Key::Control + "a").await?;
        page.press("5").await?;
        is_shown(page, "5|").await?;
        until("it is mended", async || Ok(page.text_of("#number-error").await?.is_empty())).await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_password_manager_sets_is_read() -> Result {
    on_demo(async |page| {
        open(page).await?;
        let set = async |value: &str, event: Value| -> Result {
            page.run(
                "const input = document.querySelector('lead-phone-form').shadowRoot
                     .querySelector('#number');
                 input.value = arguments[0];
                 if (arguments[1]) {
                   input.dispatchEvent(new Event(arguments[1], { bubbles: true }));
                 }",
                vec![json!(value), event],
            )
            .await
        };
        set("5145550123", json!("input")).await?;
        is_shown(page, "(514) 555-0123|").await?;
        set("+12015550123", json!("change")).await?;
        is_shown(page, "+1 201-555-0123|").await?;
        // A value that was set without an event is read when the form is submitted.
        set("438 555 0199 ext 3", Value::Null).await?;
        page.press(Key::Enter).await?;
        until("it is saved", async || {
            let leads = page.demo.get("/sandbox/leads").await?.to_string();
            Ok(leads.contains("+14385550199"))
        })
        .await
    })
    .await
}
