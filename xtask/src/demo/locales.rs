//! `/demo/locales`: the tags of the form's languages, from the names of the files in `locales/`.
//!
//! A page offers them as a choice. So a new language is in the demo and in the playground by itself.

use std::io;

use axum::Router;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::workspace;

pub(super) fn router() -> Router {
    Router::new().route("/demo/locales", get(list))
}

async fn list() -> Response {
    match tags() {
        Ok(tags) => {
            let json = serde_json::json!(tags).to_string();
            ([(header::CONTENT_TYPE, "application/json")], json).into_response()
        }
        Err(error) => {
            let message = format!("The folder locales cannot be read: {error}.\n");
            (StatusCode::INTERNAL_SERVER_ERROR, message).into_response()
        }
    }
}

/// The tags in the order of the alphabet.
fn tags() -> io::Result<Vec<String>> {
    let mut tags = Vec::new();
    for entry in std::fs::read_dir(workspace::root().join("locales"))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        tags.extend(name.strip_suffix(".json").map(str::to_owned));
    }
    tags.sort_unstable();
    Ok(tags)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_of_words_is_a_language() -> io::Result<()> {
        let tags = tags()?;
        assert!(["en", "fr", "zh-Hant"].iter().all(|tag| tags.iter().any(|found| found == tag)));
        assert!(tags.iter().all(|tag| !tag.contains('.')), "{tags:?}");
        Ok(())
    }
}
