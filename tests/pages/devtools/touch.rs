//! The form on the screen of a phone that is touched.

use serde_json::{Value, json};
use thirtyfour::Key;

use super::command;
use crate::accessibility::{PAGE, add_axe, check};
use crate::harness::{Page, Result, on_form, until};

/// Makes the browser a phone of 375 × 667 pixels.
async fn emulate_phone(page: &Page, height: u32) -> Result {
    let screen = json!({ "width": 375, "height": height, "deviceScaleFactor": 2, "mobile": true });
    command(page, "Emulation.setDeviceMetricsOverride", screen).await?;
    let touch = json!({ "enabled": true, "maxTouchPoints": 1 });
    command(page, "Emulation.setTouchEmulationEnabled", touch).await?;
    let touch = json!({ "enabled": true, "configuration": "mobile" });
    command(page, "Emulation.setEmitTouchEventsForMouse", touch).await?;
    let is_phone = "return matchMedia('(pointer: coarse)').matches
        && innerHeight === arguments[0] && innerWidth === 375";
    until("the screen is touched", async || page.run(is_phone, vec![json!(height)]).await).await
}

/// Touches the middle of an element.
async fn tap(page: &Page, selector: &str) -> Result {
    let [x, y]: [f64; 2] = page
        .in_form(&format!(
            "const box = root.querySelector('{selector}').getBoundingClientRect();
             return [box.left + box.width / 2, box.top + box.height / 2]"
        ))
        .await?;
    let points = json!([{ "x": x, "y": y }]);
    command(
        page,
        "Input.dispatchTouchEvent",
        json!({ "type": "touchStart", "touchPoints": points }),
    )
    .await?;
    let end = json!({ "type": "touchEnd", "touchPoints": [] });
    command(page, "Input.dispatchTouchEvent", end).await.map(drop)
}

const OPEN: &str =
    "root.querySelector('[popover][role=dialog][aria-modal=true]:popover-open #countries')";

/// That the list is seen in the sheet, below the field on top and above `bottom`.
async fn covers(page: &Page, bottom: f64) -> Result {
    page.until(&format!(
        "(() => {{
           const box = (selector) => root.querySelector(selector).getBoundingClientRect();
           const sheet = box('[popover]:popover-open'), list = box('#countries');
           const control = box('#country');
           return sheet.top === 0 && sheet.left === 0 && sheet.width === innerWidth
             && sheet.height === innerHeight
             && control.top < 100 && control.bottom <= list.top && list.height > 100
             && list.bottom <= {bottom} && list.right <= innerWidth;
         }})()"
    ))
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_phone_the_list_of_countries_is_a_sheet() -> Result {
    let html = format!("<div style='height: 300px'></div>{PAGE}<div style='height: 2000px'></div>");
    on_form(&html, async |page| {
        emulate_phone(page, 667).await?;
        let small: Vec<String> = page
            .in_form(
                "return [...root.querySelectorAll('input:not([type=checkbox])')]
                   .filter((field) => parseFloat(getComputedStyle(field).fontSize) < 16)
                   .map((field) => field.id)",
            )
            .await?;
        assert_eq!(small, Vec::<String>::new());

        page.run::<Value>("scrollTo(0, 120)", vec![]).await?;
        let state =
            "return [scrollY, root.querySelector('#number').getBoundingClientRect().toJSON()]";
        let before: Value = page.in_form(state).await?;
        tap(page, "#country").await?;
        page.until(OPEN).await?;
        covers(page, 667.0).await?;
        assert_eq!(page.in_form::<Value>(state).await?, before, "behind the sheet");
        page.until("root.activeElement.id === 'country'").await?;
        add_axe(page).await?;
        check(page, "the sheet").await?;
        let rows: Vec<String> = page
            .in_form(
                "return [...root.querySelectorAll('[role=option], #close')]
                   .filter((target) => target.getBoundingClientRect().height < 44)
                   .map((target) => target.id)",
            )
            .await?;
        assert_eq!(rows, Vec::<String>::new());
        assert_eq!(page.in_shadow("#close").await?.attr("aria-label").await?, Some("Close".into()));

        // A search, in the field on top.
        page.press("fra").await?;
        page.until("root.querySelector('[aria-selected=true]').id === 'country-FR'").await?;
        page.press("xyzzy").await?;
        page.until("root.querySelector('#countries.none')?.checkVisibility()").await?;
        // Closed, the country stays, and so do the focus and the place on the page.
        tap(page, "#close").await?;
        page.until("!root.querySelector('[popover], [role=dialog]')").await?;
        page.until("root.activeElement.id === 'country'").await?;
        assert_eq!(page.value_of("#country").await?, "Canada +1");
        assert_eq!(page.in_form::<Value>(state).await?, before, "after it was closed");

        // A keyboard on the screen takes the lower part of the window.
        tap(page, "#country").await?;
        page.until(OPEN).await?;
        page.in_form::<Value>(
            "Object.defineProperty(visualViewport, 'height', { value: 367, configurable: true });
             visualViewport.dispatchEvent(new Event('resize'))",
        )
        .await?;
        covers(page, 367.0).await?;
        page.press(Key::Escape + "").await?;
        page.until("!root.querySelector('[popover]')").await?;
        page.in_form::<Value>("delete visualViewport.height").await?;

        // A touch chooses.
        tap(page, "#country").await?;
        page.until(OPEN).await?;
        page.press("belg").await?;
        page.until("root.querySelector('#country-BE')").await?;
        tap(page, "#country-BE").await?;
        page.until("!root.querySelector('[popover]')").await?;
        assert_eq!(page.value_of("#country").await?, "Belgium +32");
        assert_eq!(page.in_form::<Value>(state).await?, before, "after a choice");
        page.threw_nothing().await
    })
    .await
}
