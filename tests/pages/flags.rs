//! The flags beside the countries: when their file is fetched, what stands in their place until then, and
//! which of them are drawn.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::{Value, json};

use crate::harness::server::Request;
use crate::harness::{Browser, Result, Server, until};

/// A page under the contract's policy, which allows no images. Scripts of the driver add the forms.
fn page(cdn: &Server, api: &Server) -> (String, Vec<(&'static str, String)>) {
    let policy = format!(
        "default-src 'none'; script-src {cdn} 'wasm-unsafe-eval'; connect-src {cdn} {api}; \
         require-trusted-types-for 'script'; trusted-types 'none'",
        cdn = cdn.origin,
        api = api.origin
    );
    let html = format!(
        "<!doctype html><html lang=en><title>A portal</title><body>
         <script type=module src={}/lead-phone-form.js></script>",
        cdn.origin
    );
    (html, vec![("content-security-policy", policy)])
}

/// Holds back the file of flags until `release()`, and adds forms by `add`.
const SCRIPT: &str = "
    const real = window.fetch;
    const released = new Promise((resolve) => { window.release = resolve; });
    window.asked = 0;
    window.fetch = async (url, ...rest) => {
      window.asked += /flags|hashes/.test(url);
      if (/flags/.test(url)) await released;
      return real(url, ...rest);
    };
    window.add = (settings) => {
      const form = document.createElement('lead-phone-form');
      document.body.append(Object.assign(form, { leadId: 1, ...settings }));
    };
    window.boxes = (elements) => [...elements].map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return [left, top, width, height].map(Math.round);
    });
    window.letters = (box) => {
      const { content } = getComputedStyle(box, '::before');
      // Firefox does not say what the attribute is.
      return content === 'attr(data-flag)' ? box.dataset.flag : content.replaceAll('\"', '');
    };";

/// The boxes of the controls, and of the rows that are shown, with what is in them.
const BOXES: &str =
    "return boxes(root.querySelectorAll('input, button, .flag, [role=option] > span'))";

const OPEN: &str = "root.querySelector('#country').click()";

fn requests(cdn: &Server, name: &str) -> usize {
    let is_of = |request: &Request| request.path.contains(name);
    cdn.requests().iter().filter(|request| is_of(request)).count()
}

/// Opens the page. Its server ends when it is dropped.
async fn open(cdn: &Server, api: &Server) -> Result<(Server, Browser)> {
    let (html, policy) = page(cdn, api);
    let portal = Server::page(html, policy).await?;
    let browser = Browser::start().await?;
    browser.goto(&portal.origin).await?;
    Ok((portal, browser))
}

