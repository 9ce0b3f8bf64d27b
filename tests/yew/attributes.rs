//! Attributes that change, appear and disappear: within one element of `html!`, and between several
//! elements that take turns in one place.

use super::{Page, Random};
use std::collections::BTreeMap;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::virtual_dom::VTag;
use yew::{Html, html};

type Attributes = BTreeMap<String, String>;

/// A random element, with the attributes that it must have. All have the same name.
fn element(random: &mut Random) -> (Html, Attributes) {
    let mut value = || match random.below(3) {
        0 => None,
        number => Some(number.to_string()),
    };
    let (a, b) = (value(), value());
    let mut attributes = Attributes::new();
    let mut expect = |name: &str, value: Option<&str>| {
        attributes.extend(value.map(|value| (name.to_owned(), value.to_owned())));
    };
    let html = match random.below(4) {
        0 => {
            expect("class", Some("fixed"));
            expect("title", Some("fixed"));
            html! { <p class="fixed" title="fixed" /> }
        }
        1 => {
            expect("id", a.as_deref());
            expect("title", b.as_deref());
            html! { <p id={a} title={b} /> }
        }
        2 => {
            expect("title", Some("fixed"));
            expect("lang", b.as_deref());
            expect("id", a.as_deref());
            html! { <p title="fixed" lang={b} id={a} /> }
        }
        _ => {
            let mut tag = VTag::new("p");
            for (name, value) in [("lang", a), ("class", b)] {
                expect(name, value.as_deref());
                if let Some(value) = value {
                    tag.add_attribute(name, value);
                }
            }
            tag.into()
        }
    };
    (html, attributes)
}

#[wasm_bindgen_test]
async fn an_element_has_the_attributes_of_the_last_drawing() {
    let mut random = Random(4);
    let mut page = Page::draw(html! { <p /> }).await;
    let element_on_page = page.root.first_element_child().unwrap();
    for round in 0..300 {
        let (html, expected) = element(&mut random);
        page.redraw(html).await;
        assert_eq!(page.root.first_element_child().as_ref(), Some(&element_on_page));
        let names = element_on_page.get_attribute_names();
        let drawn = names.iter().map(|name| {
            let name = name.as_string().unwrap();
            let value = element_on_page.get_attribute(&name).unwrap();
            (name, value)
        });
        assert_eq!(drawn.collect::<Attributes>(), expected, "round {round}");
    }
}
