//! One visitor of a page: a tab with a cache of its own.

use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};

use super::browser::Browser;
use super::conditions::Conditions;
use super::traffic::Traffic;

/// How long a page may take to become ready or to save: the slowest takes a tenth of it.
const WITHIN: Duration = Duration::from_secs(60);
const OBSERVER: &str = include_str!("observer.js");

/// A tab, closed when it is dropped.
#[derive(Debug)]
pub(super) struct Tab<'a> {
    browser: &'a mut Browser,
    /// What holds its cache, as a window of its own would.
    context: String,
    session: String,
    traffic: Traffic,
}

/// A key as the browser is told of it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Key {
    /// What types this character.
    Character(char),
    /// Deletes the character before the caret.
    Backspace,
    /// Moves the caret by a character.
    Left,
    /// Sends the form.
    Enter,
}

impl<'a> Tab<'a> {
    /// Opens an empty one, in which pages will load under these conditions.
    pub(super) fn open(browser: &'a mut Browser, conditions: Conditions) -> Result<Self> {
        let text = |answer: &Value, name: &str| {
            answer.get(name).and_then(Value::as_str).map(str::to_owned)
        };
        let devtools = &mut browser.devtools;
        let made = devtools.command(None, "Target.createBrowserContext", json!({}))?;
        let context = text(&made, "browserContextId").context("the browser opens no window")?;
        let target = json!({ "url": "about:blank", "browserContextId": context });
        let made = devtools.command(None, "Target.createTarget", target)?;
        let target = json!({ "targetId": text(&made, "targetId"), "flatten": true });
        let attached = devtools.command(None, "Target.attachToTarget", target)?;
        let session = text(&attached, "sessionId").context("the browser hands out no tab")?;
        let mut tab = Self { browser, context, session, traffic: Traffic::default() };
        for (method, params) in [
            ("Page.enable", json!({})),
            ("Runtime.enable", json!({})),
            ("Network.enable", json!({})),
            ("Performance.enable", json!({ "timeDomain": "threadTicks" })),
            ("Runtime.addBinding", json!({ "name": "tellBench" })),
            ("Page.addScriptToEvaluateOnNewDocument", json!({ "source": OBSERVER })),
            ("Emulation.setFocusEmulationEnabled", json!({ "enabled": true })),
            ("Emulation.setCPUThrottlingRate", json!({ "rate": conditions.slower })),
            ("Network.emulateNetworkConditions", conditions.network.parameters()),
        ] {
            tab.command(method, params)?;
        }
        Ok(tab)
    }

    /// Asks the tab for something.
    pub(super) fn command(&mut self, method: &str, params: Value) -> Result<Value> {
        self.browser.devtools.command(Some(&self.session), method, params)
    }

    /// Begins to load a page.
    pub(super) fn load(&mut self, address: &str) -> Result<()> {
        self.traffic = Traffic::default();
        let answer = self.command("Page.navigate", json!({ "url": address }))?;
        if let Some(error) = answer.get("errorText").and_then(Value::as_str) {
            bail!("{address} does not load: {error}");
        }
        Ok(())
    }

    /// Waits until the page says that it is `ready` or has `saved`; when that
    /// was, in milliseconds since its navigation began.
    pub(super) fn told(&mut self, what: &str) -> Result<f64> {
        let traffic = &mut self.traffic;
        let heard = self.browser.devtools.wait_for(&self.session, WITHIN, |event| {
            traffic.note(event);
            let payload = event.params.get("payload").and_then(Value::as_str);
            let told = payload.filter(|_| event.method == "Runtime.bindingCalled")?;
            let (name, value) = told.split_once(' ')?;
            (name == what).then(|| value.parse::<f64>().ok()).flatten()
        })?;
        match heard {
            Some(milliseconds) => Ok(milliseconds),
            None => {
                let shown = self.evaluate("document.body.innerText").unwrap_or_default();
                bail!("the page does not say `{what}`; it shows: {shown}")
            }
        }
    }

