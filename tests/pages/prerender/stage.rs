//! A page with one form whose WebAssembly is delayed.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::Value;
use thirtyfour::TypingData;

use crate::harness::server::{Server, phone};
use crate::harness::{Browser, RECORDER, Result, until};

/// A page with one form whose WebAssembly loads only after [`Stage::release`].
pub struct Stage {
    pub browser: Browser,
    pub api: Server,
    /// Whether the WebAssembly's server answers with an error.
    down: Arc<AtomicBool>,
    _servers: [Server; 2],
}

impl Stage {
    /// `attributes` are the element's, `script` runs after it.
    pub async fn open(attributes: &str, script: &str) -> Result<Self> {
        let down = Arc::new(AtomicBool::new(false));
        let is_down = Arc::clone(&down);
        let cdn = Server::widget_answering(move |name, answer| {
            if name.ends_with(".wasm") && is_down.load(Ordering::SeqCst) {
                answer.0 = 503;
            }
        })
        .await?;
        let api = Server::api(|request| (201, phone(request, 7))).await?;
        let hold = "const original = fetch;
            window.released = new Promise((resolve) => { window.release = resolve });
            window.fetch = async (url, options) => {
              if (String(url).endsWith('.wasm')) await released;
              return original(url, options);
            };";
        let html = format!(
            "<!doctype html><html lang=en><title>A portal</title><link rel=icon href=data:,>
             <script>{RECORDER}{hold}
               window.keys = [];
               for (const kind of ['keydown', 'keypress', 'keyup']) {{
                 document.addEventListener(kind, (event) => keys.push(event.key));
               }}
             </script>
             <script type=module src='{}/lead-phone-form.js'></script>
             <lead-phone-form lead-id=1 base-url='{}' {attributes}>Call us</lead-phone-form>
             <script>var form = document.querySelector('lead-phone-form');
               form.token = 'a-token'; {script}</script>",
            cdn.origin, api.origin
        );
        let portal = Server::page(html, vec![]).await?;
        let browser = Browser::start().await?;
        browser.goto(&portal.origin).await?;
        let stage = Self { browser, api, down, _servers: [cdn, portal] };
        stage.until("heard.some(([name]) => name === 'ready')").await?;
        Ok(stage)
    }

    /// Runs a function's body with `root`, the form's shadow root, and `number`.
    pub async fn run<T: serde::de::DeserializeOwned>(&self, body: &str) -> Result<T> {
        let body =
            format!("const root = form.shadowRoot, number = root.getElementById('number'); {body}");
        self.browser.run(&body, vec![]).await
    }

    pub async fn until(&self, expression: &str) -> Result {
        until(expression, async || self.run(&format!("return !!({expression})")).await).await
    }

    /// Sets whether the WebAssembly's server answers with an error.
    pub fn set_down(&self, down: bool) {
        self.down.store(down, Ordering::SeqCst);
    }

    /// Lets the WebAssembly through.
    pub async fn release(&self) -> Result {
        self.browser.run::<Value>("release(); return null", vec![]).await?;
        self.browser.hydrated().await
    }

    pub async fn type_keys(&self, keys: impl Into<TypingData>) -> Result {
        Ok(self.browser.in_shadow("#number").await?.send_keys(keys).await?)
    }

    pub async fn close(self) -> Result {
        let uncaught: Vec<String> = self.browser.run("return uncaught", vec![]).await?;
        assert_eq!(uncaught, Vec::<String>::new());
        self.browser.close().await
    }
}
