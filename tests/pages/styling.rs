//! What a host can style: parts, custom properties and states, each with what it reaches.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::accessibility::{PAGE, fill};
use crate::harness::{Page, Result, on_form};

/// The parts of every form.
const ALWAYS: &str = "form row field field-country field-number field-extension field-mobile
    label label-country label-number label-extension label-mobile help status chevron
    country number extension mobile submit";

/// The parts of a form in some state, and what shows them.
const SOMETIMES: [(&str, &str); 3] =
    [("list option option-active", "open"), ("error save-anyway", "refused"), ("type", "types")];

fn words(text: &str) -> BTreeSet<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

fn declared(list: &str) -> Result<BTreeSet<String>> {
    let all: Value = serde_json::from_str(include_str!("../../www/custom-elements.json"))?;
    let members = all["modules"][0]["declarations"][0][list].as_array().cloned();
    let members = members.ok_or("not in the manifest")?;
    Ok(members.iter().filter_map(|member| member["name"].as_str().map(str::to_owned)).collect())
}

/// The parts of the page's form of this number.
async fn parts(page: &Page, nth: usize) -> Result<BTreeSet<String>> {
    page.run(
        "const { shadowRoot } = document.querySelectorAll('lead-phone-form')[arguments[0]];
         return [...shadowRoot.querySelectorAll('[part]')].flatMap((element) => [...element.part])",
        vec![json!(nth)],
    )
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn each_part_is_drawn_ahead_and_by_the_component_and_is_in_the_manifest() -> Result {
    // A form that nobody approaches stays as it is drawn ahead.
    let html = format!("{PAGE}<lead-phone-form loading=lazy></lead-phone-form>");
    on_form(&html, async |page| {
        assert_eq!(parts(page, 0).await?, words(ALWAYS));
        assert_eq!(parts(page, 1).await?, words(ALWAYS));
        // The component draws this one by itself, since the WebAssembly is there.
        page.run::<Value>(
            "document.body.append(document.createElement('lead-phone-form'))",
            vec![],
        )
        .await?;
        page.until("document.body.lastElementChild.shadowRoot?.querySelector('#country')?.value")
            .await?;
        assert_eq!(parts(page, 2).await?, words(ALWAYS));
        let mut all = words(ALWAYS);
        for (names, state) in SOMETIMES {
            match state {
                "open" => {
                    page.click_into("#country").await?;
                    page.until("root.querySelector('[part~=option-active]')").await?;
                    let active = "return root.querySelector('[part~=option-active]').ariaSelected";
                    assert_eq!(page.in_form::<String>(active).await?, "true");
                    page.press("xyzzy").await?;
                    page.until("root.querySelector('[part=list].none')").await?;
                    for _ in 0..5 {
                        page.press(Key::Backspace + "").await?;
                    }
                    page.until("root.querySelector('[part~=option-active]')").await?;
                }
                "refused" => {
                    fill(page, "#number", "514 555 01").await?;
                    page.press(Key::Enter + "").await?;
                    page.until("root.querySelector('[part=save-anyway]')").await?;
                }
                _ => {
                    for form in ["", "[loading]"] {
                        page.run::<Value>(
                            "document.querySelector('lead-phone-form' + arguments[0]).phoneTypes
                               = 'home'",
                            vec![json!(form)],
                        )
                        .await?;
                    }
                    page.until("root.querySelector('[part=type]')").await?;
                    for nth in 0..2 {
                        let seen = parts(page, nth).await?;
                        assert!(seen.is_superset(&words("type field-type label-type")), "{seen:?}");
                        assert!(seen.is_disjoint(&words("mobile field-mobile label-mobile")));
                    }
                    all.extend(words("field-type label-type"));
                }
            }
            let seen = parts(page, 0).await?;
            assert!(seen.is_superset(&words(names)), "{state}: {seen:?}");
            all.extend(words(names));
        }
        assert_eq!(all, declared("cssParts")?);
        Ok(())
    })
    .await
}

/// Selectors, each with a CSS property.
type Looks = &'static [(&'static str, &'static str)];

/// Each custom property with a value, and where that value is to be seen, as a selector with a
/// property.
const PROPERTIES: [(&str, &str, Looks); 12] = [
    ("accent", "rgb(1, 2, 3)", &[("#submit", "background-color")]),
    ("on-accent", "rgb(4, 5, 6)", &[("#submit", "color")]),
    (
        "background",
        "rgb(7, 8, 9)",
        &[("#number", "background-color"), ("#extension", "background-color")],
    ),
    (
        "border",
        "rgb(10, 11, 12)",
        &[("#country", "border-top-color"), ("#extension", "border-top-color")],
    ),
    ("color", "rgb(13, 14, 15)", &[("#number", "color"), ("label", "color")]),
    ("error", "rgb(16, 17, 18)", &[("#number-error", "color"), ("#number", "border-top-color")]),
    ("warning", "rgb(19, 20, 21)", &[("#number-help[data-warning]", "color")]),
    ("success", "rgb(22, 23, 24)", &[("[data-saved]", "color")]),
    ("help", "rgb(25, 26, 27)", &[("#number-help", "color")]),
    ("gap", "17px", &[("form", "row-gap"), ("[part=row]", "column-gap")]),
    ("radius", "13px", &[("#submit", "border-top-left-radius")]),
    ("control-height", "57px", &[("#number", "height"), ("#submit", "height")]),
];

#[tokio::test(flavor = "multi_thread")]
async fn each_custom_property_reaches_what_it_is_for() -> Result {
    on_form(PAGE, async |page| {
        let names = PROPERTIES.map(|(name, ..)| ["--lead-phone-", name].concat());
        assert_eq!(BTreeSet::from(names), declared("cssProperties")?);
        let expect = async |name: &str| -> Result {
            let (_, value, places) =
                PROPERTIES.into_iter().find(|(known, ..)| *known == name).ok_or("unknown")?;
            for (selector, property) in places {
                let seen: String = page
                    .in_form(&format!(
                        "return getComputedStyle(root.querySelector('{selector}'))
                           .getPropertyValue('{property}')"
                    ))
                    .await?;
                assert_eq!(seen, value, "{name}: {property} of {selector}");
            }
            Ok(())
        };
        for (name, value, _) in PROPERTIES {
            let set =
                "document.body.style.setProperty(`--lead-phone-${arguments[0]}`, arguments[1])";
            page.run::<Value>(set, vec![json!(name), json!(value)]).await?;
        }
        for (name, ..) in PROPERTIES {
            if !matches!(name, "error" | "warning" | "success") {
                expect(name).await?;
            }
        }
        page.click_into("#number").await?;
        page.press("514 123 4455").await?;
        page.until("root.querySelector('#number-help[data-warning]')").await?;
        expect("warning").await?;
        page.in_form::<Value>("form.reset()").await?;
        page.press("514 555 01" + Key::Enter).await?;
        page.until("root.querySelector('#number-error')?.textContent").await?;
        expect("error").await?;
        page.in_form::<Value>("form.reset()").await?;
        page.press("514 222 3344" + Key::Enter).await?;
        page.until_heard("created").await?;
        page.until("root.querySelector('[data-saved]')").await?;
        expect("success").await
    })
    .await
}

/// Waits until the form has these states and no other.
async fn until_states(page: &Page, states: &str) -> Result {
    let mut expected = words(states).into_iter().collect::<Vec<_>>();
    expected.sort();
    let all = declared("cssStates")?;
    page.until(&format!(
        "JSON.stringify({}.filter((state) => form.matches(`:state(${{state}})`)))
           === JSON.stringify({})",
        json!(all),
        json!(expected)
    ))
    .await
    .map_err(|error| format!("{states}: {error}").into())
}

#[tokio::test(flavor = "multi_thread")]
async fn each_state_can_be_asked_for() -> Result {
    on_form(PAGE, async |page| {
        assert_eq!(declared("cssStates")?, words("saving saved dirty invalid warning offline"));
        until_states(page, "").await?;
        page.click_into("#number").await?;
        page.press("514 555 01").await?;
        until_states(page, "dirty").await?;
        page.press(Key::Enter + "").await?;
        until_states(page, "dirty invalid").await?;
        page.press("23").await?;
        until_states(page, "dirty").await?;
        page.demo.post("/sandbox/faults", &json!({ "delay": 600 })).await?;
        page.press(Key::Enter + "").await?;
        until_states(page, "dirty saving").await?;
        until_states(page, "saved").await?;
        let phone = json!({ "id": 1, "number": "+15145550124", "valid": false });
        page.demo.post("/sandbox/faults", &json!({ "status": 201, "body": phone })).await?;
        page.press("514 555 0124" + Key::Enter).await?;
        until_states(page, "saved warning").await?;
        page.in_form::<Value>(
            "Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
             window.dispatchEvent(new Event('offline'))",
        )
        .await?;
        page.until("form.matches(':state(offline)')").await?;
        page.in_form::<Value>("delete navigator.onLine; window.dispatchEvent(new Event('online'))")
            .await?;
        page.until("!form.matches(':state(offline)')").await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_field_that_the_host_leaves_out_is_not_seen() -> Result {
    on_form("{form}", async |page| {
        let seen = "return ['extension', 'mobile', 'number'].map((id) =>
            root.getElementById(id).checkVisibility())";
        for (fields, expected) in
            [("extension", [true, false, true]), ("mobile", [false, true, true])]
        {
            page.in_form::<Value>(&format!("form.fields = '{fields}'")).await?;
            page.until(&format!(
                "root.querySelector('[part~=field-{}]').hidden",
                if fields == "mobile" { "extension" } else { "mobile" }
            ))
            .await?;
            assert_eq!(page.in_form::<[bool; 3]>(seen).await?, expected, "{fields}");
        }
        Ok(())
    })
    .await
}
