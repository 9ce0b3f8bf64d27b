//! The form's style sheet, one for all forms of a document.

use js_sys::Array;
use std::cell::RefCell;
use wasm_bindgen::JsValue;
use web_sys::{CssStyleSheet, ShadowRoot};

const STYLE: &str = include_str!("style.css");

thread_local! {
    static SHEET: RefCell<Option<CssStyleSheet>> = const { RefCell::new(None) };
}

/// Gives a form's shadow root its style. A constructed style sheet is allowed under any
/// Content Security Policy, where a `<style>` element or attribute is not.
pub(super) fn apply(root: &ShadowRoot) {
    SHEET.with_borrow_mut(|sheet| {
        if sheet.is_none() {
            let made = CssStyleSheet::new().ok();
            *sheet = made.filter(|made| made.replace_sync(STYLE).is_ok());
        }
        if let Some(sheet) = sheet {
            root.set_adopted_style_sheets(&Array::of1(sheet.as_ref() as &JsValue));
        }
    });
}
