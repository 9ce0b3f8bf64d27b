//! Answers that no correct API gives, and host pages that replace what the browser provides.

use crate::host_page::Replaced;
use js_sys::{JSON, Reflect};
use lead_phone_form::api::answer::{Failure, Kind};
use lead_phone_form::api::attempt::Attempt;
use lead_phone_form::api::credentials::Credentials;
use lead_phone_form::api::phone::PhoneBody;
use lead_phone_form::api::request::{Answer, Save};
use lead_phone_form::api::token::{Scheme, Token};
use wasm_bindgen_test::wasm_bindgen_test;

const BASE: &str = "https://crm.example/api/v2";

async fn send() -> Result<Answer, Failure> {
    send_within(15_000).await
}

async fn send_within(timeout: u32) -> Result<Answer, Failure> {
    let save = Save {
        base_url: BASE.into(),
        scheme: Scheme::Bearer,
        timeout,
        phone_id: None,
        body: PhoneBody { number: Some("+15141234455".into()), ..PhoneBody::default() },
    };
    let token = Credentials::Token(Token::new("a-token").expect("a token"));
    Attempt::new(save, token).send(&|| Some(BASE.into())).await
}

fn kind(outcome: Result<Answer, Failure>) -> Result<u64, (Kind, Option<u16>)> {
    outcome.map(|answer| answer.saved.phone.id).map_err(|failure| (failure.kind, failure.status))
}

