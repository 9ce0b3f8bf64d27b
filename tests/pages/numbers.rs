//! Numbers of the world on a page: what is sent, and what is fetched for it.

use serde_json::{Value, json};
use thirtyfour::{Key, TypingData};

use crate::harness::portal::{Api, serve_page};
use crate::harness::{Browser, Demo, Result, until};

use axum::http::StatusCode;

/// A page with two forms, and an API that takes everything.
struct Host {
    browser: Browser,
    api: Api,
    _cdn: Demo,
}

impl Host {
    async fn open(script: &str) -> Result<Self> {
        let phone = json!({"id": 1, "valid": true});
        let api = Api::start((StatusCode::CREATED, phone.clone()), (StatusCode::OK, phone)).await?;
        let cdn = Demo::start(&[]).await?;
        let (widget, origin) = (cdn.url(""), &api.origin);
        let form =
            format!(r#"<lead-phone-form lead-id="1" base-url="{origin}"></lead-phone-form>"#);
        let page = format!(
            r#"<!doctype html><title>A portal</title><link rel="icon" href="data:,">
            <script>
              window.ready = 0; window.saved = 0;
              document.addEventListener("lead-phone-ready", () => ready++);
              document.addEventListener("lead-phone-created", () => saved++);
              {script}
            </script>
            <script type="module" src="{widget}/lead-phone-form/lead-phone-form.js"></script>
            {form}{form}
            <script type="module">
              for (const form of document.querySelectorAll("lead-phone-form")) form.token = "token";
            </script>"#
        );
        let browser = Browser::start().await?;
        browser.goto(&serve_page(page).await?).await?;
        let host = Self { browser, api, _cdn: cdn };
        until("both are ready", async || Ok(host.count("ready").await? == 2)).await?;
        Ok(host)
    }

    async fn count(&self, name: &str) -> Result<u64> {
        self.browser.run(&format!("return window.{name}"), vec![]).await
    }

    async fn type_number(&self, keys: impl Into<TypingData>) -> Result {
        Ok(self.browser.in_shadow("#number").await?.send_keys(keys).await?)
    }

    /// Pastes as the browser would: in one piece.
    async fn paste(&self, text: &str) -> Result {
        let paste = "const root = document.querySelector('lead-phone-form').shadowRoot;
            const input = root.querySelector('#number');
            input.focus();
            input.select();
            document.execCommand('insertText', false, arguments[0]);
            input.dispatchEvent(new Event('change', { bubbles: true }))";
        self.browser.run::<Value>(paste, vec![json!(text)]).await?;
        Ok(())
    }

    async fn save(&self) -> Result<String> {
        let before = self.count("saved").await?;
        self.browser.in_shadow("#submit").await?.click().await?;
        until("it is saved", async || Ok(self.count("saved").await? == before + 1)).await?;
        let sent = self.api.requests().pop().ok_or("no request")?;
        let body: Value = serde_json::from_str(&sent.body)?;
        Ok(body["number"].as_str().unwrap_or_default().to_owned())
    }

    /// The tables that the page has fetched, in order.
    async fn fetched(&self) -> Result<Vec<String>> {
        let names = "return performance.getEntriesByType('resource')
            .map((entry) => entry.name.split('/').pop())
            .filter((name) => /zone/.test(name))";
        self.browser.run(names, vec![]).await
    }

    async fn text(&self, selector: &str) -> Result<String> {
        Ok(self.browser.in_shadow(selector).await?.text().await?)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_of_four_countries_are_saved_and_each_zone_is_fetched_once() -> Result {
    let host = Host::open("").await?;
    assert_eq!(host.fetched().await?, Vec::<String>::new());

    host.type_number("(514) 555-0123").await?;
    assert_eq!(host.save().await?, "+15145550123");
    assert_eq!(host.fetched().await?, Vec::<String>::new());

    host.type_number("011 44 20 7946 0018").await?;
    assert_eq!(host.save().await?, "+442079460018");
    host.type_number("+33 6 12 34 56 78").await?;
    assert_eq!(host.save().await?, "+33612345678");
    host.paste("+91 98765 43210").await?;
    assert_eq!(host.save().await?, "+919876543210");
    host.paste("0054 9 11 2345-6789").await?;
    assert_eq!(host.save().await?, "+5491123456789");
    // Again, and in the other form, without another fetch.
    host.paste("+44 7400 123456").await?;
    assert_eq!(host.save().await?, "+447400123456");
    let other = "const form = document.querySelectorAll('lead-phone-form')[1];
        form.shadowRoot.querySelector('#number').value = '+34 612 34 56 78';
        form.requestSubmit()";
    host.browser.run::<Value>(other, vec![]).await?;
    until("it is saved", async || Ok(host.count("saved").await? == 7)).await?;

    let mut fetched = host.fetched().await?;
    fetched.sort();
    let zones: Vec<_> =
        fetched.iter().filter_map(|name| name.chars().find(char::is_ascii_digit)).collect();
    assert_eq!(zones, ['3', '4', '5', '9'], "{fetched:?}");
    host.browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_extension_moves_to_its_field_and_a_mobile_phone_is_known() -> Result {
    let host = Host::open("").await?;
    host.type_number("514 555 0123 ext. 12" + Key::Tab).await?;
    until("it has moved", async || {
        let extension = host.browser.in_shadow("#extension").await?.prop("value").await?;
        Ok(extension.as_deref() == Some("12"))
    })
    .await?;
    assert_eq!(host.save().await?, "+15145550123");
    let body: Value = serde_json::from_str(&host.api.requests()[0].body)?;
    assert_eq!(body["extension"], 12);

    host.type_number("+44 7400 123456").await?;
    until("it is checked", async || {
        Ok(host.browser.in_shadow("#mobile").await?.is_selected().await?)
    })
    .await?;
    host.save().await?;
    let body: Value = serde_json::from_str(&host.api.requests()[1].body)?;
    assert_eq!(body["mobile"], true);
    host.browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_possible_is_refused_with_its_reason_and_may_be_saved_anyway() -> Result {
    let host = Host::open("").await?;
    host.type_number("514 555 01234" + Key::Enter).await?;
    until("it is told", async || Ok(host.text("#number-error").await?.contains("too long")))
        .await?;
    assert!(host.api.requests().is_empty());
    host.browser.in_shadow("#save-anyway").await?.click().await?;
    until("it is saved", async || Ok(host.count("saved").await? == 1)).await?;
    assert!(host.api.requests()[0].body.contains("+151455501234"));

    // Possible but not valid: the specification's own number.
    host.type_number("+15141234455").await?;
    until("it is said", async || Ok(host.text("#number-help").await?.contains("in use"))).await?;
    assert_eq!(host.save().await?, "+15141234455");
    host.browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_its_plan_an_international_number_is_sent_and_a_national_one_is_not() -> Result {
    let broken = "const real = window.fetch;
        window.fetch = (url, ...rest) => /zone/.test(url) ? Promise.reject(new Error()) : real(url, ...rest)";
    let host = Host::open(broken).await?;
    host.type_number("+33 6 12 34 56 78").await?;
    assert_eq!(host.save().await?, "+33612345678");

    let france = "document.querySelector('lead-phone-form').setAttribute('country', 'FR')";
    host.browser.run::<Value>(france, vec![]).await?;
    host.type_number("06 12 34 56 78" + Key::Enter).await?;
    until("it is told", async || Ok(host.text("#number-error").await?.contains("with +"))).await?;
    assert_eq!(host.count("saved").await?, 1);
    host.browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_that_was_tampered_with_is_as_good_as_none() -> Result {
    let tampered = "const real = window.fetch;
        window.fetch = async (url, ...rest) => {
          const response = await real(url, ...rest);
          if (!/zone/.test(url)) return response;
          const bytes = new Uint8Array(await response.arrayBuffer());
          bytes[bytes.length >> 1] ^= 1;
          return new Response(bytes);
        }";
    let host = Host::open(tampered).await?;
    host.type_number("+44 7400 123456").await?;
    until("it does without", async || {
        Ok(host.text("#number-help").await?.contains("+447400123456"))
    })
    .await?;
    assert_eq!(host.save().await?, "+447400123456");
    host.browser.close().await
}
