//! English with accents and 40 percent longer, in which layout is tested as in English.

use serde_json::{Value, json};

use super::{Browser, Result};

/// The module of the demo that makes the words.
const MODULE: &str = include_str!("../../../www/demo/pseudo-locale.js");
const ENGLISH: &str = include_str!("../../../locales/en.json");

impl Browser {
    /// Gives the first form the words of the pseudo-locale, and waits until they are shown.
    pub async fn set_pseudo_locale(&self) -> Result {
        let set = "const [module, english] = arguments;
            return import('data:text/javascript,' + encodeURIComponent(module)).then((module) => {
              const form = document.querySelector('lead-phone-form');
              form.messages = module.pseudoMessages(JSON.parse(english));
            })";
        self.run::<Value>(set, vec![json!(MODULE), json!(ENGLISH)]).await?;
        self.until("root.querySelector('[for=country]').textContent.startsWith('[Ç')").await
    }
}
