//! "Edit" beside the success: the phone just created is changed, and the next number is new.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::accessibility::{PAGE, add_axe, check};
use crate::harness::{Page, Result, on_form};
use crate::pasting::{until_focused, until_number};

/// Types a number and saves it, and waits until the form is empty again.
async fn add(page: &Page, number: &str) -> Result<Value> {
    page.press(number.to_owned() + Key::Enter).await?;
    let phone = page.until_heard("created").await?;
    page.until("root.querySelector('#edit')").await?;
    until_number(page, "").await?;
    Ok(phone["id"].clone())
}

/// Waits until the button has these words, and is available or not.
async fn until_button(page: &Page, words: &str, is_available: bool) -> Result {
    page.until(&format!(
        "(() => {{
           const button = root.querySelector('#edit');
           return button.innerText.trim() === '{words}'
             && (button.ariaDisabled !== 'true') === {is_available};
         }})()"
    ))
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_phone_just_created_is_changed_by_keyboard_and_the_next_one_is_new() -> Result {
    on_form(PAGE, async |page| {
        page.in_form::<Value>("root.querySelector('#number').focus()").await?;
        let id = add(page, "5142223344").await?;
        // The number, the extension, the box, Save, "Edit".
        page.press(Key::Tab + Key::Tab + Key::Tab + Key::Tab).await?;
        until_focused(page, "edit").await?;
        page.press(Key::Enter + "").await?;
        until_focused(page, "number").await?;
        until_number(page, "(514) 222-3344").await?;
        until_button(page, "Cancel edit", true).await?;
        assert_eq!(page.in_form::<Value>("return form.phoneId").await?, id);
        page.until(
            "root.querySelector('.unseen[aria-live]').textContent.trim()
               === 'Editing +1 514-222-3344.'",
        )
        .await?;
        add_axe(page).await?;
        check(page, "editing").await?;

        page.press(Key::End + Key::Backspace + "5" + Key::Enter).await?;
        let updated = page.until_heard("updated").await?;
        assert_eq!((&updated["id"], &updated["number"]), (&id, &json!("+15142223345")));
        page.until("root.querySelector('[role=status]').textContent === 'Saved +1 514-222-3345.'")
            .await?;
        until_number(page, "").await?;
        until_focused(page, "number").await?;
        assert_eq!(page.in_form::<Value>("return form.phoneId").await?, Value::Null);
        assert_ne!(add(page, "5142223355").await?, id);
        page.threw_nothing().await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn edit_loses_nothing_that_is_typed_and_a_double_click_does_not_turn_the_form_back() -> Result
{
    on_form(PAGE, async |page| {
        page.click_into("#number").await?;
        add(page, "5142223344").await?;
        page.press("5").await?;
        until_button(page, "Edit", false).await?;
        page.in_shadow("#edit").await?.click().await?;
        until_number(page, "5").await?;
        page.click_into("#number").await?;
        page.press(Key::End + Key::Backspace).await?;
        until_button(page, "Edit", true).await?;
        // A password manager raises no event.
        page.in_form::<Value>("root.querySelector('#extension').value = '7'").await?;
        page.in_shadow("#edit").await?.click().await?;
        until_button(page, "Edit", false).await?;
        assert_eq!(page.value_of("#number").await?, "");
        page.in_shadow("#extension").await?.clear().await?;

        until_button(page, "Edit", true).await?;
        let button = page.in_shadow("#edit").await?;
        page.action_chain().double_click_element(&button).perform().await?;
        until_number(page, "(514) 222-3344").await?;
        until_button(page, "Cancel edit", true).await?;
        // The element is taken off the page and put back: what the host has set has not changed.
        page.in_form::<Value>(
            "const { parentNode, nextSibling } = form; form.remove();
             parentNode.insertBefore(form, nextSibling)",
        )
        .await?;
        until_number(page, "(514) 222-3344").await?;
        page.in_shadow("#edit").await?.click().await?;
        until_number(page, "").await?;
        until_focused(page, "number").await?;
        until_button(page, "Edit", true).await
    })
    .await
}