#[wasm_bindgen_test]
async fn the_bytes_of_an_answer_are_read_as_far_as_they_are_a_phone() {
    let malformed = |status| Err((Kind::MalformedResponse, Some(status)));
    for (body, status, expected) in [
        (r#"'{"id": 7}'"#, 201, Ok(7)),
        (r#"'\ufeff{"id": 7}'"#, 200, Ok(7)),
        (
            r#"new Uint8Array([0xEF, 0xBB, 0xBF, ...new TextEncoder().encode('{"id":7}')])"#,
            200,
            Ok(7),
        ),
        // {"id":7,"x":"\xff"}: U+FFFD in a field that the form ignores.
        ("new Uint8Array([123,34,105,100,34,58,55,44,34,120,34,58,34,255,34,125])", 200, Ok(7)),
        ("new Uint8Array([255, 254, 123, 0, 125, 0])", 200, malformed(200)),
        ("null", 204, malformed(204)),
        ("''", 200, malformed(200)),
        (r#"'{"id": 7'"#, 200, malformed(200)),
        (r#"'{"id": "7"}'"#, 200, malformed(200)),
        (r#"'{"id": 7, "x": "' + 'a'.repeat(10 << 20) + '"}'"#, 200, malformed(200)),
        ("'<h1>x</h1>'.repeat(1 << 20)", 502, Err((Kind::Server, Some(502)))),
        ("'['.repeat(500000) + ']'.repeat(500000)", 200, malformed(200)),
        (
            r#"'{"x":'.repeat(100000) + '1' + '}'.repeat(100000)"#,
            422,
            Err((Kind::Invalid, Some(422))),
        ),
        (r#"'{"id": 7, "lead": ' + '['.repeat(100000) + ']'.repeat(100000) + '}'"#, 200, Ok(7)),
        (r#"'"message": "Method not allowed."'"#, 405, Err((Kind::MethodNotAllowed, Some(405)))),
        (r#"'{"message": "Duplicate phone."}'"#, 403, Err((Kind::Duplicate, Some(403)))),
    ] {
        for content_type in ["application/json", "text/html", "image/png", ""] {
            let fetch = format!(
                "async () => new Response({body}, \
                 {{ status: {status}, headers: {{ 'Content-Type': '{content_type}' }} }})"
            );
            let _fetch = Replaced::fetch(&fetch);
            assert_eq!(kind(send().await), expected, "{status} {content_type} {body}");
        }
    }
}

#[wasm_bindgen_test]
async fn whatever_stands_in_place_of_fetch_the_save_has_an_end() {
    let network = Err((Kind::Network, None));
    for (fetch, expected) in [
        ("null", network),
        ("7", network),
        ("() => { throw new Error('no') }", network),
        ("() => { throw null }", network),
        ("() => undefined", network),
        ("() => 7", network),
        ("() => Promise.reject('no')", network),
        ("() => Promise.reject()", network),
        ("() => Promise.resolve()", network),
        ("() => ({ then() { throw new Error('no') } })", network),
        ("async () => Response.error()", network),
        ("async () => new Proxy(new Response('{\"id\": 7}'), {})", network),
        ("async () => Object.create(Response.prototype)", network),
        (
            "async () => Object.defineProperty(new Response(''), 'status', { get() { throw 1 } })",
            network,
        ),
        (
            "async () => Object.defineProperty(new Response(''), 'headers', { get() { throw 1 } })",
            Err((Kind::MalformedResponse, Some(200))),
        ),
        (
            "async () => Object.assign(new Response(''), { text() { throw 1 } })",
            Err((Kind::MalformedResponse, Some(200))),
        ),
        (
            "async () => Object.assign(new Response(''), { text: () => Promise.reject() })",
            Err((Kind::MalformedResponse, Some(200))),
        ),
        (
            "async () => Object.assign(new Response(''), { text: () => Promise.resolve(7) })",
            Err((Kind::MalformedResponse, Some(200))),
        ),
        // A wrapper's own object, or a response of another window, has all that is read.
        ("() => Promise.resolve({ status: 201, text: async () => '{\"id\": 7}' })", Ok(7)),
        ("() => new Response('{\"id\": 7}')", Ok(7)),
        ("() => ({ then(resolve) { resolve(new Response('{\"id\": 7}')) } })", Ok(7)),
    ] {
        let _fetch = Replaced::fetch(fetch);
        assert_eq!(kind(send().await), expected, "{fetch}");
    }
    for fetch in [
        "() => new Promise(() => {})",
        "async () => Object.assign(new Response(''), { text: () => new Promise(() => {}) })",
        "async () => new Response(new ReadableStream())",
    ] {
        let _fetch = Replaced::fetch(fetch);
        assert_eq!(kind(send_within(20).await), Err((Kind::Timeout, None)), "{fetch}");
    }
}

#[wasm_bindgen_test]
async fn a_patched_json_parse_can_spoil_an_answer_but_not_the_form() {
    let _fetch = Replaced::fetch("async () => new Response('{\"id\": 7}', { status: 201 })");
    let malformed = Err((Kind::MalformedResponse, Some(201)));
    for (parse, expected) in [
        ("() => { throw 1 }", malformed),
        ("() => undefined", malformed),
        ("() => { const loop = { id: 'x' }; loop.data = loop; return loop }", malformed),
        ("() => globalThis", malformed),
        ("() => 7n", malformed),
        ("() => ({ id: 8n })", malformed),
        ("(parse => (...texts) => parse(...texts))(JSON.parse)", Ok(7)),
    ] {
        let _parse = Replaced::new("JSON", "parse", parse);
        assert_eq!(kind(send().await), expected, "{parse}");
    }
    for stringify in ["() => undefined", "() => { throw 1 }", "() => ({})"] {
        let _stringify = Replaced::new("JSON", "stringify", stringify);
        assert_eq!(kind(send().await), Err((Kind::Network, None)), "{stringify}");
    }
}

#[wasm_bindgen_test]
async fn what_a_host_puts_into_object_prototype_is_no_part_of_an_answer() {
    let _fetch = Replaced::fetch("async () => new Response('{}', { status: 201 })");
    let polluted = [
        Replaced::new("Object.prototype", "id", "7"),
        Replaced::new("Object.prototype", "data", "({ id: 8 })"),
        Replaced::new("Object.prototype", "errors", "({ number: ['x'] })"),
        Replaced::new("Object.prototype", "extend", "function () {}"),
    ];
    assert_eq!(kind(send().await), Err((Kind::MalformedResponse, Some(201))));

    let _fetch = Replaced::fetch(
        "async (_, { body }) => new Response(JSON.stringify({ id: 9, sent: JSON.parse(body) }))",
    );
    let answer = send().await.expect("a phone");
    assert_eq!(answer.saved.phone.id, 9);
    let sent = Reflect::get(&answer.object, &"sent".into()).expect("the body");
    let sent = String::from(JSON::stringify(&sent).expect("JSON"));
    assert_eq!(sent, r#"{"number":"+15141234455"}"#);
    drop(polluted);
}
