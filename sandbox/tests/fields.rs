//! What a request's fields may be, and what becomes of them.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking, in its helpers too")]

mod common;

use common::{LEAD, call, create, new_phone, phones, router, router_2020, update};
use serde_json::{Value, json};

async fn errors(body: Value) -> Value {
    let answer = create(&router(), body).await;
    assert_eq!(answer.status, 422, "{}", answer.text);
    answer.json()["errors"].clone()
}

/// A new phone with another value in one field.
fn with(field: &str, value: Value) -> Value {
    let mut body = new_phone("+15145550123");
    body[field] = value;
    body
}

#[tokio::test]
async fn every_faulty_field_is_in_one_answer() {
    assert_eq!(
        errors(json!({"lead_id": 1, "number": "x", "extension": "1", "mobile": "no"})).await,
        json!({
            "lead_id": ["The selected lead_id is invalid."],
            "number": ["The number format is invalid."],
            "extension": ["The extension must be an integer."],
            "mobile": ["The mobile field must be true or false."],
        })
    );
    assert_eq!(
        errors(json!({})).await,
        json!({
            "lead_id": ["The field lead_id is required."],
            "number": ["The field number is required."],
        })
    );
}

#[tokio::test]
async fn a_lead_is_an_integer_that_exists() {
    for missing in [Value::Null, json!("")] {
        let errors = errors(with("lead_id", missing)).await;
        assert_eq!(errors, json!({"lead_id": ["The field lead_id is required."]}));
    }
    for unknown in [json!(0), json!(-1), json!(i64::MAX), json!(u64::MAX)] {
        let errors = errors(with("lead_id", unknown)).await;
        assert_eq!(errors, json!({"lead_id": ["The selected lead_id is invalid."]}));
    }
    for other in [json!("3387562"), json!(3387562.5), json!(true), json!([]), json!({})] {
        let errors = errors(with("lead_id", other)).await;
        assert_eq!(errors, json!({"lead_id": ["The lead_id must be an integer."]}));
    }
}

#[tokio::test]
async fn a_number_is_e164_and_possible() {
    for missing in [Value::Null, json!("")] {
        let errors = errors(with("number", missing)).await;
        assert_eq!(errors, json!({"number": ["The field number is required."]}));
    }
    for other in [json!(15145550123_i64), json!(false), json!(["+15145550123"])] {
        let errors = errors(with("number", other)).await;
        assert_eq!(errors, json!({"number": ["The number must be a string."]}));
    }
    let faulty = [
        "15145550123",             // no plus
        "+1 514 555 0123",         // spaces
        "+1-514-555-0123",         // hyphens
        "+15145550123 ",           // a space at the end
        "+15145550123\u{0}",       // a NUL
        "+15145550123;ext=5",      // an extension
        "+１５１４５５５０１２３", // digits, but not ASCII
        "+",                       // nothing
        "+0445550123",             // no calling code begins with 0
        "+9995550123",             // a calling code that is not in use
        "+1514555012",             // too short
        "+5550123",                // the area code is missing
        "+1514555012345",          // too long for its plan
        "+1234567890123456",       // too long for E.164
        "tel:+15145550123",        // a URI
    ];
    for number in faulty {
        let errors = errors(with("number", number.into())).await;
        assert_eq!(errors, json!({"number": ["The number format is invalid."]}), "{number:?}");
    }
}

#[tokio::test]
async fn valid_is_of_the_number() {
    let router = router();
    for (number, valid) in [
        ("+15145550123", true),
        ("+15141234455", false), // no exchange begins with 1
        ("+33612345678", true),
        ("+390612345678", true), // the zero belongs to the number
    ] {
        let answer = create(&router, new_phone(number)).await;
        assert_eq!(answer.status, 201, "{number}: {}", answer.text);
        assert_eq!(answer.json()["number"], number);
        assert_eq!(answer.json()["valid"], valid, "{number}");
    }
}

#[tokio::test]
async fn valid_follows_the_number() {
    let router = router();
    let id = create(&router, new_phone("+15141234455")).await.json()["id"].as_i64().unwrap();
    let answer = update(&router, id, json!({"number": "+15145550123"})).await;
    assert_eq!(answer.json()["valid"], true);
    let answer = update(&router, id, json!({"mobile": true})).await;
    assert_eq!(answer.json()["valid"], true);
}

#[tokio::test]
async fn an_extension_is_an_integer_or_null() {
    for other in [json!("555"), json!(5.5), json!(true), json!([5]), json!(u64::MAX)] {
        let errors = errors(with("extension", other)).await;
        assert_eq!(errors, json!({"extension": ["The extension must be an integer."]}));
    }
    let largest = 9007199254740991_i64;
    let answer = create(&router(), with("extension", largest.into())).await;
    assert_eq!(answer.json()["extension"], largest);
}

#[tokio::test]
async fn mobile_is_a_boolean() {
    for other in [Value::Null, json!("true"), json!(1), json!({})] {
        let errors = errors(with("mobile", other)).await;
        assert_eq!(errors, json!({"mobile": ["The mobile field must be true or false."]}));
    }
}

