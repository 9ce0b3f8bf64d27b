//! A paste while the numbering plan that it needs is on its way.

use super::*;

/// Keeps each request for a zone's file back, until `release()` is called.
const HOLD: &str = "const real = window.fetch;
    const held = [];
    window.release = () => held.splice(0).forEach((answer) => answer());
    window.fetch = (url, ...rest) => /zone/.test(url)
      ? new Promise((resolve) => held.push(() => resolve(real(url, ...rest))))
      : real(url, ...rest)";

const LOADING: &str = "Checking the number format…";

#[tokio::test(flavor = "multi_thread")]
async fn a_paste_is_read_again_when_its_plan_is_there() -> Result {
    let stage = open_with("", HOLD).await?;
    paste(&stage, "Ring +44 (0)20 7946 0018 x12 or +44 20 7946 0019").await?;
    until_text(&stage, "#number-help", LOADING).await?;
    stage.run::<Value>("release()", vec![]).await?;
    until_number(&stage, "+44 20 7946 0018").await?;
    assert_eq!(stage.value_of("#extension").await?, "12");
    until_text(&stage, "[part=status]", "2 numbers pasted; only +44 20 7946 0018 ext. 12 is used.")
        .await?;
    stage.press(Key::Enter).await?;
    let mut first = body("+442079460018", false);
    first["extension"] = json!(12);
    assert_eq!(until_saved(&stage, 1).await?, first);
    until_text(&stage, "#offer", "Next: +44 20 7946 0019").await?;
    stage.press(Key::Enter).await?;
    until_number(&stage, "+44 20 7946 0019").await?;
    stage.press(Key::Enter).await?;
    assert_eq!(until_saved(&stage, 2).await?, body("+442079460019", false));
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_save_that_was_asked_for_meanwhile_is_of_the_number_that_was_shown() -> Result {
    let mut stage = open_with("", HOLD).await?;
    paste(&stage, "+44 20 7946 0018").await?;
    until_text(&stage, "#number-help", LOADING).await?;
    stage.press(Key::Enter).await?;
    stage.until("root.querySelector('#submit').ariaDisabled === 'true'").await?;
    assert!(bodies(&stage)?.is_empty());
    stage.run::<Value>("release()", vec![]).await?;
    assert_eq!(until_saved(&stage, 1).await?, body("+442079460018", false));

    // The plan drops the zero, which is no part of the number.
    stage.reopen(&page("", HOLD)).await?;
    until_ready(&stage).await?;
    paste(&stage, "+44 (0)20 7946 0018").await?;
    until_text(&stage, "#number-help", LOADING).await?;
    stage.press(Key::Enter).await?;
    stage.until("root.querySelector('#submit').ariaDisabled === 'true'").await?;
    stage.run::<Value>("release()", vec![]).await?;
    assert_eq!(until_saved(&stage, 1).await?, body("+442079460018", false));
    assert_eq!(bodies(&stage)?.len(), 2);
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edit_meanwhile_is_another_number() -> Result {
    let stage = open_with("", HOLD).await?;
    paste(&stage, "+44 20 7946 0018, +44 20 7946 0019").await?;
    until_text(&stage, "#number-help", LOADING).await?;
    stage.press(Key::Backspace + "7").await?;
    stage.run::<Value>("release()", vec![]).await?;
    until_number(&stage, "+44 20 7946 0017").await?;
    until_text(&stage, "#number-help", "Saves as +44 20 7946 0017").await?;
    until_text(&stage, "[part=status]", "").await?;
    stage.press(Key::Enter).await?;
    assert_eq!(until_saved(&stage, 1).await?, body("+442079460017", false));
    stage.close().await
}
