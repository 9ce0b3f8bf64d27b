//! The open list of countries: it is seen while it is open, and closes when it has to.

use serde_json::Value;
use thirtyfour::Key;

use crate::harness::{Page, Result, on_form, on_form_in_frame};
use crate::pasting::{until_focused, until_number};
use crate::typing::copy;

/// Whether the list is painted: its middle is on the screen, and nothing covers it.
const SEEN: &str = "(() => {
    const list = root.querySelector('#countries');
    if (!list) return false;
    const { left, top, width, height } = list.getBoundingClientRect();
    return width > 0 && list.contains(root.elementFromPoint(left + width / 2, top + height / 2));
  })()";

/// The key that WebDriver names so.
const BACKSPACE: &str = "\u{e003}";

const CLOSED: &str = "!root.querySelector('#countries')
    && root.querySelector('#country').ariaExpanded === 'false'";

async fn focus_country(page: &Page) -> Result {
    page.in_form::<Value>("root.querySelector('#country').focus()").await.map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_is_seen_whatever_was_searched_for_before() -> Result {
    on_form("{form}", async |page| {
        focus_country(page).await?;
        for (keys, options) in
            [("fran", "=== 1"), ("x", "=== 0"), (BACKSPACE, "=== 1"), ("xyzzy", "=== 0")]
        {
            page.press(keys).await?;
            page.until(&format!("root.querySelectorAll('[role=option]').length {options}")).await?;
            page.until(SEEN).await.map_err(|error| format!("{keys}: {error}"))?;
        }
        page.in_form::<Value>("root.querySelector('#country').select()").await?;
        page.press("germany").await?;
        page.until("root.querySelector('[aria-selected=true]')?.textContent.includes('Germany')")
            .await?;
        page.until(SEEN).await?;
        page.press(Key::Enter + "").await?;
        page.until("root.querySelector('#country').value === 'Germany +49'").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_click_closes_the_list_and_a_third_opens_it() -> Result {
    on_form("{form}", async |page| {
        for _ in 0..2 {
            page.click_into("#country").await?;
            page.until(SEEN).await?;
            page.click_into("#country").await?;
            page.until(CLOSED).await?;
        }
        page.until("root.activeElement?.id === 'country'").await?;
        // During a search, a click only moves the caret.
        page.press("ital").await?;
        page.until("root.querySelectorAll('[role=option]').length === 1").await?;
        page.click_into("#country").await?;
        page.press("y").await?;
        page.until("root.querySelector('#country').value.length === 5").await?;
        page.until(SEEN).await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn letters_replace_the_country_after_each_click() -> Result {
    on_form("{form}", async |page| {
        for name in ["France +33", "Italy +39"] {
            page.click_into("#country").await?;
            page.until(SEEN).await?;
            page.press(&name[..3]).await?;
            page.until(&format!("root.querySelector('#country').value === '{}'", &name[..3]))
                .await?;
            page.press(name[3..].split(' ').next().unwrap_or_default().to_owned() + Key::Enter)
                .await?;
            page.until(&format!("root.querySelector('#country').value === '{name}'")).await?;
            page.in_form::<Value>("root.querySelector('#number').focus()").await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_closes_when_its_field_is_scrolled_out_of_its_panel() -> Result {
    let html = "<div id=panel style='height: 12rem; overflow: auto'>
        <p style='height: 6rem'>Above</p>{form}<p style='height: 60rem'>Below</p></div>";
    on_form_in_frame(html, async |page| {
        focus_country(page).await?;
        page.press(Key::Down + "").await?;
        page.until(SEEN).await?;
        let scroll = "document.querySelector('#panel').scrollTop";
        page.run::<Value>(&format!("{scroll} += 20"), vec![]).await?;
        page.until(&format!("{scroll} >= 20 && {SEEN}")).await?;
        page.run::<Value>(&format!("{scroll} = 600"), vec![]).await?;
        page.until(CLOSED).await?;
        page.until("root.querySelector('#country').value === 'Canada +1'").await?;
        page.until("root.activeElement?.id === 'country'").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_is_hidden_with_its_list_open_goes_on() -> Result {
    on_form("<div id=panel>{form}</div>", async |page| {
        for hide in ["panel.hidden = true", "panel.style.contentVisibility = 'hidden'"] {
            page.click_into("#country").await?;
            page.until(SEEN).await?;
            let scrolled = "dispatchEvent(new Event('resize'));
                document.dispatchEvent(new Event('scroll'))";
            page.in_form::<Value>(&format!("{hide}; form.offsetWidth; {scrolled}")).await?;
            page.in_form::<Value>("panel.hidden = false; panel.style.contentVisibility = ''")
                .await?;
            page.in_form::<Value>("form.focus()").await?;
            page.press("514-222-3344").await?;
            page.until("root.querySelector('#number').value === '(514) 222-3344'").await?;
            page.until("root.querySelector('#number-help').textContent.includes('222')").await?;
            page.in_form::<Value>("form.reset()").await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn countries_are_found_by_the_names_and_numbers_that_people_type() -> Result {
    on_form("{form}", async |page| {
        let english = [
            ("england", "United Kingdom +44"),
            ("scotland", "United Kingdom +44"),
            ("holland", "Netherlands +31"),
            ("ivory coast", "Côte d’Ivoire +225"),
            ("czech republic", "Czechia +420"),
            ("turkey", "+90"),
            ("great britain", "United Kingdom +44"),
            ("saint lucia", "St. Lucia +1"),
            ("st lucia", "St. Lucia +1"),
            ("trinidad and tobago", "Trinidad & Tobago +1"),
            ("trinidad & t", "Trinidad & Tobago +1"),
            ("usa", "United States +1"),
            ("america", "United States +1"),
            ("korea", "South Korea +82"),
            ("deutschland", "Germany +49"),
            ("españa", "Spain +34"),
            ("876", "Jamaica +1"),
            ("+1514", "Canada +1"),
        ];
        found(page, &english).await?;
        page.in_form::<Value>("form.locale = 'fr'").await?;
        page.until("root.querySelector('label[for=country]').textContent === 'Pays'").await?;
        let french = [
            ("germany", "Allemagne +49"),
            ("united states", "États-Unis +1"),
            ("spain", "Espagne +34"),
            ("allemagne", "Allemagne +49"),
            ("deutschland", "Allemagne +49"),
            ("saint lucia", "Sainte-Lucie +1"),
        ];
        found(page, &french).await
    })
    .await
}

/// Types each query, and checks the country that Enter takes.
async fn found(page: &Page, queries: &[(&str, &str)]) -> Result {
    for (query, country) in queries {
        focus_country(page).await?;
        page.press((*query).to_owned() + Key::Enter).await?;
        page.until(&format!("root.querySelector('#country').value.endsWith(`{country}`)"))
            .await
            .map_err(|error| format!("{query}: {error}"))?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_in_the_country_moves_to_the_number() -> Result {
    on_form("{form}", async |page| {
        focus_country(page).await?;
        page.press("5142223344").await?;
        until_number(page, "(514) 222-3344").await?;
        until_focused(page, "number").await?;
        page.until("root.querySelector('#country').value === 'Canada +1'").await?;
        page.until(CLOSED).await?;
        copy(page, "Tel. +33 6 12 34 56 78, office").await?;
        focus_country(page).await?;
        page.press(Key::Control + "v").await?;
        until_number(page, "+33 6 12 34 56 78").await?;
        until_focused(page, "number").await?;
        page.until("root.querySelector('#country').value === 'France +33'").await
    })
    .await
}
