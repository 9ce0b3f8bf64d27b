//! What the form tells its host at any time: `entry`, `save()` and their events.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::harness::{Result, Server, Stage, on_form, until};

/// Records the events that the other tests do not look at.
const TELL: &str = "<script>
    window.told = [];
    for (const name of ['change', 'refused']) {
      document.addEventListener('lead-phone-' + name, ({ detail }) => told.push([name, detail]));
    }
  </script>";

#[tokio::test(flavor = "multi_thread")]
async fn an_entry_says_what_stands_in_the_form_and_each_change_is_told() -> Result {
    on_form(&format!("{TELL}{{form}}"), async |page| {
        let empty = json!({"number": null, "country": "CA", "extension": "", "mobile": false,
            "possible": false, "valid": false, "reason": null, "numberType": null, "dirty": false});
        assert_eq!(page.in_form::<Value>("return form.entry").await?, empty);
        assert_eq!(page.in_form::<Value>("return told").await?, json!([]));
        page.click_into("#number").await?;
        page.press("514 222 3344").await?;
        let expected = json!({"number": "+15142223344", "country": "CA", "extension": "",
            "mobile": false, "possible": true, "valid": true, "reason": "IS_POSSIBLE",
            "numberType": "FIXED_LINE_OR_MOBILE", "dirty": true});
        assert_eq!(page.in_form::<Value>("return form.entry").await?, expected);
        until("it is told", async || {
            Ok(page.in_form::<Value>("return told.at(-1)").await? == json!(["change", expected]))
        })
        .await?;
        // Several changes of one task are told once, and none where nothing has changed.
        page.in_form::<Value>(
            "told.length = 0;
             form.phone = { id: 7, number: '+15142223355' }; form.reset(); form.country = 'FR';
             form.country = 'CA';",
        )
        .await?;
        until("it is told", async || Ok(page.in_form::<Value>("return told").await? != json!([])))
            .await?;
        let frames = "return new Promise((done) => requestAnimationFrame(() =>
            requestAnimationFrame(() => done(told))))";
        page.in_form::<Value>("form.reset(); form.country = 'CA'").await?;
        let told: Value = page.in_form(frames).await?;
        assert_eq!(told.as_array().map(Vec::len), Some(1), "{told}");
        assert_eq!(told[0][1]["number"], "+15142223355");
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn save_resolves_to_what_became_of_it() -> Result {
    on_form(&format!("{TELL}{{form}}"), async |page| {
        let save = async |before: &str| -> Result<Value> {
            page.in_form(&format!("{before}; return form.save()")).await
        };
        let number = "root.querySelector('#number').value";
        let refused = save(&format!("{number} = '514 22'")).await?;
        assert_eq!(refused["outcome"], "refused");
        assert_eq!(refused["detail"]["field"], "number");
        assert_eq!(refused["detail"]["reason"], "too-short");
        let shown = page.text_of("#number-error").await?;
        assert_eq!(refused["detail"]["message"], shown);
        let told: Value = page.in_form("return told.filter(([name]) => name === 'refused')").await?;
        assert_eq!(told, json!([["refused", refused["detail"]]]));

        let created = save(&format!("{number} = '514 222 3344'")).await?;
        assert_eq!((&created["outcome"], &created["detail"]["number"]), (
            &json!("created"),
            &json!("+15142223344")
        ));
        let duplicate = save(&format!("{number} = '514 222 3344'")).await?;
        assert_eq!((&duplicate["outcome"], &duplicate["detail"]["kind"]), (
            &json!("error"),
            &json!("duplicate")
        ));
        let stopped = save(&format!(
            "{number} = '514 222 3355';
             form.addEventListener('lead-phone-submit', (e) => e.preventDefault(), {{ once: true }})"
        ))
        .await?;
        assert_eq!(stopped, json!({"outcome": "stopped", "detail": null}));
        let disabled = save("form.disabled = true").await?;
        assert_eq!(disabled["outcome"], "stopped");
        let token = save("form.disabled = false; form.token = null").await?;
        assert_eq!((&token["outcome"], &token["detail"]["kind"]), (
            &json!("error"),
            &json!("configuration")
        ));
        let phone = created["detail"].clone();
        let updated = save(&format!("form.token = 'sandbox-token'; form.phone = {phone}")).await?;
        // The time of the update may be another second.
        let told = (&updated["outcome"], &updated["detail"]["id"], &updated["detail"]["number"]);
        assert_eq!(told, (&json!("updated"), &phone["id"], &phone["number"]));
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lazy_form_loads_when_it_is_approached() -> Result {
    let html = "{script}<lead-phone-form lead-id=1 base-url={api} loading=lazy></lead-phone-form>
        <script>document.querySelector('lead-phone-form').token = 'a-token'</script>";
    for approach in ["focus", "method"] {
        let stage = Stage::open(Server::widget().await?, Server::saving_api().await?, html).await?;
        // The number can be typed, and nothing is fetched for it.
        stage.until_heard("ready").await?;
        let settled =
            "return new Promise((done) => requestIdleCallback?.(() => setTimeout(done, 0)) ??
            setTimeout(done))"
                .replace("requestIdleCallback?.", "window.requestIdleCallback?.");
        stage.run::<Value>(&settled, vec![]).await?;
        assert_eq!(stage.wasm_loads(), 0);
        if approach == "focus" {
            stage.click_into("#number").await?;
            stage.press("514 222 3344" + Key::Enter).await?;
        } else {
            let saved: Value = stage
                .in_form("root.querySelector('#number').value = '514 222 3344'; return form.save()")
                .await?;
            assert_eq!(saved["outcome"], "created");
        }
        stage.until_heard("created").await?;
        assert_eq!((stage.wasm_loads(), stage.api.requests().len()), (1, 1));
        stage.close().await?;
    }
    Ok(())
}