/// Waits until the chosen country's box has these letters, with or without a flag over them.
async fn until_shown(browser: &Browser, country: &str, has_flag: bool) -> Result {
    browser
        .until(&format!(
            "letters(root.querySelector('.flag')) === '{country}'
               && !!root.querySelector('.flag svg path') === {has_flag}"
        ))
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_flag_covers_the_letters_of_its_country_and_nothing_moves() -> Result {
    let (cdn, api) = (Server::widget().await?, Server::saving_api().await?);
    let (_portal, browser) = open(&cdn, &api).await?;
    browser.keep_console().await?;
    browser.run::<Value>(&format!("{SCRIPT} add({{}})"), vec![]).await?;
    browser.until("root.querySelector('#country').value === 'Canada +1'").await?;
    browser.hydrated().await?;

    // Nobody asks for flags.
    browser.in_form::<Value>(OPEN).await?;
    browser.until("root.querySelectorAll('[role=option]').length > 240").await?;
    let hidden = "return [boxes(root.querySelectorAll('.flag'))[0][2], root.querySelectorAll('.flag').length]";
    assert_eq!(browser.in_form::<Value>(hidden).await?, json!([0, 1]));
    browser.in_form::<Value>(OPEN).await?;
    let moved = "document.body.prepend(form);
        return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() =>
          resolve(asked))))";
    assert_eq!(browser.in_form::<u32>(moved).await?, 0);

    // The letters come first, in the list too.
    let forms = "document.querySelector('lead-phone-form').flags = true;
        add({ flags: true, country: 'FR' }); add({ flags: true, country: 'JP', disabled: true })";
    browser.run::<Value>(forms, vec![]).await?;
    until_shown(&browser, "CA", false).await?;
    browser.in_form::<Value>(OPEN).await?;
    browser.until("root.querySelectorAll('[role=option] .flag').length > 9").await?;
    let rows: Vec<(String, String, Option<String>)> = browser
        .in_form(
            "return [...root.querySelectorAll('.flag')].slice(1).map((box) =>
               [box.parentElement.id, 'country-' + letters(box), box.getAttribute('aria-hidden')])",
        )
        .await?;
    for (option, letters, hidden) in &rows {
        assert_eq!((option, hidden.as_deref()), (letters, Some("true")));
    }
    let before: Value = browser.in_form(BOXES).await?;

    // Then the flags, each in the box of its letters.
    browser.run::<Value>("window.release()", vec![]).await?;
    until_shown(&browser, "CA", true).await?;
    browser
        .until(
            "[...document.querySelectorAll('lead-phone-form')].every(({ shadowRoot }) =>
               shadowRoot.querySelector('.flag svg path'))",
        )
        .await?;
    assert_eq!(browser.in_form::<Value>(BOXES).await?, before);
    let covered: bool = browser
        .in_form(
            "const flags = [...root.querySelectorAll('.flag svg')];
             return boxes(flags).join() === boxes(flags.map((flag) => flag.parentElement)).join()",
        )
        .await?;
    assert!(covered);
    assert_eq!((requests(&cdn, "flags"), requests(&cdn, "hashes")), (1, 1));

    // Those far below are drawn when they are scrolled to.
    let last = "root.querySelector('[role=option]:last-child')";
    assert!(!browser.in_form::<bool>(&format!("return !!{last}.querySelector('svg')")).await?);
    let scroll =
        "const list = root.querySelector('#countries'); list.scrollTop = list.scrollHeight";
    browser.in_form::<Value>(scroll).await?;
    browser.until(&format!("{last}.querySelector('svg path')")).await?;
    browser.in_form::<Value>("root.querySelector('#country').focus()").await?;
    browser.press("german").await?;
    browser.until("root.querySelectorAll('[role=option]').length === 1").await?;
    browser.until("root.querySelector('#country-DE > .flag path')").await?;
    browser.in_form::<Value>("root.querySelector('[role=option]').click()").await?;
    until_shown(&browser, "DE", true).await?;
    // A flag changes with its country, which is the value of a control, not with the words that follow.
    let follow = "root.querySelector('#number').focus();
        const country = root.querySelector('#country');
        window.followed = new Promise((resolve) => {
          const look = () => country.value.startsWith('France')
            ? requestAnimationFrame(() => resolve(letters(root.querySelector('.flag'))))
            : requestAnimationFrame(look);
          look();
        })";
    browser.in_form::<Value>(&format!("{follow}; return null")).await?;
    browser.press("+33").await?;
    assert_eq!(browser.run::<String>("return followed", vec![]).await?, "FR");
    until_shown(&browser, "FR", true).await?;
    let shapes = "return [...document.querySelectorAll('lead-phone-form')].slice(0, 2).map(
        ({ shadowRoot }) => new XMLSerializer().serializeToString(shadowRoot.querySelector('svg')))";
    let shapes: (String, String) = browser.run(shapes, vec![]).await?;
    assert_eq!(shapes.0, shapes.1);

    // Without flags again, and with them.
    browser.in_form::<Value>("form.flags = false").await?;
    browser.until("boxes(root.querySelectorAll('.flag'))[0][2] === 0").await?;
    browser.in_form::<Value>(OPEN).await?;
    browser.until("root.querySelectorAll('[role=option]').length > 240").await?;
    assert_eq!(browser.in_form::<Value>(hidden).await?, json!([0, 1]));
    browser.in_form::<Value>("form.flags = true").await?;
    until_shown(&browser, "FR", true).await?;
    browser.until("root.querySelector('[role=option] .flag path')").await?;
    // The host sets another country, which changes only the values of controls.
    browser.in_form::<Value>("form.reset(); form.country = 'CH'").await?;
    until_shown(&browser, "CH", true).await?;
    assert_eq!(requests(&cdn, "flags"), 1);
    let said = browser.console().await?;
    assert!(!said.iter().any(|line| line.contains("Security Policy")), "{said:?}");
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_file_the_letters_stay_and_a_later_form_asks_again() -> Result {
    let down = Arc::new(AtomicBool::new(true));
    let is_down = Arc::clone(&down);
    let cdn = Server::widget_answering(move |name, answer| {
        if name.starts_with("flags") && is_down.load(Ordering::SeqCst) {
            *answer = (404, answer.1.clone(), vec![]);
        }
    });
    let (cdn, api) = (cdn.await?, Server::saving_api().await?);
    let (_portal, browser) = open(&cdn, &api).await?;
    browser.run::<Value>(&format!("{SCRIPT} release(); add({{ flags: true }})"), vec![]).await?;
    until("the file was asked for", async || Ok(requests(&cdn, "flags") == 1)).await?;
    browser.in_form::<Value>(OPEN).await?;
    browser.until("root.querySelectorAll('[role=option] .flag').length > 9").await?;
    until_shown(&browser, "CA", false).await?;
    let add = "add({ flags: true, country: 'MX' })";
    until("a later form asks again", async || {
        browser.run::<Value>(add, vec![]).await?;
        Ok(requests(&cdn, "flags") > 1)
    })
    .await?;
    down.store(false, Ordering::SeqCst);
    until("a later form has its flag", async || {
        browser.run::<Value>(add, vec![]).await?;
        let last = "return !!document.body.lastElementChild.shadowRoot.querySelector('.flag path')";
        browser.run::<bool>(last, vec![]).await
    })
    .await?;
    // The first follows as soon as anything in it changes.
    browser.in_form::<Value>(OPEN).await?;
    until_shown(&browser, "CA", true).await?;
    browser.close().await
}