#[tokio::test]
async fn optional_fields_may_be_missing_and_unknown_ones_are_ignored() {
    let body = json!({"lead_id": LEAD, "number": "+15145550123", "id": 7, "valid": 3, "x": {}});
    let answer = create(&router(), body).await;
    assert_eq!(answer.status, 201);
    assert_eq!(answer.json()["extension"], Value::Null);
    assert_eq!(answer.json()["mobile"], false);
}

#[tokio::test]
async fn an_update_changes_only_what_is_there() {
    let router = router();
    let body = json!({"lead_id": LEAD, "number": "+15145550123", "extension": 5, "mobile": true});
    let id = create(&router, body).await.json()["id"].as_i64().unwrap();
    let expect = |answer: Value, number, extension: Value, mobile| {
        assert_eq!(answer["number"], number);
        assert_eq!(answer["extension"], extension);
        assert_eq!(answer["mobile"], mobile);
    };
    let answer = update(&router, id, json!({})).await.json();
    expect(answer, "+15145550123", json!(5), true);
    let answer = update(&router, id, json!({"extension": null})).await.json();
    expect(answer, "+15145550123", Value::Null, true);
    let answer = update(&router, id, json!({"number": "+15145550124", "lead_id": 1})).await;
    expect(answer.json(), "+15145550124", Value::Null, true);
    let answer = update(&router, id, json!({"mobile": false})).await.json();
    expect(answer, "+15145550124", Value::Null, false);
    let kept = &phones(&router).await[0];
    expect(kept.clone(), "+15145550124", Value::Null, false);
}

#[tokio::test]
async fn a_faulty_update_changes_nothing() {
    let router = router();
    let id = create(&router, new_phone("+15145550123")).await.json()["id"].as_i64().unwrap();
    let before = phones(&router).await;
    let answer = update(&router, id, json!({"extension": 7, "number": null, "mobile": 1})).await;
    assert_eq!(
        answer.json()["errors"],
        json!({
            "number": ["The field number is required."],
            "mobile": ["The mobile field must be true or false."],
        })
    );
    assert_eq!(phones(&router).await, before);
}

#[tokio::test]
async fn duplicates_are_of_one_lead() {
    let router = router();
    let id = create(&router, new_phone("+15145550123")).await.json()["id"].as_i64().unwrap();
    let own = update(&router, id, json!({"number": "+15145550123", "extension": 1})).await;
    assert_eq!(own.status, 200, "its own number is no duplicate");
    let mut other_lead = new_phone("+15145550123");
    other_lead["lead_id"] = 3387563.into();
    assert_eq!(create(&router, other_lead).await.status, 201);
}

#[tokio::test]
async fn a_body_is_a_json_object() {
    for body in ["", " ", "{", "{\"a\":1,}", "nonsense", "\u{feff}{}", "{\"a\":\"\\ud800\"}"] {
        let answer = call(&router(), "POST", "/api/v2/lead-phones", body).await;
        assert_eq!(answer.status, 400, "{body}");
        assert!(answer.json()["message"].as_str().unwrap().starts_with("The request body is"));
    }
    for body in ["[]", "null", "1", "\"{}\"", "true"] {
        let (status, json) = call(&router(), "PUT", "/api/v2/lead-phones/1", body).await.parts();
        assert_eq!(status, 400);
        assert_eq!(json, json!({"message": "The request body is JSON, but not an object."}));
    }
}

#[tokio::test]
async fn the_later_revision_wraps_and_has_a_type() {
    let router = router_2020();
    let body = json!({"lead_id": LEAD, "number": "+15145550123", "type": "work", "mobile": true});
    let (status, mut answer) = create(&router, body).await.parts();
    assert_eq!(status, 201);
    let data = answer["data"].as_object_mut().unwrap();
    let fields: Vec<_> = data.keys().cloned().collect();
    let order =
        ["id", "created_at", "extension", "lead_id", "number", "type", "updated_at", "valid"];
    assert_eq!(fields, order);
    assert_eq!((&data["lead_id"], &data["type"]), (&json!(LEAD), &json!("work")));
    let id = data["id"].as_i64().unwrap();

    let answer = update(&router, id, json!({"extension": 3})).await.json();
    assert_eq!(
        (&answer["data"]["type"], &answer["data"]["extension"]),
        (&json!("work"), &json!(3))
    );
    let answer = update(&router, id, json!({"type": null})).await.json();
    assert_eq!(answer["data"]["type"], Value::Null);
    for faulty in [json!("fax"), json!("Work"), json!(1), json!("")] {
        let answer = update(&router, id, json!({"type": faulty})).await;
        let errors = json!({"type": ["The selected type is invalid."]});
        assert_eq!((answer.status.as_u16(), &answer.json()["errors"]), (422, &errors));
    }
    let duplicate = create(&router, new_phone("+15145550123")).await;
    assert_eq!(duplicate.parts(), (403, json!({"message": "Duplicate phone."})));
}
