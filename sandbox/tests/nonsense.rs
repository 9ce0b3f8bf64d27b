//! Whatever is sent, the answer is one that the API has.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking, in its helpers too")]

mod common;

use std::sync::LazyLock;

use axum::{Router, body::Body};
use common::{call, order, router, router_2020, send};
use proptest::{
    collection::vec,
    prelude::{Just, Strategy, any, prop_assert, prop_oneof},
    test_runner::{Config, TestRunner},
};
use serde_json::{Map, Value, json};
use tokio::runtime::Runtime;

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().unwrap());

fn config() -> Config {
    // A failure shrinks to a case for a test of its own, so none needs a file of regressions.
    Config { cases: 400, failure_persistence: None, ..Config::default() }
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![".*", "\\+[0-9]{0,18}", "\\+1(514|418)[0-9]{7}", Just("work".into())]
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        Just(json!(3387562)),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            vec((".*", inner), 0..4)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

/// Objects with the API's fields, each with anything in it, so that some get far.
fn object(mut fields: Vec<&'static str>) -> impl Strategy<Value = Value> {
    fields.push("unknown");
    vec((proptest::sample::select(fields), value()), 0..6).prop_map(|entries| {
        let entries = entries.into_iter().map(|(field, value)| (field.to_owned(), value));
        Value::Object(entries.collect::<Map<_, _>>())
    })
}

fn phone() -> impl Strategy<Value = Value> {
    object(vec!["lead_id", "number", "extension", "mobile", "type"])
}

fn assert_answers(strategy: impl Strategy<Value = Vec<u8>>) {
    let routers: [Router; 2] = [router(), router_2020()];
    for router in &routers {
        let first = json!({"lead_id": 3387562, "number": "+15145550123"});
        RUNTIME.block_on(common::create(router, first));
    }
    let requests = [("POST", "/api/v2/lead-phones"), ("PUT", "/api/v2/lead-phones/34566")];
    let known = [200, 201, 400, 403, 413, 422];
    TestRunner::new(config())
        .run(&strategy, |body| {
            for router in &routers {
                for (method, path) in requests {
                    let request =
                        common::request(method, path).body(Body::from(body.clone())).unwrap();
                    let answer = RUNTIME.block_on(send(router, request));
                    prop_assert!(known.contains(&answer.status.as_u16()), "{}", answer.status);
                    prop_assert!(answer.json().is_object());
                }
            }
            Ok(())
        })
        .unwrap();
}

#[test]
fn any_bytes() {
    assert_answers(vec(any::<u8>(), 0..200));
}

#[test]
fn any_json() {
    assert_answers(value().prop_map(|value| value.to_string().into_bytes()));
}

#[test]
fn any_fields() {
    assert_answers(phone().prop_map(|value| value.to_string().into_bytes()));
}

#[test]
fn json_cut_anywhere() {
    let cut = (phone(), any::<proptest::sample::Index>()).prop_map(|(value, index)| {
        let mut bytes = value.to_string().into_bytes();
        bytes.truncate(index.index(bytes.len()));
        bytes
    });
    assert_answers(cut);
}

#[test]
fn very_deep_json() {
    let body = "[".repeat(30_000);
    let answer = RUNTIME.block_on(call(&router(), "POST", "/api/v2/lead-phones", body));
    assert_eq!(answer.status, 400);
}

#[test]
fn any_id() {
    let router = router();
    TestRunner::new(config())
        .run(&vec(any::<u8>(), 1..20), |bytes| {
            let id: String = bytes.iter().map(|byte| format!("%{byte:02X}")).collect();
            let path = format!("/api/v2/lead-phones/{id}");
            let answer = RUNTIME.block_on(call(&router, "PUT", &path, "{}"));
            prop_assert!([200, 404].contains(&answer.status.as_u16()), "{}", answer.status);
            Ok(())
        })
        .unwrap();
}

#[test]
fn any_order() {
    let router = router();
    let fields = ["times", "status", "headers", "body", "cut", "after", "cors"];
    TestRunner::new(config())
        .run(&object(fields.into()), |fault| {
            let answer = RUNTIME.block_on(call(&router, "POST", "/sandbox/faults", fault));
            prop_assert!([201, 400].contains(&answer.status.as_u16()), "{}", answer.status);
            RUNTIME.block_on(call(&router, "DELETE", "/sandbox/faults", ""));
            Ok(())
        })
        .unwrap();
    RUNTIME.block_on(order(&router, json!({})));
}
