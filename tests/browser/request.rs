//! One request to a real API, and its answer.

use crate::sandbox::Sandbox;
use js_sys::{Function, JSON, Reflect};
use lead_phone_form::api::answer::{Failure, Kind};
use lead_phone_form::api::attempt::Attempt;
use lead_phone_form::api::credentials::Credentials;
use lead_phone_form::api::phone::{PhoneBody, PhoneKind};
use lead_phone_form::api::request::{Answer, Save};
use lead_phone_form::api::token::{Scheme, Token};
use serde_json::json;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

const LEAD: u64 = 3387562;

fn create(sandbox: &Sandbox, number: &str) -> Save {
    Save {
        base_url: sandbox.base_url(),
        scheme: Scheme::Bearer,
        timeout: 15_000,
        phone_id: None,
        body: PhoneBody {
            lead_id: Some(LEAD),
            extension: Some(Some(555)),
            kind: PhoneKind { mobile: Some(false), phone_type: None },
            number: Some(number.to_owned()),
        },
    }
}

fn update(save: &Save, phone_id: u64) -> Save {
    Save {
        phone_id: Some(phone_id),
        body: PhoneBody { lead_id: None, ..save.body.clone() },
        ..save.clone()
    }
}

fn token() -> Credentials {
    Credentials::Token(Token::new("sandbox-token").expect("a token"))
}

fn field(answer: &Answer, name: &str) -> String {
    let value = Reflect::get(&answer.object, &name.into()).expect("an object");
    JSON::stringify(&value).expect("JSON").into()
}

/// Sends it once, to its original address.
async fn send(save: &Save, credentials: &Credentials) -> Result<Answer, Failure> {
    let base_url = save.base_url.clone();
    Attempt::new(save.clone(), credentials.clone()).send(&|| Some(base_url.clone())).await
}

async fn failure(save: &Save) -> Failure {
    send(save, &token()).await.expect_err("a failure")
}

#[wasm_bindgen_test]
async fn a_phone_is_created_and_updated() {
    let sandbox = Sandbox::find().await;
    let number = Sandbox::new_number();
    let save = create(&sandbox, &number);
    let created = send(&save, &token()).await.expect("201");
    assert_eq!(created.saved.phone.number.as_deref(), Some(number.as_str()));
    assert_eq!(field(&created, "extension"), "555");
    // The form keeps fields that it does not know.
    assert!(field(&created, "lead").contains("first_name"));

    let mut update = update(&save, created.saved.phone.id);
    update.body.extension = Some(None);
    update.body.kind.mobile = Some(true);
    let updated = send(&update, &token()).await.expect("200");
    assert_eq!(updated.saved.phone.id, created.saved.phone.id);
    assert_eq!(
        (field(&updated, "extension"), field(&updated, "mobile")),
        ("null".into(), "true".into())
    );

    let requests = sandbox.requests().await;
    let id = created.saved.phone.id;
    assert_eq!(
        requests[0],
        json!({"method": "POST", "path": "/api/v2/lead-phones", "status": 201})
    );
    assert_eq!(requests[1]["path"], format!("/api/v2/lead-phones/{id}"));
    assert_eq!(requests.len(), 2);
}

#[wasm_bindgen_test]
async fn what_the_api_refuses_has_its_kind() {
    let sandbox = Sandbox::find().await;
    let number = Sandbox::new_number();
    let save = create(&sandbox, &number);
    send(&save, &token()).await.expect("201");
    let refused = failure(&save).await;
    assert_eq!((refused.kind, refused.status), (Kind::Duplicate, Some(403)));

    let refused = failure(&update(&save, 999_999_999)).await;
    assert_eq!((refused.kind, refused.status), (Kind::NotFound, Some(404)));

    let refused = failure(&create(&sandbox, "514-123")).await;
    assert_eq!(
        refused,
        Failure {
            kind: Kind::Invalid,
            status: Some(422),
            errors: Some(vec![("number".into(), vec!["The number format is invalid.".into()])]),
            retry_after: None,
        }
    );

    let wrong = Credentials::Token(Token::new("another").expect("a token"));
    let refused = send(&save, &wrong).await.expect_err("401");
    assert_eq!((refused.kind, refused.status), (Kind::Unauthenticated, Some(401)));
}

#[wasm_bindgen_test]
async fn an_answer_that_never_comes_is_network_or_timeout() {
    let sandbox = Sandbox::find().await;
    // A browser may repeat a request by itself when a reused connection breaks.
    sandbox.order(json!({"drop": true, "times": 4})).await;
    let lost = failure(&create(&sandbox, &Sandbox::new_number())).await;
    assert_eq!(lost, Failure::unanswered(Kind::Network));

    let sandbox = Sandbox::find().await;
    sandbox.order(json!({"status": 500, "cors": false})).await;
    let hidden = failure(&create(&sandbox, &Sandbox::new_number())).await;
    assert_eq!(hidden, Failure::unanswered(Kind::Network));

    let sandbox = Sandbox::find().await;
    sandbox.order(json!({"delay": 60_000})).await;
    let mut save = create(&sandbox, &Sandbox::new_number());
    save.timeout = 50;
    assert_eq!(failure(&save).await, Failure::unanswered(Kind::Timeout));
}

