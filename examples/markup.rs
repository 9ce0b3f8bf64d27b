//! Draws the empty form without a browser, for what shows before the WebAssembly is there.
//!
//! Writes a JSON object: `html` has the form's markup with `{key}` in place of each text,
//! `html_with_types` the same with a list of phone types, and `words` each text by its language and its key.
//!
//! ```sh
//! cargo run --example markup --features ssr
//! ```

#[cfg(not(target_arch = "wasm32"))]
#[tokio::main(flavor = "current_thread")]
async fn main() {
    use lead_phone_form::form::state::State;
    use lead_phone_form::form::text::language::Language;
    use lead_phone_form::form::text::message_id::MessageId;
    use lead_phone_form::form::view::{View, ViewProperties};
    use serde_json::{Map, Value, json};
    use std::cell::RefCell;
    use std::rc::Rc;
    use tokio::task::LocalSet;
    use yew::{Callback, LocalServerRenderer};

    let mut state = State::default();
    let key = |text: &MessageId| (*text, ["{", text.key(), "}"].concat());
    state.settings.messages = MessageId::ALL.iter().map(key).collect();
    let draw = async |state: &State| {
        let state = Rc::new(RefCell::new(state.clone()));
        let (shown, drawn) = (Rc::default(), Callback::noop());
        let properties = ViewProperties { state, list: None, shown, drawn };
        let renderer = LocalServerRenderer::<View>::with_props(properties);
        LocalSet::new().run_until(renderer.render()).await
    };
    let html = draw(&state).await;
    state.settings.phone_types = ["home", "work", "mobile"].map(str::to_owned).into();
    let html_with_types = draw(&state).await;

    let words = |language: Language| -> Value {
        let words = MessageId::ALL
            .iter()
            .map(|text| (text.key().to_owned(), Value::from(text.in_language(language))));
        Value::Object(words.collect())
    };
    let words: Map<String, Value> = Language::ALL
        .iter()
        .map(|language| (language.code().to_owned(), words(*language)))
        .collect();
    let output =
        json!({ "html": html, "html_with_types": html_with_types, "words": words }).to_string();
    // What a program prints to a pipe that nobody reads is lost, and nobody minds.
    let _ = std::io::Write::write_all(&mut std::io::stdout(), output.as_bytes());
}

/// There is nothing to draw ahead of in a browser.
#[cfg(target_arch = "wasm32")]
fn main() {}
