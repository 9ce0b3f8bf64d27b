//! Which keys the page hears of.

use serde_json::Value;
use thirtyfour::Key;

use crate::harness::{Page, Result, on_form};

/// Records keys outside of the form, in both phases.
const LISTEN: &str = "<script>
    window.keys = [];
    for (const kind of ['keydown', 'keyup']) {
      document.addEventListener(kind, ({ key }) => keys.push(kind + ' ' + key));
      document.addEventListener(kind, ({ key }) => keys.push(kind + ' captured ' + key), true);
    }
  </script>{form}";

async fn heard(page: &Page) -> Result<Vec<String>> {
    page.run("return keys.splice(0)", vec![]).await
}

/// What bubbles, without what the page could see in the capture phase.
async fn bubbled(page: &Page) -> Result<Vec<String>> {
    Ok(heard(page).await?.into_iter().filter(|key| !key.contains("captured")).collect())
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_that_edit_or_move_stay_in_the_form() -> Result {
    on_form(LISTEN, async |page| {
        page.click_into("#number").await?;
        page.press("514").await?;
        for key in [
            Key::Backspace,
            Key::Delete,
            Key::Left,
            Key::Right,
            Key::Up,
            Key::Down,
            Key::Home,
            Key::End,
        ] {
            page.press(key + "").await?;
        }
        page.press(Key::Shift + Key::Home).await?;
        page.press(Key::Control + "a").await?;
        page.press(Key::Control + "z").await?;
        let keys = bubbled(page).await?;
        let typing = |key: &String| !key.ends_with("Shift") && !key.ends_with("Control");
        assert_eq!(keys.into_iter().filter(typing).collect::<Vec<_>>(), Vec::<String>::new());
        // Those that a page needs, and shortcuts with Control, go on.
        page.press(Key::Escape + "").await?;
        page.press(Key::Control + "k").await?;
        let keys = bubbled(page).await?;
        for key in ["keydown Escape", "keyup Escape", "keydown k"] {
            assert!(keys.iter().any(|heard| heard == key), "{key} in {keys:?}");
        }
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_escape_that_closes_the_list_is_heard_by_nobody_else() -> Result {
    on_form(LISTEN, async |page| {
        page.click_into("#country").await?;
        page.until("root.querySelector('[role=option]')").await?;
        heard(page).await?;
        page.press(Key::Escape + "").await?;
        page.until("!root.querySelector('[role=option]')").await?;
        assert_eq!(heard(page).await?, Vec::<String>::new());
        assert!(page.in_form::<Value>("return root.activeElement.id").await? == "country");
        page.press(Key::Escape + "").await?;
        assert_eq!(bubbled(page).await?, ["keydown Escape", "keyup Escape"]);
        Ok(())
    })
    .await
}
