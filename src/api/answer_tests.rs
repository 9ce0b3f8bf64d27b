use super::*;
use proptest::prelude::*;

fn read_value(status: u16, body: Option<&Value>) -> Result<Saved, Failure> {
    read(&Received { status, retry_after: None, body, now: 0.0 })
}

fn read_text(status: u16, body: &str) -> Result<Saved, Failure> {
    read_value(status, body.parse::<Value>().ok().as_ref())
}

fn failure(kind: Kind, status: u16) -> Failure {
    Failure { status: (status != 0).then_some(status), ..Failure::unanswered(kind) }
}

#[test]
fn the_specifications_answers() {
    let created = r#"{
        "id": 34566, "created_at": "2018-04-09T18:05:00+00:00", "extension": 555,
        "lead": {"id": 3387562}, "mobile": false, "number": "+15141234455",
        "updated_at": "2018-04-09T18:05:00+00:00", "valid": true
    }"#;
    for status in [200, 201] {
        let saved = read_text(status, created).unwrap();
        assert_eq!(saved.phone.id, 34566);
        assert_eq!(saved.phone.number.as_deref(), Some("+15141234455"));
        assert_eq!(saved.phone.extension, "555");
        assert_eq!(saved.phone.mobile, Some(false));
        assert_eq!(saved.phone.valid, Some(true));
        assert!(!saved.wrapped);
    }
    for (status, body, kind) in [
        (401, r#"{"message": "Unauthenticated."}"#, Kind::Unauthenticated),
        (403, r#"{"message": "Duplicate phone."}"#, Kind::Duplicate),
        (404, r#"{"message": "No query results for model LeadPhone."}"#, Kind::NotFound),
        (405, r#"{"message": "Method not allowed."}"#, Kind::MethodNotAllowed),
        // The specification's 405 on create, which is not JSON.
        (405, r#""message": "Method not allowed.""#, Kind::MethodNotAllowed),
    ] {
        assert_eq!(read_text(status, body), Err(failure(kind, status)), "{status} {body}");
    }
    let invalid = r#"{
        "message": "The given data was invalid.",
        "errors": {"lead_id": ["The field lead_id is required."]}
    }"#;
    assert_eq!(
        read_text(422, invalid).unwrap_err().errors,
        Some(vec![("lead_id".into(), vec!["The field lead_id is required.".into()])])
    );
}

#[test]
fn the_later_revisions_wrapper_is_seen() {
    let saved = read_text(200, r#"{"data": {"id": 7, "type": "mobile"}}"#).unwrap();
    assert!(saved.wrapped);
    assert_eq!(saved.phone.id, 7);
    assert_eq!(saved.phone.mobile, Some(true));
}

/// Statuses with their meaning if the body adds nothing.
fn statuses() -> impl Iterator<Item = (u16, Kind)> {
    (0..1000).map(|status| {
        let kind = match status {
            200..=299 => Kind::MalformedResponse,
            401 => Kind::Unauthenticated,
            403 => Kind::Forbidden,
            404 => Kind::NotFound,
            405 => Kind::MethodNotAllowed,
            422 => Kind::Invalid,
            429 => Kind::RateLimited,
            500..=599 => Kind::Server,
            _ => Kind::Unexpected,
        };
        (status, kind)
    })
}

/// A body as `Response.text` decodes it: invalid UTF-8 becomes U+FFFD, and a leading byte order
/// mark is removed.
fn decode(body: &[u8]) -> Option<Value> {
    let text = String::from_utf8_lossy(body);
    text.strip_prefix('\u{feff}').unwrap_or(&text).parse().ok()
}

/// Bodies without a phone, a duplicate or an error in them.
fn bodies_that_say_nothing() -> Vec<Vec<u8>> {
    let mut bodies: Vec<Vec<u8>> = [
        "",
        " ",
        "null",
        "true",
        "[]",
        "{}",
        "7",
        "\"text\"",
        "<!doctype html><title>502 Bad Gateway</title><h1>Bad Gateway</h1>",
        // The specification's 405 on create.
        "\"message\": \"Method not allowed.\"",
        "{\"message\":",
        "{\"message\":null}",
        "{\"message\":[]}",
        "{\"message\":{\"Duplicate phone.\":1}}",
        "{\"message\":\"Unauthenticated.\"}",
        "{\"errors\":null}",
        "{\"errors\":[]}",
        "{\"errors\":{}}",
        "{\"errors\":\"number\"}",
        "{\"errors\":7}",
        "{\"id\":null}",
        "{\"id\":\"34566\"}",
        "{\"id\":0}",
        "{\"id\":-1}",
        "{\"id\":1.5}",
        "{\"id\":9007199254740992}",
        "{\"id\":{}}",
        "{\"id\":[34566]}",
        "{\"number\":\"+15141234455\",\"valid\":true}",
        "[{\"id\":34566}]",
        "{\"data\":null}",
        "{\"data\":[]}",
        "{\"data\":[{\"id\":34566}]}",
        "{\"data\":{\"id\":0}}",
        "{\"data\":{\"data\":{\"id\":34566}}}",
        "{\"phone\":{\"id\":34566}}",
        "{\"id\":34566",
    ]
    .into_iter()
    .map(|text| text.as_bytes().to_vec())
    .collect();
    bodies.push(b"{\"id\":34566}\xff".to_vec());
    bodies.push(b"\xff\xfe{\0\"\0".to_vec());
    bodies.push("[".repeat(100_000).into_bytes());
    bodies.push(vec![b' '; 10 << 20]);
    bodies
}

/// Bodies with a phone in them, and whether it is wrapped.
const PHONES: [(&str, bool); 9] = [
    ("{\"id\":34566}", false),
    ("\u{feff}{\"id\":34566}", false),
    (" \n{\"id\":34566,\"number\":null,\"extension\":null,\"lead\":null,\"valid\":null}", false),
    (
        "{\"id\":34566,\"number\":5141234455,\"mobile\":\"yes\",\"valid\":1,\"extension\":\"x\"}",
        false,
    ),
    (
        "{\"id\":34566,\"lead\":{},\"a field of next year\":[[[[[]]]]],\"__proto__\":{\"id\":1}}",
        false,
    ),
    ("{\"id\":34566,\"data\":{\"id\":1}}", false),
    ("{\"id\":34566.0}", false),
    ("{\"data\":{\"id\":34566}}", true),
    ("{\"id\":\"34566\",\"data\":{\"id\":34566,\"type\":7}}", true),
];

#[test]
fn the_status_decides_whatever_the_body_is() {
    for body in bodies_that_say_nothing() {
        let shown = String::from_utf8_lossy(&body[..body.len().min(80)]).into_owned();
        let value = decode(&body);
        for (status, kind) in statuses() {
            assert_eq!(
                read_value(status, value.as_ref()),
                Err(failure(kind, status)),
                "{status} {shown}"
            );
        }
    }
}

#[test]
fn a_phone_counts_in_a_success_only() {
    for (body, wrapped) in PHONES {
        let value = decode(body.as_bytes());
        for (status, kind) in statuses() {
            let read = read_value(status, value.as_ref());
            if (200..300).contains(&status) {
                let saved = read.unwrap_or_else(|failure| panic!("{status} {body}: {failure:?}"));
                assert_eq!((saved.phone.id, saved.wrapped), (34566, wrapped), "{status} {body}");
            } else {
                assert_eq!(read, Err(failure(kind, status)), "{status} {body}");
            }
        }
    }
}

#[test]
fn the_content_type_and_other_headers_are_not_asked() {
    // The result has no room for other headers; only `Retry-After` is read.
    let value = decode(b"{}");
    for (header, milliseconds) in
        [("2", Some(2000)), ("Thu, 01 Jan 1970 00:00:03 GMT", Some(2000)), ("soon", None)]
    {
        for (status, kind) in statuses().filter(|(status, _)| !(200..300).contains(status)) {
            let answer =
                Received { status, retry_after: Some(header), body: value.as_ref(), now: 1000.0 };
            let expected = Failure { retry_after: milliseconds, ..failure(kind, status) };
            assert_eq!(read(&answer), Err(expected), "{status} {header}");
        }
    }
}

fn json() -> impl Strategy<Value = Value> {
    let name = prop_oneof![
        "[a-z_]{0,8}",
        prop::sample::select(vec![
            "id",
            "data",
            "message",
            "errors",
            "number",
            "extension",
            "mobile",
            "type",
            "valid",
        ])
        .prop_map(str::to_owned),
    ];
    let text = prop_oneof![
        ".{0,20}",
        prop::sample::select(vec!["Duplicate phone.", "mobile", "7"]).prop_map(str::to_owned)
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<f64>().prop_map(Value::Number),
        (0_u32..100_000).prop_map(|number| Value::Number(number.into())),
        text.prop_map(Value::String),
    ];
    leaf.prop_recursive(4, 32, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::Array),
            prop::collection::vec((name.clone(), inner), 0..6).prop_map(Value::Object),
        ]
    })
}

proptest! {
    #[test]
    fn any_answer_has_one_meaning(
        status in 0_u16..700,
        body in prop::option::of(json()),
        retry_after in prop::option::of("\\PC{0,40}"),
        now in any::<f64>(),
    ) {
        let answer =
            Received { status, retry_after: retry_after.as_deref(), body: body.as_ref(), now };
        match read(&answer) {
            Ok(saved) => {
                prop_assert!((200..300).contains(&status));
                prop_assert!((1..=crate::api::integer::MAX_SAFE_INTEGER).contains(&saved.phone.id));
            }
            Err(failure) => {
                let (_, kind) = statuses().nth(status.into()).unwrap();
                let duplicate = failure.kind == Kind::Duplicate && status == 403;
                prop_assert!(failure.kind == kind || duplicate);
                prop_assert_eq!(failure.status, (status != 0).then_some(status));
            }
        }
    }
}

#[test]
fn errors_may_be_texts_instead_of_lists() {
    let failure = read_text(
        422,
        r#"{"errors": {"number": "Bad.", "mobile": ["A.", 1, "B."], "x": {}, "y": null}}"#,
    )
    .unwrap_err();
    assert_eq!(
        failure.errors,
        Some(vec![
            ("number".into(), vec!["Bad.".into()]),
            ("mobile".into(), vec!["A.".into(), "B.".into()]),
            ("x".into(), vec![]),
            ("y".into(), vec![]),
        ])
    );
}

#[test]
fn a_duplicate_is_told_from_other_refusals_by_its_message() {
    for (message, kind) in [
        ("Duplicate phone.", Kind::Duplicate),
        ("duplicate phone", Kind::Duplicate),
        ("This action is unauthorized.", Kind::Forbidden),
        ("", Kind::Forbidden),
    ] {
        let body = serde_json::json!({"message": message}).to_string();
        assert_eq!(read_text(403, &body).unwrap_err().kind, kind, "{message}");
    }
}

#[test]
fn the_declarations_have_each_kind() {
    let declarations = include_str!("../../www/lead-phone-form.d.ts");
    let union = declarations.split("export type ErrorKind =").nth(1).unwrap();
    let declared: Vec<_> = union.split(';').next().unwrap().split('"').skip(1).step_by(2).collect();
    // The element itself raises the last two, when no form can.
    let kinds = Kind::ALL.iter().map(|kind| kind.as_str()).chain(["load", "internal"]);
    assert_eq!(declared, kinds.collect::<Vec<_>>());
}
