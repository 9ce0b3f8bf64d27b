//! One session of the engine that the tests run in.

use std::ops::Deref;

use serde::de::DeserializeOwned;
use serde_json::Value;
use thirtyfour::prelude::*;
use thirtyfour::{By, Capabilities};

use super::{Result, told};

/// A browser with a new profile; everything that a [`WebDriver`] can do.
pub struct Browser {
    driver: WebDriver,
}

impl Deref for Browser {
    type Target = WebDriver;

    fn deref(&self) -> &WebDriver {
        &self.driver
    }
}

impl Browser {
    /// Starts one.
    pub async fn start() -> Result<Self> {
        let capabilities = std::fs::read_to_string(told("PAGES_CAPABILITIES")?)?;
        let capabilities: Capabilities = serde_json::from_str(&capabilities)?;
        let driver = WebDriver::new(told("PAGES_DRIVER")?, capabilities).await?;
        Ok(Self { driver })
    }

    /// The first element in the page's first form that the selector matches.
    #[allow(dead_code, reason = "for the tests of the form itself")]
    pub async fn in_shadow(&self, selector: &str) -> Result<WebElement> {
        let form = self.driver.find(By::Css("lead-phone-form")).await?;
        Ok(form.get_shadow_root().await?.find(By::Css(selector)).await?)
    }

    /// Runs a function's body in the page, where `arguments` are these, and
    /// returns what it returns. A promise is waited for.
    pub async fn run<T: DeserializeOwned>(&self, body: &str, arguments: Vec<Value>) -> Result<T> {
        Ok(self.driver.execute(body, arguments).await?.convert()?)
    }

    /// Waits until the forms of the page are no longer only drawn ahead of the WebAssembly.
    pub async fn taken_over(&self) -> Result {
        // A turn later all that waited for it has run.
        self.run::<Value>(
            "return customElements.whenDefined('lead-phone-form')
               .then((form) => form.preload())
               .then(() => new Promise((resolve) => setTimeout(resolve)))",
            vec![],
        )
        .await
        .map(drop)
    }

    /// What the page wrote to its console since the last call, with what the
    /// browser itself had to say; nothing where the engine does not tell.
    pub async fn console(&self) -> Result<Vec<String>> {
        let log = self.driver.browser_log().await.unwrap_or_default();
        Ok(log.into_iter().map(|entry| format!("{}: {}", entry.level, entry.message)).collect())
    }

    /// Ends the session. One that is only dropped, by a test that fails, stays
    /// until the driver ends, which ends its browsers.
    pub async fn close(self) -> Result {
        Ok(self.driver.clone().quit().await?)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Or thirtyfour would end the session here, waiting for minutes for the
        // runtime that it blocks. After `close` there is nothing to leave.
        let _ = self.driver.clone().leak();
    }
}
