//! The number as a person types it, with real keys: digits, caret, undo, clipboard, input
//! methods.

use serde_json::{Value, json};
use thirtyfour::{By, Key, TypingData};

use crate::harness::{Page, Result, on_demo, until};

/// Opens the demo's form for a new phone, with the focus in the number.
async fn open(page: &Page) -> Result {
    let button = By::XPath("//button[starts-with(normalize-space(), 'Add phone')]");
    until("the page is there", async || {
        page.find(button.clone()).await?.click().await?;
        Ok(page.in_shadow("#number").await.is_ok())
    })
    .await?;
    page.in_shadow("#number").await?.click().await?;
    Ok(())
}

/// Empties the form and reads for another country, once its plan is there.
async fn read_for(page: &Page, country: &str) -> Result {
    page.run::<()>(
        "const form = document.querySelector('lead-phone-form');
         form.reset();
         form.country = arguments[0];",
        vec![json!(country)],
    )
    .await?;
    until("the country's plan is there", async || {
        page.run(
            "const form = document.querySelector('lead-phone-form').shadowRoot;
             return form.querySelector('#country').value === arguments[0]
                 && !!form.querySelector('#number').placeholder;",
            vec![json!(country)],
        )
        .await
    })
    .await
}

/// What is in the number's field, with `|` at the caret or around what is selected.
async fn shown(page: &Page) -> Result<String> {
    page.run(
        "const { value, selectionStart: start, selectionEnd: end } =
             document.querySelector('lead-phone-form').shadowRoot.querySelector('#number');
         const bar = start === end ? '' : '|';
         return value.slice(0, start) + '|' + value.slice(start, end) + bar + value.slice(end);",
        vec![],
    )
    .await
}

async fn is_shown(page: &Page, expected: &str) -> Result {
    let outcome = until(expected, async || Ok(shown(page).await? == expected)).await;
    let found = shown(page).await?;
    outcome.map_err(|error| format!("{error}, found {found}").into())
}

/// Presses keys, as they come from a keyboard: to send them to an element moves its caret.
/// Shift and Control are held until the last of them.
async fn press(page: &Page, keys: impl Into<TypingData>) -> Result {
    let is_held = |key: char| [Key::Shift, Key::Control].iter().any(|held| held.value() == key);
    let keys = keys.into().as_vec();
    let mut chain = page.action_chain();
    for key in &keys {
        chain = chain.key_down(*key);
        if !is_held(*key) {
            chain = chain.key_up(*key);
        }
    }
    for key in keys.into_iter().filter(|key| is_held(*key)) {
        chain = chain.key_up(key);
    }
    Ok(chain.perform().await?)
}

async fn text_of(page: &Page, selector: &str) -> Result<String> {
    Ok(page.in_shadow(selector).await?.text().await?)
}

async fn value_of(page: &Page, selector: &str) -> Result<String> {
    Ok(page.in_shadow(selector).await?.prop("value").await?.unwrap_or_default())
}

/// Copies a text as a person does, and selects a part of the number.
async fn copy(page: &Page, text: &str) -> Result {
    page.run::<()>(
        "let area = document.querySelector('#copied');
         if (!area) {
           area = document.createElement('textarea');
           area.id = 'copied';
           document.body.append(area);
         }
         area.value = arguments[0];",
        vec![json!(text)],
    )
    .await?;
    page.find(By::Id("copied")).await?.focus().await?;
    press(page, Key::Control + "a").await?;
    press(page, Key::Control + "c").await?;
    page.in_shadow("#number").await?.focus().await?;
    Ok(())
}

async fn paste(page: &Page, text: &str) -> Result {
    copy(page, text).await?;
    press(page, Key::Control + "v").await
}

/// Empties the number as a person does.
async fn empty(page: &Page) -> Result {
    press(page, Key::Control + "a").await?;
    press(page, Key::Delete).await?;
    is_shown(page, "|").await
}

/// A DevTools command. The engines other than Chromium have none.
async fn devtools(page: &Page, command: &str, arguments: Value) -> Result<bool> {
    Ok(page.cdp().send_raw(command, arguments).await.is_ok())
}

