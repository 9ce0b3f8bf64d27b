//! The form in other languages, and with the host's own texts.

use crate::element::Page;
use crate::sandbox::Sandbox;
use crate::words::words;
use js_sys::JSON;
use serde_json::json;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

/// Sets a locale with its words.
fn speak(page: &Page, name: &str, tag: &str) {
    page.form.set(name, tag.into());
    page.form.set("words", words(tag.split('-').next().expect("a language")));
}

fn label(page: &Page, id: &str) -> String {
    page.text(&format!("label[for={id}]"))
}

#[wasm_bindgen_test]
async fn another_language_in_the_middle_of_typing_loses_nothing_and_says_all_again() {
    let sandbox = Sandbox::find().await;
    let page = Page::open(&sandbox).await;
    page.edit("number", "514 555 01");
    page.edit("extension", "5x");
    page.form.submit();
    page.until("told", || page.text("#number-error").starts_with("Too short")).await;
    page.input("number").focus().expect("focus");
    page.input("number").set_selection_range(1, 2).expect("a selection");

    for (tag, number, error, extension_error, said) in [
        (
            "fr-CA",
            "Numéro de téléphone",
            "Trop court\u{a0}: 10 chiffres attendus (Canada), il y en a 8.",
            "Entrez des chiffres seulement, par exemple 204.",
            "Enregistrer +1 51455501 quand même",
        ),
        (
            "es",
            "Número de teléfono",
            "Muy corto: se esperan 10 dígitos (Canadá); hay 8.",
            "Use solo dígitos, por ejemplo 204.",
            "Guardar +1 51455501 de todos modos",
        ),
        (
            "de",
            "Phone number",
            "Too short: Kanada numbers have 10 digits, this has 8.",
            "Use digits only, such as 204.",
            "Save +1 51455501 anyway",
        ),
    ] {
        speak(&page, "locale", tag);
        page.until(tag, || label(&page, "number") == number).await;
        assert_eq!(page.text("#number-error"), error);
        assert_eq!(page.text("#extension-error"), extension_error);
        assert_eq!(page.text("#save-anyway"), said);
        assert_eq!(page.input("number").value(), "(514) 555-01");
        assert_eq!(page.input("extension").value(), "5x");
        assert_eq!(page.input("number").selection_start(), Ok(Some(1)));
        assert_eq!(page.input("number").selection_end(), Ok(Some(2)));
        assert!(page.root.active_element().is_some_and(|focused| focused.id() == "number"));
        assert!(page.form.dirty());
    }
    assert_eq!(page.names(), ["lead-phone-ready"]);
}

