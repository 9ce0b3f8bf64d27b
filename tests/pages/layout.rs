//! Layout shift: nothing around the form moves while it loads.

use serde_json::Value;
use thirtyfour::Key;

use crate::harness::{Page, Result, on_form_in_frame};
use crate::pasting::paste;

/// The rule by which the documents ask a host to reserve the form's place.
fn reserved() -> Result<&'static str> {
    let page = include_str!("../../docs/src/start.md");
    let blocks = page.split("```css\n").skip(1).filter_map(|rest| rest.split("```").next());
    blocks.into_iter().find(|css| css.contains("min-height")).ok_or_else(|| "no style".into())
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_moves_between_the_definition_and_the_form() -> Result {
    on_form_in_frame("{form}", async |page| {
        let reserved = reserved()?;
        // Each with its heights where it is wide and where it is narrow, as the documents have them.
        let plain = ("", "8.7rem", "17.4rem");
        let types = ("phone-types='home work mobile'", "10.2rem", "19.4rem");
        let in_french = ("phone-types='home work mobile' lang=fr", "10.2rem", "20.7rem");
        for (width, font, (attributes, wide, narrow)) in [
            (1280, "16px/1.5 sans-serif", plain),
            (800, "16px/2 serif", plain),
            (320, "16px sans-serif", plain),
            (240, "16px sans-serif", plain),
            (1280, "16px/1.5 sans-serif", types),
            (800, "16px/2 serif", types),
            (320, "16px sans-serif", types),
            (1280, "16px/1.5 sans-serif", in_french),
            (320, "16px sans-serif", in_french),
        ] {
            page.resize(width, 800).await?;
            let reserved = reserved.replace("8.7rem", wide).replace("17.4rem", narrow);
            let html = format!(
                "<style>{reserved} body {{ font: {font} }}</style>
                 <script>
                   window.moved = [];
                   // Chromium reports shifts; elsewhere positions are compared at each frame.
                   if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {{
                     new PerformanceObserver((list) => {{
                       for (const entry of list.getEntries()) moved.push(entry.value);
                     }}).observe({{ type: 'layout-shift', buffered: true }});
                   }}
                   window.looks = 0;
                   const before = new Map();
                   const look = () => {{
                     for (const part of document.querySelectorAll('p')) {{
                       const {{ top }} = part.getBoundingClientRect();
                       const by = top - (before.get(part) ?? top);
                       if (by !== 0) moved.push(`${{part.textContent}} by ${{by}}`);
                       before.set(part, top);
                     }}
                     looks += 1;
                     requestAnimationFrame(look);
                   }};
                   look();
                   // The element is defined, and nothing else is loaded.
                   customElements.whenDefined('lead-phone-form').then(() => {{
                     const {{ shadowRoot }} = document.querySelector('lead-phone-form');
                     window.kept = shadowRoot.lastElementChild.getBoundingClientRect().height;
                   }});
                 </script>
                 <p>Before the form</p>{{form {attributes}}}<p>After the form</p>"
            );
            page.open(&html).await?;
            // Two frames later every shift has been reported.
            let moved: Vec<Value> = page
                .run(
                    "return new Promise((done) => requestAnimationFrame(() =>
                       requestAnimationFrame(() => setTimeout(() => done(moved)))))",
                    vec![],
                )
                .await?;
            assert_eq!(moved, Vec::<Value>::new(), "{width} pixels {attributes}");
            let looks: u32 = page.run("return looks", vec![]).await?;
            assert!(looks > 2, "{looks} frames");

            // As high as the prerendered form.
            let heights: Vec<f64> = page
                .in_form("return [kept, root.lastElementChild.getBoundingClientRect().height]")
                .await?;
            assert!(
                (heights[0] - heights[1]).abs() < 0.1,
                "{width} pixels {attributes}: {heights:?}"
            );
            // It fits into its place, also where the first frame already had the form.
            let place: f64 =
                page.in_form("return parseFloat(getComputedStyle(form).minHeight)").await?;
            assert!(heights[1] <= place, "{width} pixels {attributes}: {heights:?} in {place}");
        }
        Ok(())
    })
    .await
}

/// Runs a test on a form between two paragraphs, in English and in the pseudo-locale. Each time it
/// gets an area code, since the lead keeps the numbers.
async fn in_both_languages(test: impl AsyncFn(&Page, u16) -> Result) -> Result {
    let html = "<p>Before</p>{form}<p id=after>After</p>";
    on_form_in_frame(html, async |page| {
        page.resize(1280, 800).await?;
        test(page, 514).await?;
        page.open(html).await?;
        page.set_pseudo_locale().await?;
        test(page, 438).await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_moves_when_a_sentence_comes() -> Result {
    in_both_languages(async |page, area| {
        let place = "return document.querySelector('#after').getBoundingClientRect().top";
        let before: f64 = page.run(place, vec![]).await?;
        page.in_form::<Value>("form.requestSubmit()").await?;
        page.until("root.querySelector('#number-error')?.textContent").await?;
        assert_eq!(page.run::<f64>(place, vec![]).await?, before);
        page.in_shadow("#number").await?.send_keys(format!("{area} 222 3344")).await?;
        page.until("root.querySelector('#number-help').textContent.includes('222')").await?;
        assert_eq!(page.run::<f64>(place, vec![]).await?, before);
        page.in_form::<Value>("form.requestSubmit()").await?;
        page.until("root.querySelector('[data-saved]')").await?;
        page.until("root.querySelector('[part=status]').textContent").await?;
        assert_eq!(page.run::<f64>(place, vec![]).await?, before);
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_moves_when_a_button_comes_beside_the_number() -> Result {
    in_both_languages(async |page, area| {
        let places = "return ['#number', '#extension', '#mobile', '#submit']
            .map((id) => root.querySelector(id).getBoundingClientRect().top)
            .concat(document.querySelector('#after').getBoundingClientRect().top)";
        let before: Vec<f64> = page.in_form(places).await?;
        let numbers = ["222-3344", "222-3355 x12", "222-3366"];
        let column = numbers.map(|number| format!("{area}-{number}")).join("\n");
        paste(page, &column).await?;
        page.until("root.querySelector('[part=status]').textContent").await?;
        assert_eq!(page.in_form::<Vec<f64>>(places).await?, before, "several pasted");
        page.press(Key::Enter).await?;
        page.until("root.querySelector('#offer')").await?;
        assert_eq!(page.in_form::<Vec<f64>>(places).await?, before, "the next one offered");
        page.in_shadow("#offer").await?.click().await?;
        page.until("root.querySelector('#number').value").await?;
        assert_eq!(page.in_form::<Vec<f64>>(places).await?, before, "the next one taken");
        page.in_form::<Value>("form.reset()").await?;
        page.in_shadow("#number").await?.send_keys("514 555 01" + Key::Enter).await?;
        page.until("root.querySelector('#save-anyway')").await?;
        assert_eq!(page.in_form::<Vec<f64>>(places).await?, before, "refused");
        Ok(())
    })
    .await
}
