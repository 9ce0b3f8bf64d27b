//! Every fault that can be ordered. Over TCP where it is about the connection.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking, in its helpers too")]

mod common;

use std::time::{Duration, Instant};

use axum::{body::Body, http::Request};
use common::{
    Server, call, create, exchange, new_phone, order, patiently, phones, raw_create, read_to_end,
    router, sandbox, send, wait_for_requests,
};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

const NUMBER: &str = "+15145550123";

async fn pending(router: &axum::Router) -> Value {
    call(router, "GET", "/sandbox/faults", "").await.json()
}

#[tokio::test]
async fn status_headers_and_body() {
    let router = router();
    let fault = json!({
        "status": 503, "headers": {"Retry-After": "2", "x-a": "b"}, "body": "{\"cut off\": "
    });
    order(&router, fault).await;
    let answer = create(&router, new_phone(NUMBER)).await;
    assert_eq!((answer.status.as_u16(), answer.text.as_str()), (503, "{\"cut off\": "));
    assert_eq!(answer.header("retry-after"), Some("2"));
    assert_eq!(answer.header("x-a"), Some("b"));
    assert_eq!(answer.header("content-type"), Some("text/plain; charset=utf-8"));
    assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
    assert_eq!(answer.header("access-control-expose-headers"), Some("Retry-After"));
    assert_eq!(phones(&router).await, [] as [Value; 0], "nothing was done");
    assert_eq!(create(&router, new_phone(NUMBER)).await.status, 201, "it was for one answer");
}

#[tokio::test]
async fn a_body_that_is_not_text_is_sent_as_json() {
    let router = router();
    for body in [json!({"z": 1, "a": [2]}), json!(null), json!([]), json!(7)] {
        order(&router, json!({"body": body})).await;
        let answer = create(&router, new_phone(NUMBER)).await;
        assert_eq!((answer.status.as_u16(), &answer.text), (200, &body.to_string()));
        assert_eq!(answer.header("content-type"), Some("application/json"));
    }
    order(&router, json!({"headers": {"content-type": "text/html"}, "body": "<p>"})).await;
    let answer = create(&router, new_phone(NUMBER)).await;
    assert_eq!(answer.header("content-type"), Some("text/html"));
    order(&router, json!({"status": 204})).await;
    let answer = create(&router, new_phone(NUMBER)).await;
    assert_eq!((answer.status.as_u16(), answer.text.as_str()), (204, ""));
}

#[tokio::test]
async fn headers_alone_are_added_to_the_real_answer() {
    let router = router();
    order(&router, json!({"headers": {"retry-after": "9"}})).await;
    let answer = create(&router, new_phone(NUMBER)).await;
    assert_eq!((answer.status.as_u16(), answer.header("retry-after")), (201, Some("9")));
}

#[tokio::test]
async fn orders_are_carried_out_in_turn_and_listed_and_cleared() {
    let router = router();
    let answer = order(&router, json!({"times": 2, "status": 500})).await;
    assert_eq!(answer.json(), json!([{"times": 2, "status": 500}]));
    order(&router, json!({"status": 502})).await;
    let mut statuses = Vec::new();
    for _ in 0..2 {
        statuses.push(create(&router, new_phone(NUMBER)).await.status.as_u16());
    }
    assert_eq!(pending(&router).await, json!([{"status": 502, "times": 1}]));
    // Neither a preflight nor the sandbox's own answers count.
    let preflight = Request::options("/api/v2/lead-phones")
        .header("access-control-request-method", "POST")
        .body(Body::empty())
        .unwrap();
    assert_eq!(send(&router, preflight).await.status, 204);
    assert_eq!(call(&router, "GET", "/sandbox/leads", "").await.status, 200);
    // One without a token does.
    let request = Request::post("/api/v2/lead-phones").body(Body::empty()).unwrap();
    statuses.push(send(&router, request).await.status.as_u16());
    assert_eq!(statuses, [500, 500, 502]);
    assert_eq!(pending(&router).await, json!([]));

    order(&router, json!({"times": 1000, "status": 500})).await;
    assert_eq!(call(&router, "DELETE", "/sandbox/faults", "").await.status, 204);
    assert_eq!(pending(&router).await, json!([]));
    assert_eq!(create(&router, new_phone(NUMBER)).await.status, 201);
}

