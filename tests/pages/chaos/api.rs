//! The API of a run of chaos, which knows the truth: what it was asked for, what it has carried out, and
//! what it has answered.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chaos_plan::{Step, What};
use serde_json::{Value, json};

use super::wire::{self, Answer, Request};
use crate::harness::Result;

/// A request to save, and what became of it.
#[derive(Clone, Debug)]
pub struct Sent {
    /// The form that sent it: each has an address of its own.
    pub slot: usize,
    pub operation: &'static str,
    pub authorization: String,
    pub body: Value,
    /// The name of the answer.
    pub answer: &'static str,
    /// The phone that the API has now, if it has carried the request out.
    pub phone: Option<Value>,
}

/// The API, on an origin of its own.
pub struct Api {
    pub origin: String,
    truth: Arc<Mutex<Truth>>,
}

#[derive(Default)]
struct Truth {
    sent: Vec<Sent>,
    /// The answers to come, by the number of the request.
    answers: BTreeMap<String, Vec<&'static str>>,
    /// The number of the last phone.
    last: u64,
}

impl Api {
    /// Starts an API that answers as these steps say.
    pub async fn start(steps: &[(usize, Step)]) -> Result<Self> {
        let mut truth = Truth { last: 1_000_000, ..Truth::default() };
        for (_, step) in steps {
            if let What::Fill(fill) | What::Keys(fill) = &step.what {
                truth.answers.insert(fill.number.clone(), fill.answers.clone());
            }
        }
        let truth = Arc::new(Mutex::new(truth));
        let shared = Arc::clone(&truth);
        let origin = wire::serve(move |request| {
            if request.method == "OPTIONS" {
                return written(204, CORS, "");
            }
            shared.lock().unwrap_or_else(PoisonError::into_inner).answer(&request)
        })
        .await?;
        Ok(Self { origin, truth })
    }

    /// The requests to save, in the order in which they came.
    pub fn sent(&self) -> Vec<Sent> {
        self.truth.lock().unwrap_or_else(PoisonError::into_inner).sent.clone()
    }
}

impl Truth {
    fn answer(&mut self, request: &Request) -> Answer {
        let body: Value = serde_json::from_str(&request.body).unwrap_or_default();
        let number = body["number"].as_str().unwrap_or_default().to_owned();
        let mut parts = request.path.trim_start_matches("/f").split('/');
        let slot = parts.next().and_then(|slot| slot.parse().ok()).unwrap_or(usize::MAX);
        let id = parts.next_back().and_then(|id| id.parse::<u64>().ok());
        let operation = if request.method == "PUT" { "update" } else { "create" };
        let next = self.answers.get_mut(&number).filter(|answers| !answers.is_empty());
        let mut name = next.map_or("ok", |answers| answers.remove(0));
        let is_there = |sent: &Sent| {
            sent.phone.is_some() && sent.operation == "create" && sent.body["number"] == number
        };
        let is_carried_out =
            ["ok", "wrapped", "not-valid", "slow"].contains(&name) || name.ends_with("-saved");
        if is_carried_out && operation == "create" && self.sent.iter().any(is_there) {
            name = "403-duplicate";
        }
        let phone = (is_carried_out && name != "403-duplicate").then(|| {
            self.last += 1;
            let mut phone = body.clone();
            phone["id"] = json!(id.unwrap_or(self.last));
            // Tells this answer from all others.
            phone["revision"] = json!(self.last);
            phone["valid"] = json!(name != "not-valid");
            phone
        });
        self.sent.push(Sent {
            slot,
            operation,
            authorization: request.headers.get("authorization").cloned().unwrap_or_default(),
            body,
            answer: name,
            phone: phone.clone(),
        });
        answer(name, if operation == "create" { 201 } else { 200 }, &phone.unwrap_or_default())
    }
}

const CORS: &str = "access-control-allow-origin: *\r\n\
    access-control-allow-methods: POST, PUT\r\n\
    access-control-allow-headers: Authorization, Content-Type, Accept\r\n\
    access-control-expose-headers: Retry-After\r\n\
    access-control-max-age: 600\r\n";

/// The answer of this name.
fn answer(name: &'static str, success: u16, phone: &Value) -> Answer {
    let json = |status: u16, body: Value| written(status, CORS, &body.to_string());
    let retry = |after: &str| {
        let headers = format!("{CORS}retry-after: {after}\r\n");
        written(429, &headers, r#"{"message": "Too many."}"#)
    };
    match name {
        "wrapped" => json(success, json!({ "data": phone })),
        "slow" | "slow-saved" => {
            Answer { after: Duration::from_millis(150), ..json(success, phone.clone()) }
        }
        "empty-saved" => written(success, CORS, ""),
        "no-content-saved" => written(204, CORS, ""),
        "array-saved" => json(success, json!([phone])),
        "text-saved" => json(success, json!("saved")),
        "html-saved" => written(success, CORS, "<!doctype html><p>Saved"),
        "half-json-saved" => written(success, CORS, r#"{"id": 7, "number": "+15"#),
        "no-id-saved" => json(success, json!({ "number": phone["number"] })),
        "403" => json(403, json!({"message": "No."})),
        "403-duplicate" => json(403, json!({"message": "Duplicate phone."})),
        "422" => json(422, json!({"errors": {"number": ["No."], "extension": ["No."]}})),
        "422-strange" => json(422, json!({"errors": [[{"number": 7}], null]})),
        "429-zero" => retry("0"),
        "429-one" => retry("1"),
        "429-date" => retry("Thu, 01 Jan 1970 00:00:00 GMT"),
        "500" | "500-saved" => written(500, CORS, "<html>"),
        "redirect" => written(302, &format!("{CORS}location: /f0/lead-phones\r\n"), ""),
        "no-cors" | "no-cors-saved" => written(success, "", &phone.to_string()),
        "cut" | "cut-saved" => Answer::default(),
        "cut-within-saved" => {
            let mut whole = json(success, phone.clone());
            whole.bytes.truncate(whole.bytes.len() - 9);
            whole
        }
        "not-http" => Answer { bytes: b"Hello\r\n\r\n".to_vec(), ..Answer::default() },
        "silence" | "silence-saved" => {
            Answer { after: Duration::from_secs(3), ..Answer::default() }
        }
        _ => match name.parse() {
            Ok(status) => json(status, json!({"message": "No."})),
            Err(_) => json(success, phone.clone()),
        },
    }
}

fn written(status: u16, headers: &str, body: &str) -> Answer {
    let length = body.len();
    let text = format!(
        "HTTP/1.1 {status} An answer\r\n{headers}content-type: application/json\r\n\
         content-length: {length}\r\nconnection: close\r\n\r\n{body}"
    );
    Answer { bytes: text.into_bytes(), ..Answer::default() }
}
