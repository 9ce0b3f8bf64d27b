//! The browser for the measurements: one process for all of them.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context as _, Result, anyhow};
use chromiumoxide::BrowserConfig;
use chromiumoxide::cdp::browser_protocol::target::{
    CreateBrowserContextParams, CreateTargetParams,
};
use futures::StreamExt as _;
use tokio::task::JoinHandle;
use tokio::time::timeout;
use xtask::browsers::chromium::{CHROMIUM, FLAGS};
use xtask::workspace;

use crate::conditions::Conditions;
use crate::tab::Tab;

/// The time limit for an answer of the browser. No answer takes this long.
const ANSWERS_WITHIN: Duration = Duration::from_secs(60);
const CLOSES_WITHIN: Duration = Duration::from_secs(5);

/// A running browser. It is killed when it is dropped; [`Browser::close`] ends it in order.
#[derive(Debug)]
pub(crate) struct Browser {
    chromium: chromiumoxide::Browser,
    /// Reads and writes the connection to the browser.
    connection: JoinHandle<()>,
    profile: PathBuf,
    /// The browser's name, with its version.
    pub(crate) name: String,
}

impl Browser {
    /// Starts Chromium with a profile of its own.
    pub(crate) async fn start() -> Result<Self> {
        let profile = workspace::made("bench").join(format!("profile-{}", std::process::id()));
        fs::create_dir_all(&profile)?;
        let config = BrowserConfig::builder()
            .chrome_executable(CHROMIUM.executable()?)
            .user_data_dir(&profile)
            // The flags are those of the page tests, not the library's.
            .disable_default_args()
            .args(FLAGS.map(|flag| flag.trim_start_matches('-')))
            // Chromium slows down pages in the background.
            .arg("disable-renderer-backgrounding")
            .arg("disable-backgrounding-occluded-windows")
            .viewport(None)
            .request_timeout(ANSWERS_WITHIN)
            .build()
            .map_err(|error| anyhow!(error))?;
        let (chromium, mut handler) =
            chromiumoxide::Browser::launch(config).await.context("Chromium does not start")?;
        let connection = tokio::spawn(async move { while handler.next().await.is_some() {} });
        let name = chromium.version().await?.product;
        Ok(Self { chromium, connection, profile, name })
    }

    /// Runs a measurement in a tab with an empty cache, under these conditions.
    pub(crate) async fn visit<T>(
        &self,
        on: Conditions,
        work: impl AsyncFnOnce(&mut Tab) -> Result<T>,
    ) -> Result<T> {
        let context = self
            .chromium
            .create_browser_context(CreateBrowserContextParams::default())
            .await
            .context("the browser opens no window")?;
        let mut target = CreateTargetParams::new("about:blank");
        target.browser_context_id = Some(context.clone());
        let result = async {
            let page = self.chromium.new_page(target).await.context("the browser opens no tab")?;
            work(&mut Tab::new(page, on).await?).await
        }
        .await;
        // The measurement is complete, so it does not matter if the window cannot be closed.
        let _ = self.chromium.dispose_browser_context(context).await;
        result
    }

    /// The browser itself, for commands that are not for one tab.
    pub(crate) fn chromium(&self) -> &chromiumoxide::Browser {
        &self.chromium
    }

    /// Ends the browser and removes its profile.
    pub(crate) async fn close(mut self) {
        // If it does not end in time, dropping kills it.
        let end = async {
            let _ = self.chromium.close().await;
            let _ = self.chromium.wait().await;
        };
        let _ = timeout(CLOSES_WITHIN, end).await;
        self.connection.abort();
        // The profile is below target/, where a leftover does no harm.
        let _ = fs::remove_dir_all(&self.profile);
    }
}
