//! Number after number: the focus, what is typed during a save, and what is announced.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::accessibility::PAGE;
use crate::harness::{Page, Result, on_form, until};
use crate::pasting::{until_focused, until_number, until_text};

/// Answers of the API to a number of eight digits, and where the focus is then.
fn answers() -> [(Value, &'static str, &'static str); 3] {
    let refused = |field: &str| {
        let errors = json!({ field: ["is invalid"] });
        json!({ "status": 422, "body": { "message": "Invalid.", "errors": errors } })
    };
    [
        (refused("number"), "#number-error", "number"),
        (refused("extension"), "#extension-error", "extension"),
        (json!({ "status": 500 }), "#form-error", "number"),
    ]
}

async fn refuse(page: &Page) -> Result {
    page.in_form::<Value>("form.reset(); root.querySelector('#number').focus()").await?;
    page.press("514 555 01" + Key::Enter).await?;
    page.until("root.querySelector('#save-anyway')").await
}

async fn save_anyway(page: &Page, by_mouse: bool) -> Result {
    if by_mouse {
        Ok(page.in_shadow("#save-anyway").await?.click().await?)
    } else {
        page.press(Key::Tab).await?;
        until_focused(page, "save-anyway").await?;
        page.press(Key::Enter).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_focus_goes_on_where_the_user_does_after_save_anyway() -> Result {
    on_form(PAGE, async |page| {
        for by_mouse in [false, true] {
            for (answer, place, focus) in answers() {
                refuse(page).await?;
                page.demo.post("/sandbox/faults", &answer).await?;
                save_anyway(page, by_mouse).await?;
                page.until(&format!("root.querySelector('{place}').textContent")).await?;
                until_focused(page, focus).await.map_err(|error| format!("{place}: {error}"))?;
            }
            refuse(page).await?;
            let fault = json!({ "status": 201, "body": { "id": 1, "number": "+151455501" } });
            page.demo.post("/sandbox/faults", &fault).await?;
            save_anyway(page, by_mouse).await?;
            page.until("root.querySelector('[part=status]').textContent.includes('51455501')")
                .await?;
            until_focused(page, "number").await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_focus_goes_to_the_number_when_the_host_takes_its_button_or_box_away() -> Result {
    on_form(PAGE, async |page| {
        refuse(page).await?;
        page.press(Key::Tab).await?;
        until_focused(page, "save-anyway").await?;
        page.in_form::<Value>("form.country = 'FR'").await?;
        page.until("!root.querySelector('#save-anyway')").await?;
        until_focused(page, "number").await?;
        page.in_form::<Value>("root.querySelector('#mobile').focus()").await?;
        page.in_form::<Value>("form.phoneTypes = 'home work'").await?;
        page.until("root.querySelector('#type')").await?;
        until_focused(page, "number").await
    })
    .await
}

/// Waits until the number has these digits, however they are formatted so far.
async fn until_digits(page: &Page, digits: &str) -> Result {
    let mut value = String::new();
    let outcome = until(digits, async || {
        value = page.value_of("#number").await?;
        Ok(value.replace(|character: char| !character.is_ascii_digit(), "") == digits)
    });
    outcome.await.map_err(|error| format!("{error}; the number is {value}").into())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_typed_during_a_create_is_the_next_number() -> Result {
    on_form(PAGE, async |page| {
        page.in_form::<Value>("root.querySelector('#number').focus()").await?;
        page.demo.post("/sandbox/faults", &json!({ "delay": 1500 })).await?;
        page.press("5145550123" + Key::Enter).await?;
        page.until("root.querySelector('#submit').ariaDisabled === 'true'").await?;
        page.press("43855").await?;
        until_digits(page, "43855").await?;
        assert_eq!(page.until_heard("created").await?["number"], "+15145550123");
        page.until("root.querySelector('[part=status]').textContent.includes('555-0123')").await?;
        page.press("50199").await?;
        until_number(page, "(438) 555-0199").await?;

        // It fails while the third number is typed.
        let duplicate =
            json!({ "status": 403, "delay": 1500, "body": { "message": "Duplicate phone." } });
        page.demo.post("/sandbox/faults", &duplicate).await?;
        page.press(Key::Enter + "").await?;
        page.until("root.querySelector('#submit').ariaDisabled === 'true'").await?;
        page.press("819").await?;
        page.until("root.querySelector('#form-error')?.textContent.includes('+1 438-555-0199')")
            .await?;
        page.press("5").await?;
        until_digits(page, "8195").await?;
        until_text(page, "#offer", "Back to +1 438-555-0199").await?;
        page.in_shadow("#offer").await?.click().await?;
        until_number(page, "(438) 555-0199").await?;
        until_focused(page, "number").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn enter_that_is_held_or_pressed_twice_saves_once() -> Result {
    on_form(PAGE, async |page| {
        page.in_form::<Value>("root.querySelector('#number').focus()").await?;
        page.press("5145550123" + Key::Enter).await?;
        page.until_heard("created").await?;
        page.press(Key::Enter + Key::Enter).await?;
        let held = "return root.querySelector('#number').dispatchEvent(new KeyboardEvent(
            'keydown', { key: 'Enter', repeat: true, bubbles: true, cancelable: true }))";
        assert!(!page.in_form::<bool>(held).await?);
        page.press("4").await?;
        until_number(page, "4").await?;
        until_text(page, "#number-error", "").await?;
        assert_eq!(page.names().await?, ["ready", "submit", "created"]);
        page.until("root.querySelector('[part=status]').textContent.includes('555-0123')").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_error_is_not_announced_again_while_another_field_is_typed_in() -> Result {
    on_form(PAGE, async |page| {
        page.in_form::<Value>(
            "root.querySelector('#extension').focus();
             const live = root.querySelector('[aria-live=assertive]');
             window.announced = [];
             new MutationObserver((changes) => {
               for (const { type, target, addedNodes } of changes) {
                 const texts = type === 'characterData' ? [target] : [...addedNodes];
                 announced.push(...texts.map((node) => node.textContent.trim()).filter(Boolean));
               }
             }).observe(live, { childList: true, characterData: true, subtree: true })",
        )
        .await?;
        page.press("012" + Key::Enter).await?;
        page.until("window.announced.length").await?;
        page.in_form::<Value>("announced.length = 0").await?;
        page.in_form::<Value>("root.querySelector('#number').focus()").await?;
        page.press("514").await?;
        until_text(page, "#number-error", "").await?;
        page.until("root.querySelector('#extension-error')?.textContent").await?;
        let announced: Vec<String> = page.in_form("return announced").await?;
        assert_eq!(announced, Vec::<String>::new());
        // Nothing that holds a live region is busy, or screen readers would keep it silent.
        page.demo.post("/sandbox/faults", &json!({ "delay": 1000 })).await?;
        page.in_form::<Value>("form.reset()").await?;
        page.press("5145550123" + Key::Enter).await?;
        page.until("root.querySelector('#submit').ariaDisabled === 'true'").await?;
        assert!(!page.in_form::<bool>("return !!root.querySelector('[aria-busy]')").await?);
        page.until_heard("created").await.map(drop)
    })
    .await
}