#[wasm_bindgen_test]
async fn the_status_of_an_answer_that_breaks_off_decides() {
    let sandbox = Sandbox::find().await;
    let errors = json!({"errors": {"number": ["The number format is invalid."]}});
    for (fault, kind, status) in [
        (json!({"cut": true}), Kind::MalformedResponse, 201),
        (json!({"cut": true, "status": 403, "body": {"message": "No."}}), Kind::Forbidden, 403),
        (json!({"cut": true, "status": 404, "body": {"message": "No."}}), Kind::NotFound, 404),
        (json!({"cut": true, "status": 422, "body": errors}), Kind::Invalid, 422),
    ] {
        sandbox.order(fault).await;
        let cut = failure(&create(&sandbox, &Sandbox::new_number())).await;
        assert_eq!(cut, Failure { kind, status: Some(status), errors: None, ..cut.clone() });
    }
}

#[wasm_bindgen_test]
async fn a_redirect_is_not_followed() {
    let sandbox = Sandbox::find().await;
    let elsewhere = format!("{}/elsewhere", sandbox.base_url());
    sandbox.order(json!({"status": 307, "headers": {"location": elsewhere}})).await;
    let refused = failure(&create(&sandbox, &Sandbox::new_number())).await;
    assert_eq!(refused, Failure::unanswered(Kind::Unexpected));
    assert_eq!(sandbox.requests().await.len(), 1);
}

#[wasm_bindgen_test]
async fn a_success_without_a_phone_is_malformed() {
    let sandbox = Sandbox::find().await;
    for body in [json!("<html></html>"), json!([]), json!({"id": "7"})] {
        sandbox.order(json!({"status": 200, "body": body})).await;
        let refused = failure(&create(&sandbox, &Sandbox::new_number())).await;
        assert_eq!((refused.kind, refused.status), (Kind::MalformedResponse, Some(200)));
    }
}

#[wasm_bindgen_test]
async fn the_later_revisions_wrapper_is_taken_off() {
    let sandbox = Sandbox::find().await;
    sandbox
        .order(json!({"status": 201, "body": {"data": {"id": 7, "lead_id": LEAD, "new": [1]}}}))
        .await;
    let answer = send(&create(&sandbox, &Sandbox::new_number()), &token()).await.expect("201");
    assert_eq!((field(&answer, "id"), field(&answer, "new")), ("7".into(), "[1]".into()));
}

#[wasm_bindgen_test]
async fn basic_credentials_are_sent_as_they_are() {
    let sandbox = Sandbox::find().await;
    let mut save = create(&sandbox, &Sandbox::new_number());
    save.scheme = Scheme::Basic;
    // user:sandbox-token
    let basic = Credentials::Token(Token::new("dXNlcjpzYW5kYm94LXRva2Vu").expect("a token"));
    send(&save, &basic).await.expect("201");
}

#[wasm_bindgen_test]
async fn a_token_function_is_asked_again_after_a_401_and_once() {
    let sandbox = Sandbox::find().await;
    let save = create(&sandbox, &Sandbox::new_number());
    let asked = js_sys::Array::new();
    let function = Function::new_with_args(
        "asked, request",
        "asked.push(request.reason);
         return Promise.resolve(request.reason === 'initial' ? 'old' : 'sandbox-token')",
    )
    .bind1(&wasm_bindgen::JsValue::UNDEFINED, &asked);
    send(&save, &Credentials::Function(function.unchecked_into())).await.expect("201");
    assert_eq!(asked.join(" "), "initial unauthenticated");
    assert_eq!(sandbox.requests().await.len(), 2);

    let always_old = Function::new_no_args("return 'old'");
    let refused = send(&save, &Credentials::Function(always_old)).await.expect_err("401");
    assert_eq!(refused.kind, Kind::Unauthenticated);
    assert_eq!(sandbox.requests().await.len(), 4);
}

#[wasm_bindgen_test]
async fn a_token_that_cannot_be_sent_sends_nothing() {
    let sandbox = Sandbox::find().await;
    let save = create(&sandbox, &Sandbox::new_number());
    for function in [
        "throw new Error('no')",
        "return Promise.reject('no')",
        "return 'a\\nb'",
        "return null",
        "return {}",
    ] {
        let credentials = Credentials::Function(Function::new_no_args(function));
        let refused = send(&save, &credentials).await.expect_err(function);
        assert_eq!(refused, Failure::unanswered(Kind::Configuration), "{function}");
    }
    assert_eq!(sandbox.requests().await.len(), 0);
}
