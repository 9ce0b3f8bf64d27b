//! The element among the fields of the page's own form.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::harness::{Result, Server, Stage, on_form, told, until};

#[tokio::test(flavor = "multi_thread")]
async fn its_number_is_in_the_pages_form_data_and_a_reset_resets_it() -> Result {
    let html = "<form id=page><label for=phone>Phone of the lead</label>
        {form id=phone name=phone}<input name=other value=1></form>";
    on_form(html, async |page| {
        let data = "return Object.fromEntries(new FormData(page))";
        assert_eq!(page.in_form::<Value>(data).await?, json!({"other": "1"}));
        page.click_into("#number").await?;
        page.press("514 222 3344").await?;
        let expected = json!({"phone": "+15142223344", "other": "1"});
        until("it is there", async || Ok(page.in_form::<Value>(data).await? == expected)).await?;
        assert!(
            page.in_form::<bool>("return page.checkValidity() && form.form === undefined").await?
        );

        page.in_form::<Value>("page.reset()").await?;
        until("it is empty", async || Ok(page.value_of("#number").await?.is_empty())).await?;
        assert_eq!(page.in_form::<Value>(data).await?, json!({"other": "1"}));

        // Enter in the form saves the phone and leaves the page's form alone.
        page.in_form::<Value>(
            "page.onsubmit = (event) => { event.preventDefault(); window.hit = 1 }; window.hit = 0",
        )
        .await?;
        page.click_into("#number").await?;
        page.press("514 222 3344" + Key::Enter).await?;
        page.until_heard("created").await?;
        assert_eq!(page.in_form::<u8>("return window.hit").await?, 0);
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_disabled_fieldset_disables_it_and_its_own_settings_count_again_after() -> Result {
    on_form("<form><fieldset id=set>{form}</fieldset></form>", async |page| {
        let is_disabled = "root.querySelector('#number').disabled";
        let is_enabled = "!root.querySelector('#number').disabled";
        page.in_form::<Value>("set.disabled = true").await?;
        page.until(is_disabled).await?;
        assert!(!page.in_form::<bool>("return form.disabled").await?);
        page.in_form::<Value>("set.disabled = false").await?;
        page.until(is_enabled).await?;
        page.in_form::<Value>("form.toggleAttribute('disabled', true); set.disabled = true")
            .await?;
        page.until(is_disabled).await?;
        page.in_form::<Value>("form.toggleAttribute('disabled', false)").await?;
        page.until(is_disabled).await?;
        page.in_form::<Value>("set.disabled = false").await?;
        page.until(is_enabled).await?;
        page.in_form::<Value>("form.disabled = true").await?;
        page.until(is_disabled).await?;
        assert!(!page.in_form::<bool>("return form.hasAttribute('disabled')").await?);
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_label_focuses_the_number_and_a_press_on_a_sentence_no_field() -> Result {
    let html = "<label id=label for=phone>Phone of the lead</label>{form id=phone}
        <button id=outside>Outside</button>";
    on_form(html, async |page| {
        let focused = "return root.activeElement?.id ?? null";
        page.in_form::<Value>("document.querySelector('#outside').focus()").await?;
        page.find(thirtyfour::By::Id("label")).await?.click().await?;
        assert_eq!(page.in_form::<Value>(focused).await?, "number");
        page.press("514 222 3344").await?;
        page.until("root.querySelector('#number-help').textContent").await?;
        page.in_form::<Value>("document.querySelector('#outside').focus()").await?;
        page.in_shadow("#number-help").await?.click().await?;
        assert_eq!(page.in_form::<Value>(focused).await?, Value::Null);
        page.in_form::<Value>("HTMLElement.prototype.focus.call(form)").await?;
        assert!(page.in_form::<bool>("return root.activeElement !== null").await?);
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_is_there_after_back() -> Result {
    let html = "{script}SCRIPT<lead-phone-form id=one lead-id=1 base-url={api}></lead-phone-form>
        <lead-phone-form id=two lead-id=1 base-url={api} phone-types='home work'></lead-phone-form>";
    let read = "const read = (form, ...ids) =>
          ids.map((id) => form.shadowRoot.getElementById(id)?.value);
        return [...read(one, 'country', 'number', 'extension'), ...read(two, 'type', 'number')]";
    let mut stage = Stage::open(Server::widget().await?, Server::saving_api().await?, "").await?;
    // A page with a listener to `unload` is made anew, another may be kept as it is.
    for script in ["", "<script>addEventListener('unload', () => {})</script>"] {
        stage.reopen(&html.replace("SCRIPT", script)).await?;
        stage.hydrated().await?;
        stage.in_form::<Value>("root.querySelector('#country').focus()").await?;
        stage.press("france" + Key::Tab).await?;
        stage.press("06 12 34" + Key::Tab).await?;
        stage.press("45").await?;
        let types = "const type = two.shadowRoot.getElementById('type');
            type.value = 'work';
            type.dispatchEvent(new Event('input', { bubbles: true }));
            two.focus()";
        stage.run::<Value>(types, vec![]).await?;
        stage.press("514 222").await?;
        let typed = json!(["France +33", "06 12 34", "45", "work", "514-222"]);
        until("all is typed", async || Ok(stage.run::<Value>(read, vec![]).await? == typed))
            .await?;
        // Firefox gives nothing back to a page that it has not kept: it is empty, never half.
        let may_be_empty = told("PAGES_ENGINE")? == "Firefox";
        let empty = json!(["Canada +1", "", "", "home", ""]);
        stage.goto("about:blank").await?;
        stage.back().await?;
        stage.hydrated().await?;
        let mut found = Value::Null;
        let wait = until("it is there", async || {
            found = stage.run(read, vec![]).await?;
            Ok(found == typed || may_be_empty && found == empty)
        });
        wait.await.map_err(|error| format!("{error}: {found}"))?;
    }
    stage.close().await
}