#[tokio::test]
async fn after_does_the_work_and_says_otherwise() {
    let router = router();
    order(&router, json!({"status": 502, "after": true, "body": "<html>"})).await;
    let answer = create(&router, new_phone(NUMBER)).await;
    assert_eq!((answer.status.as_u16(), answer.text.as_str()), (502, "<html>"));
    assert_eq!(phones(&router).await[0]["number"], NUMBER);
    assert_eq!(create(&router, new_phone(NUMBER)).await.status, 403);
}

#[tokio::test]
async fn without_cors() {
    let router = router();
    order(&router, json!({"times": 2, "cors": false})).await;
    for _ in 0..2 {
        let answer = create(&router, new_phone(NUMBER)).await;
        assert_eq!(answer.header("access-control-allow-origin"), None);
        assert_eq!(answer.header("access-control-expose-headers"), None);
    }
    let answer = create(&router, new_phone(NUMBER)).await;
    assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
}

#[tokio::test]
async fn a_delay_alone_delays_the_real_answer() {
    let router = router();
    order(&router, json!({"delay": 50})).await;
    let start = Instant::now();
    assert_eq!(create(&router, new_phone(NUMBER)).await.status, 201);
    assert!(start.elapsed() >= Duration::from_millis(50));
}

/// Without `after`, what the client did not wait for was not done; with it, it was.
#[tokio::test]
async fn a_client_that_leaves_during_a_delay() {
    for (after, kept) in [(false, 0), (true, 1)] {
        let server = Server::start(&sandbox()).await;
        order(&server.router, json!({"delay": 600_000, "after": after})).await;
        let mut stream = server.connect().await;
        stream.write_all(raw_create(NUMBER).as_bytes()).await.unwrap();
        wait_for_requests(&server.router, 1).await;
        patiently(async {
            while phones(&server.router).await.len() < kept {
                tokio::task::yield_now().await;
            }
        })
        .await;
        drop(stream);
        // The server ends once no request is in flight: the one above is given up.
        let router = server.router.clone();
        patiently(server.stop()).await.unwrap().unwrap();
        assert_eq!(phones(&router).await.len(), kept);
    }
}

#[tokio::test]
async fn a_dropped_connection_ends_without_an_answer() {
    for (after, kept) in [(false, 0), (true, 1)] {
        let server = Server::start(&sandbox()).await;
        order(&server.router, json!({"drop": true, "after": after})).await;
        let mut stream = server.connect().await;
        assert_eq!(exchange(&mut stream, &raw_create(NUMBER)).await, "");
        assert_eq!(phones(&server.router).await.len(), kept);
        let next = first_answer(&server).await;
        assert!(next.starts_with(if after { "HTTP/1.1 403" } else { "HTTP/1.1 201" }), "{next}");
    }
}

/// On a connection that has answered before, too.
#[tokio::test]
async fn a_connection_in_use_is_dropped() {
    let server = Server::start(&sandbox()).await;
    let mut stream = server.connect().await;
    stream.write_all(raw_create(NUMBER).as_bytes()).await.unwrap();
    let mut first = [0; 12];
    stream.read_exact(&mut first).await.unwrap();
    assert_eq!(&first, b"HTTP/1.1 201");
    order(&server.router, json!({"drop": true})).await;
    let rest = exchange(&mut stream, &raw_create(NUMBER)).await;
    assert!(!rest.contains("HTTP/1.1"), "{rest}");
    assert!(rest.ends_with('}'), "the first answer is whole: {rest}");
}

#[tokio::test]
async fn a_cut_body_is_short_of_its_length() {
    let server = Server::start(&sandbox()).await;
    let body = "0123456789".repeat(2000);
    order(&server.router, json!({"cut": true, "status": 500, "body": body})).await;
    order(&server.router, json!({"cut": true})).await;

    let answer = exchange(&mut server.connect().await, &raw_create(NUMBER)).await;
    let (head, cut) = answer.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("HTTP/1.1 500"), "{head}");
    assert!(head.contains("content-length: 20000"), "{head}");
    assert_eq!(cut, &body[..10_000]);

    let answer = exchange(&mut server.connect().await, &raw_create(NUMBER)).await;
    let (head, cut) = answer.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("HTTP/1.1 201"), "{head}");
    assert!(head.contains("access-control-allow-origin: *"), "{head}");
    let length = head.split("content-length: ").nth(1).unwrap().lines().next().unwrap();
    assert_eq!(length.parse::<usize>().unwrap() / 2, cut.len());
    assert!(cut.starts_with("{\"id\":34566,"), "{cut}");
    assert_eq!(phones(&server.router).await.len(), 1, "the real answer is of real work");
}

