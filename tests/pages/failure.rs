//! The WebAssembly traps, in the bundle that ships.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::harness::{Result, Server, Stage, until};

/// Two forms. `script` runs before the element is defined.
fn page(script: &str) -> String {
    format!(
        r#"<script>{script}</script>{{script}}
        <lead-phone-form id="a" lead-id="1" base-url="{{api}}"></lead-phone-form>
        <lead-phone-form id="b" lead-id="2" base-url="{{api}}"></lead-phone-form>
        <script type="module">a.token = b.token = "a-token";</script>"#
    )
}

/// The widget with a trap in one of the WebAssembly's exports.
#[expect(clippy::expect_used, reason = "an answer cannot fail otherwise")]
async fn trapping_widget(export: &'static str) -> Result<Server> {
    Server::widget_answering(move |name, answer| {
        if name.ends_with(".wasm") {
            answer.2 = trapping(&answer.2, export).expect("a WebAssembly with this export");
        }
    })
    .await
}

async fn both_are_ready(stage: &Stage) -> Result {
    until("both are ready", async || Ok(stage.names().await? == ["ready", "ready"])).await?;
    stage.hydrated().await
}

/// Waits until both forms have failed. Checks that the first still shows its text, and that
/// nothing that the host does afterwards has an effect.
async fn both_have_failed(stage: &Stage, typed: &str) -> Result {
    until("both have failed", async || Ok(stage.heard("error").await?.len() == 2)).await?;
    let events = stage.events().await?;
    let mut failed: Vec<_> = events.iter().filter(|event| event.name == "error").collect();
    failed.sort_by_key(|event| event.lead.as_u64());
    assert_eq!(failed.iter().map(|event| &event.lead).collect::<Vec<_>>(), [&json!(1), &json!(2)]);
    let (sentence, value, editable, selected): (String, String, bool, String) = stage
        .in_form(
            "const number = root.getElementById('number');
             number.select();
             return [
               root.getElementById('form-error')?.textContent ?? '',
               number.value,
               !number.readOnly,
               number.value.slice(number.selectionStart, number.selectionEnd),
             ]",
        )
        .await?;
    for detail in failed.iter().map(|event| &event.detail) {
        assert_eq!((&detail["kind"], &detail["status"]), (&json!("internal"), &Value::Null));
        assert_eq!(detail["message"], sentence);
    }
    assert!(sentence.contains("Copy what you typed"), "{sentence}");
    assert_eq!((value.as_str(), editable, selected.as_str()), (typed, false, typed));

    // The page gets one error, for the trap itself. After it, nothing that the host does to the
    // forms throws, sends a request or raises an event.
    let uncaught = async || stage.run::<Vec<String>>("return uncaught", vec![]).await;
    let trap = uncaught().await?;
    assert_eq!(trap.len(), 1, "{trap:?}");
    stage
        .run::<Value>(
            "a.leadId = 7; a.phone = { id: 7 }; a.token = 'b'; a.timeout = 'x'; a.disabled = true;
             const other = b; a.requestSubmit(); a.reset(); a.focus();
             other.remove(); document.body.append(other);",
            vec![],
        )
        .await?;
    // Without a listener the browser submits the form itself.
    stage.in_shadow("#number").await?.send_keys("" + Key::Enter).await?;
    // The test's own request arrives after all that the forms might have sent before it.
    let last = "return fetch(arguments[0] + '/last').then(() => null)";
    stage.run::<Value>(last, vec![json!(stage.api.origin)]).await?;
    let sent: Vec<_> = stage.api.everything().into_iter().map(|request| request.path).collect();
    assert_eq!(sent, ["/last"]);
    assert_eq!(stage.events().await?, events);
    assert_eq!(uncaught().await?, trap);
    let mut pages = stage.portal.requests();
    pages.retain(|request| request.path != "/favicon.ico");
    assert_eq!(pages.len(), 1, "the page was left: {pages:?}");
    assert!(stage.run::<bool>("return a.dirty", vec![]).await?);
    Ok(())
}

