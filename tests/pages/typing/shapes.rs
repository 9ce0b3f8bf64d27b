//! What people type into a number beside its digits: brackets, spaces, letters.

use super::*;
use crate::harness::on_demo;

async fn country_is(page: &Page, label: &str) -> Result {
    page.until(&format!("root.querySelector('#country').value === '{label}'")).await
}

async fn will_be(page: &Page, number: &str) -> Result {
    let words = format!("Saves as {number}");
    page.until(&format!("root.querySelector('#number-help').textContent === '{words}'")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn brackets_stay_as_they_are_typed_until_the_field_is_left() -> Result {
    on_demo(async |page| {
        open(page).await?;
        for (key, expected) in [
            ("(", "(|"),
            ("514", "(514|"),
            (")", "(514)|"),
            (" ", "(514) |"),
            ("555", "(514) 555|"),
            ("-", "(514) 555-|"),
            ("0123", "(514) 555-0123|"),
        ] {
            page.press(key).await?;
            is_shown(page, expected).await?;
        }
        will_be(page, "+1 514-555-0123").await?;

        read_for(page, "FR").await?;
        page.press("+33 (0)6 12 34 56 78").await?;
        is_shown(page, "+33 (0)6 12 34 56 78|").await?;
        will_be(page, "+33 6 12 34 56 78").await?;
        page.press(Key::Tab).await?;
        until("it is formatted", async || {
            Ok(page.value_of("#number").await? == "+33 6 12 34 56 78")
        })
        .await?;

        read_for(page, "DE").await?;
        page.click_into("#number").await?;
        page.press("(030) 123456").await?;
        is_shown(page, "(030) 123456|").await?;
        page.press(Key::Tab).await?;
        until("it is formatted", async || Ok(page.value_of("#number").await? == "030 123456")).await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_in_letters_looks_as_it_is_typed() -> Result {
    on_demo(async |page| {
        open(page).await?;
        for (typed, shown, number) in [
            ("1-800-FLOWERS", "1-800-FLOWERS|", "+1 800-356-9377"),
            ("1 800 GO FEDEX", "1-800-GO FEDEX|", "+1 800-463-3339"),
            ("1 (800) FLOWERS", "1 (800) FLOWERS|", "+1 800-356-9377"),
        ] {
            page.press(typed).await?;
            is_shown(page, shown).await?;
            will_be(page, number).await?;
            empty(page).await?;
        }
        // Deleted letter by letter, it is a number in digits again.
        page.press("1-800-FLO").await?;
        is_shown(page, "1-800-FLO|").await?;
        page.press(Key::Backspace + Key::Backspace + Key::Backspace).await?;
        page.press("3569377").await?;
        is_shown(page, "1 (800) 356-9377|").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_calling_code_is_deleted_without_passing_through_other_countries() -> Result {
    on_demo(async |page| {
        open(page).await?;
        read_for(page, "FR").await?;
        page.press("+12423571234").await?;
        is_shown(page, "+1 242-357-1234|").await?;
        country_is(page, "Bahamas +1").await?;
        // Every value that the country's control had.
        page.in_form::<()>(
            "const control = root.querySelector('#country');
             window.countries = [control.value];
             root.querySelector('#number').addEventListener('input', () => queueMicrotask(() => {
               if (control.value !== countries.at(-1)) countries.push(control.value);
             }));",
        )
        .await?;
        for left in (0..=11).rev() {
            page.press(Key::Backspace).await?;
            until("a digit is deleted", async || {
                Ok(digits(&page.value_of("#number").await?).len() == left)
            })
            .await?;
        }
        country_is(page, "France +33").await?;
        let countries: Vec<String> = page.run("return countries", vec![]).await?;
        assert_eq!(countries, ["Bahamas +1", "France +33"]);
        Ok(())
    })
    .await
}
