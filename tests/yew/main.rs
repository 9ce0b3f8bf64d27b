//! Tests of what Yew renders, for the parts that the changes in `xtask/yew/` touch.
//!
//! They also pass with Yew as it is published. `tests/refusals.rs` tests what the changes refuse.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by a panic")]

mod attributes;
mod hydration;
mod lists;

use web_sys::{Document, Element};
use yew::{AppHandle, Component, Context, Html, Properties, Renderer};

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// A component that renders the `Html` of its properties.
struct Shown;

#[derive(Clone, PartialEq, Properties)]
struct Drawing {
    html: Html,
}

impl Component for Shown {
    type Message = ();
    type Properties = Drawing;

    fn create(_: &Context<Self>) -> Self {
        Shown
    }

    fn view(&self, context: &Context<Self>) -> Html {
        context.props().html.clone()
    }
}

/// An application with a root of its own.
struct Page {
    root: Element,
    app: Option<AppHandle<Shown>>,
}

impl Page {
    async fn draw(html: Html) -> Self {
        Self::start(document().create_element("div").unwrap(), html, Renderer::render).await
    }

    async fn hydrate(root: Element, html: Html) -> Self {
        Self::start(root, html, Renderer::hydrate).await
    }

    async fn start(
        root: Element,
        html: Html,
        start: impl FnOnce(Renderer<Shown>) -> AppHandle<Shown>,
    ) -> Self {
        // Keep the test runner's hook, which reads the panic's message; Yew would replace it.
        yew::set_custom_panic_hook(std::panic::take_hook());
        let renderer = Renderer::with_root_and_props(root.clone(), Drawing { html });
        let page = Page { root, app: Some(start(renderer)) };
        yew::scheduler::flush().await;
        page
    }

    async fn redraw(&mut self, html: Html) {
        self.app.as_mut().unwrap().update(Drawing { html });
        yew::scheduler::flush().await;
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
    }
}

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// Pseudo-random numbers that are the same in every run.
struct Random(u32);

impl Random {
    /// A number below `end`.
    fn below(&mut self, end: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0 % end
    }

    /// Some of the items, in some order.
    fn some_of<T>(&mut self, mut items: Vec<T>) -> Vec<T> {
        let mut taken = Vec::new();
        while !items.is_empty() && self.below(8) > 0 {
            taken.push(items.remove(self.below(items.len() as u32) as usize));
        }
        taken
    }
}
