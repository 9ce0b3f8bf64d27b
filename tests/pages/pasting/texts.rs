//! The number that is taken out of a text or a link.

use super::*;

/// A page's country, a text, and the number and extension that are saved.
type Case = (&'static str, &'static str, &'static str, Option<u64>);

/// Pastes each text into the form of a new page, and saves with Enter.
async fn are_saved(cases: &[Case]) -> Result {
    let mut stage = open("").await?;
    for (country, text, number, extension) in cases {
        reopen(&mut stage, &form_for(country)).await?;
        paste(&stage, text).await?;
        stage.press(Key::Enter).await?;
        let sent = until_saved(&stage, 1).await.map_err(|error| format!("{text}: {error}"))?;
        assert_eq!(
            (&sent["number"], &sent["extension"]),
            (&json!(number), &json!(extension)),
            "{text}"
        );
    }
    assert_eq!(stage.api.requests().len(), cases.len());
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_stands_beside_a_number_is_left_out() -> Result {
    are_saved(&[
        ("CA", "15/01/2026 514-555-0123", "+15145550123", None),
        ("CA", "Lead 4165 (514) 555-0123", "+15145550123", None),
        ("FR", "1. 06 12 34 56 78", "+33612345678", None),
        ("CA", "514 555-0123 p.12", "+15145550123", Some(12)),
        ("CA", "Ada,H2X 1Y4,514-555-0123,$24,995", "+15145550123", None),
        ("CA", "514-555-0123, card 4111 1111 1111 1111", "+15145550123", None),
        ("CA", "VIN 1HGCM82633A004352 Tel 514-555-0123", "+15145550123", None),
        ("US", "10.0.0.1 2026-01-15T09:30:00 (212) 555-0123", "+12125550123", None),
        ("DE", "Auftrag 4500035873, Tel. 030 123456", "+4930123456", None),
        ("CH", "8001 Zürich, 044 668 18 00, CHF 12'900", "+41446681800", None),
    ])
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_says_how_its_digits_are_read() -> Result {
    are_saved(&[
        ("DE", "wa.me/33612345678", "+33612345678", None),
        ("DE", "https://wa.me/33612345678?text=Bonjour%2012", "+33612345678", None),
        ("CA", "https://api.whatsapp.com/send?phone=33612345678&text=1", "+33612345678", None),
        ("CA", "whatsapp://send?phone=%2B33612345678", "+33612345678", None),
        ("CA", "viber://chat?number=%2B33612345678", "+33612345678", None),
        ("CA", "tel:555-0123;phone-context=+1514", "+15145550123", None),
        ("CA", "tel:20-7946-0018;phone-context=+44", "+442079460018", None),
        ("CA", "tel:%2B1%20%28514%29%20555-0123;ext=12", "+15145550123", Some(12)),
        ("CA", "sms:+15145550123?body=12", "+15145550123", None),
        ("CA", "callto:+15145550123", "+15145550123", None),
        ("CA", "facetime:+15145550123", "+15145550123", None),
    ])
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn digits_that_are_left_over_are_told() -> Result {
    let stage = open("").await?;
    paste(&stage, "5142223344/12").await?;
    until_number(&stage, "(514) 222-3344").await?;
    until_text(&stage, "[part=status]", "“12” after the number was left out.").await?;
    stage.press(Key::Enter).await?;
    assert_eq!(until_saved(&stage, 1).await?, body("+15142223344", false));

    // The other numbers do not hide it.
    paste(&stage, "514-222-3344/12 or 514-222-3355").await?;
    until_text(
        &stage,
        "[part=status]",
        "2 numbers pasted; only (514) 222-3344 is used. “12” after the number was left out.",
    )
    .await?;
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_without_a_number_stays_with_the_reason() -> Result {
    let stage = open("").await?;
    for (text, shown, words) in [
        ("no number\nhere", "no number here", "There is no phone number in what you pasted."),
        (
            "4111 1111 1111 1111",
            "4111 1111 1111 1111",
            "Too long: Canada numbers have 10 digits, this has 16.",
        ),
        ("555-0123", "555-0123", "Add the area code at the start."),
    ] {
        stage.in_form::<Value>("form.reset()").await?;
        paste(&stage, text).await?;
        until_text(&stage, "#number-error", words).await?;
        until_number(&stage, shown).await?;
        // Enter does not send it either.
        stage.press(Key::Enter).await?;
        stage.until("root.querySelector('#number').ariaInvalid === 'true'").await?;
    }
    assert!(bodies(&stage)?.is_empty());
    stage.close().await
}
