//! The files of words beside the WebAssembly, as `cargo xtask` makes them.

use lead_phone_form::form::text::message_id::MessageId;
use serde_json::{Map, Value};
use wasm_bindgen::JsValue;

/// The file of a language, or the English one, as the element passes it to the form.
pub fn words(tag: &str) -> JsValue {
    let (tag, texts) = match tag {
        "fr" => (tag, include_str!("../../locales/fr.json")),
        "es" => (tag, include_str!("../../locales/es.json")),
        _ => ("en", include_str!("../../locales/en.json")),
    };
    let texts: Map<String, Value> = serde_json::from_str(texts).expect("JSON");
    let mut file = tag.to_owned();
    for text in MessageId::ALL {
        let word = |key: &str| texts.get(key).and_then(Value::as_str);
        file.push('\n');
        match word(text.key()) {
            Some(words) => file.push_str(words),
            None => {
                let of_category = |category| {
                    Some([category, word(&[text.key(), "-", category].concat())?].join("\t"))
                };
                let parts = ["one", "other"].into_iter().filter_map(of_category);
                file.push_str(&parts.collect::<Vec<_>>().join("\t"));
            }
        }
    }
    file.into()
}
