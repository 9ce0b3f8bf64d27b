//! Prepares texts for the search.

use crate::form::country::search;
use js_sys::JsString;

/// Folds a text for the search: without accents and capitals.
pub fn fold(text: &str) -> String {
    let text = JsString::from(text).normalize("NFKD").to_lower_case();
    search::fold(&String::from(text))
}