#[tokio::test]
async fn a_stalled_body_stops_in_the_middle_and_the_connection_stays() {
    let server = Server::start(&sandbox()).await;
    order(&server.router, json!({"stall": true, "status": 500, "body": "01234567"})).await;
    let mut stream = server.connect().await;
    stream.write_all(raw_create(NUMBER).as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    while !answer.ends_with(b"\r\n\r\n0123") {
        let mut bytes = [0; 1024];
        let length = patiently(stream.read(&mut bytes)).await.unwrap();
        assert_ne!(length, 0, "the connection stays");
        answer.extend_from_slice(&bytes[..length]);
    }
    assert!(String::from_utf8_lossy(&answer).contains("content-length: 8"));
    let more = tokio::time::timeout(Duration::from_millis(100), stream.read_u8()).await;
    assert!(more.is_err(), "{more:?}");
}

async fn first_answer(server: &Server) -> String {
    let request = raw_create(NUMBER).replacen("Host: x", "Host: x\r\nConnection: close", 1);
    exchange(&mut server.connect().await, &request).await
}

#[tokio::test]
async fn a_request_in_flight_is_finished_when_the_server_stops() {
    let server = Server::start(&sandbox()).await;
    order(&server.router, json!({"delay": 200})).await;
    let idle = server.connect().await;
    let mut stream: TcpStream = server.connect().await;
    stream.write_all(raw_create(NUMBER).as_bytes()).await.unwrap();
    wait_for_requests(&server.router, 1).await;
    let (router, start) = (server.router.clone(), Instant::now());
    patiently(server.stop()).await.unwrap().unwrap();
    assert_eq!(phones(&router).await.len(), 1, "the server did not end before");
    assert!(start.elapsed() < Duration::from_secs(10), "an idle connection holds nothing up");
    let answer = read_to_end(&mut stream).await;
    assert!(answer.starts_with("HTTP/1.1 201"), "{answer}");
    drop(idle);
}

#[tokio::test]
async fn a_faulty_order_is_told_in_a_sentence() {
    let router = router();
    for (fault, sentence) in [
        ("", "The order is not JSON: EOF while parsing a value at line 1 column 0."),
        ("[]", "A fault is ordered with a JSON object."),
        (
            r#"{"Status": 1}"#,
            "There is no \"Status\" in a fault; there are times, status, headers, body, delay, \
             drop, cut, stall, after, cors.",
        ),
        (r#"{"times": 0}"#, "\"times\" must be an integer from 1 to 1000."),
        (r#"{"times": 1.5}"#, "\"times\" must be an integer from 1 to 1000."),
        (r#"{"status": 101}"#, "\"status\" must be an integer from 200 to 599."),
        (r#"{"status": "500"}"#, "\"status\" must be an integer from 200 to 599."),
        (r#"{"delay": -1}"#, "\"delay\" must be an integer from 0 to 600000."),
        (r#"{"drop": 1}"#, "\"drop\" must be true or false."),
        (r#"{"cors": null}"#, "\"cors\" must be true or false."),
        (r#"{"headers": []}"#, "\"headers\" must be an object of strings."),
        (r#"{"headers": {"a b": ""}}"#, "\"a b\" is no name of a header."),
        (r#"{"headers": {"a": 1}}"#, "The header \"a\" must be a string of one line."),
        (r#"{"headers": {"a": "b\nc"}}"#, "The header \"a\" must be a string of one line."),
        (
            r#"{"headers": {"Content-Length": "1"}}"#,
            "\"Content-Length\" follows from the body; for less of it, use \"cut\".",
        ),
        (
            r#"{"drop": true, "status": 500}"#,
            "A dropped connection has no status, headers, body, cut or stall.",
        ),
        (
            r#"{"stall": true, "status": 500}"#,
            "A body must have something in it to be cut or to stall.",
        ),
        (r#"{"cut": true, "stall": true}"#, "A body that is cut does not stall."),
        (r#"{"status": 204, "body": "x"}"#, "An answer of status 204 or 304 has no body."),
    ] {
        let answer = call(&router, "POST", "/sandbox/faults", fault).await;
        assert_eq!(answer.parts(), (400, json!({"message": sentence})), "{fault}");
    }
    assert_eq!(pending(&router).await, json!([]));
}
