//! Accessibility: axe-core in every state, target sizes, focus, narrow viewports.

use std::path::Path;

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::harness::{Page, Result, on_form, on_form_in_frame, told};
use crate::pasting::paste;

/// A page that has no violations of its own.
pub const PAGE: &str =
    "<style>html { background: Canvas } body { margin: 1rem; font-family: sans-serif }</style>
    <main><h1>A lead</h1>{form}<p>After the form</p></main>";

/// Adds axe-core to the page.
pub async fn add_axe(page: &Page) -> Result {
    let source = Path::new(&told("PAGES_MODULES")?).join("axe-core/axe.min.js");
    page.run::<Value>(&std::fs::read_to_string(source)?, vec![]).await?;
    Ok(())
}

/// The violations of all rules, also of those that are off by default, except the experimental ones
/// and the rules of level AAA. Of these, only the one of contrast is tried, unless the page has
/// `window.theirColors`.
async fn axe(page: &Page) -> Result<Vec<String>> {
    page.run(
        "const rules = {};
         for (const { ruleId, tags } of axe.getRules()) {
           const beyond = tags.some((tag) => tag.endsWith('aaa') || tag === 'experimental');
           if (!beyond && !tags.includes('deprecated')) rules[ruleId] = { enabled: true };
         }
         rules['color-contrast-enhanced'] = { enabled: !window.theirColors };
         return axe.run(document, { rules }).then((results) =>
           results.violations.flatMap((violation) => violation.nodes.map((node) =>
             violation.id + ': ' + node.target.flat().join(' ') + ': ' + node.failureSummary)))",
        vec![],
    )
    .await
}

pub async fn check(page: &Page, state: &str) -> Result {
    let found = axe(page).await?;
    if found.is_empty() { Ok(()) } else { Err(format!("{state}: {found:#?}").into()) }
}

pub async fn fill(page: &Page, selector: &str, text: &str) -> Result {
    let field = page.in_shadow(selector).await?;
    field.clear().await?;
    Ok(field.send_keys(text).await?)
}

/// Faults of the API, and the element in which the form shows each.
fn faults() -> Vec<(Value, &'static str)> {
    let refused = |field: &str| {
        let errors = json!({ field: ["is invalid"] });
        json!({ "status": 422, "body": { "message": "Invalid.", "errors": errors } })
    };
    vec![
        (json!({ "status": 401 }), "#form-error"),
        (json!({ "status": 403, "body": { "message": "Duplicate phone." } }), "#number-error"),
        (json!({ "status": 403, "body": { "message": "No." } }), "#form-error"),
        (refused("number"), "#number-error"),
        (refused("extension"), "#extension-error"),
        (refused("lead_id"), "#form-error"),
        (json!({ "status": 500 }), "#form-error"),
    ]
}

async fn every_state(page: &Page) -> Result {
    add_axe(page).await?;
    check(page, "empty").await?;

    page.click_into("#country").await?;
    page.until("root.querySelector('[role=option]')").await?;
    check(page, "list open").await?;
    page.press("gb").await?;
    page.until("root.querySelectorAll('[role=option]').length < 9").await?;
    check(page, "searching").await?;
    page.press("xyzzy").await?;
    page.until("root.querySelector('.none')").await?;
    check(page, "nothing found").await?;
    page.press(Key::Escape + "").await?;

    page.in_shadow("#submit").await?.click().await?;
    page.until("root.querySelector('#number-error')?.textContent").await?;
    check(page, "number missing").await?;
    fill(page, "#number", "514 555 01").await?;
    fill(page, "#extension", "012").await?;
    page.in_shadow("#submit").await?.click().await?;
    page.until("root.querySelector('#save-anyway')").await?;
    check(page, "two errors").await?;
    fill(page, "#extension", "12").await?;
    fill(page, "#number", "+15141234455").await?;
    page.until("root.querySelector('#number-help[data-warning]')").await?;
    check(page, "a number not in use").await?;
    fill(page, "#number", "514 222 3344").await?;
    page.until("root.querySelector('#number-help').textContent").await?;
    check(page, "typing").await?;

    several_and_other_countries(page).await?;
    fill(page, "#number", "514 222 3344").await?;

    for (fault, place) in faults() {
        page.demo.post("/sandbox/faults", &fault).await?;
        page.in_form::<Value>("form.requestSubmit()").await?;
        page.until(&format!("root.querySelector('{place}').textContent")).await?;
        check(page, &fault.to_string()).await?;
    }

    page.demo.post("/sandbox/faults", &json!({ "delay": 3000 })).await?;
    page.in_form::<Value>("form.requestSubmit()").await?;
    page.until("root.querySelector('#submit').ariaDisabled === 'true'").await?;
    check(page, "saving").await?;
    page.until("root.querySelector('[part=status]').textContent.includes('3344')").await?;
    check(page, "saved").await?;

    fill(page, "#number", "+15141234455").await?;
    page.in_form::<Value>("form.requestSubmit()").await?;
    page.until("root.querySelector('[part=status][data-warning]')").await?;
    check(page, "saved with a warning").await?;
    page.in_form::<Value>("form.phoneTypes = 'home work'").await?;
    page.until("root.querySelector('#type')").await?;
    check(page, "a list of types").await?;
    page.in_form::<Value>("form.disabled = true").await?;
    page.until("root.querySelector('#number').disabled").await?;
    check(page, "disabled").await
}

