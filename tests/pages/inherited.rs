//! Styles of the page that the form would inherit, and zoom: the form looks the same, and its list is
//! under its field.

use serde_json::{Value, json};

use crate::harness::{Browser, Result, Server, Stage, until};

const PAGE: &str = "{script}<style>
    body { margin: 2000px 40px; }
    div { font: 16px Arial, sans-serif; width: 400px; }
    .odd {
      text-align: right; text-align-last: center; text-transform: uppercase; white-space: nowrap;
      letter-spacing: 0.3em; word-spacing: 1em; line-height: 3; text-indent: 3em; hyphens: auto;
      text-shadow: 0 0 3px red; word-break: break-all; overflow-wrap: anywhere;
      -webkit-text-fill-color: transparent; -webkit-text-stroke: 1px red;
    }
  </style>
  <div><lead-phone-form id=plain lead-id=1></lead-phone-form></div><div class=odd><lead-phone-form id=odd lead-id=1></lead-phone-form></div>
  <div style='zoom: 1.5'><lead-phone-form id=large lead-id=1></lead-phone-form></div><div style='zoom: 0.75'><lead-phone-form id=small lead-id=1></lead-phone-form></div>
  <div dir=rtl style='zoom: 1.25'><lead-phone-form id=rtl lead-id=1></lead-phone-form></div>";

/// The boxes of a form's elements, from its upper left corner, and how their texts look.
async fn look(page: &Browser, form: &str) -> Result<Value> {
    let look = "const { shadowRoot: root } = document.getElementById(arguments[0]);
        const { left, top } = root.host.getBoundingClientRect();
        const elements = [...root.querySelectorAll('form, form *')];
        return elements.filter((element) => element.checkVisibility()).map((element) => {
          const box = element.getBoundingClientRect();
          const style = getComputedStyle(element);
          return [element.id || element.part.value,
            ...[box.left - left, box.top - top, box.width, box.height].map((at) => at.toFixed(1)),
            style.webkitTextFillColor, style.webkitTextStrokeWidth, style.textShadow,
            style.textTransform, style.textAlign, style.letterSpacing, style.lineHeight].join(' ');
        })";
    page.run(look, vec![json!(form)]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_changes_only_font_size_and_colour_and_the_list_is_under_its_field() -> Result {
    let page = Stage::open(Server::widget().await?, Server::saving_api().await?, PAGE).await?;
    page.hydrated().await?;
    page.run::<Value>("customElements.get('lead-phone-form').defaults = { token: 'a' }", vec![])
        .await?;
    // A sentence below a field, and one that no page has yet.
    page.run::<Value>("plain.requestSubmit(); odd.requestSubmit()", vec![]).await?;
    for form in ["plain", "odd"] {
        let error = format!("{form}.shadowRoot.querySelector('#number-error')?.textContent");
        page.until(&error).await?;
    }
    let plain = look(&page, "plain").await?;
    assert_eq!(look(&page, "odd").await?, plain);
    page.run::<Value>("document.documentElement.style.fontSize = '62.5%'", vec![]).await?;
    assert_eq!(look(&page, "plain").await?, plain);

    for form in ["odd", "large", "small", "rtl"] {
        let open = "const form = document.getElementById(arguments[0]);
                // The others make room.
                for (const div of document.querySelectorAll('div')) div.hidden = !div.contains(form);
                form.scrollIntoView({ block: 'center' });
                form.shadowRoot.getElementById('country').click();";
        page.run::<Value>(open, vec![json!(form)]).await?;
        let beside = "const { shadowRoot: root } = document.getElementById(arguments[0]);
                const field = root.getElementById('country').getBoundingClientRect();
                const list = root.querySelector('[part=list]').getBoundingClientRect();
                const [from, to] = arguments[0] === 'rtl'
                  ? [list.right, field.right] : [list.left, field.left];
                return [from - to, list.top - field.bottom, Math.min(list.width - field.width, 0)]
                  .map(Math.round)";
        let mut found = [i32::MAX; 3];
        let wait = until("the list is under its field", async || {
            found = page.run(beside, vec![json!(form)]).await?;
            let [side, below, width] = found;
            Ok(side.abs() <= 3 && (1..=8).contains(&below) && width >= -2)
        });
        wait.await.map_err(|error| format!("{form}: {error}, but at {found:?}"))?;
        // A list whose field is scrolled away closes.
        page.run::<Value>("scrollTo(0, 0)", vec![]).await?;
        let list = format!("!{form}.shadowRoot.querySelector('[part=list]')");
        page.until(&list).await.map_err(|error| format!("{form}: {error}"))?;
    }
    page.close().await
}
