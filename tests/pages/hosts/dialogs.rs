//! Dialogs, by the browser and by libraries: Tab goes through all controls of the form, out of it and
//! in again, the first Escape closes the list of countries alone, and the typed text survives.

use std::path::Path;

use serde_json::{Value, json};
use thirtyfour::Key;
use tokio::process::Command;
use tokio::sync::OnceCell;

use super::frameworks::run;
use super::{has_nothing_to_complain_of, packages, scripts};
use crate::harness::{Browser, Result, Server, console, document, told, until};

/// A library and a page with a dialog of it.
struct Library {
    /// Its files among the npm packages.
    files: &'static [&'static str],
    /// The page. `BODY` is what is in the dialog: a button and, as the last, the form.
    html: &'static str,
    /// Makes the button `add` open the dialog, and has `closed` called when it closes.
    script: &'static str,
}

const BODY: &str =
    "<button id=close>Close</button><lead-phone-form lead-id=1>Loading…</lead-phone-form>";

const NATIVE: Library = Library {
    files: &[],
    html: "<dialog id=dialog aria-label=Phone>BODY</dialog>",
    script: "add.onclick = () => dialog.showModal(); dialog.onclose = closed",
};
const BOOTSTRAP: Library = Library {
    files: &["bootstrap/dist/css/bootstrap.css", "bootstrap/dist/js/bootstrap.bundle.js"],
    html: "<div id=dialog class='modal fade' tabindex=-1 aria-label=Phone>
        <div class=modal-dialog><div class=modal-content><div class=modal-body>BODY</div></div></div>
        </div>",
    script: "add.dataset.bsToggle = 'modal'; add.dataset.bsTarget = '#dialog';
        dialog.addEventListener('hidden.bs.modal', closed)",
};
const JQUERY_UI: Library = Library {
    files: &["jquery/dist/jquery.js", "jquery-ui/dist/jquery-ui.js"],
    html: "<div id=dialog title=Phone>BODY</div>",
    // The library's own button to close is not the one of the other dialogs.
    script: "$(dialog).dialog({ autoOpen: false, modal: true, close: closed });
        $('.ui-dialog-titlebar-close').remove(); add.onclick = () => $(dialog).dialog('open')",
};
const MICROMODAL: Library = Library {
    files: &["micromodal/dist/micromodal.js"],
    html: "<div id=modal hidden><div role=dialog aria-modal=true aria-label=Phone>BODY</div></div>",
    script: "const onClose = (modal) => { modal.hidden = true; closed() };
        add.onclick = () => { modal.hidden = false; MicroModal.show('modal', { onClose }) }",
};
const FOCUS_TRAP: Library = Library {
    files: &["tabbable/dist/index.umd.js", "focus-trap/dist/focus-trap.umd.js"],
    html: "<div id=dialog role=dialog aria-modal=true aria-label=Phone hidden>BODY</div>",
    script: "const trap = focusTrap.createFocusTrap(dialog, {
          onDeactivate: () => { dialog.hidden = true; closed() },
        });
        add.onclick = () => { dialog.hidden = false; trap.activate() }",
};
/// Nothing in its markup says that it is a dialog.
const FOCUS_TRAP_ALONE: Library =
    Library { html: "<div id=dialog hidden>BODY</div>", ..FOCUS_TRAP };
/// As Material Web does it: what has the focus before and after the dialog's content sends it on.
const SENTINELS: Library = Library {
    files: &[],
    html: "<div id=dialog hidden><i tabindex=0></i>BODY<i tabindex=0></i></div>",
    script: "const [before, after] = dialog.querySelectorAll('i');
        before.onfocus = () => dialog.querySelector('lead-phone-form').focus();
        after.onfocus = () => dialog.querySelector('button').focus();
        const show = (isShown) => { dialog.hidden = !isShown };
        dialog.onkeydown = ({ key }) => { if (key === 'Escape') { show(false); closed() } };
        add.onclick = () => { show(true); dialog.querySelector('button').focus() }",
};
const RADIX: Library = Library { script: "dialogs.start('Radix')", ..REACT };
const MUI: Library = Library { script: "dialogs.start('Mui')", ..REACT };
const HEADLESS_UI: Library = Library { script: "dialogs.start('HeadlessUi')", ..REACT };
/// The libraries for React are bundled from `dialogs.jsx`, all together.
const REACT: Library = Library { files: &[], html: "<div id=app></div>", script: "" };

