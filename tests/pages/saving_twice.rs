//! Presses of Save that belong to one save, and values that are set without events.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::harness::{Page, Result, on_form, on_form_with};

/// Presses Save twice, and returns what the form then shows.
const TWICE: &str = "
    root.querySelector('#submit').click();
    return new Promise((done) => setTimeout(() => {
      const saved = root.querySelector('[role=status]').textContent;
      root.querySelector('#submit').click();
      requestAnimationFrame(() => setTimeout(() => done([
        saved,
        root.querySelector('[role=status]').textContent,
        root.querySelector('#form-error')?.textContent ?? '',
        root.querySelector('#number').getAttribute('aria-invalid'),
        root.querySelector('#submit').dataset.second,
      ])));
    }, PAUSE))";

async fn saves(page: &Page) -> Result<usize> {
    let requests = page.demo.get("/sandbox/requests").await?;
    let is_save = |request: &&Value| ["POST", "PUT"].iter().any(|save| request["method"] == *save);
    Ok(requests["requests"].as_array().map_or(0, |all| all.iter().filter(is_save).count()))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_double_click_saves_once_and_leaves_the_success() -> Result {
    on_form("{form}", async |page| {
        for (nth, pause) in [40, 150, 400, 700].into_iter().enumerate() {
            let mut phone = None;
            for is_update in [false, true] {
                // Another page, so that no press belongs to the last one.
                page.open("{form}").await?;
                let number = format!("(514) 222-33{nth}0");
                if is_update {
                    page.run::<Value>(
                        "document.querySelector('lead-phone-form').phone = arguments[0]",
                        vec![phone.take().ok_or("no phone was created")?],
                    )
                    .await?;
                } else {
                    page.click_into("#number").await?;
                    page.press(number).await?;
                }
                let before = saves(page).await?;
                let twice = TWICE.replace("PAUSE", &pause.to_string());
                let shown: [Option<String>; 5] = page.in_form(&twice).await?;
                let what = format!("{pause} ms, update: {is_update}: {shown:?}");
                let [saved, status, error, invalid, busy] = shown;
                if pause > 150 {
                    assert!(saved.is_some_and(|saved| !saved.is_empty()), "{what}");
                }
                assert_eq!(error.as_deref(), Some(""), "{what}");
                assert_ne!(invalid.as_deref(), Some("true"), "{what}");
                if busy.is_some() {
                    // The answer to the first press is still to come.
                    page.until("!root.querySelector('#submit').dataset.second").await?;
                } else {
                    assert!(status.is_some_and(|status| !status.is_empty()), "{what}");
                }
                assert_eq!(saves(page).await?, before + 1, "{what}");
                if !is_update {
                    phone = Some(page.until_heard("created").await?);
                }
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn enter_that_is_pressed_again_or_held_saves_once() -> Result {
    on_form("{form}", async |page| {
        page.click_into("#number").await?;
        page.press("514 222 3344" + Key::Enter).await?;
        page.until_heard("created").await?;
        page.press(Key::Enter + Key::Enter).await?;
        let shown = "root.querySelector('[role=status]').textContent.includes('222')
            && root.querySelector('#number').ariaInvalid !== 'true'";
        page.until(shown).await?;
        assert_eq!(saves(page).await?, 1);
        // A browser's own events are the only ones that make it submit a form, and drivers repeat
        // no key, so the test looks at what the form does with a key that is repeated.
        let held: bool = page
            .in_form(
                "const number = root.querySelector('#number');
                 return number.dispatchEvent(new KeyboardEvent('keydown', {
                   key: 'Enter', repeat: true, bubbles: true, composed: true, cancelable: true,
                 }))",
            )
            .await?;
        assert!(!held, "a held Enter submits the form");
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn values_that_are_set_without_events_are_all_saved() -> Result {
    on_form("{form}", async |page| {
        page.in_form::<Value>(
            "root.querySelector('#country').value = 'France';
             root.querySelector('#number').value = '06 12 34 56 78';
             root.querySelector('#extension').value = '12';
             root.querySelector('#mobile').checked = false;",
        )
        .await?;
        page.in_shadow("#submit").await?.click().await?;
        let phone = page.until_heard("created").await?;
        assert_eq!(phone["number"], "+33612345678");
        assert_eq!(phone["extension"].to_string().trim_matches('"'), "12");
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_type_and_a_label_that_are_set_without_events_are_saved_too() -> Result {
    on_form_with(&["--revision", "2020"], "{form phone-types='home work'}", async |page| {
        page.in_form::<Value>(
            "root.querySelector('#country').value = 'United Kingdom +44';
             root.querySelector('#type').value = 'work';
             root.querySelector('#number').value = '020 7946 0018';",
        )
        .await?;
        page.in_shadow("#submit").await?.click().await?;
        let phone = page.until_heard("created").await?;
        assert_eq!(json!([phone["number"], phone["type"]]), json!(["+442079460018", "work"]));
        Ok(())
    })
    .await
}