/// The states of a pasted text, and of a number that is one of another country.
async fn several_and_other_countries(page: &Page) -> Result {
    page.in_form::<Value>("form.reset()").await?;
    paste(page, "514-222-3355/12\n514-222-3366 x12\n514-222-3377").await?;
    page.until("root.querySelector('[part=status]').textContent.includes('3355')").await?;
    check(page, "several pasted, and digits left out").await?;
    page.press(Key::Enter).await?;
    page.until("root.querySelector('#offer')").await?;
    check(page, "the next number offered").await?;
    page.press(Key::Enter).await?;
    page.until("root.querySelector('#number').value").await?;
    check(page, "the next number taken").await?;
    page.in_form::<Value>("form.reset(); form.country = 'FR'").await?;
    fill(page, "#number", "15142223344").await?;
    page.press(Key::Enter).await?;
    page.until("root.querySelector('#offer')").await?;
    check(page, "a number of another country").await?;
    fill(page, "#extension", "x12 13").await?;
    page.press(Key::Enter).await?;
    page.until("root.querySelector('#extension-error')?.textContent").await?;
    check(page, "a number of another country, and a wrong extension").await?;
    page.in_form::<Value>("form.country = undefined; form.reset()").await.map(drop)
}

async fn every_state_in(theme: &str, direction: &str, locale: &str) -> Result {
    on_form(PAGE, async |page| {
        page.run::<Value>(
            "document.documentElement.style.colorScheme = arguments[0]",
            vec![json!(theme)],
        )
        .await?;
        page.run::<Value>("document.dir = arguments[0]", vec![json!(direction)]).await?;
        page.run::<Value>(
            "document.querySelector('lead-phone-form').locale = arguments[0]",
            vec![json!(locale)],
        )
        .await?;
        every_state(page).await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_any_state_in_the_light() -> Result {
    every_state_in("light", "ltr", "en").await
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_any_state_in_the_dark() -> Result {
    every_state_in("dark", "ltr", "en").await
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_any_state_from_right_to_left() -> Result {
    every_state_in("light", "rtl", "en").await
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_any_state_from_right_to_left_in_the_dark() -> Result {
    every_state_in("dark", "rtl", "en").await
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_any_state_in_french() -> Result {
    every_state_in("light", "ltr", "fr-CA").await?;
    every_state_in("dark", "ltr", "fr-CA").await
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_any_state_in_spanish() -> Result {
    every_state_in("light", "ltr", "es").await?;
    every_state_in("dark", "ltr", "es").await
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_looks_into_the_form() -> Result {
    on_form(PAGE, async |page| {
        add_axe(page).await?;
        for (harm, rule) in [
            // The form puts a label back that is removed.
            ("root.querySelector('label[for=number]').htmlFor = ''", "label"),
            ("root.querySelector('#submit').style.color = '#888'", "color-contrast"),
            ("root.querySelector('#country').ariaExpanded = null", "aria-required-attr"),
            ("root.querySelector('#number').setAttribute('aria-invalid', 'no')", "aria-valid-attr"),
        ] {
            page.in_form::<Value>(harm).await?;
            let found = axe(page).await?;
            assert!(found.iter().any(|found| found.starts_with(rule)), "{harm}: {found:?}");
        }
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn text_on_a_hosts_accent_can_be_read() -> Result {
    on_form(PAGE, async |page| {
        add_axe(page).await?;
        page.run::<Value>("window.theirColors = true", vec![]).await?;
        for accent in ["#ffd400", "#757575", "#00a0ff", "white", "black", "rgb(200 60 60)"] {
            page.run::<Value>(
                "document.body.style.setProperty('--lead-phone-accent', arguments[0])",
                vec![json!(accent)],
            )
            .await?;
            check(page, accent).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn each_target_has_24_pixels_and_each_control_a_visible_focus() -> Result {
    on_form(&format!("{PAGE}<a href=#>Next</a>"), async |page| {
        fill(page, "#number", "514 555 01").await?;
        page.in_shadow("#submit").await?.click().await?;
        page.until("root.querySelector('#save-anyway')").await?;
        page.in_form::<Value>("root.querySelector('#country').focus()").await?;
        page.press(Key::Down + "").await?;
        page.until("root.querySelector('[role=option]')").await?;
        let small: Vec<String> = page
            .in_form(
                "return [...root.querySelectorAll('input, button, [role=option]')]
                   .filter((target) => {
                     const { width, height } = target.getBoundingClientRect();
                     return width < 24 || height < 24;
                   }).map((target) => target.id)",
            )
            .await?;
        assert_eq!(small, Vec::<String>::new());
        page.press(Key::Escape + "").await?;
        for id in ["country", "number", "save-anyway", "extension", "mobile", "submit"] {
            page.until(&format!("root.activeElement.id === '{id}'")).await?;
            let outline: Vec<String> = page
                .in_form(
                    "const style = getComputedStyle(root.activeElement);
                     return [style.outlineStyle, style.outlineWidth]",
                )
                .await?;
            assert_eq!(outline, ["solid", "2px"], "{id}");
            page.press(Key::Tab + "").await?;
        }
        page.until("root.activeElement === null").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_cut_off_or_scrolls_sideways_where_it_is_narrow() -> Result {
    on_form_in_frame(PAGE, async |page| {
        fill(page, "#number", "514 555 01").await?;
        fill(page, "#extension", "012").await?;
        page.in_shadow("#submit").await?.click().await?;
        page.until("root.querySelector('#save-anyway')").await?;
        // 320 pixels are 1280 at a zoom of 400 %.
        for (width, text) in [(240, "100%"), (320, "100%"), (320, "200%"), (1280, "100%")] {
            page.resize(width, 256).await?;
            page.run::<Value>(
                "document.documentElement.style.fontSize = arguments[0]",
                vec![json!(text)],
            )
            .await?;
            let wide: Vec<String> = page
                .in_form(
                    "const limit = form.getBoundingClientRect().right + 1;
                     return [...root.querySelectorAll('form *')]
                       .filter((part) => !part.closest('.unseen'))
                       .filter((part) => part.getBoundingClientRect().right > limit)
                       .map((part) => part.id || part.className)
                       .concat(document.scrollingElement.scrollWidth > innerWidth ? ['page'] : [])",
                )
                .await?;
            assert_eq!(wide, Vec::<String>::new(), "{width} pixels, text at {text}");
        }
        Ok(())
    })
    .await
}

/// Submits three times, and waits each time until the live region announces the errors anew.
async fn refused_three_times(page: &Page) -> Result {
    for _ in 0..3 {
        page.in_form::<Value>("window.said = root.querySelector('.unseen')").await?;
        page.in_shadow("#submit").await?.click().await?;
        page.until(
            "root.querySelector('.unseen')?.textContent.trim() \
                && root.querySelector('.unseen') !== window.said",
        )
        .await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_refusal_is_said_again_at_each_try() -> Result {
    on_form(PAGE, async |page| {
        refused_three_times(page).await?;
        fill(page, "#extension", "012").await?;
        refused_three_times(page).await?;
        let broken = "return root.getElementById('number').readOnly";
        assert!(!page.in_form::<bool>(broken).await?, "the form has failed");
        Ok(())
    })
    .await
}
