//! The shipped Yew refuses to render some components (`xtask/yew/`). These tests render them
//! natively.
//!
//! A plain `cargo test` runs each test with Yew as it is published, which renders them.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by a panic")]

use std::panic::catch_unwind;
use tokio::runtime::Builder;
use tokio::task::LocalSet;
use yew::suspense::Suspension;
use yew::{
    BaseComponent, Html, HtmlResult, LocalServerRenderer, Suspense, component, html, use_state,
};

/// Renders a component; an error is the message of a panic.
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

/// Checks that a change refuses a component. With the published Yew, checks the result without
/// that change.
fn check<C: BaseComponent<Properties = ()>>(patch: &str, published: Result<String, String>) {
    if std::env::var_os("LEAD_PHONE_FORM_CHANGED_YEW").is_none() {
        return assert_eq!(draw::<C>(), published);
    }
    let refusal = draw::<C>().unwrap_err();
    assert!(refusal.ends_with(&format!(": see xtask/yew/{patch}.patch")), "{refusal}");
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
    check::<WithListener>("listeners", Ok("<button>text</button>".to_owned()));
}

#[component]
fn Raw() -> Html {
    Html::from_html_unchecked("<b>text</b>".into())
}

#[test]
fn raw_html_is_refused() {
    check::<Raw>("node_kinds", Ok("<b>text</b>".to_owned()));
}

#[component]
fn WithSuspense() -> Html {
    html! { <Suspense><b>{ "text" }</b></Suspense> }
}

#[test]
fn suspense_is_refused() {
    check::<WithSuspense>("node_kinds", Ok("<b>text</b>".to_owned()));
}

#[component]
fn Suspends() -> HtmlResult {
    // It keeps the suspension's handle; without it the suspension would resume at once.
    let suspension = use_state(Suspension::new);
    Err(suspension.0.clone().into())
}

#[test]
fn a_component_that_suspends_is_refused() {
    let published = Err("To suspend rendering, a <Suspense /> component is required.".to_owned());
    check::<Suspends>("suspension", published);
}
