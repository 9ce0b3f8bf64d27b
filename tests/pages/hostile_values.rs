//! Hosts set values that throw when they are read, and replace what the browser has by what throws:
//! the form says what it cannot read, and no other form hears of it.

use serde_json::json;

use crate::harness::{Result, Server, Stage};

const TOOLS: &str = r#"
    const [api] = arguments;
    const turn = (time) => new Promise((resolve) => setTimeout(resolve, time));
    const revoked = (target) => {
      const { proxy, revoke } = Proxy.revocable(target, {});
      revoke();
      return proxy;
    };
    let lead = 0;
    const create = (properties) => {
      const form = document.createElement("lead-phone-form");
      form.leadId = ++lead;
      form.baseUrl = api;
      Object.assign(form, properties);
      form.ends = [];
      for (const name of ["created", "error", "refused"]) {
        form.addEventListener("lead-phone-" + name, ({ detail }) => {
          form.ends.push(name === "error" ? detail.kind : name);
        });
      }
      document.body.append(form);
      return form;
    };
    const save = (form) => {
      const number = form.shadowRoot.getElementById("number");
      number.value = "514 222 3344";
      number.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
      form.requestSubmit();
    };
    const until = async (what, is) => {
      const end = performance.now() + 10_000;
      while (!is()) {
        if (performance.now() > end) throw new Error(what);
        await turn();
      }
    };
    const start = async (run) => {
      await customElements.whenDefined("lead-phone-form").then((form) => form.preload());
      return run();
    };
"#;

/// Sets each value in each property, before the element is defined (as a property of its own) and
/// after, and returns what went wrong.
const SET: &str = r#"
    const values = {
      "a list with a symbol": () => [Symbol()],
      "a toString that throws": () => ({ toString() { throw new Error("no") } }),
      "a revoked proxy": () => revoked({}),
      "a symbol": () => Symbol(),
      "a list with a revoked proxy": () => [revoked({})],
      "a long text": () => "a".repeat(400_000),
      "a long list": () => Array.from({ length: 20_000 }, (_, nth) => "word" + nth),
      "getters that throw": () => ({ get id() { throw 1 }, get a() { throw 1 } }),
    };
    const properties = ["leadId", "phoneId", "baseUrl", "tokenUrl", "authScheme", "country", "countries",
      "preferredCountries", "locale", "phoneTypes", "fields", "loading", "timeout", "autocomplete",
      "phone", "messages", "token"];
    return start(async () => {
      const wrong = [];
      for (const [name, value] of Object.entries(values)) {
        for (const property of properties) {
          // A token may be long.
          if (property === "token" && name === "a long text") continue;
          for (const isEarly of [true, false]) {
            const form = document.createElement("lead-phone-form");
            const kinds = [];
            form.addEventListener("lead-phone-error", ({ detail }) => kinds.push(detail.kind));
            try {
              if (isEarly) {
                Object.defineProperty(form, property,
                  { value: value(), configurable: true, enumerable: true, writable: true });
              }
              document.body.append(form);
              await turn();
              if (!isEarly) form[property] = value();
              await until("nothing is told", () => kinds.length);
              for (const name of properties) void form[name];
              void form.entry;
              if (!form.shadowRoot?.getElementById("number")) kinds.push("nothing is drawn");
            } catch (error) {
              kinds.push(`thrown: ${error}`);
            }
            if (String(kinds) !== "configuration") wrong.push([name, property, isEarly, kinds].join());
            form.remove();
          }
        }
      }
      customElements.get("lead-phone-form").defaults = revoked({});
      return wrong;
    });
"#;

