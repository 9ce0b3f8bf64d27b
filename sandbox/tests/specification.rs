//! Every example of the API's specification, replayed.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking, in its helpers too")]

mod common;

use axum::body::Body;
use axum::http::Request;
use common::{Answer, LEAD, call, create, new_phone, router, send, update};
use serde_json::{Value, json};

/// The specification's example bodies.
fn create_body() -> Value {
    json!({"lead_id": 3387562, "extension": 555, "mobile": false, "number": "+15141234455"})
}

fn update_body() -> Value {
    json!({"extension": null, "mobile": true, "number": "+15141234459"})
}

/// A phone of the specification: its fields in their order, what varies by shape, the rest as
/// `expected` says.
fn assert_phone(answer: &Answer, expected: Value) {
    let phone = answer.json();
    let fields: Vec<_> = phone.as_object().unwrap().keys().map(String::as_str).collect();
    let order =
        ["id", "created_at", "extension", "lead", "mobile", "number", "updated_at", "valid"];
    assert_eq!(fields, order);
    assert!(phone["id"].as_i64().unwrap() > 0);
    assert_time(&phone["created_at"]);
    assert_time(&phone["updated_at"]);
    assert!(phone["valid"].is_boolean());
    let lead = phone["lead"].as_object().unwrap();
    assert_eq!(lead.keys().next().unwrap(), "id");
    assert!(lead.len() > 1, "a lead has more than its id");
    for (field, value) in expected.as_object().unwrap() {
        assert_eq!(&phone[field], value, "{field}");
    }
    assert_eq!(lead["id"], LEAD);
    assert_eq!(lead["last_name"], "Tremblay");
}

/// `2018-04-09T18:05:00+00:00`
fn assert_time(value: &Value) {
    let shape: String =
        value.as_str().unwrap().chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    assert_eq!(shape, "0000-00-00T00:00:00+00:00");
}

fn assert_json(answer: &Answer, status: u16, body: Value) {
    assert_eq!(answer.parts(), (status, body));
    assert_eq!(answer.header("content-type"), Some("application/json"));
}

fn without_token(method: &str, path: &str, body: Value) -> Request<Body> {
    Request::builder().method(method).uri(path).body(Body::from(body.to_string())).unwrap()
}

#[tokio::test]
async fn create_201() {
    let answer = create(&router(), create_body()).await;
    assert_eq!(answer.status, 201);
    assert_phone(&answer, json!({"extension": 555, "mobile": false, "number": "+15141234455"}));
    assert_eq!(answer.json()["id"], 34566, "the first phone is the specification's");
    assert_eq!(answer.json()["created_at"], answer.json()["updated_at"]);
}

#[tokio::test]
async fn create_401() {
    let request = without_token("POST", "/api/v2/lead-phones", create_body());
    let answer = send(&router(), request).await;
    assert_json(&answer, 401, json!({"message": "Unauthenticated."}));
}

#[tokio::test]
async fn create_403() {
    let router = router();
    create(&router, create_body()).await;
    let answer = create(&router, create_body()).await;
    assert_json(&answer, 403, json!({"message": "Duplicate phone."}));
}

/// In the specification this one is not JSON, by a slip: the braces are missing.
#[tokio::test]
async fn create_405() {
    for method in ["GET", "PUT", "PATCH", "DELETE", "OPTIONS"] {
        let answer = call(&router(), method, "/api/v2/lead-phones", create_body()).await;
        assert_json(&answer, 405, json!({"message": "Method not allowed."}));
        assert_eq!(answer.header("allow"), Some("POST"));
    }
}

#[tokio::test]
async fn create_422() {
    let mut body = create_body();
    body.as_object_mut().unwrap().remove("lead_id");
    let expected = json!({
        "message": "The given data was invalid.",
        "errors": {"lead_id": ["The field lead_id is required."]}
    });
    assert_json(&create(&router(), body).await, 422, expected);
}

#[tokio::test]
async fn update_200() {
    let router = router();
    let id = create(&router, create_body()).await.json()["id"].as_i64().unwrap();
    let answer = update(&router, id, update_body()).await;
    assert_eq!(answer.status, 200);
    let expected = json!({
        "id": id, "extension": null, "mobile": true, "number": "+15141234459", "valid": false
    });
    assert_phone(&answer, expected);
}

#[tokio::test]
async fn update_401() {
    let answer =
        send(&router(), without_token("PUT", "/api/v2/lead-phones/34566", update_body())).await;
    assert_json(&answer, 401, json!({"message": "Unauthenticated."}));
}

#[tokio::test]
async fn update_403() {
    let router = router();
    let id = create(&router, create_body()).await.json()["id"].as_i64().unwrap();
    create(&router, new_phone("+15141234459")).await;
    let answer = update(&router, id, update_body()).await;
    assert_json(&answer, 403, json!({"message": "Duplicate phone."}));
}

#[tokio::test]
async fn update_404() {
    let router = router();
    create(&router, create_body()).await;
    for id in ["34567", "0", "-1", "+34566", "34566.0", "x", "1.0", "%FF", "99999999999999999999"] {
        let path = format!("/api/v2/lead-phones/{id}");
        let answer = call(&router, "PUT", &path, update_body()).await;
        assert_json(&answer, 404, json!({"message": "No query results for model LeadPhone."}));
    }
}

#[tokio::test]
async fn update_405() {
    for method in ["GET", "POST", "PATCH", "DELETE", "OPTIONS"] {
        let answer = call(&router(), method, "/api/v2/lead-phones/1", update_body()).await;
        assert_json(&answer, 405, json!({"message": "Method not allowed."}));
        assert_eq!(answer.header("allow"), Some("PUT"));
    }
}

#[tokio::test]
async fn update_422() {
    let router = router();
    let id = create(&router, create_body()).await.json()["id"].as_i64().unwrap();
    let mut body = update_body();
    body["number"] = "514 123-4459".into();
    let expected = json!({
        "message": "The given data was invalid.",
        "errors": {"number": ["The number format is invalid."]}
    });
    assert_json(&update(&router, id, body).await, 422, expected);
}