/// The digits, and a plus before them.
fn digits(text: &str) -> String {
    text.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_caret_stays_among_the_digits_of_twenty_countries() -> Result {
    const NUMBERS: [(&str, &str); 20] = [
        ("CA", "5145550123"),
        ("US", "+12125550123"),
        ("MX", "5512345678"),
        ("BR", "11961234567"),
        ("AR", "+5491123456789"),
        ("GB", "02079460018"),
        ("FR", "0612345678"),
        ("DE", "030123456"),
        ("IT", "0612345678"),
        ("ES", "612345678"),
        ("PL", "+48512345678"),
        ("FI", "0412345678"),
        ("RU", "84951234567"),
        ("EG", "01012345678"),
        ("ZA", "0711234567"),
        ("IN", "08123456789"),
        ("CN", "13123456789"),
        ("JP", "09012345678"),
        ("AU", "0412345678"),
        ("SG", "+6581234567"),
    ];
    on_demo(async |page| {
        open(page).await?;
        for (country, number) in NUMBERS {
            read_for(page, country).await?;
            press(page, number).await?;
            let mut expected = number.to_owned();
            until("the number is formatted", async || {
                Ok(digits(&shown(page).await?) == expected
                    && value_of(page, "#number").await? != number)
            })
            .await?;
            // From each place: an edit, and what it makes of the digits alone.
            for (at, edit) in [(3, "7"), (5, "<"), (6, ">"), (8, "<"), (4, ">"), (1, "9"), (7, "<")]
            {
                let mut keys = TypingData::from(Key::Home);
                for _ in 0..at {
                    keys = keys + Key::Right;
                }
                press(page, keys).await?;
                let before = shown(page).await?;
                let mut left = before.split_once('|').map_or(0, |(left, _)| digits(left).len());
                match edit {
                    "<" => {
                        press(page, Key::Backspace).await?;
                        if left > 0 {
                            left -= 1;
                            expected.remove(left);
                        }
                    }
                    ">" => {
                        press(page, Key::Delete).await?;
                        if left < expected.len() {
                            expected.remove(left);
                        }
                    }
                    digit => {
                        press(page, digit).await?;
                        expected.insert_str(left, digit);
                        left += 1;
                    }
                }
                let after = shown(page).await?;
                let (before_caret, _) = after.split_once('|').ok_or("a caret")?;
                let found = (digits(&after), digits(before_caret).len());
                assert_eq!(found, (expected.clone(), left), "{country}: {before} {edit} {after}");
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_is_selected_is_replaced_cut_and_pasted() -> Result {
    on_demo(async |page| {
        open(page).await?;
        press(page, "5145550123").await?;
        is_shown(page, "(514) 555-0123|").await?;
        // Select "55-0" backwards and replace it.
        press(page, Key::Left + Key::Left + Key::Left).await?;
        press(page, Key::Shift + (Key::Left + Key::Left + Key::Left + Key::Left)).await?;
        is_shown(page, "(514) 5|55-0|123").await?;
        press(page, "9").await?;
        is_shown(page, "(514) 59|1-23").await?;
        press(page, Key::Shift + (Key::Right + Key::Right)).await?;
        press(page, Key::Control + "x").await?;
        is_shown(page, "514-59|23").await?;
        press(page, Key::Control + "v").await?;
        is_shown(page, "(514) 591|-23").await?;
        press(page, Key::Control + "v").await?;
        is_shown(page, "(514) 591-1|23").await?;
        // Where the caret is not moved, neither is what is selected.
        press(page, Key::Home + (Key::Shift + Key::End)).await?;
        press(page, "2").await?;
        is_shown(page, "2|").await?;
        // A word at a time, and what is no number stays as it is typed.
        empty(page).await?;
        press(page, "1-800-FLOWERS").await?;
        is_shown(page, "1 800-FLOWERS|").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn undo_and_redo_go_a_keystroke_or_a_paste_at_a_time() -> Result {
    on_demo(async |page| {
        open(page).await?;
        press(page, "5145550").await?;
        is_shown(page, "514-5550|").await?;
        paste(page, "123").await?;
        is_shown(page, "(514) 555-0123|").await?;
        press(page, Key::Control + "z").await?;
        is_shown(page, "514-5550|").await?;
        press(page, Key::Control + "z").await?;
        is_shown(page, "514-555|").await?;
        press(page, Key::Control + "y").await?;
        press(page, Key::Control + (Key::Shift + "z")).await?;
        is_shown(page, "(514) 555-0123|").await?;
        press(page, Key::Control + "y").await?;
        is_shown(page, "(514) 555-0123|").await?;
        // The caret and what was selected come back too.
        press(page, Key::Home + Key::Right + Key::Right + (Key::Shift + (Key::Right + Key::Right)))
            .await?;
        is_shown(page, "(5|14|) 555-0123").await?;
        press(page, Key::Backspace).await?;
        is_shown(page, "(5|55) 501-23").await?;
        press(page, Key::Control + "z").await?;
        is_shown(page, "(5|14|) 555-0123").await?;

        // A paste that had an extension is one step.
        empty(page).await?;
        paste(page, "438 555 0199 x77").await?;
        is_shown(page, "(438) 555-0199|").await?;
        assert_eq!(value_of(page, "#extension").await?, "77");
        press(page, Key::Control + "z").await?;
        is_shown(page, "|").await?;
        assert_eq!(value_of(page, "#extension").await?, "");
        press(page, Key::Control + "y").await?;
        is_shown(page, "(438) 555-0199|").await?;
        assert_eq!(value_of(page, "#extension").await?, "77");

        // What the form or the host has emptied does not come back.
        page.run::<()>("document.querySelector('lead-phone-form').reset()", vec![]).await?;
        press(page, Key::Control + "z").await?;
        is_shown(page, "|").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_paste_is_whatever_a_person_copies() -> Result {
    on_demo(async |page| {
        open(page).await?;
        for (text, number, extension) in [
            ("tel:+1-514-555-0123;ext=12", "+1 514-555-0123|", "12"),
            ("Call me at (514)\u{A0}555-0123 after 5", "(514) 555-0123|", ""),
            ("５１４５５５０１２３", "(514) 555-0123|", ""),
            ("\u{202B}٥١٤ ٥٥٥ ٠١٢٣\u{202C}", "(514) 555-0123|", ""),
            ("514-555-0123 (home)", "(514) 555-0123|", ""),
            ("Mobile : 514 555-0123, poste 7", "(514) 555-0123|", "7"),
            ("Ada\t514 555 0123\tMontréal\nBob\t", "(514) 555-0123|", ""),
            ("514\n555\n0123\n", "(514) 555-0123|", ""),
            ("0044 20 7946 0018", "00442079460018|", ""),
        ] {
            page.run::<()>("document.querySelector('lead-phone-form').reset()", vec![]).await?;
            paste(page, text).await?;
            is_shown(page, number).await.map_err(|error| format!("{text}: {error}"))?;
            assert_eq!(value_of(page, "#extension").await?, extension, "{text}");
            until("nothing is wrong", async || {
                Ok(text_of(page, "#number-error").await?.is_empty())
            })
            .await?;
        }

        // All of it is replaced; of two, the first is taken, and that is said.
        press(page, Key::Control + "a").await?;
        paste(page, "438 555 0199 / 514 555 0123").await?;
        is_shown(page, "(438) 555-0199|").await?;
        until("it is said", async || {
            Ok(text_of(page, "[part=status]").await?.contains("More than one number"))
        })
        .await?;

        // What cannot be read stays and is said, until it is mended.
        empty(page).await?;
        paste(page, "no number\nhere").await?;
        is_shown(page, "no number here|").await?;
        until("it is said", async || Ok(text_of(page, "#number-error").await?.contains("pasted")))
            .await?;
        press(page, Key::Control + "a").await?;
        press(page, "5").await?;
        is_shown(page, "5|").await?;
        until("it is mended", async || Ok(text_of(page, "#number-error").await?.is_empty())).await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_can_be_dropped() -> Result {
    on_demo(async |page| {
        open(page).await?;
        let drop = async |text: &str| -> Result<bool> {
            let [x, y]: [f64; 2] = page
                .run(
                    "const box = document.querySelector('lead-phone-form').shadowRoot
                         .querySelector('#number').getBoundingClientRect();
                     return [box.right - 20, box.top + box.height / 2];",
                    vec![],
                )
                .await?;
            let data = json!({
                "items": [{"mimeType": "text/plain", "data": text}],
                "dragOperationsMask": 1,
            });
            for kind in ["dragEnter", "dragOver", "drop"] {
                let event = json!({"type": kind, "x": x, "y": y, "data": data});
                if !devtools(page, "Input.dispatchDragEvent", event).await? {
                    return Ok(false);
                }
            }
            Ok(true)
        };
        if !drop("Ada: 514 555 01\n23 x5").await? {
            return Ok(());
        }
        is_shown(page, "(514) 555-0123|").await?;
        assert_eq!(value_of(page, "#extension").await?, "5");
        press(page, Key::Backspace + Key::Backspace).await?;
        // Into a number, at the place where it is dropped.
        drop("99").await?;
        until("it is dropped", async || Ok(value_of(page, "#number").await? == "(514) 555-0199"))
            .await?;
        press(page, Key::Control + "z").await?;
        until("it is taken back", async || Ok(value_of(page, "#number").await? == "(514) 555-01"))
            .await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_composition_is_not_disturbed() -> Result {
    on_demo(async |page| {
        open(page).await?;
        press(page, "514").await?;
        let compose = async |text: &str| {
            let end = text.chars().count();
            let arguments = json!({"text": text, "selectionStart": end, "selectionEnd": end});
            devtools(page, "Input.imeSetComposition", arguments).await
        };
        if !compose("5").await? {
            return Ok(());
        }
        is_shown(page, "5145|").await?;
        compose("555").await?;
        is_shown(page, "514555|").await?;
        compose("5550").await?;
        is_shown(page, "5145550|").await?;
        // What it will be is read all the same.
        devtools(page, "Input.insertText", json!({"text": "5550123"})).await?;
        is_shown(page, "(514) 555-0123|").await?;
        press(page, Key::Control + "z").await?;
        is_shown(page, "514|").await?;
        press(page, Key::Control + "y").await?;
        is_shown(page, "(514) 555-0123|").await?;

        // In the middle, with full-width digits, as a Japanese keyboard types them.
        press(page, Key::Home + Key::Right + Key::Right).await?;
        compose("９").await?;
        is_shown(page, "(5９|14) 555-0123").await?;
        devtools(page, "Input.insertText", json!({"text": "９"})).await?;
        until("it is a digit", async || {
            let shown = shown(page).await?;
            Ok(digits(&shown) == "59145550123"
                && shown.split('|').next().map(digits) == Some("59".into()))
        })
        .await?;
        // A text that a phone's keyboard puts in without a key.
        empty(page).await?;
        devtools(page, "Input.insertText", json!({"text": "Bob 514 555 0123 x4"})).await?;
        is_shown(page, "(514) 555-0123|").await?;
        assert_eq!(value_of(page, "#extension").await?, "4");
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_password_manager_sets_is_read() -> Result {
    on_demo(async |page| {
        open(page).await?;
        let set = async |value: &str, event: Value| -> Result {
            page.run(
                "const input = document.querySelector('lead-phone-form').shadowRoot
                     .querySelector('#number');
                 input.value = arguments[0];
                 if (arguments[1]) {
                   input.dispatchEvent(new Event(arguments[1], { bubbles: true }));
                 }",
                vec![json!(value), event],
            )
            .await
        };
        set("5145550123", json!("input")).await?;
        is_shown(page, "(514) 555-0123|").await?;
        set("+12015550123", json!("change")).await?;
        is_shown(page, "+1 201-555-0123|").await?;
        // Without any event it is there when it is saved.
        set("438 555 0199 ext 3", Value::Null).await?;
        press(page, Key::Enter).await?;
        until("it is saved", async || {
            let leads = page.demo.get("/sandbox/leads").await?.to_string();
            Ok(leads.contains("+14385550199"))
        })
        .await
    })
    .await
}

/// The requests that were sent to save, as the sandbox has them.
async fn saves(page: &Page) -> Result<usize> {
    let requests = page.demo.get("/sandbox/requests").await?;
    let is_save = |request: &&Value| request["method"] == "POST";
    Ok(requests["requests"].as_array().map_or(0, |all| all.iter().filter(is_save).count()))
}

#[tokio::test(flavor = "multi_thread")]
async fn enter_saves_once_and_the_next_number_can_be_typed() -> Result {
    on_demo(async |page| {
        open(page).await?;
        page.run::<()>(
            "window.heard = [];
             document.addEventListener('keydown', (event) => window.heard.push(event.key));",
            vec![],
        )
        .await?;
        page.demo.post("/sandbox/faults", &json!({"delay": 300})).await?;
        press(page, "5145550123" + Key::Enter + Key::Enter).await?;
        until("it is empty again", async || Ok(value_of(page, "#number").await?.is_empty()))
            .await?;
        assert_eq!(saves(page).await?, 1);
        // The host has heard no digit.
        let heard: Vec<String> = page.run("return window.heard", vec![]).await?;
        assert_eq!(heard, ["Enter", "Enter"]);

        // The focus is where the next number begins.
        press(page, "4385550199").await?;
        is_shown(page, "(438) 555-0199|").await?;
        page.demo.post("/sandbox/faults", &json!({"delay": 300})).await?;
        let submit = page.in_shadow("#submit").await?;
        page.action_chain().double_click_element(&submit).perform().await?;
        until("it is empty again", async || Ok(value_of(page, "#number").await?.is_empty()))
            .await?;
        assert_eq!(saves(page).await?, 2);
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_extension_typed_with_the_number_moves_when_the_field_is_left() -> Result {
    on_demo(async |page| {
        open(page).await?;
        press(page, "514 555-0123 poste 12").await?;
        is_shown(page, "(514) 555-0123 poste 12|").await?;
        press(page, Key::Tab).await?;
        until("it has moved", async || {
            Ok(value_of(page, "#number").await? == "(514) 555-0123"
                && value_of(page, "#extension").await? == "12")
        })
        .await
    })
    .await
}