/// Replaces what the browser has during a save, and returns for each how the save ended, and how the
/// next save of another form.
const REPLACE: &str = r#"
    const no = () => { throw new Error("no") };
    const replaced = [
      [window, "Headers"], [Headers.prototype, "get"], [TextEncoder.prototype, "encodeInto"],
      [TextEncoder.prototype, "encode"], [window, "TextEncoder"], [TextDecoder.prototype, "decode"],
      [Object, "fromEntries"], [Promise, "resolve"], [Promise, "all"], [Response.prototype, "text"],
      [window, "AbortController"], [window, "CustomEvent"], [window, "queueMicrotask"],
      [window, "requestAnimationFrame"], [EventTarget.prototype, "dispatchEvent"],
      [Date, "now"], [Math, "random"], [JSON, "parse"], [JSON, "stringify"],
    ];
    return start(async () => {
      const wrong = [];
      for (const [target, name] of replaced) {
        const [form, other] = [create({ token: "a-token" }), create({ token: "a-token" })];
        await until("drawn", () => other.shadowRoot?.activeElement !== undefined && other.dirty === false);
        await turn();
        await turn();
        const original = Object.getOwnPropertyDescriptor(target, name);
        const number = form.shadowRoot.getElementById("number");
        number.value = "514 222 3344";
        Object.defineProperty(target, name, { ...original, value: no });
        form.requestSubmit();
        await until(name, () => form.ends.length);
        Object.defineProperty(target, name, original);
        save(other);
        await until(`another form after ${name}`, () => other.ends.length);
        if (form.ends.length > 1 || form.ends[0] === "internal" || String(other.ends) !== "created") {
          wrong.push([name, form.ends, other.ends].join());
        }
        form.remove();
        other.remove();
      }
      return wrong;
    });
"#;

/// Token functions and functions in the place of `fetch` whose results throw.
const ANSWER: &str = r#"
    const hostile = (promise) => Object.defineProperty(promise, "then", { get() { throw new Error("no") } });
    const results = {
      "a promise with a hostile then": () => hostile(Promise.resolve("a-token")),
      "a thenable that throws": () => ({ then() { throw new Error("no") } }),
      "a thenable with a hostile then": () => hostile({}),
      "a revoked proxy": () => revoked({}),
      "a function that is revoked": revoked(() => "a-token"),
      "a symbol": () => Symbol(),
      "nothing": () => undefined,
    };
    return start(async () => {
      const wrong = [];
      const { fetch } = window;
      for (const [name, result] of Object.entries(results)) {
        const [form, other, last] = [create({ token: result }), create({ token: "a-token" }), create({ token: "a-token" })];
        await turn();
        await turn();
        save(form);
        await until(name, () => form.ends.length);
        window.fetch = result;
        save(other);
        await until(`fetch: ${name}`, () => other.ends.length);
        window.fetch = fetch;
        save(last);
        await until(`another form after ${name}`, () => last.ends.length);
        if (String([form.ends, other.ends, last.ends]) !== "configuration,network,created") {
          wrong.push([name, form.ends, other.ends, last.ends].join());
        }
        for (const done of [form, other, last]) done.remove();
      }
      return wrong;
    });
"#;

async fn finds_nothing_wrong(script: &str) -> Result<Stage> {
    let stage =
        Stage::open(Server::widget().await?, Server::saving_api().await?, "{script}").await?;
    let script = [TOOLS, script].concat();
    let wrong: Vec<String> = stage.run(&script, vec![json!(stage.api.origin)]).await?;
    assert_eq!(wrong, Vec::<String>::new());
    Ok(stage)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_value_that_throws_is_a_setting_that_cannot_be_read() -> Result {
    let stage = finds_nothing_wrong(SET).await?;
    stage.threw_nothing().await?;
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_page_replaces_by_what_throws_ends_no_other_form() -> Result {
    finds_nothing_wrong(REPLACE).await?.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn results_that_throw_end_one_save() -> Result {
    let stage = finds_nothing_wrong(ANSWER).await?;
    let kinds = stage.heard("error").await?;
    assert!(kinds.iter().all(|error| error["kind"] != "internal"), "{kinds:?}");
    stage.threw_nothing().await?;
    stage.close().await
}
