//! The number, typed with real keys. Tests that need more than a driver's keys are in
//! [`crate::devtools`].

mod edits;
mod pieces;
mod saving;
mod shapes;

use serde_json::json;
use thirtyfour::{By, Key, TypingData};

use crate::harness::{Browser, Page, Result, until};

/// Opens the demo's form for a new phone, with the focus in the number.
pub async fn open(page: &Page) -> Result {
    until("the form is there", async || Ok(page.in_shadow("#number").await.is_ok())).await?;
    page.click_into("#number").await
}

/// Empties the form and sets the country. The form may have to fetch its numbering plan.
async fn read_for(page: &Page, country: &str) -> Result {
    page.run(
        "const form = document.querySelector('lead-phone-form');
         form.reset();
         form.country = arguments[0];",
        vec![json!(country)],
    )
    .await
}

/// The number field's value, with `|` at the caret or around the selection.
pub async fn shown(page: &Page) -> Result<String> {
    page.run(
        "const { value, selectionStart: start, selectionEnd: end } =
             document.querySelector('lead-phone-form').shadowRoot.querySelector('#number');
         const bar = start === end ? '' : '|';
         return value.slice(0, start) + '|' + value.slice(start, end) + bar + value.slice(end);",
        vec![],
    )
    .await
}

pub async fn is_shown(page: &Page, expected: &str) -> Result {
    let outcome = until(expected, async || Ok(shown(page).await? == expected)).await;
    let found = shown(page).await?;
    outcome.map_err(|error| format!("{error}, found {found}").into())
}

/// Copies a text with the keyboard, and focuses the number.
pub async fn copy(page: &Browser, text: &str) -> Result {
    page.run::<()>(
        "const area = document.createElement('textarea');
         area.id = 'copied';
         area.value = arguments[0];
         document.body.append(area);",
        vec![json!(text)],
    )
    .await?;
    page.find(By::Id("copied")).await?.focus().await?;
    page.press(Key::Control + "a").await?;
    page.press(Key::Control + "c").await?;
    page.in_shadow("#number").await?.focus().await?;
    page.run("document.querySelector('#copied').remove()", vec![]).await
}

async fn paste(page: &Page, text: &str) -> Result {
    copy(page, text).await?;
    page.press(Key::Control + "v").await
}

/// Empties the number with the keyboard.
pub async fn empty(page: &Page) -> Result {
    page.press(Key::Control + "a").await?;
    page.press(Key::Delete).await?;
    is_shown(page, "|").await
}

/// The digits of a text, and its plus signs.
pub fn digits(text: &str) -> String {
    text.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}
