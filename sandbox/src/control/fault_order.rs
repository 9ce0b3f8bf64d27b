//! Parses the orders of `/sandbox/faults`. An error is a sentence that says what is wrong.

use std::{sync::Arc, time::Duration};

use axum::{
    body::Bytes,
    http::{
        HeaderMap, HeaderName, HeaderValue, StatusCode,
        header::{CONTENT_LENGTH, CONTENT_TYPE, TRANSFER_ENCODING},
    },
};
use serde_json::{Map, Value};

use super::{
    fault::{End, Fault, Reply},
    pending_fault::Pending,
};

const KEYS: &str = "times, status, headers, body, delay, drop, cut, stall, after, cors";

const MOST_TIMES: u64 = 1000;

/// Ten minutes, in milliseconds.
const LONGEST_DELAY: u64 = 600_000;

/// Parses an order.
pub fn read(json: &[u8]) -> Result<Pending, String> {
    let order: Map<String, Value> = match serde_json::from_slice(json) {
        Ok(Value::Object(order)) => order,
        Ok(_) => return Err("A fault is ordered with a JSON object.".into()),
        Err(error) => return Err(format!("The order is not JSON: {error}.")),
    };
    let mut fault = Fault::default();
    let mut times = 1;
    let (mut status, mut body) = (None, None);
    let (mut cut, mut drop, mut stall) = (false, false, false);
    for (key, value) in &order {
        match key.as_str() {
            // It fits, because it is at most `MOST_TIMES`.
            "times" => times = integer(key, value, 1, MOST_TIMES)? as u32,
            "status" => status = Some(read_status(value)?),
            "headers" => fault.headers = read_headers(value)?,
            "body" => body = Some(read_body(value)),
            "delay" => fault.delay = Duration::from_millis(integer(key, value, 0, LONGEST_DELAY)?),
            "drop" => drop = boolean(key, value)?,
            "cut" => cut = boolean(key, value)?,
            "stall" => stall = boolean(key, value)?,
            "after" => fault.after = boolean(key, value)?,
            "cors" => fault.without_cors = !boolean(key, value)?,
            _ => return Err(format!("There is no \"{key}\" in a fault; there are {KEYS}.")),
        }
    }
    let empty = body.as_ref().is_none_or(|(bytes, _)| bytes.is_empty());
    if cut && stall {
        return Err("A body that is cut does not stall.".into());
    }
    if drop && (cut || stall || status.is_some() || body.is_some() || !fault.headers.is_empty()) {
        return Err("A dropped connection has no status, headers, body, cut or stall.".into());
    }
    if (cut || stall) && (status.is_some() || body.is_some()) && empty {
        return Err("A body must have something in it to be cut or to stall.".into());
    }
    if matches!(status, Some(StatusCode::NO_CONTENT | StatusCode::NOT_MODIFIED)) && !empty {
        return Err("An answer of status 204 or 304 has no body.".into());
    }
    if status.is_some() || body.is_some() {
        let (bytes, content_type) = body.unwrap_or_default();
        if let Some(content_type) = content_type {
            let content_type = HeaderValue::from_static(content_type);
            fault.headers.entry(CONTENT_TYPE).or_insert(content_type);
        }
        fault.reply = Some(Reply { status: status.unwrap_or_default(), body: bytes });
    }
    fault.end = match (drop, cut, stall) {
        (true, ..) => End::Dropped,
        (_, true, _) => End::Cut,
        (.., true) => End::Stalled,
        _ => End::Whole,
    };
    fault.order = order;
    Ok(Pending { times, fault: Arc::new(fault) })
}

fn integer(key: &str, value: &Value, least: u64, most: u64) -> Result<u64, String> {
    value
        .as_u64()
        .filter(|value| (least..=most).contains(value))
        .ok_or_else(|| format!("\"{key}\" must be an integer from {least} to {most}."))
}

fn boolean(key: &str, value: &Value) -> Result<bool, String> {
    value.as_bool().ok_or_else(|| format!("\"{key}\" must be true or false."))
}

/// Reads a status from 200 on: informational answers are not final, so they cannot be ordered.
fn read_status(value: &Value) -> Result<StatusCode, String> {
    let status = integer("status", value, 200, 599)?;
    u16::try_from(status)
        .ok()
        .and_then(|status| StatusCode::from_u16(status).ok())
        .ok_or_else(|| "\"status\" must be the status of an answer.".into())
}

fn read_headers(value: &Value) -> Result<HeaderMap, String> {
    let Some(object) = value.as_object() else {
        return Err("\"headers\" must be an object of strings.".into());
    };
    let mut headers = HeaderMap::new();
    for (name, value) in object {
        let Ok(parsed) = HeaderName::from_bytes(name.as_bytes()) else {
            return Err(format!("\"{name}\" is no name of a header."));
        };
        if parsed == CONTENT_LENGTH || parsed == TRANSFER_ENCODING {
            return Err(format!("\"{name}\" follows from the body; for less of it, use \"cut\"."));
        }
        let value = value.as_str().and_then(|value| HeaderValue::from_str(value).ok());
        let Some(value) = value else {
            return Err(format!("The header \"{name}\" must be a string of one line."));
        };
        headers.insert(parsed, value);
    }
    Ok(headers)
}

/// The bytes of a body, and its content type unless the headers set another.
fn read_body(value: &Value) -> (Bytes, Option<&'static str>) {
    match value {
        Value::String(text) => (text.clone().into(), Some("text/plain; charset=utf-8")),
        json => (json.to_string().into(), Some("application/json")),
    }
}
