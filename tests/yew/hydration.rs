//! Hydration of elements that exist before Yew: it takes them over, or refuses them.

use super::{Page, document};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, Node};
use yew::{Html, html};

/// A component's root, with an element in it, between the comments that mark a component.
fn root(element: &Element) -> Element {
    let root = document().create_element("div").unwrap();
    let comment = |text: &str| -> Node { document().create_comment(text).into() };
    for node in [comment("<[a]>"), element.clone().into(), comment("</[a]>")] {
        root.append_child(&node).unwrap();
    }
    root
}

fn element(name: &str, children: &[&Node]) -> Element {
    let element = document().create_element(name).unwrap();
    for child in children {
        element.append_child(child).unwrap();
    }
    element
}

fn drawing(value: &'static str) -> Html {
    html! { <form><p title={value}>{ value }</p><input /></form> }
}

#[wasm_bindgen_test]
async fn elements_and_texts_are_taken_over() {
    let text: Node = document().create_text_node("before").into();
    let (p, input) = (element("p", &[&text]), element("input", &[]));
    let form = element("form", &[&p, &input]);
    let mut page = Page::hydrate(root(&form), drawing("one")).await;
    for value in ["one", "two"] {
        assert_eq!(page.root.first_child().as_ref(), Some(form.as_ref()));
        assert_eq!(page.root.child_nodes().length(), 1);
        assert_eq!(form.first_child().as_ref(), Some(p.as_ref()));
        assert_eq!(form.last_child().as_ref(), Some(input.as_ref()));
        assert_eq!(p.first_child().as_ref(), Some(&text));
        assert_eq!(text.text_content().as_deref(), Some(value));
        assert_eq!(p.get_attribute("title").as_deref(), Some(value));
        page.redraw(drawing("two")).await;
    }
}

// A panic leaves Yew's scheduler in the middle of its work, so only one test here may panic.
#[wasm_bindgen_test]
#[should_panic(expected = "expected element of kind p, found SPAN")]
async fn an_element_of_another_name_is_refused() {
    let form = element("form", &[&element("span", &[]), &element("input", &[])]);
    Page::hydrate(root(&form), drawing("one")).await;
}