    /// Waits until no request is under way.
    pub(super) fn quiet(&mut self) -> Result<()> {
        // What has come by now.
        let traffic = &mut self.traffic;
        let mut noted = |event: &_| {
            traffic.note(event);
            None::<()>
        };
        self.browser.devtools.wait_for(&self.session, Duration::ZERO, &mut noted)?;
        if self.traffic.is_quiet() {
            return Ok(());
        }
        let traffic = &mut self.traffic;
        let quiet = self.browser.devtools.wait_for(&self.session, WITHIN, |event| {
            traffic.note(event);
            traffic.is_quiet().then_some(())
        })?;
        quiet.context("the page's requests do not end")
    }

    /// What the page's requests have brought; [`Tab::quiet`] brings it up to date.
    pub(super) fn traffic(&mut self) -> &mut Traffic {
        &mut self.traffic
    }

    /// The value of an expression in the page. A promise is waited for.
    pub(super) fn evaluate(&mut self, expression: &str) -> Result<Value> {
        let params =
            json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let mut answer = self.command("Runtime.evaluate", params)?;
        if let Some(details) = answer.get("exceptionDetails") {
            let said = details.pointer("/exception/description").unwrap_or(details);
            bail!("`{expression}` fails in the page: {said}");
        }
        Ok(answer.pointer_mut("/result/value").map(Value::take).unwrap_or_default())
    }

    /// The same, of an expression that is a number.
    pub(super) fn number(&mut self, expression: &str) -> Result<f64> {
        let value = self.evaluate(expression)?;
        value.as_f64().with_context(|| format!("`{expression}` is {value} and not a number"))
    }

    /// Waits until what has changed is drawn.
    pub(super) fn drawn(&mut self) -> Result<()> {
        self.evaluate("bench.frames(2)").map(drop)
    }

    /// One of the browser's own figures about the page, such as `TaskDuration`.
    pub(super) fn metric(&mut self, name: &str) -> Result<f64> {
        let answer = self.command("Performance.getMetrics", json!({}))?;
        let metrics = answer.get("metrics").and_then(Value::as_array);
        let found = metrics
            .into_iter()
            .flatten()
            .find(|metric| metric.get("name").and_then(Value::as_str) == Some(name));
        let value = found.and_then(|metric| metric.get("value")).and_then(Value::as_f64);
        value.with_context(|| format!("this browser has no {name}"))
    }

    /// Types a text in one go, as a paste or a phone's keyboard does.
    pub(super) fn insert(&mut self, text: &str) -> Result<()> {
        self.command("Input.insertText", json!({ "text": text })).map(drop)
    }

    /// Presses and releases a key.
    pub(super) fn press(&mut self, key: Key) -> Result<()> {
        let typed;
        let (name, code, number, text) = match key {
            Key::Character(character) => {
                typed = character.to_string();
                let code = if character.is_ascii_digit() { "Digit" } else { "" };
                (typed.as_str(), format!("{code}{character}"), u32::from(character), &*typed)
            }
            Key::Backspace => ("Backspace", "Backspace".to_owned(), 8, ""),
            Key::Left => ("ArrowLeft", "ArrowLeft".to_owned(), 37, ""),
            Key::Enter => ("Enter", "Enter".to_owned(), 13, "\r"),
        };
        for kind in ["keyDown", "keyUp"] {
            let mut params = json!({
                "type": kind,
                "key": name,
                "code": code,
                "windowsVirtualKeyCode": number,
            });
            if kind == "keyDown"
                && !text.is_empty()
                && let Some(params) = params.as_object_mut()
            {
                params.insert("text".to_owned(), text.into());
            }
            self.command("Input.dispatchKeyEvent", params)?;
        }
        Ok(())
    }
}

impl Drop for Tab<'_> {
    fn drop(&mut self) {
        let context = json!({ "browserContextId": self.context });
        // A browser that is gone has no tabs either.
        let _ = self.browser.devtools.command(None, "Target.disposeBrowserContext", context);
    }
}
