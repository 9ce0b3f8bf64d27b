//! Several numbers in one paste: they are offered one after another.

use super::*;

/// Four cells of a column, as a spreadsheet copies them.
const COLUMN: &str = "514-555-0123\n(438) 555-0199 x12\n+1 212 555 0123\n514.222.3355\n";

/// The bodies of the four saves.
fn four() -> Vec<Value> {
    let mut bodies = vec![
        body("+15145550123", false),
        body("+14385550199", false),
        body("+12125550123", false),
        body("+15142223355", false),
    ];
    bodies[1]["extension"] = json!(12);
    bodies
}

/// What the button says after each of the first three saves, and the number that it puts into the
/// field.
const OFFERED: [(&str, &str); 3] = [
    ("Next: (438) 555-0199 ext. 12, 2 more", "(438) 555-0199"),
    ("Next: +1 212-555-0123, 1 more", "+1 212-555-0123"),
    ("Next: (514) 222-3355", "(514) 222-3355"),
];

#[tokio::test(flavor = "multi_thread")]
async fn a_column_is_saved_line_by_line_with_the_keyboard_alone() -> Result {
    let stage = open("").await?;
    paste(&stage, COLUMN).await?;
    until_number(&stage, "(514) 555-0123").await?;
    until_text(&stage, "[part=status]", "4 numbers pasted; only (514) 555-0123 is used.").await?;
    until_text(&stage, "#offer", "").await?;
    for (saved, (words, number)) in OFFERED.into_iter().enumerate() {
        stage.press(Key::Enter).await?;
        until_saved(&stage, saved + 1).await?;
        until_text(&stage, "#offer", words).await?;
        // Both are announced: the save, and that there is more.
        until_text(&stage, ".unseen[aria-live=polite] > span", words).await?;
        until_number(&stage, "").await?;
        until_focused(&stage, "number").await?;
        stage.press(Key::Enter).await?;
        until_number(&stage, number).await?;
        until_text(&stage, "#offer", "").await?;
        until_focused(&stage, "number").await?;
        // The focus has not moved, so the number is announced too.
        let help = stage.text_of("#number-help").await?;
        assert!(help.starts_with("Saves as +"), "{help}");
        until_text(&stage, ".unseen[aria-live=polite] > span", &help).await?;
    }
    stage.press(Key::Enter).await?;
    until_saved(&stage, 4).await?;
    assert_eq!(bodies(&stage)?, four());
    until_text(&stage, "#offer", "").await?;
    // There is no other one. Without an edit, Enter would still belong to the last save.
    stage.press("5" + Key::Backspace + Key::Enter).await?;
    until_text(&stage, "#number-error", "Enter a phone number.").await?;
    assert_eq!(bodies(&stage)?.len(), 4);
    stage.threw_nothing().await?;
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_column_is_saved_line_by_line_with_the_mouse() -> Result {
    let stage = open("").await?;
    paste(&stage, COLUMN).await?;
    for (saved, (words, number)) in OFFERED.into_iter().enumerate() {
        stage.in_shadow("#submit").await?.click().await?;
        until_saved(&stage, saved + 1).await?;
        until_text(&stage, "#offer", words).await?;
        stage.in_shadow("#offer").await?.click().await?;
        until_number(&stage, number).await?;
        // The button is gone, so the focus is in the number.
        until_text(&stage, "#offer", "").await?;
        until_focused(&stage, "number").await?;
    }
    stage.in_shadow("#submit").await?.click().await?;
    until_saved(&stage, 4).await?;
    assert_eq!(bodies(&stage)?, four());
    stage.threw_nothing().await?;
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_next_number_waits_while_another_one_is_typed() -> Result {
    let stage = open("").await?;
    paste(&stage, "514-555-0123\n514-222-3355").await?;
    stage.press(Key::Enter).await?;
    until_saved(&stage, 1).await?;
    until_text(&stage, "#offer", "Next: (514) 222-3355").await?;
    stage.press("4385550199").await?;
    until_text(&stage, "#offer", "").await?;
    stage.press(Key::Enter).await?;
    assert_eq!(until_saved(&stage, 2).await?, body("+14385550199", false));
    until_text(&stage, "#offer", "Next: (514) 222-3355").await?;

    // Another paste replaces what is left.
    paste(&stage, "514-222-3366 and 514-222-3377").await?;
    stage.press(Key::Enter).await?;
    until_saved(&stage, 3).await?;
    until_text(&stage, "#offer", "Next: (514) 222-3377").await?;
    stage.in_form::<Value>("form.reset()").await?;
    until_text(&stage, "#offer", "").await?;
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_next_numbers_are_read_for_the_country_that_was_chosen() -> Result {
    let stage = open("").await?;
    stage.click_into("#country").await?;
    stage.press("france").await?;
    stage.until("root.querySelectorAll('[role=option]').length < 9").await?;
    stage.press(Key::Enter).await?;
    stage.until("root.querySelector('#country').value === 'France +33'").await?;
    paste(&stage, "06 12 34 56 78\n06 12 34 56 79").await?;
    stage.press(Key::Enter).await?;
    assert_eq!(until_saved(&stage, 1).await?, body("+33612345678", true));
    until_text(&stage, "#offer", "Next: 06 12 34 56 79").await?;
    stage.press(Key::Enter).await?;
    until_number(&stage, "06 12 34 56 79").await?;
    stage.press(Key::Enter).await?;
    assert_eq!(until_saved(&stage, 2).await?, body("+33612345679", true));
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn two_endings_are_two_numbers() -> Result {
    let stage = open(&form_for("CH")).await?;
    paste(&stage, "044 123 45 67/68").await?;
    until_text(&stage, "[part=status]", "2 numbers pasted; only 044 123 45 67 is used.").await?;
    stage.press(Key::Enter).await?;
    assert_eq!(until_saved(&stage, 1).await?["number"], "+41441234567");
    stage.until("root.querySelector('#offer')").await?;
    stage.press(Key::Enter).await?;
    stage.until("root.querySelector('#number').value").await?;
    stage.press(Key::Enter).await?;
    assert_eq!(until_saved(&stage, 2).await?["number"], "+41441234568");
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_update_takes_only_the_first_number() -> Result {
    let stage = open("").await?;
    stage.in_form::<Value>("form.phone = { id: 7, number: '+14385550199' }").await?;
    until_number(&stage, "(438) 555-0199").await?;
    stage.in_shadow("#number").await?.focus().await?;
    stage.press(Key::Control + "a").await?;
    copy(&stage, "514-555-0123, 514-222-3355").await?;
    stage.press(Key::Control + "a").await?;
    stage.press(Key::Control + "v").await?;
    until_text(&stage, "[part=status]", "2 numbers pasted; only (514) 555-0123 is used.").await?;
    stage.press(Key::Enter).await?;
    stage.until_heard("updated").await?;
    let sent = json!({ "extension": null, "mobile": false, "number": "+15145550123" });
    assert_eq!(bodies(&stage)?, [sent]);
    // The form goes on with its own phone, not with the next number.
    until_number(&stage, "(514) 555-0123").await?;
    stage.press(Key::Control + "a").await?;
    stage.press(Key::Delete).await?;
    until_number(&stage, "").await?;
    until_text(&stage, "#offer", "").await?;
    stage.close().await
}