/// A form that comes later works.
async fn a_new_form_works(stage: &Stage) -> Result {
    stage
        .run::<Value>(
            "const form = document.createElement('lead-phone-form');
             form.leadId = 3; form.baseUrl = arguments[0]; form.token = 'a-token'; form.id = 'c';
             document.body.append(form)",
            vec![json!(stage.api.origin)],
        )
        .await?;
    let heard = async |name: &str| -> Result<bool> {
        let newest = stage.events().await?.pop();
        Ok(newest.is_some_and(|event| event.name == name && event.lead == 3))
    };
    until("it is ready", async || heard("ready").await).await?;
    let save = "const number = c.shadowRoot.getElementById('number');
        number.value = '+15142223344';
        number.dispatchEvent(new Event('input', { bubbles: true }));
        c.requestSubmit()";
    stage.run::<Value>(save, vec![]).await?;
    until("it has saved", async || heard("created").await).await?;
    let saves = stage.api.requests().into_iter().filter(|request| request.method == "POST");
    assert_eq!(saves.count(), 1);
    Ok(())
}

/// The WebAssembly with one of its exports replaced by a trap.
fn trapping(wasm: &[u8], export: &str) -> Result<Vec<u8>> {
    let mut module = walrus::Module::from_buffer(wasm)?;
    let function = module.exports.get_func(export)?;
    module.replace_exported_func(function, |(body, _)| {
        body.unreachable();
    })?;
    Ok(module.emit_wasm())
}

/// Removes the integrity check, which the changed WebAssembly would fail.
const ANY_WASM: &str = "const original = fetch;
    window.fetch = (url, options) =>
      original(url, String(url).endsWith('.wasm') ? { ...options, integrity: '' } : options);";

