//! A page creates and removes two thousand forms, and no memory or listener is left.

use serde_json::{Value, json};

use super::command;
use crate::harness::{Browser, Result, Server, Stage, until};

/// How many forms are created and removed between two measurements.
const BATCH: u32 = 500;
const BATCHES: usize = 4;

/// How many forms are created and removed before a garbage collection. A removed form keeps its
/// part of the WebAssembly memory until then, and that memory never shrinks. If the browser chose
/// the time, the size would depend on the time of the collection and not on what is left.
const UNCOLLECTED: u32 = 50;

/// The smallest number of bytes by which WebAssembly memory grows.
const WASM_PAGE: u64 = 65_536;

/// Counts the listeners of `window` and `document`, and finds the WebAssembly's memory.
const COUNTERS: &str = r#"
    window.listeners = new Map();
    const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
    const count = (target, kind, by) => {
      if (target === undefined || target === window || target === document) {
        const key = (target === document ? "document " : "window ") + kind;
        listeners.set(key, (listeners.get(key) ?? 0) + by);
      }
    };
    EventTarget.prototype.addEventListener = function (kind, ...rest) {
      count(this, kind, 1);
      return add.call(this ?? window, kind, ...rest);
    };
    EventTarget.prototype.removeEventListener = function (kind, ...rest) {
      count(this, kind, -1);
      return remove.call(this ?? window, kind, ...rest);
    };
    const { instantiateStreaming } = WebAssembly;
    WebAssembly.instantiateStreaming = async (...values) => {
      const made = await instantiateStreaming.apply(WebAssembly, values);
      window.memory = made.instance.exports.memory;
      return made;
    };
"#;

#[derive(Clone, Copy, Debug)]
struct Measure {
    wasm: u64,
    heap: u64,
    nodes: u64,
    listeners: u64,
}

async fn collect_garbage(browser: &Browser) -> Result {
    for _ in 0..3 {
        command(browser, "HeapProfiler.collectGarbage", json!({})).await?;
        // Finalizers run in a separate turn of the event loop.
        browser
            .run::<Value>("return new Promise((resolve) => setTimeout(resolve))", vec![])
            .await?;
    }
    Ok(())
}

async fn measure(browser: &Browser) -> Result<Measure> {
    command(browser, "Performance.enable", json!({})).await?;
    collect_garbage(browser).await?;
    let metrics = command(browser, "Performance.getMetrics", json!({})).await?;
    let metric = |name: &str| {
        let metrics = metrics["metrics"].as_array().into_iter().flatten();
        let found = metrics.into_iter().find(|metric| metric["name"] == name);
        found.and_then(|metric| metric["value"].as_f64()).unwrap_or_default() as u64
    };
    Ok(Measure {
        wasm: browser.run("return memory.buffer.byteLength", vec![]).await?,
        heap: metric("JSHeapUsedSize"),
        nodes: metric("Nodes"),
        listeners: metric("JSEventListeners"),
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn two_thousand_forms_leave_nothing_behind() -> Result {
    let html = format!("<script>{COUNTERS}</script>{{script}}");
    let stage = Stage::open(Server::widget().await?, Server::saving_api().await?, &html).await?;
    // Ten at a time. Half of them are removed while their save is in flight.
    let cycles = "const [cycles, api] = arguments;
        let nth = 0;
        const cycle = async () => {
          const form = document.createElement('lead-phone-form');
          form.leadId = ++nth; form.baseUrl = api; form.token = 'a-token';
          const heard = (name) => new Promise((resolve) => form.addEventListener(name, resolve));
          const ready = heard('lead-phone-ready');
          document.body.append(form);
          await ready;
          const number = form.shadowRoot.getElementById('number');
          number.value = '+15142223344';
          number.dispatchEvent(new Event('input', { bubbles: true }));
          const created = heard('lead-phone-created');
          form.requestSubmit();
          if (form.leadId % 2) {
            await created;
          }
          form.remove();
          await created;
        };
        return (async () => {
          while (nth < cycles) {
            await Promise.all(Array.from({ length: 10 }, cycle));
            heard.length = 0;
          }
        })()";
    stage.set_script_timeout(std::time::Duration::from_secs(120)).await?;
    let before: Value = {
        stage.run::<Value>(cycles, vec![json!(20), json!(stage.api.origin)]).await?;
        stage.run("return [...listeners]", vec![]).await?
    };
    let mut measures = vec![measure(&stage).await?];
    for _ in 0..BATCHES {
        for _ in 0..BATCH / UNCOLLECTED {
            stage.run::<Value>(cycles, vec![json!(UNCOLLECTED), json!(stage.api.origin)]).await?;
            collect_garbage(&stage).await?;
        }
        measures.push(measure(&stage).await?);
    }
    until("every save has ended", async || {
        Ok(stage.api.requests().len() as u32 == 20 + BATCH * BATCHES as u32)
    })
    .await?;
    for (nth, measure) in measures.iter().enumerate() {
        println!("after {:>5} forms: {measure:?}", 20 + nth as u32 * BATCH);
    }
    let after: Value = stage.run("return [...listeners]", vec![]).await?;
    assert_eq!(after, before, "listeners of window and document");

    // Compares the last thousand forms with the thousand before: a leak grows in both.
    let (middle, last) = (measures[2], measures[BATCHES]);
    // The memory grows by whole pages, so one more page is no sign of a leak: the last one may
    // have been nearly full. A leaked form would take hundreds of bytes, so a thousand of them
    // would take many pages.
    assert!(last.wasm <= middle.wasm + WASM_PAGE, "{measures:?}");
    assert!(last.nodes <= middle.nodes + 20, "{measures:?}");
    assert!(last.listeners <= middle.listeners + 5, "{measures:?}");
    // 100 bytes for each form.
    assert!(last.heap <= middle.heap + 100_000, "{measures:?}");
    stage.close().await
}
