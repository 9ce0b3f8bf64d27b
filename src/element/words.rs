//! The words of the languages that the page's forms are in, read once for all forms.

use crate::form::state::settings::Setting;
use crate::form::text::words::Words;
use std::cell::RefCell;
use wasm_bindgen::JsValue;

thread_local! {
    /// Each file as the element passes it, which JavaScript compares without reading it, and its
    /// words.
    static READ: RefCell<Vec<(JsValue, Words)>> = const { RefCell::new(Vec::new()) };
}

/// The setting for the words of a language; `None` if the value is no file of words.
pub(super) fn read(file: &JsValue) -> Option<Setting> {
    READ.with_borrow_mut(|read| {
        if let Some((_, words)) = read.iter().find(|(other, _)| other == file) {
            return Some(Setting::Words(words.clone()));
        }
        let words = Words::read(&file.as_string()?)?;
        read.push((file.clone(), words.clone()));
        Some(Setting::Words(words))
    })
}
