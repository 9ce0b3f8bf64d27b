//! Lists in many orders, with and without keys: which elements they have, in which order, and which
//! nodes they keep from the rendering before.

use super::{Page, Random};
use std::collections::HashMap;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, Node};
use yew::{Html, html};

const ROUNDS: usize = 300;

/// Most rounds change little, like most renderings: a few items move, appear or disappear.
fn next(random: &mut Random, items: &[u32]) -> Vec<u32> {
    if random.below(4) == 0 {
        return random.some_of((0..20).collect());
    }
    let mut items = items.to_vec();
    for _ in 0..=random.below(3) {
        if random.below(2) == 0 && !items.is_empty() {
            items.remove(random.below(items.len() as u32) as usize);
        }
        let new = random.below(20);
        if !items.contains(&new) {
            items.insert(random.below(items.len() as u32 + 1) as usize, new);
        }
    }
    items
}

/// The elements of the list, each with the item that its text names.
fn elements(page: &Page) -> Vec<(u32, Element)> {
    let list = page.root.first_element_child().unwrap();
    let mut elements = Vec::new();
    let mut node = list.first_element_child();
    while let Some(element) = node {
        node = element.next_element_sibling();
        elements.push((element.text_content().unwrap().parse().unwrap(), element));
    }
    elements
}

#[wasm_bindgen_test]
async fn a_keyed_list_keeps_the_element_of_each_key() {
    let list = |items: &[u32]| -> Html {
        let items = items.iter();
        html! { <ul>for item in items { <li key={*item}>{ *item }</li> }</ul> }
    };
    let mut random = Random(1);
    let mut items = vec![];
    let mut page = Page::draw(list(&items)).await;
    let mut before: HashMap<u32, Element> = HashMap::new();
    for round in 0..ROUNDS {
        items = next(&mut random, &items);
        page.redraw(list(&items)).await;
        let drawn = elements(&page);
        assert!(drawn.iter().map(|(item, _)| item).eq(&items), "round {round}: {items:?}");
        for (item, element) in &drawn {
            if let Some(kept) = before.get(item) {
                assert_eq!(kept, element, "round {round}: {item} of {items:?} was made anew");
            }
        }
        before = drawn.into_iter().collect();
    }
}

#[wasm_bindgen_test]
async fn a_list_without_keys_keeps_the_elements_by_their_places_from_its_end() {
    let list = |items: &[u32]| -> Html {
        let items = items.iter();
        html! { <ul>for item in items { <li>{ *item }</li> }</ul> }
    };
    let mut random = Random(2);
    let mut items = vec![];
    let mut page = Page::draw(list(&items)).await;
    let mut before: Vec<Element> = vec![];
    for round in 0..ROUNDS {
        items = next(&mut random, &items);
        page.redraw(list(&items)).await;
        let drawn = elements(&page);
        assert!(drawn.iter().map(|(item, _)| item).eq(&items), "round {round}: {items:?}");
        let drawn: Vec<Element> = drawn.into_iter().map(|(_, element)| element).collect();
        let kept = before.iter().rev().zip(drawn.iter().rev());
        assert!(kept.clone().all(|(before, after)| before == after), "round {round}: {items:?}");
        before = drawn;
    }
}

#[wasm_bindgen_test]
async fn a_keyed_list_moves_all_nodes_of_a_part() {
    // Each item has elements and a text; every fourth item has nothing.
    let list = |items: &[u32]| -> Html {
        let items = items.iter();
        html! {
            <ul>
                for item in items {
                    <key={*item}>
                        if item % 4 > 0 {
                            <li>{ *item }</li>
                            { "," }
                            <b>{ *item }</b>
                        }
                    </>
                }
            </ul>
        }
    };
    let mut random = Random(3);
    let mut items = vec![];
    let mut page = Page::draw(list(&items)).await;
    for round in 0..ROUNDS {
        items = next(&mut random, &items);
        page.redraw(list(&items)).await;
        let shown = items.iter().filter(|item| *item % 4 > 0);
        let expected: String = shown.map(|item| format!("{item},{item}")).collect();
        assert_eq!(page.root.text_content(), Some(expected), "round {round}: {items:?}");
    }
}

#[wasm_bindgen_test]
async fn an_element_with_another_key_is_another_element() {
    let keyed = |key: u32| html! { <p><i key={key} />{ "text" }</p> };
    let first =
        |page: &Page| -> Node { page.root.first_element_child().unwrap().first_child().unwrap() };
    let mut page = Page::draw(keyed(1)).await;
    let before = first(&page);
    page.redraw(html! { <p><i key=1 class="new" />{ "text" }</p> }).await;
    assert_eq!(before, first(&page));
    page.redraw(keyed(2)).await;
    assert_ne!(before, first(&page));
}
