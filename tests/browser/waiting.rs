//! Between a submit and its result: retries, countdowns, and their ends.

use crate::element::{Page, turn};
use crate::host_page::{Replaced, evaluate};
use crate::sandbox::Sandbox;
use js_sys::{Function, Reflect};
use serde_json::{Value, json};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Event;

/// A form that updates a phone of the sandbox.
async fn updating(sandbox: &Sandbox) -> Page {
    let page = Page::open(sandbox).await;
    page.edit("number", &Sandbox::new_number());
    page.form.submit();
    let created = page.until_event("lead-phone-created").await;
    page.form.set("phone", js_sys::JSON::parse(&created.to_string()).expect("JSON"));
    page
}

async fn puts(sandbox: &Sandbox) -> usize {
    sandbox.requests().await.iter().filter(|request| request["method"] == "PUT").count()
}

/// The events since the phone was created.
fn since(page: &Page) -> Vec<String> {
    page.names().split_off(3)
}

fn status(page: &Page) -> String {
    page.text("[role=status]")
}

fn countdown(page: &Page) -> String {
    page.text("[role=timer]")
}

#[wasm_bindgen_test]
async fn an_update_is_sent_again_twice_and_ends_in_one_event() {
    let sandbox = Sandbox::find().await;
    let page = updating(&sandbox).await;
    sandbox.order(json!({"status": 503, "times": 2})).await;
    page.form.submit();
    page.until("it says so", || status(&page).contains("Trying again")).await;
    page.until_event("lead-phone-updated").await;
    assert_eq!(puts(&sandbox).await, 3);
    assert_eq!(since(&page), ["lead-phone-submit", "lead-phone-updated"]);

    sandbox.order(json!({"status": 500, "times": 9})).await;
    page.form.submit();
    let error = page.until_event("lead-phone-error").await;
    assert_eq!((&error["kind"], &error["status"]), (&json!("server"), &json!(500)));
    assert_eq!(puts(&sandbox).await, 6);
    assert_eq!(since(&page)[2..], ["lead-phone-submit", "lead-phone-error"]);
}

#[wasm_bindgen_test]
async fn a_create_is_not_sent_again() {
    let sandbox = Sandbox::find().await;
    let page = Page::open(&sandbox).await;
    page.edit("number", &Sandbox::new_number());
    for fault in [
        json!({"status": 503}),
        json!({"status": 500, "cors": false}),
        // Nothing is sent until that time is over.
        json!({"status": 429, "headers": {"retry-after": "1"}}),
    ] {
        sandbox.order(fault).await;
        page.form.submit();
        page.until_event("lead-phone-error").await;
        let is_saving = || page.root.query_selector("#submit[data-second]").expect("a selector");
        page.until("not saving", || is_saving().is_none()).await;
    }
    assert_eq!(sandbox.requests().await.len(), 3);
}

#[wasm_bindgen_test]
async fn the_time_that_the_api_names_is_counted_down_and_waited_for() {
    let sandbox = Sandbox::find().await;
    let page = updating(&sandbox).await;
    sandbox.order(json!({"status": 429, "headers": {"retry-after": "2"}})).await;
    page.form.submit();
    page.until("counted", || countdown(&page) == "Trying again in 2 seconds.").await;
    page.until("counted down", || countdown(&page) == "Trying again in 1 second.").await;
    assert_eq!(puts(&sandbox).await, 1);
    page.until_event("lead-phone-updated").await;
    assert_eq!(puts(&sandbox).await, 2);
    page.until("over", || countdown(&page).is_empty()).await;

    // This is longer than the form waits.
    sandbox.order(json!({"status": 429, "headers": {"retry-after": "61"}})).await;
    page.form.submit();
    page.until_event("lead-phone-error").await;
    page.until("a hint", || countdown(&page).starts_with("You can save again in 6")).await;
    assert_eq!(puts(&sandbox).await, 3);
}

#[wasm_bindgen_test]
async fn a_wait_ends_with_the_form_or_with_its_ids() {
    let endings: [fn(&Page); 4] = [
        |page| page.form.unmount(),
        |page| page.form.set("disabled", "".into()),
        |page| page.form.set("lead-id", "7".into()),
        |page| page.form.set("phone-id", "7".into()),
    ];
    for end in endings {
        let sandbox = Sandbox::find().await;
        let page = updating(&sandbox).await;
        sandbox.order(json!({"status": 429, "headers": {"retry-after": "1"}})).await;
        page.form.submit();
        page.until("counted", || countdown(&page).contains("Trying")).await;
        end(&page);
        assert_eq!(since(&page), ["lead-phone-submit", "lead-phone-error"]);
        let (_, error) = page.last();
        assert_eq!((&error["kind"], &error["status"]), (&json!("rate-limited"), &json!(429)));
        // The retry was due within this time, and was not sent.
        let ended = js_sys::Date::now();
        page.until("a second later", || js_sys::Date::now() - ended > 1200.0).await;
        assert_eq!(puts(&sandbox).await, 1);
        assert_eq!(since(&page).len(), 2);
    }
}

#[wasm_bindgen_test]
async fn a_request_that_has_left_is_heard_of_although_the_element_is_gone() {
    let sandbox = Sandbox::find().await;
    for fault in [json!({"delay": 100}), json!({"delay": 100, "status": 503})] {
        let page = updating(&sandbox).await;
        sandbox.order(fault).await;
        page.form.submit();
        page.element.remove();
        page.form.unmount();
        page.until("answered", || since(&page).len() == 2).await;
    }
    // Without a mounted form there are no retries.
    assert_eq!(puts(&sandbox).await, 2);
}

