//! Password managers and form fillers set values without events, or all values before the first
//! event: what is on the page is what is saved.

use serde_json::{Value, json};

use crate::harness::{Result, Server, Stage, until};

/// Sets the values of a form without events, then goes on in one of many ways, for each way in a
/// form of its own. Returns the names of the ways in the order of the leads.
const FILL: &str = r#"
    const [api, updates, types, early] = arguments;
    const event = (kind, init) => new Event(kind, { bubbles: true, composed: true, ...init });
    const send = (...kinds) => (controls) => {
      for (const kind of kinds) for (const control of controls) control.dispatchEvent(event(kind));
    };
    const paste = ([number]) => {
      // Until then the browser pastes.
      if (early) return;
      const text = number.value;
      number.value = "";
      const data = new DataTransfer();
      data.setData("text/plain", text);
      number.dispatchEvent(Object.assign(
        new Event("paste", { bubbles: true, cancelable: true }), { clipboardData: data }));
    };
    const key = ([number], form) => {
      number.focus();
      number.dispatchEvent(new KeyboardEvent("keydown",
        { key: "Enter", bubbles: true, composed: true, cancelable: true }));
      return true;
    };
    const ways = {
      "requestSubmit": () => {},
      "the button": (_, form) => { form.shadowRoot.getElementById("submit").click(); return true },
      "Enter": key,
      "input events": send("input"),
      "input events, the last first": (controls) => send("input")([...controls].reverse()),
      "change events": send("change"),
      "input and change events": send("input", "change"),
      "input and change events, one control after the other": (controls) => {
        for (const control of controls) send("input", "change")([control]);
      },
      "an input event of the number": ([number]) => send("input")([number]),
      "an input event of the extension": ([, extension]) => send("input")([extension]),
      "an input event of the choice": ([, , choice]) => send("input", "change")([choice]),
      "leaving the number": ([number]) => { number.focus(); number.blur() },
      "leaving the extension": ([, extension]) => { extension.focus(); extension.blur() },
      "a paste": paste,
      "the host's settings": (_, form) => {
        form.timeout = 20000; form.messages = { submit: "Go" }; form.locale = "en-CA";
        form.disabled = true; form.disabled = false;
      },
      "a country that the host sets": (_, form) => { form.country = "US"; form.country = "CA" },
      "a move": (_, form) => { form.remove(); return "append" },
      "save()": (_, form) => { form.save(); return true },
      "a list that opens": (_, form) => {
        const country = form.shadowRoot.getElementById("country");
        country.focus(); country.click(); country.blur();
      },
    };
    const turn = () => new Promise((resolve) => setTimeout(resolve));
    return (async () => {
      const { preload } = await customElements.whenDefined("lead-phone-form");
      if (!early) await preload();
      let lead = 0;
      window.refused = [];
      document.onrefused ??= document.addEventListener("lead-phone-refused", (event) => {
        refused.push(event.target.leadId);
      }) ?? true;
      for (const [name, go] of Object.entries(ways)) {
        const form = document.createElement("lead-phone-form");
        form.leadId = ++lead;
        form.baseUrl = api;
        form.token = "a-token";
        if (types) form.phoneTypes = ["home", "work", "mobile"];
        if (updates) {
          form.phone = { id: 1000 + lead, number: "+15142220000", extension: 5, mobile: false, type: "home" };
        }
        const ready = new Promise((done) => form.addEventListener("lead-phone-ready", done));
        document.body.append(form);
        await ready;
        await turn();
        const find = (id) => form.shadowRoot.getElementById(id);
        const choice = find("mobile") ?? find("type");
        // As the form itself writes it, so that it need not be written again.
        find("number").value = "(514) 222-3344";
        find("extension").value = "12";
        choice.type === "checkbox" ? (choice.checked = true) : (choice.value = "work");
        const isSent = go([find("number"), find("extension"), choice], form);
        if (isSent === "append") {
          await turn();
          document.body.append(form);
          await turn();
        }
        if (isSent !== true) form.requestSubmit();
      }
      window.release();
      return Object.keys(ways);
    })();
"#;

/// Holds the WebAssembly back until `release()`.
const HOLD: &str = "
    const original = fetch;
    const released = new Promise((resolve) => { window.release = resolve });
    window.fetch = async (url, options) => {
      if (url.endsWith('.wasm')) await released;
      return original(url, options);
    };";

#[tokio::test(flavor = "multi_thread")]
async fn values_without_events_are_saved_on_every_way_in() -> Result {
    let page = format!("<script>{HOLD}</script>{{script}}");
    let stage = Stage::open(Server::widget().await?, Server::saving_api().await?, &page).await?;
    for (updates, types, early) in [
        // Before the component has taken the forms over. Until then there is no list of types.
        (false, false, true),
        (true, false, false),
        (false, false, false),
        (false, true, false),
        (true, true, false),
    ] {
        stage.run::<Value>("heard.length = 0; return null", vec![]).await?;
        let arguments = vec![json!(stage.api.origin), json!(updates), json!(types), json!(early)];
        let ways: Vec<String> = stage.run(FILL, arguments).await?;
        let end = if updates { "updated" } else { "created" };
        let mut refused: Vec<usize> = Vec::new();
        until("every form has saved, or has refused to", async || {
            refused = stage.run("return refused", vec![]).await?;
            Ok(stage.heard(end).await?.len() + refused.len() == ways.len())
        })
        .await?;
        let refused = refused.into_iter().filter_map(|lead| ways.get(lead - 1));
        let mut wrong: Vec<String> = refused.map(|way| format!("{way} is refused")).collect();
        for submit in stage.events().await?.iter().filter(|event| event.name == "submit") {
            let mut expected = json!({"number": "+15142223344", "extension": 12});
            match types {
                true => expected["type"] = json!("work"),
                false => expected["mobile"] = json!(true),
            }
            if !updates {
                expected["lead_id"] = submit.lead.clone();
            }
            if submit.detail["body"] != expected {
                let way = submit.lead.as_u64().and_then(|lead| ways.get(lead as usize - 1));
                wrong.push(format!("{way:?} {}", submit.detail["body"]));
            }
        }
        assert_eq!(
            wrong,
            Vec::<String>::new(),
            "updates: {updates}, types: {types}, early: {early}"
        );
        assert_eq!(stage.heard("submit").await?.len(), ways.len());
    }
    stage.threw_nothing().await?;
    stage.close().await
}
