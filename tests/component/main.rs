//! The Yew component on an undefined element: the properties that it sets, and the callbacks for
//! the element's events. The page tests run it with the real element.
//!
//! `cargo xtask test --only browser` runs these tests with Yew as it is published, which is the
//! Yew that a host has.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by a panic")]

use js_sys::{Function, JSON, Object, Promise, Reflect};
use lead_phone_form::component::{
    ErrorKind, FormError, Kind, LeadPhoneForm, LeadPhoneFormProperties, MessageId, Operation,
    Phone, Reason, Scheme, Submission, TokenSource,
};
use serde_json::Value;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{CustomEvent, CustomEventInit, Element, HtmlElement};
use yew::{AppHandle, Callback, Renderer, html};

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// Waits for the next task, so that everything that is queued now has run.
async fn turn() {
    let promise = Promise::new(&mut |resolve, _| {
        web_sys::window().expect("a window").set_timeout_with_callback(&resolve).expect("a timer");
    });
    JsFuture::from(promise).await.expect("a turn");
}

/// An application that contains only the component.
struct App {
    handle: Option<AppHandle<LeadPhoneForm>>,
    root: Element,
    element: HtmlElement,
}

impl App {
    async fn start(properties: LeadPhoneFormProperties) -> App {
        let document = web_sys::window().and_then(|w| w.document()).expect("a document");
        let root = document.create_element("div").expect("div");
        document.body().expect("a body").append_child(&root).expect("appended");
        let renderer = Renderer::<LeadPhoneForm>::with_root_and_props(root.clone(), properties);
        let handle = Some(renderer.render());
        let element = until(|| root.query_selector("lead-phone-form").ok().flatten()).await;
        App { handle, root, element: element.unchecked_into() }
    }

    fn get(&self, name: &str) -> JsValue {
        Reflect::get(&self.element, &name.into()).expect("a property")
    }

    fn json(&self, name: &str) -> String {
        JSON::stringify(&self.get(name)).map(String::from).expect("JSON")
    }

    /// Raises an event as the element does. Returns false if a listener prevented the default.
    fn raise(&self, name: &str, detail: &str) -> bool {
        let options = CustomEventInit::new();
        options.set_bubbles(true);
        options.set_cancelable(true);
        options.set_detail(&parse(detail));
        let name = format!("lead-phone-{name}");
        let event = CustomEvent::new_with_event_init_dict(&name, &options).expect("an event");
        self.element.dispatch_event(&event).expect("raised")
    }

    async fn destroy(&mut self) {
        self.handle.take().expect("an application").destroy();
        until(|| (!self.element.is_connected()).then_some(())).await;
    }
}

impl Drop for App {
    fn drop(&mut self) {
        if let Some(handle) = self.handle.take() {
            handle.destroy();
        }
        self.root.remove();
    }
}

async fn until<T>(is_there: impl Fn() -> Option<T>) -> T {
    let started = js_sys::Date::now();
    loop {
        if let Some(value) = is_there() {
            return value;
        }
        assert!(js_sys::Date::now() - started < 15_000.0, "waited in vain");
        turn().await;
    }
}

fn parse(json: &str) -> JsValue {
    JSON::parse(json).expect("JSON")
}