#[tokio::test(flavor = "multi_thread")]
async fn a_trap_is_told_by_each_form_which_keeps_its_text_and_new_forms_work() -> Result {
    let widget = trapping_widget("form_reset").await?;
    let stage = Stage::open(widget, Server::saving_api().await?, &page(ANY_WASM)).await?;
    both_are_ready(&stage).await?;
    stage.in_shadow("#number").await?.send_keys("514 222 33").await?;
    let typed = stage.value_of("#number").await?;
    stage.run::<Value>("a.reset()", vec![]).await?;
    both_have_failed(&stage, &typed).await?;
    a_new_form_works(&stage).await?;
    assert_eq!(stage.wasm_loads(), 2);
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_exception_of_the_page_within_a_handler_is_no_worse() -> Result {
    let (widget, api) = (Server::widget().await?, Server::saving_api().await?);
    let stage = Stage::open(widget, api, &page("")).await?;
    both_are_ready(&stage).await?;
    stage.in_shadow("#number").await?.send_keys("514 222 33").await?;
    // The exception comes from an import of the WebAssembly whose type has no error.
    let typed: String = stage
        .in_form(
            "const number = root.getElementById('number');
             const typed = number.value;
             const fail = { get() { throw new Error('no') }, configurable: true };
             Object.defineProperty(number, 'value', fail);
             number.dispatchEvent(new Event('input', { bubbles: true }));
             delete number.value;
             return typed",
        )
        .await?;
    both_have_failed(&stage, &typed).await?;
    a_new_form_works(&stage).await?;
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_cannot_even_be_drawn_says_so() -> Result {
    for export in ["form_new", "form_hydrate"] {
        let widget = trapping_widget(export).await?;
        let stage = Stage::open(widget, Server::saving_api().await?, &page(ANY_WASM)).await?;
        until("both have failed", async || Ok(stage.heard("error").await?.len() == 2)).await?;
        for error in stage.heard("error").await? {
            assert_eq!(error["kind"], "internal", "{export}");
        }
        let said: String =
            stage.in_form("return root.getElementById('form-error')?.textContent ?? ''").await?;
        assert!(said.contains("stopped working"), "{said}");
        stage.close().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn every_form_is_told_whatever_the_page_has_replaced_and_a_removed_one_while_it_saves()
-> Result {
    let widget = trapping_widget("form_reset").await?;
    let (api, release) = Server::holding_api().await?;
    let script = format!(
        "{ANY_WASM}
         const wasm = window.fetch;
         window.answered = 0;
         window.fetch = (...values) => wasm(...values).finally(() => {{ answered += values[1]?.method === 'POST' }});"
    );
    let stage = Stage::open(widget, api, &page(&script)).await?;
    both_are_ready(&stage).await?;
    let told: Vec<String> = stage
        .run(
            "window.told = [];
             const hear = (form) => form.addEventListener('lead-phone-error', ({ detail }) => {
               told.push(`${form.id} ${detail.kind}`);
             });
             for (const form of [a, b]) hear(form);
             const [first, second] = [a, b];
             // It is out of the document before its request is answered.
             first.shadowRoot.getElementById('number').value = '514 222 3344';
             first.requestSubmit();
             return new Promise((resolve) => setTimeout(resolve)).then(() => {
               first.remove();
               return new Promise((resolve) => setTimeout(resolve));
             }).then(() => {
               first.dispatchEvent = () => { throw new Error('no') };
               window.queueMicrotask = undefined;
               window.CustomEvent = undefined;
               second.reset();
               return new Promise((resolve) => setTimeout(resolve));
             }).then(() => told)",
            vec![],
        )
        .await?;
    assert_eq!(told, ["a internal", "b internal"].map(str::to_owned));
    drop(release);
    until("the request is answered", async || {
        Ok(stage.run::<u32>("return answered", vec![]).await? == 1)
    })
    .await?;
    // The one that is removed is heard on the document as well, whose events have no lead.
    let events = stage.events().await?.into_iter().filter(|event| event.name == "error");
    let leads: Vec<Value> = events.map(|event| event.lead).collect();
    assert_eq!(leads, [Value::Null, json!(2)]);
    assert_eq!(stage.heard("created").await?, Vec::<Value>::new());
    let uncaught: Vec<String> = stage.run("return uncaught", vec![]).await?;
    assert_eq!(uncaught.len(), 1, "{uncaught:?}");
    stage.close().await
}

/// The WebAssembly with a memory that can grow by this many pages only.
fn with_little_memory(wasm: &[u8], pages: u64) -> Result<Vec<u8>> {
    let mut module = walrus::Module::from_buffer(wasm)?;
    for memory in module.memories.iter_mut() {
        memory.maximum = Some(memory.initial + pages);
    }
    Ok(module.emit_wasm())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_memory_that_cannot_grow_is_told_by_each_form_which_keeps_its_text() -> Result {
    let widget = Server::widget_answering(|name, answer| {
        if name.ends_with(".wasm") {
            answer.2 = with_little_memory(&answer.2, 8).expect("a WebAssembly with a memory");
        }
    })
    .await?;
    let stage = Stage::open(widget, Server::saving_api().await?, &page(ANY_WASM)).await?;
    both_are_ready(&stage).await?;
    stage.in_shadow("#number").await?.send_keys("514 222 33").await?;
    let typed = stage.value_of("#number").await?;
    // Other forms take what is left.
    let exhaust = "const turn = () => new Promise((resolve) => setTimeout(resolve));
        return (async () => {
          const isOver = () => heard.some(([name, , detail]) => name === 'error' && detail.kind === 'internal');
          for (let nth = 0; nth < 3000 && !isOver(); nth++) {
            const form = document.createElement('lead-phone-form');
            form.messages = Object.fromEntries(
              Array.from({ length: 100 }, (_, key) => ['key' + key, 'x'.repeat(100)]));
            document.body.append(form);
            if (nth % 10 === 0) await turn();
          }
          await turn();
          return heard.filter(([name]) => name === 'error').map(([, , detail]) => detail);
        })()";
    stage.set_script_timeout(std::time::Duration::from_secs(60)).await?;
    let errors: Vec<Value> = stage.run(exhaust, vec![]).await?;
    assert!(errors.iter().any(|error| error["kind"] == "internal"), "{errors:?}");
    let told = "const kinds = heard.filter(([name, lead]) => name === 'error' && (lead === 1 || lead === 2));
        return kinds.map(([, lead, detail]) => `${lead} ${detail.kind}`).sort()";
    until("both have told it", async || {
        let told: Vec<String> = stage.run(told, vec![]).await?;
        Ok(told == ["1 internal", "2 internal"])
    })
    .await?;
    let kept: (String, bool) = stage
        .in_form(
            "const number = root.getElementById('number'); return [number.value, number.readOnly]",
        )
        .await?;
    assert_eq!(kept, (typed, true));
    stage.run::<Value>("document.querySelectorAll('lead-phone-form:not([id])').forEach((form) => form.remove())", vec![]).await?;
    a_new_form_works(&stage).await?;
    stage.close().await
}
