//! The form in a shadow root: typing, the text that it shows, and its events.
//!
//! These tests do not use the custom element, because only JavaScript can define it. The page
//! tests use it.

use crate::sandbox::Sandbox;
use crate::words::words;
use js_sys::{Array, Function, JSON};
use lead_phone_form::element::Form;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{
    CustomEvent, Event, EventInit, HtmlElement, HtmlInputElement, ShadowRoot, ShadowRootInit,
    ShadowRootMode,
};

const EVENTS: [&str; 5] = [
    "lead-phone-ready",
    "lead-phone-submit",
    "lead-phone-created",
    "lead-phone-updated",
    "lead-phone-error",
];

/// A form on the test's page, with the events that its element raised.
pub struct Page {
    pub element: HtmlElement,
    pub root: ShadowRoot,
    pub form: Form,
    events: Rc<RefCell<Vec<(String, Value)>>>,
    _listener: Closure<dyn Fn(CustomEvent)>,
}

impl Page {
    pub async fn open(sandbox: &Sandbox) -> Page {
        let document = web_sys::window().and_then(|w| w.document()).expect("a document");
        let element: HtmlElement = document.create_element("div").expect("div").unchecked_into();
        document.body().expect("a body").append_child(&element).expect("appended");
        let root = element.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).expect("root");
        let events: Rc<RefCell<Vec<_>>> = Rc::default();
        let listener = Closure::<dyn Fn(CustomEvent)>::new({
            let events = Rc::clone(&events);
            move |event: CustomEvent| {
                let detail = JSON::stringify(&event.detail()).expect("JSON");
                let detail = serde_json::from_str(&String::from(detail)).expect("JSON");
                events.borrow_mut().push((event.type_(), detail));
            }
        });
        for name in EVENTS {
            element
                .add_event_listener_with_callback(name, listener.as_ref().unchecked_ref())
                .expect("listening");
        }
        let nothing = Function::new_no_args("");
        // As `www/events.js` does for the custom element.
        let raise: Function = Function::new_with_args(
            "element",
            "return (name, detail, cancelable) => element.dispatchEvent(
               new CustomEvent(`lead-phone-${name}`, { detail, cancelable }))",
        )
        .call1(&JsValue::UNDEFINED, &element)
        .expect("a function")
        .unchecked_into();
        let form = Form::new(&element, nothing.clone(), raise, nothing);
        form.set("words", words("en"));
        form.set("base-url", sandbox.base_url().into());
        form.set("lead-id", "3387562".into());
        form.set("token", "sandbox-token".into());
        form.mount(root.clone());
        let page = Page { element, root, form, events, _listener: listener };
        page.until("ready", || page.names() == ["lead-phone-ready"]).await;
        page
    }

    pub fn names(&self) -> Vec<String> {
        self.events.borrow().iter().map(|(name, _)| name.clone()).collect()
    }

    pub fn last(&self) -> (String, Value) {
        self.events.borrow().last().cloned().expect("an event")
    }

    pub fn input(&self, id: &str) -> HtmlInputElement {
        self.root.get_element_by_id(id).expect(id).unchecked_into()
    }

    /// The value of the number field, without punctuation.
    fn number(&self) -> String {
        self.input("number").value().replace([' ', '-', '(', ')'], "")
    }

    /// The text of an element; empty if there is none.
    pub fn text(&self, selector: &str) -> String {
        let element = self.root.query_selector(selector).expect("a selector");
        element.and_then(|element| element.text_content()).unwrap_or_default()
    }

    pub fn edit(&self, id: &str, text: &str) {
        self.input(id).set_value(text);
        self.raise_input(id);
    }

    fn raise_input(&self, id: &str) {
        let options = EventInit::new();
        options.set_bubbles(true);
        let event = Event::new_with_event_init_dict("input", &options).expect("an event");
        self.input(id).dispatch_event(&event).expect("dispatched");
    }

    /// Waits for a state, and checks it once in each turn of the event loop.
    pub async fn until(&self, what: &str, is_so: impl Fn() -> bool) {
        let started = js_sys::Date::now();
        while !is_so() {
            assert!(
                js_sys::Date::now() - started < 15_000.0,
                "waited in vain until {what}: {:?}",
                self.names()
            );
            turn().await;
        }
    }

    pub async fn until_event(&self, name: &str) -> Value {
        self.until(name, || self.last().0 == name).await;
        self.last().1
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.form.unmount();
        self.element.remove();
    }
}

