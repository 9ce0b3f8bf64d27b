//! The form's style sheet, one for all forms of a document.

use js_sys::{Array, Function, Reflect, WeakMap};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, Document, ShadowRoot};

const STYLE: &str = include_str!("style.css");

thread_local! {
    /// The style sheet of each document. A document cannot use another's.
    static SHEETS: WeakMap = WeakMap::new();
}

/// Gives a form's shadow root its style. A constructed style sheet is allowed under any
/// Content Security Policy, where a `<style>` element or attribute is not.
pub(super) fn apply(root: &ShadowRoot) {
    if let Some(sheet) = root.owner_document().and_then(|document| sheet(&document)) {
        root.set_adopted_style_sheets(&Array::of1(&sheet));
    }
}

/// `None` for a document that is not shown.
fn sheet(document: &Document) -> Option<JsValue> {
    let known = SHEETS.with(|sheets| sheets.get(document));
    if !known.is_undefined() {
        return Some(known);
    }
    // A style sheet belongs to the document of the window whose constructor it is.
    let window = document.default_view()?;
    let constructor: Function =
        Reflect::get(&window, &"CSSStyleSheet".into()).ok()?.dyn_into().ok()?;
    let sheet = Reflect::construct(&constructor, &Array::new()).ok()?;
    sheet.unchecked_ref::<CssStyleSheet>().replace_sync(STYLE).ok()?;
    SHEETS.with(|sheets| sheets.set(document, &sheet));
    Some(sheet)
}
