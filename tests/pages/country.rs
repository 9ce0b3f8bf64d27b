//! Choosing the country with real keys and a real mouse, wherever the form is placed.

use serde_json::{Value, json};
use thirtyfour::{By, Key};

use crate::harness::{Page, Result, on_form, on_form_in_frame, until};

/// The control's text and whether its list is open.
async fn control(page: &Page) -> Result<(String, bool)> {
    page.in_form(
        "const c = root.querySelector('#country');
         return [c.value, c.getAttribute('aria-expanded') === 'true'];",
    )
    .await
}

async fn until_shown(page: &Page, label: &str) -> Result {
    until(label, async || Ok(control(page).await? == (label.to_owned(), false)))
        .await
        .map_err(|error| format!("{error}; {label} was expected").into())
}

/// The active option's text.
async fn active(page: &Page) -> Result<String> {
    page.in_form(
        "const id = root.querySelector('#country').getAttribute('aria-activedescendant');
         const option = id && root.getElementById(id);
         return option?.getAttribute('aria-selected') === 'true' ? option.textContent : '';",
    )
    .await
}

async fn until_active(page: &Page, text: &str) -> Result {
    until(text, async || Ok(active(page).await? == text)).await
}

async fn focus_country(page: &Page) -> Result {
    page.in_form::<Value>("root.querySelector('#country').focus()").await?;
    page.until("root.activeElement?.id === 'country'").await
}

