//! A form whose host limits the countries with `countries`.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::harness::{Page, Result, on_form, until};

/// The countries in the open list, in order.
async fn options(page: &Page) -> Result<Vec<String>> {
    page.in_form("return [...root.querySelectorAll('[role=option]')].map((o) => o.textContent)")
        .await
}

async fn until_options(page: &Page, expected: &[&str]) -> Result {
    until(&expected.join(", "), async || Ok(options(page).await? == expected)).await
}

async fn until_shown(page: &Page, label: &str) -> Result {
    page.until(&format!("root.querySelector('#country').value === '{label}'")).await
}

async fn until_refused(page: &Page, words: &str) -> Result {
    let shown = "return root.querySelector('#number-error')?.textContent ?? ''";
    until(words, async || Ok(page.in_form::<String>(shown).await? == words)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_and_its_search_have_only_these_countries() -> Result {
    let form = "{form countries='us, FR ca MX' preferred-countries='MX GB US'}";
    on_form(form, async |page| {
        until_shown(page, "Canada +1").await?;
        page.click_into("#country").await?;
        until_options(page, &["Mexico +52", "United States +1", "Canada +1", "France +33"]).await?;
        page.press("germ").await?;
        page.until(
            "root.querySelector('.unseen[aria-live=polite]').textContent.startsWith('No match.')",
        )
        .await?;
        page.press(Key::Backspace + Key::Backspace + Key::Backspace + Key::Backspace + "fr")
            .await?;
        until_options(page, &["France +33"]).await?;
        page.press(Key::Enter + "").await?;
        until_shown(page, "France +33").await?;

        // A chosen country that is no longer in the list is not chosen any more. The open list
        // changes too.
        page.press(Key::Down + "").await?;
        page.in_form::<Value>("form.countries = ['JM', 'MX']").await?;
        until_options(page, &["Mexico +52", "Jamaica +1"]).await?;
        page.press(Key::Escape + "").await?;
        until_shown(page, "Jamaica +1").await?;
        page.in_form::<Value>("form.country = 'MX'").await?;
        until_shown(page, "Mexico +52").await?;
        let read: Value = page
            .in_form(
                "const read = [form.getAttribute('countries'), form.countries];
                 form.countries = undefined;
                 return [...read, form.countries, form.hasAttribute('countries')]",
            )
            .await?;
        assert_eq!(read, json!(["us, FR ca MX", ["JM", "MX"], [], true]));
        page.click_into("#country").await?;
        page.until("root.querySelectorAll('[role=option]').length > 240").await?;
        assert_eq!(page.names().await?, ["ready"]);

        // A list that cannot be read is reported once, and all countries are there.
        page.in_form::<Value>(
            "for (const _ of [1, 2]) form.setAttribute('countries', 'CA Kanada')",
        )
        .await?;
        let error = page.until_heard("error").await?;
        assert_eq!((&error["kind"], page.names().await?.len()), (&json!("configuration"), 2));
        let message = error["message"].as_str().unwrap_or_default();
        assert!(message.contains("countries") && message.contains("Kanada"), "{message}");
        assert!(options(page).await?.len() > 240);
        page.threw_nothing().await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_of_another_country_is_refused_in_the_users_language() -> Result {
    on_form("{form countries='CA US'}", async |page| {
        page.in_shadow("#number").await?.send_keys("+33 6 12 34 56 78" + Key::Enter).await?;
        until_refused(page, "Enter a number from one of these countries: Canada, United States.")
            .await?;
        // The control shows what is typed.
        until_shown(page, "France +33").await?;
        page.until("root.activeElement?.id === 'number' && !root.querySelector('#save-anyway')")
            .await?;
        for (change, words) in [
            (
                "form.locale = 'fr-CA'",
                "Entrez un numéro de l’un de ces pays\u{a0}: Canada, États-Unis.",
            ),
            (
                "form.locale = 'es-MX'",
                "Ingrese un número de uno de estos países: Canadá, Estados Unidos.",
            ),
            // The names are those of the list, whatever the language of the sentence.
            (
                "form.locale = 'ca'",
                "Enter a number from one of these countries: Canadà, Estats Units.",
            ),
            (
                "form.locale = 'en'; form.countries = 'CA'; form.requestSubmit()",
                "Enter a number from this country: Canada.",
            ),
            (
                "form.countries = 'CA US MX GB JM DE IT'; form.requestSubmit()",
                "Enter a number from one of these countries: \
                 Canada, United States, Mexico, United Kingdom and 3 more.",
            ),
        ] {
            page.in_form::<Value>(change).await?;
            until_refused(page, words).await?;
        }
        assert_eq!(page.names().await?, ["ready"]);

        page.in_form::<Value>("form.countries = 'CA'; form.reset()").await?;
        page.in_shadow("#number").await?.send_keys("212 555 0123" + Key::Enter).await?;
        until_refused(page, "Enter a number from this country: Canada.").await?;
        page.in_form::<Value>("form.reset()").await?;
        page.in_shadow("#number").await?.send_keys("+1 514 222 3344" + Key::Enter).await?;
        assert_eq!(page.until_heard("created").await?["number"], "+15142223344");
        page.threw_nothing().await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_without_the_typed_country_is_left_without_a_choice() -> Result {
    on_form("{form countries='CA US'}", async |page| {
        page.in_shadow("#number").await?.send_keys("+33 6 12 34 56 78").await?;
        until_shown(page, "France +33").await?;
        page.in_form::<Value>("root.querySelector('#country').focus()").await?;
        page.press(Key::Down + "").await?;
        until_options(page, &["Canada +1", "United States +1"]).await?;
        page.until("!root.querySelector('[aria-selected=true]')").await?;
        page.press(Key::Tab + "").await?;
        page.until("root.activeElement?.id === 'number' && !root.querySelector('#countries')")
            .await?;
        until_shown(page, "France +33").await?;
        assert_eq!(page.value_of("#number").await?, "+33 6 12 34 56 78");

        // The arrows begin at the ends.
        page.in_form::<Value>("root.querySelector('#country').focus()").await?;
        page.press(Key::Down + Key::Up).await?;
        page.until("root.querySelector('[aria-selected=true]')?.id === 'country-US'").await?;
        page.press(Key::Enter + "").await?;
        until_shown(page, "United States +1").await
    })
    .await
}
