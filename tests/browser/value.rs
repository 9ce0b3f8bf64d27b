//! JSON, parsed by the browser.

use js_sys::{Function, JSON, eval};
use lead_phone_form::api::value::Value;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

fn parse(text: &str) -> Value {
    Value::from_js(&JSON::parse(text).expect(text))
}

#[wasm_bindgen_test]
fn every_kind_of_value_is_read() {
    let value = parse(r#"{"a": [1, -0.5, "x", true, null], "b": {"__proto__": 7}}"#);
    assert_eq!(
        value,
        Value::Object(vec![
            (
                "a".into(),
                Value::Array(vec![
                    Value::Number(1.0),
                    Value::Number(-0.5),
                    Value::String("x".into()),
                    Value::Bool(true),
                    Value::Null,
                ])
            ),
            ("b".into(), Value::Object(vec![("__proto__".into(), Value::Number(7.0))])),
        ])
    );
}

#[wasm_bindgen_test]
fn no_depth_and_no_circle_exhausts_the_stack() {
    let deep = ["[".repeat(100_000), "]".repeat(100_000)].concat();
    assert!(matches!(parse(&deep), Value::Array(_)));
    let circle = Function::new_no_args("const o = {id: 7}; o.self = o; return o");
    let circle = Value::from_js(&circle.call0(&JsValue::NULL).expect("an object"));
    assert_eq!(circle.get("id").and_then(Value::as_id), Some(7));
}

#[wasm_bindgen_test]
fn what_json_does_not_have_is_null() {
    for text in ["undefined", "(() => {})", "Symbol()", "10n"] {
        assert_eq!(Value::from_js(&eval(text).expect(text)), Value::Null, "{text}");
    }
}