fn phone() -> Phone {
    Phone::read(&parse(r#"{"id": 7, "number": "+15142223344", "extension": 555, "next": [1]}"#))
        .expect("a phone")
}

/// The callbacks that ran, as texts.
type Heard = Rc<RefCell<Vec<String>>>;

/// Properties with a callback for every event.
fn hearing(heard: &Heard) -> LeadPhoneFormProperties {
    fn hear<T>(heard: &Heard, say: impl Fn(T) -> String + 'static) -> Callback<T> {
        let heard = Rc::clone(heard);
        Callback::from(move |value| heard.borrow_mut().push(say(value)))
    }
    LeadPhoneFormProperties {
        onready: hear(heard, |_| "ready".to_owned()),
        oncreated: hear(heard, |phone: Phone| format!("created {}", phone.id)),
        onupdated: hear(heard, |phone: Phone| format!("updated {}", phone.id)),
        onerror: hear(heard, |error| format!("error {error:?}")),
        ..LeadPhoneFormProperties::default()
    }
}

#[wasm_bindgen_test]
async fn properties_arrive_and_only_what_changes_is_set_again() {
    let first = LeadPhoneFormProperties {
        lead_id: Some(9007199254740991),
        base_url: Some("/api/v2".into()),
        country: Some("FR".into()),
        preferred_countries: Some(vec!["FR".into(), "BE".into()]),
        countries: vec!["FR".into(), "BE".into(), "CH".into()],
        phone_types: vec!["home".into(), "work".into()],
        timeout: Some(5000),
        disabled: true,
        flags: true,
        autocomplete: true,
        phone: Some(phone()),
        messages: vec![(MessageId::Submit, "Add".into())],
        class: "phone".into(),
        token: Some("a token".into()),
        children: html! { <i>{ "Loading…" }</i> },
        ..LeadPhoneFormProperties::default()
    };
    let mut app = App::start(first.clone()).await;
    for (name, json) in [
        ("leadId", "9007199254740991"),
        ("baseUrl", r#""/api/v2""#),
        ("country", r#""FR""#),
        ("preferredCountries", r#""FR BE""#),
        ("countries", r#""FR BE CH""#),
        ("phoneTypes", r#""home work""#),
        ("timeout", "5000"),
        ("disabled", "true"),
        ("flags", "true"),
        ("autocomplete", r#""on""#),
        ("phone", r#"{"id":7,"number":"+15142223344","extension":555,"next":[1]}"#),
        ("messages", r#"{"submit":"Add"}"#),
        ("className", r#""phone""#),
        ("token", r#""a token""#),
    ] {
        assert_eq!(app.json(name), json, "{name}");
    }
    assert!(app.get("phoneId").is_undefined() && app.get("locale").is_undefined());
    until(|| (app.element.text_content().as_deref() == Some("Loading…")).then_some(())).await;

    // `phone` sets the element's `phoneId`, so the component must not remove it.
    Reflect::set(&app.element, &"phoneId".into(), &7.into()).expect("set");
    let second = LeadPhoneFormProperties { country: None, messages: vec![], ..first.clone() };
    let handle = app.handle.as_mut().expect("an application");
    handle.update(second);
    until(|| app.get("country").is_undefined().then_some(())).await;
    assert_eq!((app.json("messages"), app.json("phoneId")), ("{}".to_owned(), "7".to_owned()));
    assert_eq!(app.json("leadId"), "9007199254740991");
}

#[wasm_bindgen_test]
async fn there_is_a_property_for_each_of_the_elements() {
    let manifest: Value =
        serde_json::from_str(include_str!("../../www/custom-elements.json")).expect("JSON");
    let app = App::start(LeadPhoneFormProperties {
        lead_id: Some(1),
        phone_id: Some(2),
        base_url: Some("/api/v2".into()),
        auth_scheme: Scheme::Basic,
        country: Some("FR".into()),
        preferred_countries: Some(vec![]),
        countries: vec!["FR".into()],
        locale: Some("fr".into()),
        phone_types: vec!["home".into()],
        autocomplete: true,
        timeout: Some(5000),
        disabled: true,
        token: Some("a token".into()),
        token_url: Some("/crm-token".into()),
        fields: Some(vec!["extension".into()]),
        lazy: true,
        flags: true,
        phone: Some(phone()),
        messages: vec![(MessageId::Submit, "Add".into())],
        ..LeadPhoneFormProperties::default()
    })
    .await;
    let members = manifest["modules"][0]["declarations"][0]["members"].as_array().expect("members");
    let is_settable = |member: &&Value| {
        member["kind"] == "field" && member["readonly"] != true && member["static"] != true
    };
    let names = members.iter().filter(is_settable).filter_map(|member| member["name"].as_str());
    let missing: Vec<_> =
        names.filter(|name| !Object::has_own(&app.element, &(*name).into())).collect();
    assert_eq!(missing, Vec::<&str>::new());
}

#[wasm_bindgen_test]
async fn callbacks_hear_the_events_typed() {
    let heard = Heard::default();
    let submissions: Rc<RefCell<Vec<_>>> = Rc::default();
    let properties = LeadPhoneFormProperties {
        onsubmit: Callback::from({
            let submissions = Rc::clone(&submissions);
            move |submission: Submission| {
                submission.prevent_default();
                submissions.borrow_mut().push(submission);
            }
        }),
        onerror: Callback::from({
            let heard = Rc::clone(&heard);
            move |error: FormError| {
                assert_eq!(error.kind, ErrorKind::Form(Kind::Invalid));
                assert_eq!((error.operation, error.status), (Some(Operation::Create), Some(422)));
                assert_eq!(error.errors, Some(vec![("number".into(), vec!["Bad.".into()])]));
                heard.borrow_mut().push(error.message);
            }
        }),
        ..hearing(&heard)
    };
    let app = App::start(properties).await;
    app.raise("ready", "null");
    let body = r#"{"operation": "update", "phoneId": 7, "body": {"number": "+1514"}}"#;
    assert!(!app.raise("submit", body));
    app.raise("created", r#"{"id": 8}"#);
    app.raise("updated", r#"{"id": 9}"#);
    let error = r#"{"kind": "invalid", "operation": "create", "status": 422,
        "message": "Not accepted.", "errors": {"number": ["Bad."]}}"#;
    app.raise("error", error);
    assert_eq!(*heard.borrow(), ["ready", "created 8", "updated 9", "Not accepted."]);
    let submissions = submissions.borrow();
    assert_eq!((submissions[0].operation, submissions[0].phone_id), (Operation::Update, Some(7)));
    assert_eq!(JSON::stringify(&submissions[0].body).expect("JSON"), r#"{"number":"+1514"}"#);
}

#[wasm_bindgen_test]
async fn a_save_on_its_way_is_told_of_after_the_component_is_gone_and_nothing_else_is() {
    let submit = r#"{"operation": "create", "phoneId": null, "body": {}}"#;
    let heard = Heard::default();
    let mut app = App::start(hearing(&heard)).await;
    app.raise("submit", submit);
    turn().await;
    app.destroy().await;
    app.raise("created", r#"{"id": 8}"#);
    assert_eq!(*heard.borrow(), ["created 8"]);
    turn().await;
    app.raise("updated", r#"{"id": 9}"#);
    assert_eq!(*heard.borrow(), ["created 8"]);

    // No save was in flight, or the host prevented it.
    for is_stopped in [false, true] {
        let heard = Heard::default();
        let properties = LeadPhoneFormProperties {
            onsubmit: Callback::from(move |submission: Submission| {
                assert!(is_stopped);
                submission.prevent_default();
            }),
            ..hearing(&heard)
        };
        let mut app = App::start(properties).await;
        if is_stopped {
            app.raise("submit", submit);
            turn().await;
        }
        app.destroy().await;
        app.raise("created", r#"{"id": 8}"#);
        assert_eq!(*heard.borrow(), Vec::<String>::new());
    }
}

#[wasm_bindgen_test]
async fn a_token_function_is_asked_with_the_reason_and_prints_nothing() {
    let token = TokenSource::function(async |reason| match reason {
        Reason::Initial => Ok("first".to_owned()),
        Reason::Unauthenticated => Err("no more".into()),
    });
    assert_eq!(format!("{token:?} {:?}", TokenSource::from("secret")), "TokenSource TokenSource");
    let properties = LeadPhoneFormProperties {
        token: Some(token.clone()),
        ..LeadPhoneFormProperties::default()
    };
    let mut app = App::start(properties).await;
    let function: Function = app.get("token").dyn_into().expect("a function");
    // The element may ask after the component is destroyed.
    app.destroy().await;
    let ask = async |reason: &str| {
        let request = Object::new();
        Reflect::set(&request, &"reason".into(), &reason.into()).expect("set");
        let answer = function.call1(&JsValue::UNDEFINED, &request).expect("called");
        JsFuture::from(answer.unchecked_into::<Promise>()).await
    };
    assert_eq!(ask("initial").await, Ok("first".into()));
    assert_eq!(ask("unauthenticated").await, Err("no more".into()));
}

#[wasm_bindgen_test]
fn a_phone_from_elsewhere_is_an_object_as_the_api_has_it() {
    let fields = lead_phone_form::api::phone::Phone {
        id: 7,
        number: Some("+15142223344".into()),
        extension: "555".into(),
        mobile: Some(true),
        ..Default::default()
    };
    let phone = Phone::from(fields.clone());
    assert_eq!(
        JSON::stringify(phone.object()).expect("JSON"),
        r#"{"id":7,"number":"+15142223344","extension":"555","mobile":true}"#
    );
    assert_eq!(*phone, fields);
    assert_eq!(Phone::read(phone.object()).as_deref(), Some(&fields));
    assert_eq!(Phone::read(&parse(r#"{"number": "+15142223344"}"#)), None);
}
