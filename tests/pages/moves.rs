//! A page moves a form, removes it, and sets its properties to anything.

use serde_json::Value;
use thirtyfour::Key;

use crate::harness::server::phone;
use crate::harness::{Result, Server, Stage, until};

/// A page with two containers, the form `form` in the first, whose API answers this status.
async fn stage(attributes: &str, script: &str, status: u16) -> Result<Stage> {
    let api = Server::api(move |request| (status, phone(request, 7))).await?;
    let html = format!(
        r#"<div id="one">
          <lead-phone-form id="form" base-url="{{api}}" {attributes}></lead-phone-form>
        </div>
        <div id="two"></div>
        <script>window.form = document.getElementById("form"); {script}</script>{{script}}"#
    );
    let stage = Stage::open(Server::widget().await?, api, &html).await?;
    until("it is ready", async || Ok(!stage.heard("ready").await?.is_empty())).await?;
    Ok(stage)
}

const READY: &str = "form.token = 'a-token'; form.leadId = 1;";

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_is_moved_keeps_text_caret_request_and_token() -> Result {
    let stage = stage("", READY, 201).await?;
    stage.in_shadow("#number").await?.send_keys("5142223344").await?;
    stage.in_shadow("#number").await?.send_keys(Key::Left + Key::Left).await?;
    let state = "const number = form.shadowRoot.getElementById('number');
        return [number.value, number.selectionStart, form.dirty]";
    let before: Value = stage.run(state, vec![]).await?;
    for movement in [
        "two.append(form)",
        "one.insertBefore(form, null); two.prepend(form); one.append(form)",
        "const fragment = new DocumentFragment(); fragment.append(form); two.append(fragment)",
        "(one.moveBefore ?? one.insertBefore).call(one, form, null)",
        "one.replaceChildren(form)",
    ] {
        stage.run::<Value>(movement, vec![]).await?;
        let after: Value = stage.run(state, vec![]).await?;
        assert_eq!(after, before, "{movement}");
    }
    assert_eq!(stage.names().await?, ["ready"]);
    // Also while a save is in flight.
    stage
        .run::<Value>(
            "form.requestSubmit(); two.append(form);
             (one.moveBefore ?? one.insertBefore).call(one, form, null)",
            vec![],
        )
        .await?;
    stage.until_heard("created").await?;
    assert_eq!(stage.api.requests().len(), 1);
    assert_eq!(stage.api.requests()[0].header("authorization"), "Bearer a-token");
    stage.threw_nothing().await?;
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn text_and_token_survive_a_time_out_of_the_document() -> Result {
    let stage = stage("", READY, 201).await?;
    stage.in_shadow("#number").await?.send_keys("5142223344").await?;
    stage.run::<Value>("form.remove()", vec![]).await?;
    until("the form is taken off", async || {
        stage.run("return !form.shadowRoot.getElementById('number')", vec![]).await
    })
    .await?;
    stage.run::<Value>("two.append(form)", vec![]).await?;
    until("it is back with its text", async || {
        stage
            .run(
                "return form.shadowRoot.getElementById('number').value.replace(/\\D/g, '')
                   === '5142223344'",
                vec![],
            )
            .await
    })
    .await?;
    stage.in_shadow("#submit").await?.click().await?;
    stage.until_heard("created").await?;
    assert_eq!(stage.api.requests().len(), 1);
    stage.threw_nothing().await?;
    stage.close().await
}

/// Libraries keep pages as clones, and a browser clones what is in its own fields.
#[tokio::test(flavor = "multi_thread")]
async fn a_clone_has_what_is_typed_unless_it_is_for_a_phone_that_a_script_has_set() -> Result {
    let script = "form.token = 'a-token'; window.keys = [];
        onkeydown = (event) => keys.push(event.key);
        window.fields = (form) => ['number', 'extension', 'mobile'].map((id) => {
          const field = form.shadowRoot?.getElementById(id);
          return id === 'mobile' ? field?.checked : field?.value;
        })";
    let stage = stage("lead-id=1", script, 201).await?;
    stage.hydrated().await?;
    stage.in_shadow("#number").await?.send_keys("514222334").await?;
    stage.in_shadow("#extension").await?.send_keys("12").await?;
    stage.in_shadow("#mobile").await?.click().await?;
    // As Turbo does it: in a task that is queued before the form is removed. The clone is cloned before
    // it is on the page.
    let clone = "return new Promise((resolve) => {
          setTimeout(() => {
            window.clone = form.cloneNode(true).cloneNode(true);
            clone.token = 'a-token';
            two.append(clone);
            resolve(null);
          });
          form.remove();
        })";
    stage.run::<Value>(clone, vec![]).await?;
    stage.until("String(fields(clone)) === '(514) 222-334,12,true'").await?;
    assert!(stage.run::<bool>("return clone.dirty", vec![]).await?);
    // It is a whole form.
    stage.in_shadow("#number").await?.send_keys("4" + Key::Enter).await?;
    stage.until_heard("created").await?;
    assert_eq!(stage.run::<Vec<String>>("return keys", vec![]).await?, ["Enter"]);

    let phone = "clone.phone = { id: 7, number: '+15142223344', extension: 12, mobile: true };
        const extension = clone.shadowRoot.getElementById('extension');
        extension.value = '123';
        extension.dispatchEvent(new InputEvent('input', { bubbles: true }));
        return Promise.resolve().then(() => {
          window.clone = clone.cloneNode(true);
          two.replaceChildren(clone);
          return null;
        })";
    stage.run::<Value>(phone, vec![]).await?;
    stage.until("String(fields(clone)) === ',,false'").await?;
    stage.hydrated().await?;
    stage
        .until("String(fields(clone)) === ',,false' && !clone.dirty && clone.phoneId === null")
        .await?;
    stage.threw_nothing().await?;
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn it_may_be_removed_in_any_of_its_own_events() -> Result {
    for (event, status, heard) in [
        ("ready", 201, vec!["ready"]),
        ("submit", 201, vec!["ready", "submit", "created"]),
        ("created", 201, vec!["ready", "submit", "created"]),
        ("error", 403, vec!["ready", "submit", "error"]),
        ("updated", 200, vec!["ready", "submit", "updated"]),
    ] {
        let id = if event == "updated" { "phone-id=7" } else { "" };
        let script =
            format!("{READY} form.addEventListener('lead-phone-{event}', () => form.remove());");
        let stage = stage(id, &script, status).await?;
        if event != "ready" {
            stage.in_shadow("#number").await?.send_keys("5142223344" + Key::Enter).await?;
            stage.until_heard(heard[heard.len() - 1]).await?;
        }
        // A form that is removed before it is hydrated keeps its prerendered elements.
        stage.hydrated().await?;
        let keeps = "return form.isConnected || !!form.shadowRoot.querySelector('form')";
        until("the form is taken off", async || {
            Ok(event == "ready" || !stage.run::<bool>(keeps, vec![]).await?)
        })
        .await?;
        assert!(!stage.run::<bool>("return form.isConnected", vec![]).await?);
        assert_eq!(stage.names().await?, heard, "{event}");
        assert_eq!(stage.api.requests().len(), usize::from(event != "ready"));
        stage.threw_nothing().await?;
        stage.close().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_listener_that_throws_does_not_break_the_form() -> Result {
    let script = format!(
        "{READY} for (const name of ['ready', 'submit', 'created', 'error'])
           form.addEventListener('lead-phone-' + name, () => {{ throw new Error('of the host') }});"
    );
    let stage = stage("", &script, 201).await?;
    for nth in 1..=2 {
        stage.in_shadow("#number").await?.send_keys("5142223344" + Key::Enter).await?;
        stage.until_heard("created").await?;
        assert_eq!(stage.api.requests().len(), nth);
    }
    let uncaught: Vec<String> = stage.run("return uncaught", vec![]).await?;
    assert_eq!(uncaught.len(), 5, "{uncaught:?}");
    assert!(uncaught.iter().all(|message| message.contains("of the host")), "{uncaught:?}");
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn nonsense_is_one_configuration_error_each_and_no_exception() -> Result {
    let stage = stage("", READY, 201).await?;
    stage.in_shadow("#number").await?.send_keys("5142223344").await?;
    let errors: Vec<(String, usize, usize)> = stage
        .run(
            r#"
            const loop = {}; loop.loop = loop;
            const nonsense = [
              {}, [[]], NaN, -1, 1.5, Infinity, "", " ", "\u0000", "é", "💥".repeat(1000), 0n,
              Symbol("s"), () => 7, loop, Object.create(null), window, document,
              { toString() { throw new Error("no") } }, { get id() { throw new Error("no") } },
              new Proxy({}, { get() { throw new Error("no") } }),
            ];
            const properties = {
              leadId: 1, phoneId: undefined, authScheme: "bearer",
              country: "CA", timeout: 15000, token: "a-token", phone: null,
            };
            const found = [];
            for (const [name, good] of Object.entries(properties)) {
              for (const [nth, bad] of nonsense.entries()) {
                const isNone = name === "phone" && bad === "";
                if (isNone || (name === "token" && typeof bad !== "object")) {
                  continue;
                }
                heard.length = 0;
                form[name] = bad;
                form[name] = bad;
                const configuration = heard.filter((event) => event[2]?.kind === "configuration");
                form.requestSubmit();
                const others = heard.length - configuration.length;
                if (configuration.length !== 1 || others !== 0) {
                  found.push([name + " " + nth, configuration.length, others]);
                }
                form[name] = good;
              }
            }
            const base = form.baseUrl;
            for (const bad of ["http://crm.example", "ftp://crm.example", "https://a:b@crm.example",
                "https://", "javascript:0", "data:,", "?a", "//[", "https://crm.example/#"]) {
              heard.length = 0;
              form.baseUrl = bad;
              form.setAttribute("base-url", bad);
              form.requestSubmit();
              if (heard.length !== 1) {
                found.push([bad, heard.length, 0]);
              }
              form.baseUrl = base;
            }
            return found;
            "#,
            vec![],
        )
        .await?;
    assert_eq!(errors, vec![], "{errors:?}");
    stage.threw_nothing().await?;
    assert_eq!(stage.api.requests().len(), 0);
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn attributes_may_change_at_any_moment() -> Result {
    // While the form loads, during typing and saving, and while it is out of the document.
    let shake = "window.shake = () => {
        const attributes = {
          'lead-id': ['x', '2', null, '1'], 'phone-id': ['0', '9', null], 'timeout': ['-', null],
          'auth-scheme': ['digest', 'basic', null], 'country': ['XX', 'FR', null],
          'disabled': ['', null], 'token': ['t'], 'hidden': ['', null], 'lang': ['fr', null],
        };
        for (const [name, values] of Object.entries(attributes)) {
          for (const value of values) {
            value === null ? form.removeAttribute(name) : form.setAttribute(name, value);
          }
        }
        form.token = undefined; form.token = () => 'a-token'; form.phone = { id: 3 };
        form.phone = null; form.baseUrl = 'nowhere:'; form.baseUrl = base; form.reset?.();
      };
      window.base = form.getAttribute('base-url');";
    let script = format!("{READY}{shake} shake(); queueMicrotask(shake); setTimeout(shake);");
    let stage = stage("", &script, 201).await?;
    stage.run::<Value>("shake()", vec![]).await?;
    for nth in 1..=2 {
        stage.in_shadow("#number").await?.send_keys("5142223344").await?;
        stage
            .run::<Value>(
                "form.requestSubmit(); shake(); queueMicrotask(shake);
                 two.append(form); shake(); one.append(form)",
                vec![],
            )
            .await?;
        until("one save has ended", async || {
            let names = stage.names().await?;
            Ok(names.iter().filter(|name| *name == "created").count() == nth)
        })
        .await?;
        assert_eq!(stage.api.requests().len(), nth);
        assert_eq!(stage.api.requests()[nth - 1].path, "/lead-phones");
    }
    stage.run::<Value>("form.remove(); shake(); two.append(form); shake()", vec![]).await?;
    stage.threw_nothing().await?;
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn in_another_document_it_has_its_style_there() -> Result {
    let stage = stage("", READY, 201).await?;
    stage.in_shadow("#number").await?.send_keys("5142223344").await?;
    let sheets = "return form.shadowRoot.adoptedStyleSheets.length > 0
        && form.shadowRoot.adoptedStyleSheets[0].cssRules.length > 0
        && form.shadowRoot.getElementById('number').value !== ''";
    assert!(stage.run::<bool>(sheets, vec![]).await?);
    stage
        .run::<Value>(
            "const frame = document.createElement('iframe');
             document.body.append(frame);
             frame.contentDocument.body.append(form)",
            vec![],
        )
        .await?;
    assert!(stage.run::<bool>(sheets, vec![]).await?);
    stage.run::<Value>("two.append(form)", vec![]).await?;
    assert!(stage.run::<bool>(sheets, vec![]).await?);
    stage.threw_nothing().await?;
    assert_eq!(stage.names().await?, ["ready"]);
    stage.close().await
}