/// Bundles `dialogs.jsx`, once for all tests.
async fn bundle() -> Result<&'static [u8]> {
    static BUNDLE: OnceCell<String> = OnceCell::const_new();
    let build = async || {
        let mut esbuild = Command::new("node");
        esbuild
            .arg(Path::new(&told("PAGES_MODULES")?).join("esbuild/bin/esbuild"))
            .args(["pages/hosts/dialogs.jsx", "--bundle", "--global-name=dialogs"])
            .args(["--jsx=automatic", "--log-level=warning"])
            // In development React and the libraries tell of mistakes.
            .arg("--define:process.env.NODE_ENV=\"development\"")
            .env("NODE_PATH", packages()?.join("node_modules"));
        run(&mut esbuild, &Path::new(env!("CARGO_MANIFEST_DIR")).join("..")).await
    };
    Ok(BUNDLE.get_or_try_init(build).await?.as_bytes())
}

/// A page with a dialog, open in a browser.
struct Dialog {
    browser: Browser,
    _servers: [Server; 2],
}

impl Dialog {
    async fn open(library: &Library) -> Result<Self> {
        let widget = Server::widget().await?;
        let (mut tags, mut files) = scripts(library.files)?;
        if library.html == REACT.html {
            tags += "<script src=dialogs.js></script>";
            files.push(("dialogs.js".to_owned(), bundle().await?.to_vec()));
        }
        let html = document(&format!(
            "{tags}<script type=module src={}/lead-phone-form.js></script>
             <button id=add>Add a phone</button>{}<button id=after>After</button>
             <script>
               let closes = 0, escapes = [];
               const closed = () => void closes++;
               for (const kind of ['keydown', 'keyup']) {{
                 const note = ({{ key }}) => key === 'Escape' && escapes.push(kind);
                 document.addEventListener(kind, note, true);
               }}
               {}
             </script>",
            widget.origin,
            library.html.replace("BODY", BODY),
            library.script,
        ));
        files.push(("index.html".to_owned(), console::kept(&html)?.into_bytes()));
        let portal = Server::files(files).await?;
        let browser = Browser::start().await?;
        browser.goto(&portal.origin).await?;
        let dialog = Self { browser, _servers: [widget, portal] };
        dialog.show().await?;
        Ok(dialog)
    }

    /// Opens the dialog by its button, and waits for what is in it.
    async fn show(&self) -> Result {
        let shown =
            "document.getElementById('close')?.checkVisibility({ visibilityProperty: true })";
        self.browser.run::<Value>("document.getElementById('add').click()", vec![]).await?;
        let shown = format!("return !!{shown}");
        until("the dialog is shown", async || self.browser.run(&shown, vec![]).await).await?;
        self.browser.hydrated().await?;
        self.browser.until("root.getElementById('number')").await?;
        // Where the dialog opens gradually, it moves the focus at the end.
        let is_in = "const { activeElement, body } = document;
            return activeElement !== body && activeElement.contains(document.getElementById('close'))";
        until("the focus is in it", async || self.browser.run(is_in, vec![]).await).await?;
        let close = "document.getElementById('close').focus()";
        self.browser.run(close, vec![]).await
    }

    async fn is_at(&self, stop: &str) -> Result {
        let focused = "const { activeElement } = document;
            return (activeElement.shadowRoot?.activeElement ?? activeElement).id";
        let mut found = String::new();
        let at_stop = format!("the focus is at {stop:?}");
        let wait = until(&at_stop, async || {
            found = self.browser.run(focused, vec![]).await?;
            Ok(found == stop)
        });
        Ok(wait.await.map_err(|error| format!("{error}, not at {found:?}"))?)
    }

    /// Goes through the dialog by Tab, one round and a bit, and back again.
    async fn tab_goes_everywhere(&self, is_native: bool) -> Result {
        const STOPS: [&str; 6] = ["close", "country", "number", "extension", "mobile", "submit"];
        let turns = if is_native { STOPS.len() - 1 } else { STOPS.len() + 2 };
        self.is_at(STOPS[0]).await?;
        for at in 1..=turns {
            self.browser.press(Key::Tab).await?;
            self.is_at(STOPS[at % STOPS.len()]).await?;
        }
        if is_native {
            // From there it goes to the browser's own buttons.
            self.browser.press(Key::Tab).await?;
            self.is_at("").await?;
            self.browser.in_form::<Value>("root.getElementById('submit').focus()").await?;
        }
        for at in (0..turns).rev() {
            self.browser.press(Key::Shift + Key::Tab).await?;
            self.is_at(STOPS[at % STOPS.len()]).await?;
        }
        Ok(())
    }

