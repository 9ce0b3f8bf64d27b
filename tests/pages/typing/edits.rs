//! Digits, caret, selection, undo.

use thirtyfour::Key;

use super::*;
use crate::harness::on_demo;

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
            page.press(number).await?;
            let mut expected = number.to_owned();
            until("the number is formatted", async || {
                Ok(digits(&shown(page).await?) == expected
                    && page.value_of("#number").await? != number)
            })
            .await?;
            // At each place, the edit changes the digits as it would without formatting.
            for (at, edit) in [(3, "7"), (5, "<"), (6, ">"), (8, "<"), (4, ">"), (1, "9"), (7, "<")]
            {
                let mut keys = TypingData::from(Key::Home);
                for _ in 0..at {
                    keys = keys + Key::Right;
                }
                page.press(keys).await?;
                let before = shown(page).await?;
                let mut left = before.split_once('|').map_or(0, |(left, _)| digits(left).len());
                match edit {
                    "<" => {
                        page.press(Key::Backspace).await?;
                        if left > 0 {
                            left -= 1;
                            expected.remove(left);
                        }
                    }
                    ">" => {
                        page.press(Key::Delete).await?;
                        if left < expected.len() {
                            expected.remove(left);
                        }
                    }
                    digit => {
                        page.press(digit).await?;
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
        page.press("5145550123").await?;
        is_shown(page, "(514) 555-0123|").await?;
        // Select "55-0" backwards and replace it.
        page.press(Key::Left + Key::Left + Key::Left).await?;
        page.press(Key::Shift + (Key::Left + Key::Left + Key::Left + Key::Left)).await?;
        is_shown(page, "(514) 5|55-0|123").await?;
        page.press("9").await?;
        is_shown(page, "(514) 59|1-23").await?;
        page.press(Key::Shift + (Key::Right + Key::Right)).await?;
        page.press(Key::Control + "x").await?;
        is_shown(page, "514-59|23").await?;
        page.press(Key::Control + "v").await?;
        is_shown(page, "(514) 591|-23").await?;
        page.press(Key::Control + "v").await?;
        is_shown(page, "(514) 591-1|23").await?;
        // A selection of everything is replaced as a whole.
        page.press(Key::Home + (Key::Shift + Key::End)).await?;
        page.press("2").await?;
        is_shown(page, "2|").await?;
        // A text that is more than a number is not formatted, but it is read.
        empty(page).await?;
        page.press("1-800-FLOWERS").await?;
        is_shown(page, "1-800-FLOWERS|").await?;
        until("it is read", async || {
            Ok(page.text_of("#number-help").await?.contains("+1 800-356-9377"))
        })
        .await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn undo_and_redo_go_a_keystroke_or_a_paste_at_a_time() -> Result {
    on_demo(async |page| {
        open(page).await?;
        page.press("5145550").await?;
        is_shown(page, "514-5550|").await?;
        paste(page, "123").await?;
        is_shown(page, "(514) 555-0123|").await?;
        page.press(Key::Control + "z").await?;
        is_shown(page, "514-5550|").await?;
        page.press(Key::Control + "z").await?;
        is_shown(page, "514-555|").await?;
        page.press(Key::Control + "y").await?;
        page.press(Key::Control + (Key::Shift + "z")).await?;
        is_shown(page, "(514) 555-0123|").await?;
        page.press(Key::Control + "y").await?;
        is_shown(page, "(514) 555-0123|").await?;
        // Undo restores the caret and the selection.
        page.press(Key::Home + Key::Right + Key::Right + (Key::Shift + (Key::Right + Key::Right)))
            .await?;
        is_shown(page, "(5|14|) 555-0123").await?;
        page.press(Key::Backspace).await?;
        is_shown(page, "(5|55) 501-23").await?;
        page.press(Key::Control + "z").await?;
        is_shown(page, "(5|14|) 555-0123").await?;

        // A paste with an extension is one step.
        empty(page).await?;
        paste(page, "438 555 0199 x77").await?;
        is_shown(page, "(438) 555-0199|").await?;
        assert_eq!(page.value_of("#extension").await?, "77");
        page.press(Key::Control + "z").await?;
        is_shown(page, "|").await?;
        assert_eq!(page.value_of("#extension").await?, "");
        page.press(Key::Control + "y").await?;
        is_shown(page, "(438) 555-0199|").await?;
        assert_eq!(page.value_of("#extension").await?, "77");

        // Undo does not bring back what a reset removed.
        page.run::<()>("document.querySelector('lead-phone-form').reset()", vec![]).await?;
        page.press(Key::Control + "z").await?;
        is_shown(page, "|").await
    })
    .await
}