pub async fn turn() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        web_sys::window().expect("a window").set_timeout_with_callback(&resolve).expect("a timer");
    });
    JsFuture::from(promise).await.expect("a turn");
}

#[wasm_bindgen_test]
async fn an_id_that_cannot_be_read_keeps_what_is_typed() {
    let sandbox = Sandbox::find().await;
    let page = Page::open(&sandbox).await;
    page.form.set("phone-id", "7".into());
    page.edit("number", "5142223344");
    page.form.set("phone-id", "seven".into());
    assert_eq!(page.last().1["kind"], "configuration");
    assert_eq!(page.number(), "5142223344");
    page.form.set("phone-id", "7".into());
    assert_eq!(page.number(), "5142223344");
}

#[wasm_bindgen_test]
async fn a_phone_is_added_and_the_form_is_empty_again() {
    let sandbox = Sandbox::find().await;
    let page = Page::open(&sandbox).await;
    let number = Sandbox::new_number();
    page.edit("number", &format!(" {number} "));
    page.edit("extension", "555");
    assert!(page.form.dirty());
    page.input("submit").click();
    assert_eq!(
        page.last(),
        (
            "lead-phone-submit".to_owned(),
            json!({
                "operation": "create",
                "phoneId": null,
                "body": {"lead_id": 3387562, "extension": 555, "mobile": false, "number": number},
            })
        )
    );
    let created = page.until_event("lead-phone-created").await;
    assert_eq!((&created["number"], &created["extension"]), (&json!(number), &json!(555)));
    assert!(created["lead"]["first_name"].is_string());
    let digits = |text: &str| text.replace(|c: char| !c.is_ascii_digit(), "");
    // With its extension.
    let said = digits(&number) + "555";
    page.until("said", || digits(&page.text("[part=status]")) == said).await;
    let words = page.text("[part=status]");
    assert!(words.starts_with("Added ") || words.starts_with("Saved. "), "{words}");
    assert_eq!(
        (page.input("number").value(), page.input("extension").value()),
        (String::new(), String::new())
    );
    assert!(!page.form.dirty());
}

#[wasm_bindgen_test]
async fn a_duplicate_is_told_at_the_number_which_stays_and_has_the_focus() {
    let sandbox = Sandbox::find().await;
    let page = Page::open(&sandbox).await;
    let number = Sandbox::new_number();
    for _ in 0..2 {
        page.edit("number", &number);
        page.input("number").focus().expect("focus");
        page.form.submit();
        page.until("answered", || page.last().0 != "lead-phone-submit").await;
    }
    let (name, detail) = page.last();
    assert_eq!(name, "lead-phone-error");
    assert_eq!(
        detail,
        json!({
            "kind": "duplicate",
            "operation": "create",
            "status": 403,
            "message": "This lead already has this number.",
            "errors": null,
        })
    );
    page.until("told", || !page.text("#number-error").is_empty()).await;
    assert_eq!(page.text("#number-error"), "This lead already has this number.");
    assert_eq!(page.input("number").get_attribute("aria-invalid").as_deref(), Some("true"));
    assert_eq!(page.number(), number);
    assert!(page.root.active_element().is_some_and(|focused| focused.id() == "number"));
}

#[wasm_bindgen_test]
async fn each_refusal_has_its_sentence_and_keeps_the_number() {
    let sandbox = Sandbox::find().await;
    let page = Page::open(&sandbox).await;
    page.edit("number", "+15142223344");
    for (fault, kind, place, sentence) in [
        (json!({"status": 401}), "unauthenticated", "#form-error", "signed out"),
        (
            json!({"status": 403, "body": {"message": "No."}}),
            "forbidden",
            "#form-error",
            "have permission",
        ),
        (json!({"status": 404}), "not-found", "#form-error", "no longer there"),
        (
            json!({"status": 422, "body": {"errors": {"number": ["The number format is invalid."]}}}),
            "invalid",
            "#number-error",
            "didn’t accept this number",
        ),
        (
            json!({"status": 422, "body": {"errors": {"extension": "No."}}}),
            "invalid",
            "#extension-error",
            "didn’t accept this extension",
        ),
        (
            json!({"status": 422, "body": {"errors": {"<b>lead</b>": []}}}),
            "invalid",
            "#form-error",
            "“<b>lead</b>”",
        ),
        (json!({"status": 503}), "server", "#form-error", "may have been saved"),
        (json!({"drop": true, "times": 4}), "network", "#form-error", "may have been saved"),
    ] {
        sandbox.order(fault).await;
        page.form.submit();
        let detail = page.until_event("lead-phone-error").await;
        assert_eq!(detail["kind"], kind);
        page.until(sentence, || page.text(place).contains(sentence)).await;
        assert_eq!(detail["message"], page.text(place));
        assert_eq!(page.input("number").value(), "+1 514-222-3344");
        // Remove the faults that are left because the browser did not repeat the request.
        let _ = Sandbox::find().await;
    }
}