    async fn has_closed(&self) -> Result<bool> {
        self.browser.run("return closes > 0", vec![]).await
    }
}

/// Tests a form in a dialog. `is_kept` is whether the element stays while the dialog is closed.
async fn works_in(library: Library, is_kept: bool) -> Result {
    let dialog = Dialog::open(&library).await?;
    dialog.tab_goes_everywhere(library.html == NATIVE.html).await?;
    let Dialog { browser, .. } = &dialog;

    // The first Escape closes the list alone, and nobody on the page hears of it.
    browser.press(Key::Tab).await?;
    dialog.is_at("country").await?;
    let has_list = "root.querySelector('[role=option]')";
    browser.press(Key::Down).await?;
    browser.until(has_list).await?;
    browser.press(Key::Escape).await?;
    browser.until(&format!("!{has_list}")).await?;
    dialog.is_at("country").await?;
    assert!(!dialog.has_closed().await?);
    assert_eq!(browser.run::<Value>("return escapes", vec![]).await?, json!([]));

    // A country that Tab leaves is chosen, and a click chooses one, outside of the dialog's box too.
    browser.press("france").await?;
    browser.press(Key::Tab).await?;
    dialog.is_at("number").await?;
    browser.until("root.querySelector('#country').value === 'France +33'").await?;
    browser.click_into("#country").await?;
    browser.until(has_list).await?;
    browser.press("germ").await?;
    browser.until("root.querySelector('[role=option]').textContent.includes('Germany')").await?;
    browser.in_shadow("[role=option]").await?.click().await?;
    browser.until("root.querySelector('#country').value === 'Germany +49'").await?;
    assert!(!dialog.has_closed().await?);
    browser.click_into("#number").await?;
    browser.press("030 1234").await?;
    browser.until("root.querySelector('#number').value === '030 1234'").await?;

    // The second Escape closes the dialog, whose text is there when it is opened again.
    browser.press(Key::Escape).await?;
    until("it is closed", async || dialog.has_closed().await).await?;
    dialog.show().await?;
    let text = if is_kept { "030 1234" } else { "" };
    assert_eq!(browser.value_of("#number").await?, text);
    browser.press(Key::Tab + Key::Tab).await?;
    dialog.is_at("number").await?;
    browser.press("5").await?;
    browser.until("root.querySelector('#number').value.endsWith('5')").await?;
    browser.threw_nothing().await?;
    has_nothing_to_complain_of(browser).await?;
    dialog.browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_browsers_own() -> Result {
    works_in(NATIVE, true).await
}

#[tokio::test(flavor = "multi_thread")]
async fn bootstrap() -> Result {
    works_in(BOOTSTRAP, true).await
}

#[tokio::test(flavor = "multi_thread")]
async fn jquery_ui() -> Result {
    works_in(JQUERY_UI, true).await
}

#[tokio::test(flavor = "multi_thread")]
async fn micromodal() -> Result {
    works_in(MICROMODAL, true).await
}

#[tokio::test(flavor = "multi_thread")]
async fn focus_trap() -> Result {
    works_in(FOCUS_TRAP, true).await
}

#[tokio::test(flavor = "multi_thread")]
async fn focus_trap_without_a_role() -> Result {
    works_in(FOCUS_TRAP_ALONE, true).await
}

#[tokio::test(flavor = "multi_thread")]
async fn elements_that_send_the_focus_on() -> Result {
    works_in(SENTINELS, true).await
}

#[tokio::test(flavor = "multi_thread")]
async fn radix() -> Result {
    works_in(RADIX, false).await
}

#[tokio::test(flavor = "multi_thread")]
async fn mui() -> Result {
    works_in(MUI, true).await
}

#[tokio::test(flavor = "multi_thread")]
async fn headless_ui() -> Result {
    works_in(HEADLESS_UI, true).await
}
