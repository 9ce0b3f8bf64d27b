//! Who gets in, from where, with how much, and what is at no path.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking, in its helpers too")]

mod common;

use axum::{body::Body, http::Request};
use base64::{Engine, engine::general_purpose::STANDARD};
use common::{Answer, call, create, new_phone, options, order, router, send};
use lead_phone_sandbox::{Error, Sandbox};
use serde_json::{Value, json};
use tower::ServiceExt;

const PATH: &str = "/api/v2/lead-phones";

async fn with_authorization(token: &str, authorization: &str) -> u16 {
    let router = Sandbox::open(options().with_token(token)).unwrap().router();
    let request = Request::post(PATH)
        .header("authorization", authorization.as_bytes())
        .body(Body::from("{}"))
        .unwrap();
    send(&router, request).await.status.as_u16()
}

fn basic(pair: &str) -> String {
    format!("Basic {}", STANDARD.encode(pair))
}

#[tokio::test]
async fn the_token_lets_in() {
    // 422: past the door.
    assert_eq!(with_authorization("t", "Bearer t").await, 422);
    assert_eq!(with_authorization("t", "bEARER  t ").await, 422);
    assert_eq!(with_authorization("t", &basic("anyone:t")).await, 422);
    assert_eq!(with_authorization("t", &basic(":t")).await, 422);
    assert_eq!(with_authorization("a:b é", &basic("user:a:b é")).await, 422);
    assert_eq!(with_authorization("é", "Bearer é").await, 422);
    let lower = basic("x:t").replace("Basic", "basic");
    assert_eq!(with_authorization("t", &lower).await, 422);
}

#[tokio::test]
async fn nothing_else_does() {
    let pair_without_colon = basic("t");
    let other_password = basic("t:u");
    for authorization in [
        "",
        "t",
        "Bearer",
        "Bearer ",
        "Bearer T",
        "Bearer tt",
        "Bearer t t",
        "Basic t",
        "Basic !!!",
        "Digest t",
        &pair_without_colon,
        &other_password,
    ] {
        assert_eq!(with_authorization("t", authorization).await, 401, "{authorization}");
    }
}

#[test]
fn an_empty_token_is_refused() {
    let error = Sandbox::open(options().with_token("")).map(drop).unwrap_err();
    assert!(matches!(error, Error::EmptyToken));
}

#[test]
fn options_do_not_show_the_token() {
    assert!(!format!("{:?}", options().with_token("secret")).contains("secret"));
}

#[tokio::test]
async fn the_token_comes_before_all_else() {
    for (method, path) in
        [("GET", PATH), ("PUT", "/api/v2/lead-phones/x"), ("GET", "/api/v2/x"), ("OPTIONS", PATH)]
    {
        let body = Body::from("x".repeat(100_000));
        let request = Request::builder().method(method).uri(path).body(body).unwrap();
        let answer = send(&router(), request).await;
        assert_eq!(
            answer.parts(),
            (401, json!({"message": "Unauthenticated."})),
            "{method} {path}"
        );
    }
}

#[tokio::test]
async fn other_paths_are_not_found() {
    for path in
        ["/api/v2", "/api/v2/", "/api/v2/leads", "/api/v2/lead-phones/", "/api/v2/lead-phones/1/2"]
    {
        let answer = call(&router(), "PUT", path, "{}").await;
        assert_eq!(answer.parts(), (404, json!({"message": "Not found."})), "{path}");
    }
    // What is not the sandbox's is left as it is.
    let elsewhere = call(&router(), "GET", "/", "").await;
    assert_eq!(elsewhere.status, 404);
    assert_eq!(elsewhere.header("access-control-allow-origin"), None);
}

#[tokio::test]
async fn a_host_program_keeps_its_own_paths() {
    let own = axum::Router::new().fallback(async || "own");
    let router = own.merge(router());
    let answer = call(&router, "GET", "/index.html", "").await;
    assert_eq!((answer.text.as_str(), answer.headers.len()), ("own", 2), "no CORS, no more");
    assert_eq!(call(&router, "GET", "/api/v2/x", "").await.status, 404);
}

async fn preflight(path: &str) -> Answer {
    let request = Request::options(path)
        .header("origin", "https://dealer.example")
        .header("access-control-request-method", "POST")
        .header("access-control-request-headers", "authorization,content-type")
        .body(Body::empty())
        .unwrap();
    send(&router(), request).await
}

#[tokio::test]
async fn a_preflight_needs_no_token() {
    for path in [PATH, "/api/v2/lead-phones/34566", "/api/v2/x", "/sandbox/faults"] {
        let answer = preflight(path).await;
        assert_eq!(answer.status, 204, "{path}");
        assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
        assert_eq!(answer.header("access-control-allow-methods"), Some("GET, POST, PUT, DELETE"));
        assert_eq!(
            answer.header("access-control-allow-headers"),
            Some("Authorization, Content-Type, Accept")
        );
        assert!(answer.header("access-control-max-age").is_some());
        assert_eq!(answer.header("access-control-allow-credentials"), None);
        assert_eq!(answer.text, "");
    }
}