#[wasm_bindgen_test]
async fn a_file_that_is_not_the_words_of_a_language_changes_nothing() {
    let sandbox = Sandbox::find().await;
    let page = Page::open(&sandbox).await;
    let whole = words("fr");
    let text = whole.as_string().expect("a text");
    let cut = text.rsplit_once('\n').expect("lines").0;
    for other in [JsValue::from(cut), "<!doctype html>".into(), 7.into(), JsValue::NULL] {
        page.form.set("locale", "fr".into());
        page.form.set("words", whole.clone());
        page.until("French", || label(&page, "country") == "Pays").await;
        page.form.set("words", other);
        page.form.set("messages", JSON::parse(r#"{"number": "No."}"#).expect("JSON"));
        page.until("drawn", || label(&page, "number") == "No.").await;
        assert_eq!(label(&page, "country"), "Pays");
        page.form.set("messages", JsValue::NULL);
        speak(&page, "locale", "en");
        page.until("English", || label(&page, "country") == "Country").await;
    }
    assert_eq!(page.names(), ["lead-phone-ready"]);
}

#[wasm_bindgen_test]
async fn the_chosen_country_stays_chosen_in_another_order() {
    let sandbox = Sandbox::find().await;
    let page = Page::open(&sandbox).await;
    page.form.set("country", "DE".into());
    let shown = || page.input("country").value();
    page.until("Germany", || shown().contains("Germany +49")).await;
    speak(&page, "page-locale", "fr-CA");
    page.until("Allemagne", || shown().contains("Allemagne +49")).await;
}

#[wasm_bindgen_test]
async fn the_hosts_own_words_come_first_and_go_again() {
    let sandbox = Sandbox::find().await;
    let page = Page::open(&sandbox).await;
    let messages = |text: serde_json::Value| JSON::parse(&text.to_string()).expect("JSON");
    speak(&page, "locale", "fr");
    let own = json!({"submit": "Go", "will-be-saved": "→ {number} {other}", "country": null});
    page.form.set("messages", messages(own));
    page.edit("number", "+15142223344");
    page.until("replaced", || page.text("#submit > :first-child") == "Go").await;
    assert_eq!(page.text("#number-help"), "→ +1 514-222-3344 {other}");
    assert_eq!(label(&page, "country"), "Pays");

    page.form.set("messages", JsValue::UNDEFINED);
    page.until("restored", || page.text("#submit > :first-child") == "Enregistrer le numéro").await;
    assert_eq!(page.names(), ["lead-phone-ready"]);

    for (value, named) in [
        ("{sumbit: 'Go', submit: 'Go'}", "sumbit"),
        ("{submit: 7}", "submit"),
        ("{submit: () => 'Go'}", "submit"),
        ("{get submit() { throw new Error('no'); }}", "messages"),
        ("['Go']", "messages"),
        ("'Go'", "messages"),
        ("() => ({})", "messages"),
    ] {
        let before = page.names().len();
        let messages = || {
            let returns = js_sys::Function::new_no_args(&format!("return ({value})"));
            returns.call0(&JsValue::NULL).expect("a value")
        };
        page.form.set("messages", messages());
        page.form.set("messages", messages());
        let (name, detail) = page.last();
        assert_eq!((page.names().len(), name.as_str()), (before + 1, "lead-phone-error"));
        let message = detail["message"].as_str().expect("a message");
        assert!(message.contains(named), "{message}");
        page.until("said", || page.text("#form-error") == message).await;
        assert_eq!(page.text("#submit > :first-child"), "Enregistrer le numéro", "{value}");
        page.form.set("messages", JsValue::NULL);
        page.until("put right", || page.text("#form-error").is_empty()).await;
    }
}

#[wasm_bindgen_test]
async fn the_texts_language_is_marked_and_their_direction_is_their_own() {
    let sandbox = Sandbox::find().await;
    let page = Page::open(&sandbox).await;
    let lang = || {
        let form = page.root.query_selector("form").expect("a selector").expect("a form");
        form.get_attribute("lang").unwrap_or_default()
    };
    for (locale, marked) in [("fr-CA", "fr-CA"), ("ar", "en"), ("es-419", "es-419")] {
        speak(&page, "locale", locale);
        page.until(locale, || lang() == marked).await;
    }
    speak(&page, "locale", "ar");
    page.element.set_attribute("dir", "rtl").expect("an attribute");
    page.form.submit();
    page.until("told", || !page.text("#number-error").is_empty()).await;
    let words = page.root.query_selector("#number-error > bdi").expect("a selector");
    assert!(words.expect("words").matches(":dir(ltr)").expect("a selector"));
    let form = page.root.query_selector("form").expect("a selector").expect("a form");
    assert!(form.matches(":dir(rtl)").expect("a selector"));
}

#[wasm_bindgen_test]
async fn the_browser_fills_in_a_number_only_where_the_host_says_so() {
    let sandbox = Sandbox::find().await;
    let page = Page::open(&sandbox).await;
    // Read the attribute: the property is empty for a token that the browser does not support.
    let token = |id| page.input(id).get_attribute("autocomplete").unwrap_or_default();
    let tokens = || ["number", "extension"].map(token);
    assert_eq!(tokens(), ["off", "off"]);
    page.form.set("autocomplete", "on".into());
    page.until("on", || tokens() == ["tel", "tel-extension"]).await;
    page.form.set("autocomplete", JsValue::NULL);
    page.until("off", || tokens() == ["off", "off"]).await;
}
