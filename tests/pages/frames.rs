//! Frames whose sandbox forbids forms, and forms that are moved into another document.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::harness::{Result, Server, Stage, until};

#[tokio::test(flavor = "multi_thread")]
async fn a_form_saves_in_a_sandbox_without_allow_forms() -> Result {
    // The frame has an origin of its own, so the test speaks to it by messages.
    let html = "<script>
          window.ended = [];
          addEventListener('message', ({ data }) => ended.push(data));
        </script>
        <iframe sandbox='allow-scripts' style='width: 600px; height: 400px' srcdoc=\"
          <script type=module src={widget}/lead-phone-form.js></script>
          <lead-phone-form lead-id=1></lead-phone-form>
          <script>
            const form = document.querySelector('lead-phone-form');
            form.baseUrl = '{api}';
            form.token = 'a-token';
            for (const name of ['ready', 'created', 'error']) {
              addEventListener('lead-phone-' + name, () => parent.postMessage(name, '*'));
            }
          </script>\"></iframe>";
    let stage = Stage::open(Server::widget().await?, Server::saving_api().await?, html).await?;
    let ended = async |expected: &[&str]| -> Result {
        until(&format!("{expected:?}"), async || {
            stage.enter_default_frame().await?;
            let names: Vec<String> = stage.run("return ended", vec![]).await?;
            stage.enter_frame(0).await?;
            Ok(names == expected)
        })
        .await
    };
    ended(&["ready"]).await?;
    // By events of the page: WebKit's driver reaches no frame of another origin.
    let enter = "const number = root.querySelector('#number');
        number.value = '514 222 3344';
        const init = { key: 'Enter', bubbles: true, composed: true, cancelable: true };
        number.dispatchEvent(new KeyboardEvent('keydown', init))";
    stage.in_form::<Value>(enter).await?;
    ended(&["ready", "created"]).await?;
    let click = "root.querySelector('#number').value = '514 222 3355';
        root.querySelector('#submit').click()";
    stage.in_form::<Value>(click).await?;
    ended(&["ready", "created", "created"]).await?;
    assert_eq!(stage.api.requests().len(), 2);
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_is_moved_into_another_document_keeps_its_keys_and_its_list() -> Result {
    let html = "{script}<lead-phone-form lead-id=1 base-url={api}></lead-phone-form>
        <iframe src='data:,' srcdoc='<!doctype html><title>Frame</title><body>'
          style='width: 600px; height: 400px'></iframe>
        <script>document.querySelector('lead-phone-form').token = 'a-token'</script>";
    let stage = Stage::open(Server::widget().await?, Server::saving_api().await?, html).await?;
    stage.until_heard("ready").await?;
    stage.hydrated().await?;
    let moved = "const frame = document.querySelector('iframe').contentDocument;
        frame.body.append(form); window.ended = [];
        for (const name of ['created', 'error']) {
          form.addEventListener('lead-phone-' + name, ({ detail }) => ended.push([name, detail.number]));
        }";
    stage.in_form::<Value>(moved).await?;
    stage.enter_frame(0).await?;
    // The driver takes the form's elements for those of the page that made them, so no click.
    stage.in_form::<Value>("root.querySelector('#country').focus()").await?;
    stage.press("fran" + Key::Down + Key::Up).await?;
    stage
        .until("root.querySelector('[aria-selected=true]')?.textContent.startsWith('France')")
        .await?;
    stage.press(Key::Enter + "").await?;
    stage.until("root.querySelector('#country').value === 'France +33'").await?;
    stage.in_form::<Value>("form.focus()").await?;
    stage.press("0612345678").await?;
    stage.until("root.querySelector('#number').value === '06 12 34 56 78'").await?;
    // The form's own undo, and its keys stay inside.
    stage.press(Key::Control + "z").await?;
    stage.until("root.querySelector('#number').value === '06 12 34 56 7'").await?;
    stage.press("8" + Key::Enter).await?;
    stage.enter_default_frame().await?;
    until("it is saved", async || {
        Ok(stage.run::<Value>("return ended", vec![]).await?
            == json!([["created", "+33612345678"]]))
    })
    .await?;
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_save_of_a_form_whose_frame_is_removed_is_heard_by_the_page_that_made_it() -> Result {
    let html = "{script}<lead-phone-form lead-id=1 base-url={api}></lead-phone-form>
        <iframe srcdoc='<!doctype html><title>Frame</title><body>'></iframe>
        <script>document.querySelector('lead-phone-form').token = 'a-token'</script>";
    let (api, release) = Server::holding_api().await?;
    let stage = Stage::open(Server::widget().await?, api, html).await?;
    stage.until_heard("ready").await?;
    stage.hydrated().await?;
    let save = "const frame = document.querySelector('iframe');
        frame.contentDocument.body.append(form);
        return new Promise((resolve) => setTimeout(resolve)).then(() => {
          root.getElementById('number').value = '514 222 3344';
          form.requestSubmit();
          return new Promise((resolve) => setTimeout(resolve));
        }).then(() => frame.remove())";
    stage.in_form::<Value>(save).await?;
    drop(release);
    assert_eq!(stage.until_heard("created").await?["number"], "+15142223344");
    stage.threw_nothing().await?;
    stage.close().await
}