/// A blocker of images does that. A form that drew each flag again would keep the page busy without end.
#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_removes_each_flag_goes_on_without() -> Result {
    let (cdn, api) = (Server::widget().await?, Server::saving_api().await?);
    let (_portal, browser) = open(&cdn, &api).await?;
    browser.run::<Value>(&format!("{SCRIPT} release(); add({{}})"), vec![]).await?;
    browser.hydrated().await?;
    // It gives up at last, so that a form that does not give up fails here.
    let remove = "window.removed = 0;
        new MutationObserver((records) => {
          for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
            if (removed < 999 && (node.localName === 'svg' || node.className === 'flag')) {
              node.remove();
              window.removed += 1;
            }
          }
        }).observe(root, { childList: true, subtree: true });
        form.flags = true";
    browser.in_form::<Value>(remove).await?;
    browser.until("removed > 0").await?;
    browser.in_form::<Value>(OPEN).await?;
    browser.until("root.querySelectorAll('[role=option]').length > 240 && removed > 9").await?;
    browser.in_form::<Value>("root.querySelector('#country').focus()").await?;
    browser.press("germany").await?;
    browser.until("root.querySelectorAll('[role=option]').length === 1").await?;
    browser.in_form::<Value>("root.querySelector('[role=option]').click()").await?;
    until_shown(&browser, "DE", false).await?;
    assert!(browser.run::<u32>("return removed", vec![]).await? < 999);
    assert!(!browser.in_form::<bool>("return !!root.querySelector('.flag svg')").await?);
    browser.close().await
}
