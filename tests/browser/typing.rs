//! The number field and the events of an edit, for edits that a page test cannot make the
//! browser perform.

use crate::element::Page;
use crate::sandbox::Sandbox;
use js_sys::{Object, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{
    Event, EventInit, HtmlInputElement, InputEvent, InputEventInit, KeyboardEvent,
    KeyboardEventInit,
};

fn input(page: &Page) -> HtmlInputElement {
    page.root.get_element_by_id("number").expect("a number").unchecked_into()
}

fn shown(page: &Page) -> (String, u32) {
    let input = input(page);
    (input.value(), input.selection_start().expect("a selection").expect("a selection"))
}

/// Raises an event. Returns false if the form prevented the default.
fn raise(page: &Page, kind: &str, input_type: &str, composing: bool) -> bool {
    let options = InputEventInit::new();
    options.set_bubbles(true);
    options.set_cancelable(true);
    options.set_input_type(input_type);
    options.set_is_composing(composing);
    let event = InputEvent::new_with_event_init_dict(kind, &options).expect("an event");
    input(page).dispatch_event(&event).expect("dispatched")
}

fn raise_plain(page: &Page, kind: &str) {
    let options = EventInit::new();
    options.set_bubbles(true);
    let event = Event::new_with_event_init_dict(kind, &options).expect("an event");
    input(page).dispatch_event(&event).expect("dispatched");
}

/// An edit as a browser makes it: `beforeinput`, the new text and caret, `input`.
fn edit(page: &Page, input_type: &str, text: &str, caret: u32) {
    raise(page, "beforeinput", input_type, false);
    input(page).set_value(text);
    input(page).set_selection_range(caret, caret).expect("selected");
    raise(page, "input", input_type, false);
}

async fn open() -> Page {
    let page = Page::open(&Sandbox::find().await).await;
    input(&page).focus().expect("focus");
    page
}

#[wasm_bindgen_test]
async fn undo_from_a_menu_is_the_forms_own() {
    let page = open().await;
    edit(&page, "insertText", "5145", 4);
    assert_eq!(shown(&page), ("514-5".into(), 5));
    edit(&page, "insertText", "514-55", 6);
    assert!(!raise(&page, "beforeinput", "historyUndo", false));
    assert_eq!(shown(&page), ("514-5".into(), 5));
    assert!(!raise(&page, "beforeinput", "historyRedo", false));
    assert_eq!(shown(&page), ("514-55".into(), 6));
    // Some browsers undo in spite of `preventDefault`, and restore another text.
    input(&page).set_value("nonsense");
    raise(&page, "input", "historyUndo", false);
    assert_eq!(shown(&page), ("514-5".into(), 5));
    raise(&page, "beforeinput", "historyUndo", false);
    input(&page).set_value("nonsense");
    raise(&page, "input", "historyUndo", false);
    assert_eq!(shown(&page), (String::new(), 0));
}

#[wasm_bindgen_test]
async fn nothing_is_written_while_a_word_is_composed() {
    let page = open().await;
    edit(&page, "insertText", "514", 3);
    raise_plain(&page, "compositionstart");
    for text in ["5145", "51455", "514555"] {
        raise(&page, "beforeinput", "insertCompositionText", true);
        input(&page).set_value(text);
        // The keyboard of a phone may report neither `isComposing` nor the text.
        raise(&page, "input", "insertCompositionText", text.len() == 5);
        assert_eq!(shown(&page).0, text);
        // The composition also survives when the form updates its fields for another reason.
        page.form.set("country", JsValue::from("US"));
        assert_eq!(shown(&page).0, text);
    }
    raise_plain(&page, "compositionend");
    assert_eq!(shown(&page), ("514-555".into(), 7));
    // Firefox raises another `input` event after the composition.
    raise(&page, "input", "insertCompositionText", false);
    assert_eq!(shown(&page), ("514-555".into(), 7));
    raise(&page, "beforeinput", "historyUndo", false);
    assert_eq!(shown(&page), ("514".into(), 3));
}

#[wasm_bindgen_test]
async fn digits_that_are_dragged_within_the_number_are_one_step() {
    let page = open().await;
    edit(&page, "insertText", "5145550123", 10);
    assert_eq!(shown(&page).0, "(514) 555-0123");
    // The browser deletes the digits first, and then inserts them at the new place.
    edit(&page, "deleteByDrag", "(514) 5-0123", 7);
    assert_eq!(shown(&page).0, "(514) 5-0123");
    edit(&page, "insertFromDrop", "55(514) 5-0123", 2);
    assert_eq!(shown(&page), ("(555) 145-0123".into(), 3));
    raise_plain(&page, "dragend");
    raise(&page, "beforeinput", "historyUndo", false);
    assert_eq!(shown(&page).0, "(514) 555-0123");

    // The digits are dragged into another field.
    edit(&page, "deleteByDrag", "(514) 5-0123", 7);
    raise_plain(&page, "dragend");
    assert_eq!(shown(&page).0, "(514) 501-23");
    raise(&page, "beforeinput", "historyUndo", false);
    assert_eq!(shown(&page).0, "(514) 555-0123");
}

#[wasm_bindgen_test]
async fn keys_of_other_keyboards_undo_too() {
    let page = open().await;
    edit(&page, "insertText", "5", 1);
    let press = |key: &str, code: &str, modifier: &str, shift: bool| {
        let options = KeyboardEventInit::new();
        options.set_bubbles(true);
        options.set_cancelable(true);
        options.set_key(key);
        options.set_code(code);
        options.set_shift_key(shift);
        Reflect::set(options.unchecked_ref::<Object>(), &modifier.into(), &true.into())
            .expect("set");
        let event =
            KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &options).expect("event");
        input(&page).dispatch_event(&event).expect("dispatched")
    };
    for (key, code, modifier) in [
        ("z", "KeyZ", "ctrlKey"),
        ("z", "KeyW", "ctrlKey"),
        ("я", "KeyZ", "ctrlKey"),
        ("Z", "KeyZ", "metaKey"),
    ] {
        assert!(!press(key, code, modifier, false), "{key} {code}");
        assert_eq!(shown(&page).0, "", "{key} {code}");
        assert!(!press(key, code, modifier, true), "{key} {code}");
        assert_eq!(shown(&page).0, "5", "{key} {code}");
    }
    assert!(!press("y", "KeyY", "ctrlKey", false));
    // Other keys are left to the browser and the host.
    for (key, code, modifier) in
        [("w", "KeyZ", "ctrlKey"), ("z", "KeyZ", "altKey"), ("a", "KeyA", "ctrlKey")]
    {
        assert!(press(key, code, modifier, false), "{key} {code}");
    }
    assert_eq!(shown(&page).0, "5");
}

#[wasm_bindgen_test]
async fn a_plan_that_comes_formats_the_number_and_keeps_the_caret() {
    let page = open().await;
    page.form.set("country", JsValue::from("US"));
    edit(&page, "insertText", "1514555012", 4);
    let before = shown(&page);
    assert_eq!(before, ("1 (514) 555-012".into(), 6));
    // The host sets another country: the caret stays between the same digits.
    page.form.set("country", JsValue::from("CA"));
    assert_eq!(shown(&page), before);
    // Undo does not restore a number that the host removed.
    page.form.reset();
    assert!(!raise(&page, "beforeinput", "historyUndo", false));
    assert_eq!(shown(&page).0, "");
}
