//! Dialogs whose focus traps do not look into shadow roots: Tab goes through all controls of the
//! form, out of it and in again.

use serde_json::{Value, json};
use thirtyfour::Key;

use super::scripts;
use crate::harness::{Browser, Result, Server, console, document, until};

/// A library, its files among the npm packages, and a script that opens `dialog`.
struct Library {
    files: &'static [&'static str],
    open: &'static str,
}

const FOCUS_TRAP: Library = Library {
    files: &["tabbable/dist/index.umd.js", "focus-trap/dist/focus-trap.umd.js"],
    open: "window.trap = focusTrap.createFocusTrap(dialog, { escapeDeactivates: () => window.closes++ });
        trap.activate()",
};
const MICROMODAL: Library = Library {
    files: &["micromodal/dist/micromodal.js"],
    open: "modal.hidden = false; MicroModal.show('modal', { onClose: () => window.closes++ })",
};

/// The controls of the form in the order of Tab, with the buttons of the page around it.
const STOPS: [&str; 6] = ["close", "country", "number", "extension", "mobile", "submit"];

async fn tab_reaches_everything(library: Library) -> Result {
    let widget = Server::widget().await?;
    let api = Server::saving_api().await?;
    let (scripts, mut files) = scripts(library.files)?;
    // The form is the last in the dialog, after which a trap has to go to the first.
    let html = document(&format!(
        "{scripts}<script type=module src={}/lead-phone-form.js></script>
         <button id=outside>Outside</button>
         <div id=modal><div id=dialog role=dialog aria-modal=true aria-label='Add a phone'>
           <button id=close data-micromodal-close>Close</button>
           <lead-phone-form lead-id=1 base-url={}></lead-phone-form>
         </div></div>
         <button id=after>After</button>
         <script>
           window.closes = 0;
           document.querySelector('lead-phone-form').token = 'a-token';
         </script>",
        widget.origin, api.origin,
    ));
    files.push(("index.html".to_owned(), console::kept(&html)?.into_bytes()));
    let portal = Server::files(files).await?;
    let browser = Browser::start().await?;
    browser.goto(&portal.origin).await?;
    browser.until_heard("ready").await?;
    browser.hydrated().await?;
    browser
        .run::<Value>(&format!("{}; close.focus?.(); return null", library.open), vec![])
        .await?;
    browser.run::<Value>("document.getElementById('close').focus()", vec![]).await?;
    let focused = "const { activeElement } = document;
        return (activeElement.shadowRoot?.activeElement ?? activeElement).id";
    let is_at = async |stop: &str| {
        let mut found = String::new();
        until(&format!("the focus is at {stop}"), async || {
            found = browser.run(focused, vec![]).await?;
            Ok(found == stop)
        })
        .await
        .map_err(|error| format!("{error}, not at {found}"))
    };
    is_at("close").await?;
    for stop in STOPS.into_iter().skip(1).chain(["close", "country"]) {
        browser.press(Key::Tab).await?;
        is_at(stop).await?;
    }
    let back = ["close", "submit", "mobile", "extension", "number", "country", "close"];
    for stop in back {
        browser.press(Key::Shift + Key::Tab).await?;
        is_at(stop).await?;
    }

    // The first Escape closes the list alone, and a country that Tab leaves is chosen.
    browser.press(Key::Tab).await?;
    is_at("country").await?;
    let has_list = "root.querySelector('[role=option]')";
    browser.press(Key::Down).await?;
    browser.until(has_list).await?;
    browser.press(Key::Escape).await?;
    browser.until(&format!("!{has_list}")).await?;
    assert_eq!(browser.run::<Value>("return window.closes", vec![]).await?, json!(0));
    browser.press("france").await?;
    browser.press(Key::Tab).await?;
    is_at("number").await?;
    browser.until("root.querySelector('#country').value === 'France +33'").await?;
    browser.press("06 12 34").await?;
    browser.press(Key::Escape).await?;
    until(
        "it is closed",
        async || Ok(browser.run::<u8>("return window.closes", vec![]).await? > 0),
    )
    .await?;
    assert_eq!(browser.value_of("#number").await?, "06 12 34");
    browser.threw_nothing().await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn focus_trap() -> Result {
    tab_reaches_everything(FOCUS_TRAP).await
}

#[tokio::test(flavor = "multi_thread")]
async fn micromodal() -> Result {
    tab_reaches_everything(MICROMODAL).await
}