async fn has_focus(page: &Page, id: &str) -> Result {
    page.until(&format!("root.activeElement?.id === '{id}'")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_is_built_only_while_it_is_open() -> Result {
    on_form("{form}", async |page| {
        let count = "return root.querySelectorAll('*').length";
        let closed: usize = page.in_form(count).await?;
        assert!(closed <= 60, "{closed} elements");
        assert_eq!(control(page).await?, ("Canada +1".to_owned(), false));
        page.click_into("#country").await?;
        page.until("root.querySelectorAll('[role=option]').length > 240").await?;
        assert_eq!(active(page).await?, "Canada +1");
        page.press(Key::Escape + "").await?;
        page.until("!root.querySelector('[role=option], #countries')").await?;
        assert_eq!(page.in_form::<usize>(count).await?, closed);
        has_focus(page, "country").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn enter_right_after_the_last_key_chooses_what_is_seen_then() -> Result {
    on_form("{form}", async |page| {
        for (keys, label) in [
            ("fran", "France +33"),
            ("GERMANY", "Germany +49"),
            ("de", "Germany +49"),
            ("dk", "Denmark +45"),
            ("uk", "United Kingdom +44"),
            ("reunion", "Réunion +262"),
            ("cote d'i", "Côte d’Ivoire +225"),
            ("faso", "Burkina Faso +226"),
            ("+39", "Italy +39"),
            ("0044", "United Kingdom +44"),
            ("7", "Russia +7"),
            ("1", "Canada +1"),
            ("united s", "United States +1"),
        ] {
            focus_country(page).await?;
            page.press(keys.to_owned() + Key::Enter).await?;
            until_shown(page, label).await?;
            has_focus(page, "country").await?;
        }
        // Enter chose a country and did not submit.
        assert_eq!(page.names().await?, ["ready"]);
        page.until("!root.querySelector('#number-error')").await?;
        // With the list closed, Enter submits.
        page.press(Key::Enter + "").await?;
        page.until("root.querySelector('#number-error')").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_key_of_the_authoring_practices_works() -> Result {
    on_form("<button>Before</button>{form}", async |page| {
        focus_country(page).await?;
        page.press(Key::Down + "").await?;
        until_active(page, "Canada +1").await?;
        page.press(Key::Down + "").await?;
        until_active(page, "United States +1").await?;
        page.press(Key::End + "").await?;
        until_active(page, "Zimbabwe +263").await?;
        // The list has scrolled to the option.
        page.until(
            "(() => { const list = root.querySelector('#countries').getBoundingClientRect();
              const option = root.querySelector('[aria-selected=true]').getBoundingClientRect();
              return option.top >= list.top && option.bottom <= list.bottom; })()",
        )
        .await?;
        page.press(Key::PageUp + Key::Up).await?;
        until("eleven before the last", async || {
            Ok(page
                .in_form::<i32>(
                    "const all = [...root.querySelectorAll('[role=option]')];
                 return all.length - 1 - all.findIndex((o) => o.ariaSelected === 'true')",
                )
                .await?
                == 11)
        })
        .await?;
        page.press(Key::Home + Key::PageDown).await?;
        until("the eleventh", async || {
            Ok(page
                .in_form::<i32>(
                    "return [...root.querySelectorAll('[role=option]')]
                   .findIndex((o) => o.ariaSelected === 'true')",
                )
                .await?
                == 10)
        })
        .await?;
        // Escape keeps the country; Tab takes the active one and moves the focus.
        page.press(Key::Escape + "").await?;
        until_shown(page, "Canada +1").await?;
        page.press(Key::Up + Key::Down + Key::Tab).await?;
        until_shown(page, "United States +1").await?;
        has_focus(page, "number").await?;
        page.press("5").await?;
        page.until("root.querySelector('#number').value.includes('5')").await?;

        // Typing over the name searches; an empty search lists all countries.
        focus_country(page).await?;
        page.press("ger" + Key::Backspace + Key::Backspace + Key::Backspace).await?;
        page.until("root.querySelectorAll('[role=option]').length > 240").await?;
        until_active(page, "United States +1").await?;
        // If no country matches, the form says so and Enter chooses none.
        page.press("xyzzy").await?;
        page.until(
            "root.querySelector('.unseen[aria-live=polite]').textContent.startsWith('No match.')",
        )
        .await?;
        assert!(!control(page).await?.1);
        page.press(Key::Enter + "").await?;
        until_shown(page, "United States +1").await?;
        page.press(Key::Shift + Key::Tab).await?;
        page.until("document.activeElement.localName === 'button'").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn escape_closes_the_list_and_then_the_hosts_dialog() -> Result {
    let html = "<dialog><p>A lead</p>{form}</dialog>
        <script>document.querySelector('dialog').showModal()</script>";
    on_form(html, async |page| {
        page.run::<Value>(
            "window.keys = []; addEventListener('keydown', (e) => keys.push(e.key))",
            vec![],
        )
        .await?;
        focus_country(page).await?;
        page.press("ger").await?;
        until_active(page, "Germany +49").await?;
        page.press(Key::Escape + "").await?;
        until_shown(page, "Canada +1").await?;
        assert!(page.run::<bool>("return document.querySelector('dialog').open", vec![]).await?);
        page.press(Key::Escape + "").await?;
        until("the dialog is closed", async || {
            page.run("return !document.querySelector('dialog').open", vec![]).await
        })
        .await?;
        // The letters and the first Escape did not leave the form.
        assert_eq!(page.run::<Vec<String>>("return keys", vec![]).await?, ["Escape"]);
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_mouse_chooses_and_a_press_elsewhere_closes() -> Result {
    let html = "<p id=elsewhere>Elsewhere</p>
        <button id=holds onmousedown='event.preventDefault()'>Keeps the focus</button>{form}";
    on_form(html, async |page| {
        page.click_into("#country").await?;
        page.until("root.querySelector('[role=option]')").await?;
        page.in_shadow("#country-US").await?.click().await?;
        until_shown(page, "United States +1").await?;
        has_focus(page, "country").await?;

        for selector in ["#elsewhere", "#holds"] {
            page.click_into("#country").await?;
            page.until("root.querySelector('[role=option]')").await?;
            page.find(By::Css(selector)).await?.click().await?;
            until_shown(page, "United States +1").await?;
        }
        for selector in ["#extension", "label[for=mobile]", "#submit"] {
            page.click_into("#country").await?;
            page.until("root.querySelector('[role=option]')").await?;
            // Use an event instead of the mouse: the list may cover the control.
            page.in_form::<Value>(&format!(
                "root.querySelector('{selector}')
                   .dispatchEvent(new PointerEvent('pointerdown', {{bubbles: true, composed: true}}))"
            ))
            .await?;
            until_shown(page, "United States +1").await?;
        }
        // A press elsewhere takes the match; a press on the label only moves the focus.
        page.in_shadow("label[for=country]").await?.click().await?;
        has_focus(page, "country").await?;
        assert!(!control(page).await?.1);
        page.press("ital").await?;
        until_active(page, "Italy +39").await?;
        page.find(By::Css("#elsewhere")).await?.click().await?;
        until_shown(page, "Italy +39").await
    })
    .await
}

/// Whether the list is beside its control, and its corners and its active option are visible.
const IN_SIGHT: &str = "(() => {
    const list = root.querySelector('#countries');
    if (!list) return false;
    const box = list.getBoundingClientRect();
    const control = root.querySelector('#country').getBoundingClientRect();
    const corners = [[box.left + 9, box.top + 9], [box.right - 9, box.top + 9],
                     [box.left + 9, box.bottom - 9], [box.right - 9, box.bottom - 9]];
    const seen = corners.every(([x, y]) => list.contains(root.elementFromPoint(x, y)));
    const beside = Math.abs(box.top - control.bottom) < 8 || Math.abs(control.top - box.bottom) < 8;
    const option = root.querySelector('[aria-selected=true]').getBoundingClientRect();
    return seen && beside && box.left >= 0 && box.right <= innerWidth && box.height >= 60
      && option.top >= box.top - 1
      && (option.bottom <= box.bottom + 1 || option.height > box.height - 20);
  })()";

async fn in_sight(page: &Page, place: &str) -> Result {
    let Err(error) = page.until(IN_SIGHT).await else { return Ok(()) };
    let boxes: Value = page
        .in_form(
            "return ['#country', '#countries', '[aria-selected=true]']
               .map((part) => JSON.stringify(root.querySelector(part)?.getBoundingClientRect()))",
        )
        .await?;
    Err(format!("{place}: {boxes} {error}").into())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_opens_where_there_is_room() -> Result {
    let filler = "<p style='height: 60rem'>…</p>";
    let pages = [
        // A narrow panel that clips its contents.
        "<div style='width: 15rem; height: 12rem; overflow: hidden; contain: paint'>{form}</div>"
            .to_owned(),
        // A scrolled container, with an overlay above everything.
        format!(
            "<div id=scrolled style='height: 14rem; overflow: auto'>{filler}{{form}}{filler}</div>
             <div style='position: fixed; inset: 18rem 0 0; z-index: 2147483647; background: Canvas'>
             </div>"
        ),
        // A transform, which becomes the containing block of fixed boxes.
        "<div style='transform: translate(3rem, 20rem); filter: blur(0)'>{form}</div>".to_owned(),
        // At the bottom of the window, from right to left.
        "<div dir=rtl style='position: fixed; inset: auto 0 0'>{form}</div>".to_owned(),
        "<dialog style='overflow: hidden; height: 9rem'>{form}</dialog>
         <script>document.querySelector('dialog').showModal()</script>"
            .to_owned(),
        // Text at 200 %.
        "<style>html { font-size: 200% }</style>{form}".to_owned(),
    ];
    on_form_in_frame("{form}", async |page| {
        for (index, html) in pages.iter().enumerate() {
            for (width, height) in [(1280, 800), (320, 640), (320, 256)] {
                page.resize(width, height).await?;
                page.open(html).await?;
                page.in_form::<Value>("form.scrollIntoView({ block: 'center' })").await?;
                focus_country(page).await?;
                page.press(Key::Down + "").await?;
                in_sight(page, &format!("page {index}, {width} × {height}")).await?;
                page.press("united").await?;
                page.until("root.querySelectorAll('[role=option]').length < 9").await?;
                until_active(page, "United States +1").await?;
                in_sight(page, &format!("page {index}, {width} × {height}")).await?;
            }
        }
        // The list follows its control when a container scrolls or the window changes its size.
        page.resize(600, 700).await?;
        page.open(&pages[1]).await?;
        page.in_form::<Value>("form.scrollIntoView({ block: 'start' })").await?;
        focus_country(page).await?;
        page.press(Key::Down + "").await?;
        page.until(IN_SIGHT).await?;
        page.run::<Value>("document.querySelector('#scrolled').scrollTop -= 60", vec![]).await?;
        page.until(IN_SIGHT).await?;
        page.resize(400, 500).await?;
        page.until(IN_SIGHT).await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn preferred_countries_come_first_and_the_host_can_change_them() -> Result {
    on_form("{form}", async |page| {
        let first = "return [...root.querySelectorAll('[role=option]')].slice(0, 3)
            .map((option) => option.textContent)";
        page.click_into("#country").await?;
        page.until("root.querySelector('[role=option]')").await?;
        let start: Vec<String> = page.in_form(first).await?;
        assert_eq!(start, ["Canada +1", "United States +1", "Afghanistan +93"]);
        // Also while the list is open.
        for (change, expected) in [
            ("form.setAttribute('preferred-countries', 'mx us')", ["Mexico", "United"]),
            ("form.preferredCountries = ['FR', 'CA']", ["France", "Canada"]),
            ("form.preferredCountries = 'GB'", ["United Kingdom", "Afghanistan"]),
            ("form.preferredCountries = []", ["Afghanistan", "Åland"]),
            ("form.preferredCountries = undefined", ["Canada", "United States"]),
        ] {
            page.in_form::<Value>(change).await?;
            until(change, async || {
                let shown: Vec<String> = page.in_form(first).await?;
                Ok(shown.iter().zip(expected).all(|(shown, name)| shown.starts_with(name)))
            })
            .await?;
        }
        let lists: Value = page
            .in_form(
                "form.setAttribute('preferred-countries', 'mx, US');
                 const read = form.preferredCountries; form.preferredCountries = null;
                 return [read, form.preferredCountries, form.hasAttribute('preferred-countries')]",
            )
            .await?;
        assert_eq!(lists, json!([["MX", "US"], ["CA", "US"], true]));
        assert_eq!(page.names().await?, ["ready"]);
        page.in_form::<Value>(
            "for (const _ of [1, 2]) form.setAttribute('preferred-countries', 'CA Kanada')",
        )
        .await?;
        page.until_heard("error").await?;
        assert_eq!(page.heard("error").await?.len(), 1);
        page.until("root.querySelector('#form-error')?.textContent.includes('Kanada')").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_country_follows_the_number_and_the_number_the_country() -> Result {
    on_form("{form}", async |page| {
        page.in_shadow("#number").await?.send_keys("+33 1").await?;
        until_shown(page, "France +33").await?;
        page.in_form::<Value>("form.reset()").await?;
        until_shown(page, "Canada +1").await?;
        page.in_form::<Value>("form.country = 'GB'").await?;
        until_shown(page, "United Kingdom +44").await?;
        // A disabled form closes its list.
        focus_country(page).await?;
        page.press(Key::Down + "").await?;
        page.until("root.querySelector('[role=option]')").await?;
        page.in_form::<Value>("form.disabled = true").await?;
        page.until("!root.querySelector('#countries')").await?;
        page.in_form::<Value>("form.disabled = false; form.remove()").await?;
        page.threw_nothing().await
    })
    .await
}
