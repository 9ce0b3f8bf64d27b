//! The list of phone types, with the API's 2020 revision.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::harness::{Page, Result, on_form_with};

const REVISION: [&str; 2] = ["--revision", "2020"];

/// The body of the newest request and the detail of its event, once the host hears it.
async fn last(page: &Page, name: &str) -> Result<Value> {
    page.until_heard(name).await?;
    page.run("return [heard.at(-2)[2].body, heard.at(-1)[2]]", vec![]).await
}

async fn options(page: &Page) -> Result<Vec<String>> {
    page.in_form("return [...root.querySelectorAll('#type option')].map((o) => o.text)").await
}

async fn chosen(page: &Page, word: &str) -> Result {
    page.until(&format!("root.querySelector('#type').value === '{word}'")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_type_is_chosen_sent_and_shown_as_returned() -> Result {
    on_form_with(&REVISION, "{form phone-types='home, work mobile'}", async |page| {
        assert_eq!(options(page).await?, ["Home", "Work", "Mobile"]);
        let list = page.in_shadow("[part=type]").await?;
        let name: String = page
            .in_form("return root.querySelector('select').labels[0].textContent")
            .await?;
        assert_eq!(name, "Phone type");
        assert!(page.in_shadow("#mobile").await.is_err());

        page.in_shadow("#number").await?.send_keys("514 222 3344").await?;
        // Choose like a person: focus the list and type the first letter.
        list.send_keys("w").await?;
        page.until("form.dirty").await?;
        page.in_shadow("#number").await?.send_keys("" + Key::Enter).await?;
        let told = last(page, "created").await?;
        let sent = json!({"lead_id": 3387562, "extension": null, "type": "work", "number": "+15142223344"});
        assert_eq!(told[0], sent);
        assert_eq!((&told[1]["type"], &told[1]["lead_id"]), (&json!("work"), &json!(3387562)));
        chosen(page, "home").await?;

        // The phone fills the form, and an update sends every field.
        page.in_form::<Value>("form.phone = heard.at(-1)[2]").await?;
        chosen(page, "work").await?;
        page.in_form::<Value>("form.requestSubmit()").await?;
        let told = last(page, "updated").await?;
        assert_eq!(told[0], json!({"extension": null, "type": "work", "number": "+15142223344"}));
        chosen(page, "work").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn only_a_touched_type_of_an_unknown_phone_is_sent() -> Result {
    on_form_with(&REVISION, "{form phone-types='home work'}", async |page| {
        page.in_shadow("#number").await?.send_keys("514 222 3344" + Key::Enter).await?;
        let told = last(page, "created").await?;
        let id = told[1]["id"].as_u64().ok_or("no id")?;
        page.in_form::<Value>(&format!("form.phoneId = {id}")).await?;
        chosen(page, "").await?;
        page.in_form::<Value>("form.requestSubmit()").await?;
        assert_eq!(last(page, "updated").await?[0], json!({}));
        page.in_form::<Value>(&format!("form.phoneId = null; form.phoneId = {id}")).await?;
        chosen(page, "").await?;
        page.in_shadow("#type").await?.send_keys("w").await?;
        page.in_form::<Value>("form.requestSubmit()").await?;
        let told = last(page, "updated").await?;
        assert_eq!((&told[0], &told[1]["type"]), (&json!({"type": "work"}), &json!("work")));
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn words_languages_and_lists_may_change_at_any_time() -> Result {
    on_form_with(&REVISION, "{form phone-types='home fax' locale=fr}", async |page| {
        assert_eq!(options(page).await?, ["Domicile", "fax"]);
        page.in_form::<Value>("form.locale = 'es'").await?;
        page.until("root.querySelector('#type').labels[0].textContent === 'Tipo de teléfono'")
            .await?;
        assert_eq!(options(page).await?, ["Casa", "fax"]);
        // The phone's own type stays in the list.
        page.in_form::<Value>("form.phone = {id: 7, number: '+15142223344', type: 'pager'}")
            .await?;
        chosen(page, "pager").await?;
        assert_eq!(options(page).await?, ["pager", "Casa", "fax"]);
        page.in_shadow("#type").await?.send_keys("f").await?;
        page.until("form.dirty").await?;
        page.in_form::<Value>("form.reset()").await?;
        chosen(page, "pager").await?;

        page.in_form::<Value>("form.phoneTypes = ['work', 'pager']").await?;
        page.until("root.querySelectorAll('#type option').length === 2").await?;
        chosen(page, "pager").await?;
        let read: Vec<String> = page.in_form("return form.phoneTypes").await?;
        assert_eq!(read, ["work", "pager"]);

        // Without a list the check box returns, with the phone's value.
        page.in_form::<Value>("form.phone = {id: 8, mobile: true}; form.phoneTypes = undefined")
            .await?;
        page.until("root.querySelector('#mobile')?.checked").await?;

        page.in_form::<Value>("heard.length = 0; form.phoneTypes = {}").await?;
        let error = page.until_heard("error").await?;
        assert_eq!((&error["kind"], page.names().await?.len()), (&json!("configuration"), 1));
        let message = error["message"].as_str().unwrap_or_default();
        assert!(
            message.contains("phone-types") && message.contains("[object Object]"),
            "{message}"
        );
        Ok(())
    })
    .await
}
