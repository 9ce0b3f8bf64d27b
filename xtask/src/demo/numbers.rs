//! `/demo/numbers/{number}`: a number in E.164, as people write it.
//!
//! The API has numbers in E.164, which a page does not show to people. The host's server writes them
//! here, as the form does: without the calling code for North America, where the dealer is.

use std::io;
use std::sync::OnceLock;

use axum::Router;
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use lead_phone_number::{Style, Tables, format, parse};

use crate::workspace;

const NORTH_AMERICA: u16 = 1;

pub(super) fn router() -> Router {
    Router::new().route("/demo/numbers/{number}", get(write))
}

async fn write(Path(number): Path<String>) -> Response {
    match written(&number) {
        Some(text) => ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response(),
        None => {
            (StatusCode::NOT_FOUND, format!("{number} is no number in E.164.\n")).into_response()
        }
    }
}

/// The number as people write it, or `None` if it cannot be read.
fn written(number: &str) -> Option<String> {
    static TABLES: OnceLock<Option<Tables>> = OnceLock::new();
    let tables = TABLES.get_or_init(|| tables().ok()).as_ref()?;
    let number = parse(tables, number, None).ok()?;
    let style = match number.calling_code() {
        NORTH_AMERICA => Style::National,
        _ => Style::International,
    };
    Some(format(tables, &number, style))
}

/// The tables of all countries.
fn tables() -> io::Result<Tables> {
    let mut tables = Tables::new();
    for zone in 2..=9 {
        let file = workspace::root().join(format!("number/data/zone-{zone}.bin"));
        tables.add_zone(&std::fs::read(file)?).map_err(io::Error::other)?;
    }
    Ok(tables)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_north_america_is_national_and_another_one_international() {
        assert_eq!(written("+15142223344").as_deref(), Some("(514) 222-3344"));
        assert_eq!(written("+522221234567").as_deref(), Some("+52 222 123 4567"));
    }

    #[test]
    fn a_text_that_is_no_number_is_not_written() {
        assert_eq!(written("5142223344"), None);
        assert_eq!(written("nonsense"), None);
    }
}
