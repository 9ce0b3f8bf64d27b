//! A page with an API and files that the test controls.

use std::ops::Deref;

use super::{Browser, Result, Server, document};

/// A page, the widget and an API, each with its own origin. It dereferences to [`Browser`].
pub struct Stage {
    pub browser: Browser,
    pub widget: Server,
    pub api: Server,
    /// Serves the page that is open.
    pub portal: Server,
}

impl Deref for Stage {
    type Target = Browser;

    fn deref(&self) -> &Browser {
        &self.browser
    }
}

impl Stage {
    /// Opens a page in a new browser without waiting for the element. In its HTML, `{widget}` and
    /// `{api}` are the servers' origins, and `{script}` is the tag that loads the element.
    pub async fn open(widget: Server, api: Server, html: &str) -> Result<Self> {
        let portal = portal(&widget, &api, html).await?;
        let browser = Browser::start().await?;
        browser.goto(&portal.origin).await?;
        Ok(Self { browser, widget, api, portal })
    }

    /// Opens another page like [`Stage::open`], in the same browser.
    pub async fn reopen(&mut self, html: &str) -> Result {
        self.portal = portal(&self.widget, &self.api, html).await?;
        Ok(self.browser.goto(&self.portal.origin).await?)
    }

    /// How often the WebAssembly was requested.
    pub fn wasm_loads(&self) -> usize {
        self.widget.requests().iter().filter(|request| request.path.ends_with(".wasm")).count()
    }

    /// Ends the browser's session.
    pub async fn close(self) -> Result {
        self.browser.close().await
    }
}

async fn portal(widget: &Server, api: &Server, html: &str) -> Result<Server> {
    let html = html
        .replace("{script}", "<script type=module src={widget}/lead-phone-form.js></script>")
        .replace("{widget}", &widget.origin)
        .replace("{api}", &api.origin);
    Server::page(document(&html), vec![]).await
}
