//! Nothing moves while the form is used: each control keeps its box in every state.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::harness::{Page, Result, on_form_in_frame};

/// The boxes of the controls, in the form's own box.
const BOXES: &str = "const from = form.getBoundingClientRect();
    return ['country', 'number', 'extension', 'mobile', 'submit'].map((id) => {
      const { left, top, width, height } = root.getElementById(id).getBoundingClientRect();
      return [left - from.left, top - from.top, width, height].map(Math.round);
    })";

/// How much higher than one line the sentence below the number is, with the button beside it where
/// the form is wide: a wide font may leave no room for both in one line.
const SECOND_LINES: &str =
    "const sentence = root.querySelector('#number-error, #number-help:not([hidden])');
    const line = parseFloat(getComputedStyle(sentence).fontSize) * 1.4;
    const about = sentence.parentElement.getBoundingClientRect();
    const height = about.height || sentence.getBoundingClientRect().height;
    return Math.max(0, Math.round(height - line))";

/// The boxes of the controls, and how much higher than one line the sentence below the number is.
struct Look {
    boxes: Vec<(i32, i32, i32, i32)>,
    more: i32,
}

async fn look(page: &Page) -> Result<Look> {
    Ok(Look { boxes: page.in_form(BOXES).await?, more: page.in_form(SECOND_LINES).await? })
}

/// Checks the boxes. Those below the number are lower or higher only by the second line of a
/// sentence.
async fn check(page: &Page, before: &Look, state: &str) -> Result {
    let now = look(page).await?;
    let more = now.more - before.more;
    for (nth, (before, now)) in before.boxes.iter().zip(&now.boxes).enumerate() {
        let by = now.1 - before.1;
        let is_still = (before.0, before.2, before.3) == (now.0, now.2, now.3);
        if !is_still || by != 0 && !(nth >= 2 && (by - more).abs() <= 1) {
            return Err(format!("{state}: control {nth} was {before:?} and is {now:?}").into());
        }
    }
    Ok(())
}

async fn every_state(page: &Page, place: &str) -> Result {
    page.in_form::<Value>("root.querySelector('#number').focus()").await?;
    let before = look(page).await?;
    let check = async |state: &str| check(page, &before, &format!("{place}, {state}")).await;
    page.press("514222334").await?;
    check("typing").await?;
    page.press("4").await?;
    page.until("root.querySelector('#number-help').textContent.includes('514-222-3344')").await?;
    check("complete").await?;
    page.demo.post("/sandbox/faults", &json!({ "status": 500, "delay": 600 })).await?;
    page.press(Key::Enter + "").await?;
    page.until("root.querySelector('#submit').ariaDisabled === 'true'").await?;
    check("saving").await?;
    page.until("root.querySelector('#form-error')?.textContent").await?;
    check("failed").await?;
    // Another number each time: the lead must not have it yet.
    let last = page.in_form::<String>("return String(innerWidth).padStart(4, '5')").await?;
    page.press(Key::Backspace + Key::Backspace + Key::Backspace + Key::Backspace + &*last).await?;
    page.demo
        .post(
            "/sandbox/faults",
            &json!({ "status": 201,
        "body": { "id": 1, "number": "+15142223344", "valid": true } }),
        )
        .await?;
    page.press(Key::Enter + "").await?;
    page.until("root.querySelector('[data-saved]')").await?;
    check("saved").await?;
    for state in ["editing", "cancelled"] {
        let is_editing = state == "editing";
        page.in_form::<Value>("root.querySelector('#edit').click()").await?;
        page.until(&format!("(root.querySelector('#number').value !== '') === {is_editing}"))
            .await?;
        check(state).await?;
    }
    page.press("514 555 01").await?;
    check("typing after a save").await?;
    page.press(Key::Enter + "").await?;
    page.until("root.querySelector('#save-anyway')").await?;
    check("refused").await?;
    page.in_form::<Value>("form.reset(); root.querySelector('#extension').focus()").await?;
    page.press("x").await?;
    page.in_form::<Value>("root.querySelector('#number').focus()").await?;
    page.press("514 222 3344" + Key::Enter).await?;
    page.until("root.querySelector('#extension-error')").await?;
    check("extension refused").await?;
    page.in_form::<Value>("form.reset(); root.querySelector('#number').focus()").await?;
    page.press("514 123 4455").await?;
    page.until("root.querySelector('#number-help[data-warning]')").await?;
    page.in_form::<Value>("form.reset()").await?;
    check("empty again").await
}

#[tokio::test(flavor = "multi_thread")]
async fn no_control_moves_in_any_state_at_any_width_or_in_another_language() -> Result {
    on_form_in_frame("{form}<p>After</p>", async |page| {
        for language in ["English", "French", "pseudo-locale"] {
            for width in [320, 375, 460, 640, 960] {
                page.resize(width, 800).await?;
                page.open("<style>body { font: 16px sans-serif }</style>{form}").await?;
                match language {
                    "French" => {
                        page.in_form::<Value>("form.locale = 'fr'").await?;
                        let words = "root.querySelector('[for=country]').textContent === 'Pays'";
                        page.until(words).await?;
                    }
                    "pseudo-locale" => page.set_pseudo_locale().await?,
                    _ => {}
                }
                every_state(page, &format!("{language}, {width} pixels")).await?;
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_in_a_sentence_is_not_broken() -> Result {
    on_form_in_frame("{form}", async |page| {
        page.in_shadow("#number").await?.send_keys("514 222 3344").await?;
        for place in ["#number-help", "[part=status]"] {
            page.until(&format!("root.querySelector('{place} .whole')")).await?;
            let lines = format!(
                "const number = root.querySelector('{place} .whole');
                 return [number.getClientRects().length, number.translate]"
            );
            for width in (240..330).step_by(10) {
                page.resize(width, 400).await?;
                let found: (usize, bool) = page.in_form(&lines).await?;
                assert_eq!(found, (1, false), "{place}, {width} pixels");
            }
            page.in_form::<Value>("form.requestSubmit()").await?;
        }
        Ok(())
    })
    .await
}
