//! The form with forced colours, with more contrast, and on paper.

use serde_json::{Value, json};
use thirtyfour::Key;

use super::command;
use crate::accessibility::{PAGE, add_axe, check, fill};
use crate::harness::{Page, Result, on_form, until};

/// Makes the browser emulate a user preference.
async fn emulate(page: &Page, feature: &str, value: &str) -> Result {
    let features = json!([{ "name": feature, "value": value }]);
    command(page, "Emulation.setEmulatedMedia", json!({ "features": features })).await?;
    until(feature, async || {
        let query = format!("({feature}: {value})");
        page.run("return matchMedia(arguments[0]).matches", vec![json!(query)]).await
    })
    .await
}

/// The computed value of a property of an element in the form.
async fn style(page: &Page, selector: &str, property: &str) -> Result<String> {
    page.in_form(&format!(
        "return getComputedStyle(root.querySelector('{selector}')).getPropertyValue('{property}')"
    ))
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn with_the_systems_colours_all_is_told_apart() -> Result {
    on_form(PAGE, async |page| {
        emulate(page, "forced-colors", "active").await?;
        add_axe(page).await?;
        let text = style(page, "#number", "color").await?;
        for control in ["#country", "#number", "#extension", "#submit"] {
            let edge = style(page, control, "border-top-color").await?;
            assert_ne!(edge, style(page, control, "background-color").await?, "{control}");
            assert_ne!(style(page, control, "border-top-style").await?, "none", "{control}");
        }
        // The arrow of the country list is drawn, and its colour differs from the background.
        let arrow: String = page
            .in_form(
                "return getComputedStyle(root.querySelector('[part=chevron]')).borderRightColor",
            )
            .await?;
        assert_ne!(arrow, style(page, "#country", "background-color").await?);

        // Forced colours are the same for all fields, so an error needs another mark than colour.
        let before = style(page, "#number", "border-top-width").await?;
        fill(page, "#number", "514").await?;
        page.in_shadow("#submit").await?.click().await?;
        page.until("root.querySelector('#number').ariaInvalid === 'true'").await?;
        assert_ne!(style(page, "#number", "border-top-width").await?, before);

        page.in_form::<Value>("root.querySelector('#country').focus()").await?;
        assert_eq!(style(page, "#country", "outline-style").await?, "solid");
        page.press(Key::Down + "").await?;
        page.until("root.querySelector('[role=option][aria-selected=true]')").await?;
        let other = "[role=option]:not([aria-selected=true])";
        for property in ["color", "background-color"] {
            let active = style(page, "[role=option][aria-selected=true]", property).await?;
            assert_ne!(active, style(page, other, property).await?, "{property}");
        }
        assert_eq!(style(page, "#number", "color").await?, text);
        check(page, "the system's colours").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn with_more_contrast_edges_are_as_dark_as_text() -> Result {
    on_form(PAGE, async |page| {
        let text = style(page, "#number", "color").await?;
        assert_ne!(style(page, "#number", "border-top-color").await?, text);
        emulate(page, "prefers-contrast", "more").await?;
        for control in ["#country", "#number", "#extension"] {
            assert_eq!(style(page, control, "border-top-color").await?, text, "{control}");
        }
        fill(page, "#number", "514 222 3344").await?;
        page.until("root.querySelector('#number-help').textContent").await?;
        assert_eq!(style(page, "#number-help", "color").await?, text);
        assert_eq!(style(page, "#number", "outline-width").await?, "3px");
        add_axe(page).await?;
        check(page, "more contrast").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_printed_page_has_no_open_list() -> Result {
    on_form(PAGE, async |page| {
        page.in_shadow("#country").await?.click().await?;
        page.until("root.querySelector('[part=list]:popover-open')").await?;
        command(page, "Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        until("the list is hidden", async || {
            Ok(style(page, "[part=list]", "display").await? == "none")
        })
        .await?;
        assert_ne!(style(page, "#number", "display").await?, "none");
        Ok(())
    })
    .await
}