#[wasm_bindgen_test]
async fn a_token_that_never_comes_is_an_error() {
    let sandbox = Sandbox::find().await;
    let page = Page::open(&sandbox).await;
    page.form.set("timeout", "30".into());
    page.form.set("token", evaluate("() => new Promise(() => {})"));
    page.edit("number", &Sandbox::new_number());
    page.form.submit();
    let error = page.until_event("lead-phone-error").await;
    assert_eq!((&error["kind"], &error["operation"]), (&json!("configuration"), &json!("create")));
    assert_eq!(sandbox.requests().await, Vec::<Value>::new());
}

#[wasm_bindgen_test]
async fn a_sign_in_after_a_401_may_take_longer_than_a_request() {
    let sandbox = Sandbox::find().await;
    let page = Page::open(&sandbox).await;
    page.form.set("timeout", "300".into());
    page.form.set(
        "token",
        evaluate(
            "({ reason }) => reason === 'initial' ? 'old' :
                new Promise((resolve) => setTimeout(resolve, 600, 'sandbox-token'))",
        ),
    );
    page.edit("number", &Sandbox::new_number());
    page.form.submit();
    page.until_event("lead-phone-created").await;
}

#[wasm_bindgen_test]
async fn a_save_that_takes_long_says_that_it_is_still_going_on() {
    let sandbox = Sandbox::find().await;
    let page = Page::open(&sandbox).await;
    sandbox.order(json!({"delay": 2600})).await;
    page.edit("number", &Sandbox::new_number());
    page.form.submit();
    page.until("said", || status(&page).starts_with("Still saving")).await;
    page.until_event("lead-phone-created").await;
}

#[wasm_bindgen_test]
async fn a_body_that_stalls_is_over_with_the_timeout() {
    let sandbox = Sandbox::find().await;
    let page = Page::open(&sandbox).await;
    page.form.set("timeout", "200".into());
    sandbox.order(json!({"stall": true})).await;
    page.edit("number", &Sandbox::new_number());
    page.form.submit();
    let error = page.until_event("lead-phone-error").await;
    assert_eq!(error["kind"], "timeout");
    // The API saved the phone. The form says that it may have been saved.
    assert!(error["message"].as_str().is_some_and(|m| m.contains("may have been saved")));
    page.form.set("timeout", JsValue::NULL);
    page.form.submit();
    page.until("told again", || page.last().1["kind"] == "duplicate").await;
    let (_, error) = page.last();
    assert_eq!(
        error["message"],
        "This lead already has this number. An earlier attempt may have saved it."
    );
}

#[wasm_bindgen_test]
async fn a_token_goes_to_no_other_address_than_it_was_asked_for() {
    let sandbox = Sandbox::find().await;
    let page = Page::open(&sandbox).await;
    let log = js_sys::Array::new();
    Reflect::set(&js_sys::global(), &"sent".into(), &log).expect("a log");
    let _fetch = Replaced::fetch(
        "async (url, { headers }) => {
            sent.push(url + ' ' + headers.Authorization);
            return new Response('{\"id\": 7}', { status: 201 });
        }",
    );
    let asked = js_sys::Array::new();
    let function = Function::new_with_args(
        "asked, request",
        "return new Promise((resolve) => asked.push(resolve))",
    );
    page.form.set("base-url", "https://one.example".into());
    page.form.set("token", function.bind1(&JsValue::UNDEFINED, &asked).into());
    page.edit("number", &Sandbox::new_number());
    page.form.submit();
    let answer = async |nth: u32, token: &str| {
        page.until("asked", || asked.length() > nth).await;
        let resolve: Function = asked.get(nth).unchecked_into();
        resolve.call1(&JsValue::UNDEFINED, &token.into()).expect("resolved");
    };
    page.until("asked", || asked.length() == 1).await;
    page.form.set("base-url", "https://two.example".into());
    answer(0, "for-one").await;
    answer(1, "for-two").await;
    page.until_event("lead-phone-created").await;
    assert_eq!(log.join("\n"), "https://two.example/lead-phones Bearer for-two");

    // A host that changes the address each time, and an address that cannot be read.
    log.set_length(0);
    page.edit("number", &Sandbox::new_number());
    page.form.submit();
    for nth in 2..5 {
        page.until("asked", || asked.length() > nth).await;
        page.form.set("base-url", format!("https://{nth}.example").into());
        answer(nth, "for-none").await;
    }
    assert_eq!(page.until_event("lead-phone-error").await["kind"], "configuration");
    page.form.submit();
    page.until("asked", || asked.length() == 6).await;
    page.form.set("base-url", "ftp://nowhere".into());
    answer(5, "for-nowhere").await;
    page.until("refused", || page.last().1["operation"] == "create" && page.names().len() == 8)
        .await;
    assert_eq!(log.length(), 0);
}

#[wasm_bindgen_test]
async fn the_network_that_is_gone_is_said_and_so_is_its_return() {
    let sandbox = Sandbox::find().await;
    let page = Page::open(&sandbox).await;
    let window = web_sys::window().expect("a window");
    let raise = |name| window.dispatch_event(&Event::new(name).expect("an event")).expect("raised");
    page.edit("number", &Sandbox::new_number());
    let offline = evaluate(
        "Object.defineProperty(navigator, 'onLine', { get: () => false, configurable: true })",
    );
    raise("offline");
    page.until("said", || status(&page).starts_with("You’re offline")).await;
    let _ = Reflect::delete_property(offline.unchecked_ref::<js_sys::Object>(), &"onLine".into());
    raise("online");
    page.until("said", || status(&page).starts_with("You’re online again")).await;
    turn().await;
    assert_eq!(sandbox.requests().await, Vec::<Value>::new());
    page.form.submit();
    page.until_event("lead-phone-created").await;
}
