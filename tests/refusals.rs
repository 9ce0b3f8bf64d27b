//! What the Yew that ships refuses to draw (`xtask/yew/`), drawn natively.
//!
//! Each test is also run with Yew as it is published, by a plain `cargo test`; that draws it.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by a panic")]

use std::panic::catch_unwind;
use tokio::runtime::Builder;
use tokio::task::LocalSet;
use yew::suspense::{Suspension, SuspensionResult};
use yew::{
    BaseComponent, Html, HtmlResult, LocalServerRenderer, Suspense, component, hook, html,
    use_state,
};

/// Draws a component; returns what a panic said.
fn draw<C: BaseComponent<Properties = ()>>() -> Result<String, String> {
    let drawn = catch_unwind(|| {
        let runtime = Builder::new_current_thread().build().unwrap();
        let html = LocalServerRenderer::<C>::new().hydratable(false).render();
        LocalSet::new().block_on(&runtime, html)
    });
    drawn.map_err(|panic| match panic.downcast::<String>() {
        Ok(words) => *words,
        Err(panic) => panic.downcast::<&str>().map(|words| (*words).to_owned()).unwrap(),
    })
}

/// Checks that a component is refused by this change, and drawn without it.
fn check<C: BaseComponent<Properties = ()>>(patch: &str, html: &str) {
    let expected = if std::env::var_os("LEAD_PHONE_FORM_CHANGED_YEW").is_some() {
        let refusal = draw::<C>().unwrap_err();
        assert!(refusal.ends_with(&format!(": see xtask/yew/{patch}.patch")), "{refusal}");
        return;
    } else {
        Ok(html.to_owned())
    };
    assert_eq!(draw::<C>(), expected);
}

#[component]
fn Plain() -> Html {
    html! { <p key="key" class="class">{ "text" }<input /></p> }
}

#[test]
fn elements_and_texts_are_drawn() {
    let expected = r#"<p class="class">text<input></p>"#;
    assert_eq!(draw::<Plain>(), Ok(expected.to_owned()));
}

#[component]
fn WithListener() -> Html {
    html! { <button onclick={|_| ()}>{ "text" }</button> }
}

#[test]
fn an_element_with_a_listener_is_refused() {
    check::<WithListener>("listeners", "<button>text</button>");
}

#[component]
fn Raw() -> Html {
    Html::from_html_unchecked("<b>text</b>".into())
}

#[test]
fn raw_html_is_refused() {
    check::<Raw>("node_kinds", "<b>text</b>");
}

#[component]
fn WithSuspense() -> Html {
    html! { <Suspense><b>{ "text" }</b></Suspense> }
}

#[test]
fn suspense_is_refused() {
    check::<WithSuspense>("node_kinds", "<b>text</b>");
}

/// Waits for something that is there at once.
#[hook]
fn use_wait() -> SuspensionResult<()> {
    let wait = use_state(|| Suspension::from_future(async {}));
    if wait.resumed() { Ok(()) } else { Err((*wait).clone()) }
}

#[component]
fn Waits() -> HtmlResult {
    use_wait()?;
    Ok(html! { <b>{ "text" }</b> })
}

#[component]
fn Suspends() -> Html {
    html! { <Waits /> }
}

#[test]
fn a_component_that_suspends_is_refused() {
    check::<Suspends>("suspension", "<b>text</b>");
}
