//! The button beside a refused number: another country's number, or "Save … anyway".

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::harness::{Browser, Result};
use crate::pasting::{
    bodies, body, open, reopen, until_focused, until_number, until_saved, until_text,
};

async fn type_number(browser: &Browser, text: &str) -> Result {
    browser.in_form::<Value>("form.reset(); root.querySelector('#number').focus()").await?;
    browser.press(text).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_of_another_country_is_offered_and_taken_with_the_keyboard() -> Result {
    let stage = open("country=FR").await?;
    type_number(&stage, "15142223344").await?;
    stage.press(Key::Enter).await?;
    until_text(&stage, "#number-error", "Too long: France numbers have 10 digits, this has 11.")
        .await?;
    until_text(&stage, "#offer", "Did you mean +1 514-222-3344, Canada?").await?;
    until_focused(&stage, "number").await?;
    stage.press(Key::Tab).await?;
    until_focused(&stage, "offer").await?;
    stage.press(Key::Enter).await?;
    until_number(&stage, "+1 514-222-3344").await?;
    until_focused(&stage, "number").await?;
    until_text(&stage, "#offer", "").await?;
    until_text(&stage, "#number-error", "").await?;
    stage.until("root.querySelector('#country').value === 'Canada +1'").await?;
    // Nothing has been sent: the user sees the number first.
    assert!(bodies(&stage)?.is_empty());
    stage.press(Key::Enter).await?;
    assert_eq!(until_saved(&stage, 1).await?, body("+15142223344", false));
    stage.until("root.querySelector('#country').value === 'France +33'").await?;
    stage.threw_nothing().await?;
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_of_another_country_is_offered_and_taken_with_the_mouse() -> Result {
    // The plans of the other country have to be loaded first.
    let mut stage = open("").await?;
    for (attributes, typed, words, number, e164, mobile) in [
        (
            "country=CA",
            "33612345678",
            "Did you mean +33 6 12 34 56 78, France?",
            "+33 6 12 34 56 78",
            "+33612345678",
            true,
        ),
        (
            "country=FR preferred-countries=US",
            "2125550123",
            "Did you mean +1 212-555-0123, United States?",
            "+1 212-555-0123",
            "+12125550123",
            false,
        ),
    ] {
        reopen(&mut stage, attributes).await?;
        type_number(&stage, typed).await?;
        stage.in_shadow("#submit").await?.click().await?;
        until_text(&stage, "#offer", words).await?;
        stage.in_shadow("#offer").await?.click().await?;
        until_number(&stage, number).await?;
        until_focused(&stage, "number").await?;
        stage.in_shadow("#submit").await?.click().await?;
        assert_eq!(until_saved(&stage, 1).await?, body(e164, mobile));
    }
    stage.threw_nothing().await?;
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn save_anyway_says_what_it_sends_and_gives_the_focus_to_the_number() -> Result {
    let stage = open("").await?;
    for (saved, (typed, why, words, e164)) in [
        (
            "514 555 01",
            "Too short: Canada numbers have 10 digits, this has 8.",
            "Save +1 51455501 anyway",
            "+151455501",
        ),
        (
            "+1 514 555 01234",
            "Too long: Canada numbers have 10 digits, this has 11.",
            "Save +1 51455501234 anyway",
            "+151455501234",
        ),
    ]
    .into_iter()
    .enumerate()
    {
        type_number(&stage, typed).await?;
        stage.press(Key::Enter).await?;
        until_text(&stage, "#save-anyway", words).await?;
        until_text(&stage, "#number-error", why).await?;
        let button: Vec<String> = stage
            .in_form(
                "const button = root.querySelector('#save-anyway');
                 return [button.part.value, button.getAttribute('aria-describedby'), button.type]",
            )
            .await?;
        assert_eq!(button, ["save-anyway", "number-error", "button"]);
        // What a screen reader hears at once, and what it hears at the button.
        until_text(&stage, "[aria-live=assertive] .unseen", &format!("{why} {words}")).await?;
        assert_eq!(bodies(&stage)?.len(), saved);
        match saved {
            0 => {
                stage.press(Key::Tab).await?;
                until_focused(&stage, "save-anyway").await?;
                stage.press(Key::Enter).await?;
            }
            _ => stage.in_shadow("#save-anyway").await?.click().await?,
        }
        assert_eq!(until_saved(&stage, saved + 1).await?, body(e164, false));
        until_focused(&stage, "number").await?;
        until_text(&stage, "#save-anyway", "").await?;
    }
    stage.threw_nothing().await?;
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn save_anyway_follows_the_language_and_the_numbers_text() -> Result {
    let stage = open("").await?;
    type_number(&stage, "514 555 01").await?;
    stage.press(Key::Enter).await?;
    for (locale, words) in [
        ("fr-CA", "Enregistrer +1 51455501 quand même"),
        ("es-MX", "Guardar +1 51455501 de todos modos"),
        ("en", "Save +1 51455501 anyway"),
    ] {
        stage.in_form::<Value>(&format!("form.locale = '{locale}'")).await?;
        until_text(&stage, "#save-anyway", words).await?;
    }
    stage.press("2").await?;
    until_text(&stage, "#save-anyway", "").await?;
    until_text(&stage, "#number-error", "").await?;
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_dialled_but_is_nobodys_number_is_not_saved_anyway() -> Result {
    let mut stage = open("").await?;
    for (country, typed) in [
        ("CA", "911"),
        ("CA", "112"),
        ("CA", "411"),
        ("CA", "*98"),
        ("CA", "#31#"),
        ("CA", "555-0123"),
        ("FR", "112"),
        ("FR", "3949"),
        ("DE", "110"),
    ] {
        if typed == "911" || country != "CA" {
            reopen(&mut stage, &format!("country={country}")).await?;
        }
        type_number(&stage, typed).await?;
        stage.press(Key::Enter).await?;
        stage
            .until("root.querySelector('#number-error')?.textContent")
            .await
            .map_err(|error| format!("{country} {typed}: {error}"))?;
        until_focused(&stage, "number").await?;
        stage.until("!root.querySelector('#save-anyway, #offer')").await?;
    }
    assert!(bodies(&stage)?.is_empty());
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn digits_after_a_typed_number_are_told_before_anything_is_sent() -> Result {
    let stage = open("").await?;
    let told = "“12” after the number was left out.";
    type_number(&stage, "5142223344/12").await?;
    until_number(&stage, "(514) 222-3344/12").await?;
    stage.press(Key::Enter).await?;
    until_text(&stage, "[part=status]", told).await?;
    until_number(&stage, "(514) 222-3344").await?;
    until_focused(&stage, "number").await?;
    assert!(bodies(&stage)?.is_empty());
    stage.press(Key::Enter).await?;
    assert_eq!(until_saved(&stage, 1).await?, body("+15142223344", false));

    // With the mouse, which leaves the field before it submits.
    type_number(&stage, "5142223344/12").await?;
    stage.in_shadow("#submit").await?.click().await?;
    until_text(&stage, "[part=status]", told).await?;
    until_focused(&stage, "number").await?;
    assert_eq!(bodies(&stage)?.len(), 1);
    stage.in_shadow("#submit").await?.click().await?;
    assert_eq!(until_saved(&stage, 2).await?, body("+15142223344", false));

    // Nothing is lost where the field is only left.
    type_number(&stage, "514 222 3344 or 514 222 3355").await?;
    stage.press(Key::Tab).await?;
    until_focused(&stage, "extension").await?;
    until_number(&stage, "(514) 222-3344 or 514 222 3355").await?;
    stage.press(Key::Enter).await?;
    until_text(&stage, "[part=status]", "2 numbers pasted; only (514) 222-3344 is used.").await?;
    assert_eq!(bodies(&stage)?.len(), 2);
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_label_of_an_extension_is_known_in_its_own_field() -> Result {
    let stage = open("").await?;
    for (saved, (typed, digits)) in
        [("ext 12", 12), ("poste 12", 12), ("x12", 12), ("p. 12", 12), ("#204", 204), ("分机 7", 7)]
            .into_iter()
            .enumerate()
    {
        type_number(&stage, "5145550123").await?;
        stage.in_shadow("#extension").await?.focus().await?;
        stage.press(typed).await?;
        if saved % 2 == 0 {
            // The field shows the digits once it is left.
            stage.press(Key::Tab).await?;
            let shown = format!("root.querySelector('#extension').value === '{digits}'");
            stage.until(&shown).await?;
            stage.in_shadow("#extension").await?.focus().await?;
        }
        stage.press(Key::Enter).await?;
        let mut expected = body("+15145550123", false);
        expected["extension"] = json!(digits);
        assert_eq!(until_saved(&stage, saved + 1).await?, expected, "{typed}");
    }
    let saved = bodies(&stage)?.len();
    for (typed, why) in [
        ("ext 012", "The CRM can’t store an extension that starts with 0."),
        ("x12 13", "Use digits only, such as 204."),
        ("12 Bob", "Use digits only, such as 204."),
    ] {
        type_number(&stage, "5145550123").await?;
        stage.in_shadow("#extension").await?.focus().await?;
        stage.press(typed).await?;
        stage.press(Key::Enter).await?;
        until_text(&stage, "#extension-error", why).await?;
        until_focused(&stage, "extension").await?;
    }
    assert_eq!(bodies(&stage)?.len(), saved);
    stage.close().await
}