#[tokio::test]
async fn every_answer_can_be_read_from_any_origin() {
    let router = router();
    let answers = [
        create(&router, new_phone("+15145550123")).await,
        create(&router, new_phone("+15145550123")).await,
        create(&router, json!([])).await,
        call(&router, "GET", PATH, "").await,
        call(&router, "GET", "/api/v2/x", "").await,
        send(&router, Request::post(PATH).body(Body::empty()).unwrap()).await,
        call(&router, "GET", "/sandbox/leads", "").await,
    ];
    let statuses: Vec<_> = answers.iter().map(|answer| answer.status.as_u16()).collect();
    assert_eq!(statuses, [201, 403, 400, 405, 404, 401, 200]);
    for answer in answers {
        assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
        assert_eq!(answer.header("access-control-expose-headers"), Some("Retry-After"));
    }
}

#[tokio::test]
async fn a_body_has_a_limit() {
    let router = router();
    let mut body = new_phone("+15145550123");
    body["note"] = Value::String(String::new());
    let room = 64 * 1024 - body.to_string().len();
    body["note"] = "x".repeat(room + 1).into();
    let answer = create(&router, body.clone()).await;
    assert_eq!(answer.parts(), (413, json!({"message": "The request body is too large."})));
    body["note"] = "x".repeat(room).into();
    assert_eq!(create(&router, body).await.status, 201);
}

#[tokio::test]
async fn the_content_type_does_not_matter() {
    let router = router();
    for (number, content_type) in [("+15145550123", "text/plain"), ("+15145550124", "a/b; c=\"")] {
        let request = common::request("POST", PATH)
            .header("content-type", content_type)
            .body(Body::from(new_phone(number).to_string()))
            .unwrap();
        assert_eq!(send(&router, request).await.status, 201);
    }
}

#[tokio::test]
async fn leads_are_listed_with_their_phones() {
    let router = router();
    create(&router, new_phone("+15145550123")).await;
    let request = Request::get("/sandbox/leads").body(Body::empty()).unwrap();
    let leads = send(&router, request).await.json();
    let leads = leads.as_array().unwrap();
    assert!(leads.len() >= 8);
    for lead in leads {
        let fields: Vec<_> = lead.as_object().unwrap().keys().cloned().collect();
        assert_eq!(fields, ["id", "first_name", "last_name", "source", "vehicle", "phones"]);
        let phones = lead["phones"].as_array().unwrap();
        assert!(phones.is_sorted_by_key(|phone| phone["id"].as_i64()));
        for phone in phones {
            let fields: Vec<_> = phone.as_object().unwrap().keys().cloned().collect();
            assert_eq!(
                fields,
                [
                    "id",
                    "created_at",
                    "extension",
                    "mobile",
                    "type",
                    "number",
                    "updated_at",
                    "valid"
                ]
            );
            assert_eq!(phone["valid"], true);
        }
    }
    assert!(leads.iter().any(|lead| lead["id"] != common::LEAD && lead["phones"] != json!([])));
    assert_eq!(common::phones(&router).await[0]["number"], "+15145550123");
}

/// What is there at first has gone through what everything else has to.
#[tokio::test]
async fn seeded_phones_are_valid() {
    let router = router();
    let leads = call(&router, "GET", "/sandbox/leads", "").await.json();
    for phone in
        leads.as_array().unwrap().iter().flat_map(|lead| lead["phones"].as_array().unwrap())
    {
        let answer = create(&router, new_phone(phone["number"].as_str().unwrap())).await;
        assert_eq!((answer.status.as_u16(), &answer.json()["valid"]), (201, &json!(true)));
    }
}

#[tokio::test]
async fn requests_are_listed_without_what_is_secret() {
    let router = router();
    create(&router, new_phone("+15145550123")).await;
    call(&router, "GET", "/api/v2/lead-phones?number=%2B15145550123", "").await;
    order(&router, json!({"drop": true})).await;
    let dropped = common::request("POST", PATH).body(Body::empty()).unwrap();
    _ = router.clone().oneshot(dropped).await.unwrap();
    let expected = json!({"count": 3, "requests": [
        {"method": "POST", "path": PATH, "status": 201},
        {"method": "GET", "path": PATH, "status": 405},
        {"method": "POST", "path": PATH, "status": null},
    ]});
    assert_eq!(call(&router, "GET", "/sandbox/requests", "").await.json(), expected);

    assert_eq!(call(&router, "DELETE", "/sandbox/requests", "").await.status, 204);
    for _ in 0..201 {
        call(&router, "GET", PATH, "").await;
    }
    let listed = call(&router, "GET", "/sandbox/requests", "").await.json();
    assert_eq!(listed["count"], 201);
    assert_eq!(listed["requests"].as_array().unwrap().len(), 200);
}