#[wasm_bindgen_test]
async fn a_phone_that_the_host_passes_in_is_updated() {
    let sandbox = Sandbox::find().await;
    let page = Page::open(&sandbox).await;
    let number = Sandbox::new_number();
    page.edit("number", &number);
    page.form.submit();
    let created = page.until_event("lead-phone-created").await;

    let phone = JSON::parse(&created.to_string()).expect("JSON");
    page.form.set("phone", phone);
    // The field shows the national form only if the number is Canadian.
    assert!(number.ends_with(&page.number()), "{}", page.number());
    page.input("mobile").click();
    page.form.submit();
    let updated = page.until_event("lead-phone-updated").await;
    assert_eq!((&updated["id"], &updated["mobile"]), (&created["id"], &json!(true)));
    assert!(page.input("mobile").checked());
}

#[wasm_bindgen_test]
async fn a_host_that_cancels_the_submit_stops_it() {
    let sandbox = Sandbox::find().await;
    let page = Page::open(&sandbox).await;
    let cancel = Closure::<dyn Fn(Event)>::new(|event: Event| event.prevent_default());
    page.element
        .add_event_listener_with_callback("lead-phone-submit", cancel.as_ref().unchecked_ref())
        .expect("listening");
    page.edit("number", "+15142223344");
    page.form.submit();
    page.form.submit();
    turn().await;
    assert_eq!(page.names(), ["lead-phone-ready", "lead-phone-submit", "lead-phone-submit"]);
    assert_eq!(sandbox.requests().await, Vec::<Value>::new());
    assert_eq!(page.input("number").value(), "+1 514-222-3344");
}

#[wasm_bindgen_test]
async fn nonsense_is_one_configuration_error_each_and_sends_nothing() {
    let sandbox = Sandbox::find().await;
    for (name, value) in [
        ("lead-id", JsValue::from("abc")),
        ("phone-id", JsValue::from("0")),
        ("base-url", JsValue::from("http://crm.example")),
        ("base-url", JsValue::from("https://user@crm.example")),
        ("auth-scheme", JsValue::from("digest")),
        ("locale", JsValue::from("fr_CA")),
        ("locale", JsValue::from("")),
        ("autocomplete", JsValue::from("tel")),
        ("timeout", JsValue::from("-1")),
        ("preferred-countries", JsValue::from("CA XX")),
        ("countries", JsValue::from("CA XX")),
        ("phone-types", JsValue::from("[object Object]")),
        ("token", JsValue::from("marker\ntoken")),
        ("token", JsValue::from(7)),
        ("phone", JsValue::from("7")),
        ("phone", Array::new().into()),
    ] {
        let page = Page::open(&sandbox).await;
        page.edit("number", "+15142223344");
        page.form.set(name, value.clone());
        page.form.set(name, value);
        page.form.submit();
        assert_eq!(page.names(), ["lead-phone-ready", "lead-phone-error"], "{name}");
        let (_, detail) = page.last();
        assert_eq!(
            (&detail["kind"], &detail["operation"]),
            (&json!("configuration"), &json!(null))
        );
        let message = detail["message"].as_str().expect("a message");
        assert!(message.contains(name) && !message.contains("marker"), "{message}");
        page.until("said", || page.text("#form-error") == message).await;
    }
    assert_eq!(sandbox.requests().await, Vec::<Value>::new());
}

#[wasm_bindgen_test]
async fn what_was_typed_survives_taking_the_form_off_and_drawing_it_again() {
    let sandbox = Sandbox::find().await;
    let page = Page::open(&sandbox).await;
    page.edit("number", "+1514");
    page.edit("extension", "7");
    page.form.unmount();
    assert_eq!(page.root.child_element_count(), 0);
    page.form.mount(page.root.clone());
    page.until("drawn", || page.root.get_element_by_id("number").is_some()).await;
    page.until("written", || page.input("number").value() == "+1 514").await;
    assert_eq!(page.input("extension").value(), "7");
    assert_eq!(page.names(), ["lead-phone-ready"]);
}
