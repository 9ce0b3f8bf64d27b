//! Operations on the first form of a page.

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use super::{Browser, Result, until};

impl Browser {
    /// The first element in the form that the selector matches.
    pub async fn in_shadow(&self, selector: &str) -> Result<WebElement> {
        let found = self.find_in_shadow(selector).await?;
        found.ok_or_else(|| format!("there is no {selector} in a form").into())
    }

    async fn find_in_shadow(&self, selector: &str) -> Result<Option<WebElement>> {
        // Use a script: thirtyfour handles a shadow root as an element, which only Chromium's
        // driver accepts.
        let find = "return document.querySelector('lead-phone-form').shadowRoot
            .querySelector(arguments[0])";
        let found = self.execute(find, vec![json!(selector)]).await?;
        Ok(if found.json().is_null() { None } else { Some(found.element()?) })
    }

    /// Runs a function's body with `form`, the element, and `root`, its shadow root.
    pub async fn in_form<T: DeserializeOwned>(&self, body: &str) -> Result<T> {
        let body = format!(
            "const form = document.querySelector('lead-phone-form'), root = form.shadowRoot; {body}"
        );
        self.run(&body, vec![]).await
    }

    /// Waits until an expression of `form` and `root` is true.
    pub async fn until(&self, expression: &str) -> Result {
        let body = format!("return !!({expression})");
        until(expression, async || self.in_form(&body).await).await
    }

    /// The value of a field.
    pub async fn value_of(&self, selector: &str) -> Result<String> {
        Ok(self.in_shadow(selector).await?.prop("value").await?.unwrap_or_default())
    }

    /// The text of an element that is shown; empty if there is none.
    pub async fn text_of(&self, selector: &str) -> Result<String> {
        Ok(match self.find_in_shadow(selector).await? {
            Some(element) => element.text().await?,
            None => String::new(),
        })
    }

    /// Clicks into a field with the mouse. WebKit's driver treats the contents of a field as an
    /// element that covers it.
    pub async fn click_into(&self, selector: &str) -> Result {
        let field = self.in_shadow(selector).await?;
        field.scroll_into_view().await?;
        Ok(self.action_chain().move_to_element_center(&field).click().perform().await?)
    }

    /// Presses keys where the focus is, like a keyboard. Keys that are sent to an element would
    /// move its caret. Shift and Control are held until the last key.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Result {
        let is_held = |key: char| [Key::Shift, Key::Control].iter().any(|held| held.value() == key);
        let keys = keys.into().as_vec();
        let mut chain = self.action_chain();
        for key in &keys {
            chain = chain.key_down(*key);
            if !is_held(*key) {
                chain = chain.key_up(*key);
            }
        }
        for key in keys.into_iter().filter(|key| is_held(*key)) {
            chain = chain.key_up(key);
        }
        Ok(chain.perform().await?)
    }

    /// Waits until the forms of the page are hydrated.
    pub async fn hydrated(&self) -> Result {
        // A prerendered form is hydrated in the turn of the event loop after it, and has told of it
        // in the next.
        self.run::<Value>(
            "return customElements.whenDefined('lead-phone-form')
               .then((form) => form.preload())
               .then(() => new Promise((resolve) => setTimeout(() => setTimeout(resolve))))",
            vec![],
        )
        .await
        .map(drop)
    }
}
