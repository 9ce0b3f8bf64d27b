//! Hosts that are plain pages, without a build.

use serde_json::Value;
use thirtyfour::Key;

use super::{on_host, packages, sources};
use crate::harness::server::files_in;
use crate::harness::{Result, until};

#[tokio::test(flavor = "multi_thread")]
async fn a_plain_page() -> Result {
    on_host(files_in(&sources("plain"))?, async |host| host.adds_changes_and_closes(1).await).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_with_jquery_a_classic_script_and_a_style_sheet_that_resets_everything() -> Result {
    let mut files = files_in(&sources("jquery"))?;
    let jquery = packages()?.join("node_modules/jquery/dist/jquery.js");
    files.push(("jquery.js".to_owned(), std::fs::read(jquery)?));
    on_host(files, async |host| {
        host.adds_changes_and_closes(1).await?;
        // The page's rules do not reach into the form.
        let widths = "const form = document.querySelector('lead-phone-form');
            const button = form.shadowRoot.querySelector('#submit');
            return [form.getBoundingClientRect().width, button.getBoundingClientRect().width]";
        let (form, button): (f64, f64) = host.run(widths, vec![]).await?;
        assert!(form > 400.0 && button > 40.0, "{form} and {button}");
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dialog() -> Result {
    on_host(files_in(&sources("dialog"))?, async |host| {
        host.field("#number").await?;
        let is_focused = async || {
            let body = "return document.activeElement.localName === 'lead-phone-form'";
            host.run::<bool>(body, vec![]).await
        };
        let is_open =
            async || host.run::<bool>("return document.querySelector('dialog').open", vec![]).await;
        host.press("Add a phone").await?;
        until("the form has the focus", is_focused).await?;
        host.action_chain().send_keys("+15142223344" + Key::Enter).perform().await?;
        host.until_text("output", "+15142223344").await?;
        assert!(!is_open().await?);

        // After the dialog was closed without a save, the form is empty.
        host.press("Add a phone").await?;
        until("the form has the focus", is_focused).await?;
        host.action_chain().send_keys("514").perform().await?;
        host.action_chain().send_keys(Key::Escape + "").perform().await?;
        until("the dialog is closed", async || Ok(!is_open().await?)).await?;
        let number = host.in_shadow("#number").await?.prop("value").await?;
        assert_eq!(number.as_deref(), Some(""));
        host.has_nothing_to_complain_of().await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_frame() -> Result {
    on_host(files_in(&sources("frame"))?, async |host| {
        host.enter_frame(0).await?;
        host.save("#number", "+15142223344").await?;
        let phone = "return document.querySelector('lead-phone-form').leadId";
        assert_eq!(host.run::<Value>(phone, vec![]).await?, 3387562);
        host.enter_default_frame().await?;
        host.until_text("output", "+15142223344").await?;
        host.has_nothing_to_complain_of().await
    })
    .await
}
